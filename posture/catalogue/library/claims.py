"""What the article and this site claim, and how far studies bear it out.

Facts and figures are those of the sources named with each claim, which are references of the
catalogue. A grade says what is known of the claim as it stands, not of the product.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class Grade(StrEnum):
    """How far studies bear a claim out; the words are short enough for a table."""

    GOOD = "good"
    SOME = "some"
    WEAK = "weak"
    NONE = "none"
    AGAINST = "against"

    @property
    def words(self) -> Text:
        return WORDS[self]

    @property
    def meaning(self) -> Text:
        return MEANINGS[self]


WORDS = {
    Grade.GOOD: _("Good evidence"),
    Grade.SOME: _("Some evidence"),
    Grade.WEAK: _("Weak evidence"),
    Grade.NONE: _("No evidence"),
    Grade.AGAINST: _("Evidence against"),
}
MEANINGS = {
    Grade.GOOD: _("Many studies, and they mostly agree."),
    Grade.SOME: _("Studies bear out a part of it."),
    Grade.WEAK: _("Few or small studies, studies that disagree, or a link but no cause."),
    Grade.NONE: _("We know of no study that shows it. It may be true or not."),
    Grade.AGAINST: _("Studies found something else, for all of it or for a part."),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim beside what is known of it, and what this site makes of that.

    `slug` is its anchor on the page; the claim about an imbalance has the slug of the imbalance.
    """

    slug: str
    says: Text
    grade: Grade
    known: Text
    so: Text
    sources: tuple[str, ...]


OF_THE_ARTICLE = (
    Claim(
        "cause-of-pain",
        _("Imbalances cause nearly all back muscle pain"),
        Grade.NONE,
        _(
            "A review of 41 reviews found links between posture and back pain in some studies,"
            " but experts do not agree that one causes the other (Swain 2020). People with and"
            " without low back pain had the same hollow of the back in 8 studies, and the same"
            " tilt of the pelvis in 3 (Laird 2014)."
        ),
        _("We never say what causes your pain."),
        ("swa20", "lai14"),
    ),
    Claim(
        "muscle-lists",
        _("Each imbalance has its own list of tight and weak muscles"),
        Grade.SOME,
        _(
            "A review of postures lists many of the same muscles, but not all (Czaprowski"
            " 2018). It calls some muscles long and overactive that the article calls weak. For"
            " the high hip no review gives the list, only books and teaching pages."
        ),
        _(
            "We show the lists as the article gives them. The page of each imbalance says where"
            " others disagree. If you tested a muscle yourself, your own test counts more."
        ),
        ("cza18", "ken", "jan"),
    ),
    Claim(
        "forward-head-and-neck",
        _("A forward head causes neck pain"),
        Grade.WEAK,
        _(
            "Adults with neck pain carry the head about 5 degrees further forward, but the true"
            " difference may be close to none. There is no link in teenagers. These studies"
            " looked at one moment only, so they cannot say which came first (Mahmoud 2019). A"
            " small study that others have not yet reviewed found no difference (Kawasaki"
            " 2022)."
        ),
        _("We say that the two are linked in adults, and that the cause is not known."),
        ("mah19", "kaw22"),
    ),
    Claim(
        "weight-of-the-head",
        _("The head gets much heavier with every inch that it moves forward"),
        Grade.NONE,
        _(
            "We found nobody who measured it. The numbers that people quote come from a"
            " calculation about bending the neck, not about a head that is held forward"
            " (Hansraj 2014)."
        ),
        _("We do not repeat the number."),
        ("han14",),
    ),
    Claim(
        "forward-tipped-pelvis",
        _("A forward tipped pelvis is the most common cause of low back pain"),
        Grade.AGAINST,
        _(
            "A pelvis that tips forward is normal: 85 of 100 men and 75 of 100 women without"
            " pain have one (Herrington 2011). The shape of the bones alone changes the"
            " measured tilt by up to 23 degrees (Preece 2008). In studies that followed people"
            " over time, a flatter back came before back pain more often than a hollow one"
            " (Sadler 2017)."
        ),
        _("We say that most people stand like this, with or without pain."),
        ("her11", "pre08", "sad17", "lai14"),
    ),
    Claim(
        "tight-hip-flexors",
        _("Tight hip flexors and weak stomach muscles tip the pelvis"),
        Grade.WEAK,
        _(
            "In healthy adults how far the hip bends back had almost nothing to do with the"
            " tilt of the pelvis (Heino 1990). The strength of the stomach muscles explained a"
            " part of it in women and none in men (Youdas 1996)."
        ),
        _(
            "A tight or weak muscle alone is never enough for a result. Signs of different"
            " kinds must agree."
        ),
        ("hei90", "you96"),
    ),
    Claim(
        "backward-tipped-pelvis",
        _("A backward tipped pelvis is the least common, and mostly found in older people"),
        Grade.WEAK,
        _(
            "It is not common: 6 or 7 of 100 young adults without pain stand like this"
            " (Herrington 2011). We found no study that compares the four patterns with each"
            " other, or young people with old."
        ),
        _("It is one of the four that the check looks for, at any age."),
        ("her11",),
    ),
    Claim(
        "high-hip",
        _("A high hip goes with pain on one side"),
        Grade.WEAK,
        _(
            "9 of 10 people have legs of different length, by 5 mm on average, and it is"
            " unlikely to matter below about 20 mm (Knutson 2005). Of 44 athletes without pain"
            " 95 of 100 had an uneven pelvis (Krawiec 2003). But in a small trial of 2019 with"
            " 42 meat cutters, insoles eased pain at smaller differences too."
        ),
        _(
            "We say that being a little uneven is normal. We name a side only when nearly"
            " all that was seen points to it."
        ),
        ("knu05", "kra03", "ran19"),
    ),
    Claim(
        "stretch-and-strengthen",
        _("Stretch what is tight, strengthen what is weak: posture and pain get better"),
        Grade.SOME,
        _(
            "Half of it holds. In 23 studies of healthy people stretching did not change"
            " posture. Strengthening did change it at the neck and upper back, but not clearly"
            " at the pelvis (Warneke 2024). In a trial with people who had low back pain"
            " neither stretching nor strengthening the back of the thigh changed the tilt"
            " (Shamsi 2020). People of 60 and over with a round upper back who made their back"
            " stronger stood about 3 degrees straighter (Katzman 2017)."
        ),
        _("Strengthening is the surer half. We do not promise a straighter pelvis."),
        ("war24", "sha20", "sheaf"),
    ),
    Claim(
        "exact-imbalance",
        _("Find the exact imbalance, or you stay in pain longer"),
        Grade.NONE,
        _(
            "We know of no study in which exercises matched to a posture worked better than"
            " exercise in general. Even clinicians who judge the hollow of a back by eye rarely"
            " agree with each other (Fedorak 2003, Harvie 2024)."
        ),
        _("See a result as help in choosing exercises. It is no danger if it is not exact."),
        ("fed03", "har24"),
    ),
    Claim(
        "doctors",
        _("Doctors only treat the symptoms, with rest and painkillers"),
        Grade.AGAINST,
        _(
            "British guidance of 2016 advises exercise, staying active and looking after"
            " yourself, not rest (NICE NG59)."
        ),
        _("We send you to a clinician when your answers call for it."),
        ("ng59",),
    ),
)

OF_THIS_SITE = (
    Claim(
        "exercise",
        _("Exercise eases long-lasting back pain"),
        Grade.GOOD,
        _(
            "Exercise is better than none for pain and for what people can do, by a small"
            " amount on average, and this is fairly certain (review for the WHO, 2023). British"
            " guidance advises it too, and names no single best kind (NICE NG59)."
        ),
        _("Any exercise that you like and go on with is a good choice. Ours is one of many."),
        ("whox23", "ng59"),
    ),
    Claim(
        "warning-signs",
        _("Warning signs show who needs a clinician first"),
        Grade.WEAK,
        _(
            "One sign alone is often harmless, and most are weak at telling who is ill"
            " (Finucane 2020). Cancer in the past, steroid tablets and a bruise after a blow"
            " say the most (Downie 2013)."
        ),
        _(
            "We ask about them all the same, because missing a serious cause is grave. We would"
            " rather stop too soon than too late."
        ),
        ("fin20", "dow13"),
    ),
    Claim(
        "by-eye",
        _("Looking in a mirror or at a photo shows how you stand"),
        Grade.WEAK,
        _(
            "Two trained people who look at the same neck or low back often see different"
            " things (Fedorak 2003, Harvie 2024, a study of 2013). Angles measured on a photo"
            " agree much better (Singla 2017). Hands on the hip bones are off by 4 to 5 mm even"
            " when trained people do it (Hanada 2001)."
        ),
        _("One look counts only a little. Several that agree count more."),
        ("fed03", "har24", "cra13", "sin17", "han01"),
    ),
    Claim(
        "self-tests",
        _("A test at home shows which muscles are tight or weak"),
        Grade.WEAK,
        _(
            "Most such tests were studied with trained people and measured angles, and even"
            " then two of them often disagree on pass or fail (Peeler 2007 and 2008). Standing"
            " on one leg says little about the strength of the hip (a study of 2020, Kendall"
            " 2013). A test of the chest muscle called every one of 135 shoulders tight, sore"
            " or not (Lewis 2007). Few tests were studied at home."
        ),
        _("Each test says how reliable it is. A finding needs more than one kind of answer."),
        ("pee07", "pee08", "tren20", "kend13", "pml07"),
    ),
    Claim(
        "weights",
        _("Each answer counts a certain amount for each pattern"),
        Grade.NONE,
        _(
            "No published study says how much. Every such number (experts call it a likelihood"
            " ratio) is the judgement of the people who wrote the check, kept small where tests"
            " are known to be unreliable."
        ),
        _(
            "We show you each answer and how it counted. We tried the check on invented people"
            " only."
        ),
        (),
    ),
    Claim(
        "how-much",
        _("How many times, how long and how often to do an exercise"),
        Grade.SOME,
        _(
            "The amounts follow advice for healthy adults from the American College of Sports"
            " Medicine (2011). We know of no study that tested them for each pattern."
        ),
        _("Start with less if you like. Some is better than none."),
        ("acsm11", "acsmr"),
    ),
    Claim(
        "when-to-stop",
        _("Up to 3 of 10 is fine, above 5 of 10 stop"),
        Grade.NONE,
        _(
            "Physiotherapists often use these limits. They come from practice. We know of no"
            " trial that tested them."
        ),
        _("If in doubt, do less, or ask a clinician."),
        ("pogp", "nhslb", "m"),
    ),
)
