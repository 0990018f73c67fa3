"""Stances as staff may write them: each angle in its range, each word of its set."""

from hypothesis import strategies as st

from posture.figures.stances import ARM, CONTACTS, FLAGS, FOLLOWED, LEG, RANGES, WORDS, Stance


def angles(span):
    return st.floats(*span).map(lambda x: round(x, 1))


def limb(spans):
    return st.tuples(*map(angles, spans))


def any_stance(view):
    return st.builds(
        Stance,
        view=st.just(view),
        arm=st.tuples(limb(ARM), limb(ARM)),
        leg=st.tuples(limb(LEG), limb(LEG)),
        press=st.sampled_from(("", *WORDS["press"])),
        follow=st.sampled_from(("", *FOLLOWED)),
        contact=st.lists(st.sampled_from(CONTACTS), max_size=3).map(tuple),
        **dict.fromkeys(FLAGS, st.booleans()),
        **{key: angles(span) for key, span in RANGES.items()},
    )
