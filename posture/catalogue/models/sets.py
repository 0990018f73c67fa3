"""The closed sets of the catalogue, each with the words the admin shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from posture.reasoning import knowledge


class Basis(models.TextChoices):
    VERIFIED = "verified", _("Verified: read in the source")
    MEMORY = "memory", _("Memory: textbook knowledge, not read again")
    JUDGEMENT = "judgement", _("Judgement: our own estimate")


class Region(models.TextChoices):
    NECK = "neck", _("Neck")
    SHOULDER_AND_CHEST = "shoulder-and-chest", _("Shoulder and chest")
    ARM = "arm", _("Arm")
    UPPER_AND_SIDE_BACK = "upper-and-side-back", _("Upper back and side of the back")
    LOW_BACK_AND_WAIST = "low-back-and-waist", _("Low back and waist")
    ABDOMEN = "abdomen", _("Abdomen")
    HIP_AND_THIGH = "hip-and-thigh", _("Hip and thigh")
    LOWER_LEG = "lower-leg", _("Lower leg")


class MuscleKind(models.TextChoices):
    MUSCLE = "muscle", _("Whole muscle")
    PART = "part", _("Part of a muscle")
    REGION = "region", _("Region of a muscle")
    GROUP = "group", _("Group of muscles")


class Role(models.TextChoices):
    TIGHT = knowledge.Role.TIGHT.value, _("Tight")
    WEAK = knowledge.Role.WEAK.value, _("Weak")


class Height(models.TextChoices):
    """The side of a sided imbalance: that of the higher hip, or the other."""

    HIGH = "high", _("High side")
    LOW = "low", _("Low side")


class Side(models.TextChoices):
    LEFT = "left", _("Left")
    RIGHT = "right", _("Right")


class Level(models.TextChoices):
    EMERGENCY = knowledge.Level.EMERGENCY.value, _("Emergency: stop, get help at once")
    SAME_DAY = knowledge.Level.SAME_DAY.value, _("Same day: stop, see a clinician today")
    UNDER_AGE = knowledge.Level.UNDER_AGE.value, _("Under age: stop, not for self-use")
    SOON = knowledge.Level.SOON.value, _("Soon: go on without self-tests, plan held back")
    CAUTION = knowledge.Level.CAUTION.value, _("Caution: go on with filters and a notice")


class QuestionKind(models.TextChoices):
    SINGLE = "single", _("One choice")
    EACH_SIDE = "each-side", _("One choice for each side of the body")
    MULTIPLE = "multiple", _("Several choices")
    BODY_MAP = "body-map", _("Places on the body map")
    SCALE = "scale", _("A number from 0 to 10")


class Part(models.TextChoices):
    ABOUT = knowledge.Part.ABOUT.value, _("About you")
    FEEL = knowledge.Part.FEEL.value, _("How you feel")
    HABITS = knowledge.Part.HABITS.value, _("Habits")
    LOOK = knowledge.Part.LOOK.value, _("How you stand")
    TEST = knowledge.Part.TEST.value, _("Self-tests")


class Who(models.TextChoices):
    SELF = "self", _("The person alone")
    MIRROR = "mirror", _("In a mirror")
    PHOTO = "photo", _("On a photo")
    PARTNER = "partner", _("With a helper")


class ExerciseKind(models.TextChoices):
    STRETCH = "stretch", _("Stretch")
    STRENGTHEN = "strengthen", _("Strengthen")


class ExerciseLevel(models.TextChoices):
    EASY = "easy", _("Easy")
    HARDER = "harder", _("Harder")


class Place(models.TextChoices):
    STANDING = "standing", _("Standing")
    CHAIR = "chair", _("On a chair")
    FLOOR = "floor", _("On the floor")
    BED = "bed", _("On a bed")


class Equipment(models.TextChoices):
    """What an exercise cannot do without; only things that most homes have, or that are cheap."""

    WALL = "wall", _("Wall or door frame")
    CHAIR = "chair", _("Chair")
    COUNTER = "counter", _("Counter or table")
    BED = "bed", _("Bed")
    STEP = "step", _("Low step")
    CUSHION = "cushion", _("Cushion or pillow")
    TOWEL = "towel", _("Towel")
    BAND = "band", _("Exercise band")
