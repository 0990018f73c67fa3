"""Movements for each prop and more: the start, the end, and what stands beside the body."""

STAND = {"arm": [0, 10], "contact": ["heel"]}
REACH = {**STAND, "arm": [120, 10]}
SIT = {"arm": [0, 40], "leg": [90, 90, 0], "contact": ["hip_seat", "heel"]}
SUPINE = {"trunk": -90, "leg": [37.5, 86, -39.5], "contact": ["shoulder", "hip", "heel"]}
PRONE = {"trunk": 85.5, "leg": [2, 4.5, -60], "contact": ["shoulder", "hip"]}
KNEEL = {
    "leg": {"near": [0, 90, -60], "far": [90, 90, 0]},
    "contact": ["knee_near", "heel_far"],
}
LEG_UP = {**SUPINE, "leg": {"near": [80, 10, 0], "far": [37.5, 86, -39.5]}}
ABOVE = {"view": "top", "trunk": -90}
SIDE_LYING = {"view": "back", "side_lying": True}
FLOOR = {"view": "front", "seated": True, "hip_abduction": 45, "contact": ["hip"]}
ISOMETRIC = {"view": "front", "arm": {"near": [0, 90], "far": [0, 0]}}
HANGING = {
    "view": "top",
    "trunk": 90,
    "arm": {"near": [0, 90], "far": [0, 0]},
    "arm_l_abd": 90,
    "forearm_hang": True,
}
PAIRS = {
    "band": (REACH, {"view": "back", "arm_abduction": 86, "press": "outward"}),
    "bed": (SUPINE, {**SUPINE, "leg": {"near": [-12, 70, 0], "far": [122, 120, 0]}}),
    "bed-edge": (SUPINE, {**SUPINE, "leg": {"near": [0, 80, -20], "far": [122, 120, 0]}}),
    "books": (
        {"view": "back", "contact": ["heel_far"]},
        {"view": "back", "knee_l": 30, "contact": ["heel_far"]},
    ),
    "chair": (SIT, STAND),
    "chair-behind": (STAND, {**STAND, "leg": {"near": [-10, 90, -30], "far": [0, 0, 0]}}),
    "chair-beside": (
        {**STAND, "arm": {"near": [0, 0], "far": [36, 4]}},
        {**KNEEL, "arm": {"near": [0, 0], "far": [45, 42]}, "follow": "hip"},
    ),
    "chair-sideways": (
        {**SIT, "arm": [-24, 14]},
        {**SIT, "arm": [-31, 16], "leg": [90, 97, 7], "follow": "hip"},
    ),
    "chair-edge": (SIT, {**SIT, "trunk": 30}),
    "chair-front": (SUPINE, {**SUPINE, "leg": [92, 92, 0]}),
    "counter": (REACH, {**STAND, "trunk": 40, "leg": [40, 0, 0], "arm": [80, 0]}),
    "cushion": (KNEEL, KNEEL),
    "door-frame": (
        REACH,
        {"view": "front", "arm_l_abd": 80, "arm": {"near": [0, 90], "far": [0, 0]}},
    ),
    "helping-hands": ({"view": "back", "pelvis_lateral": 8}, {"view": "back"}),
    "pillow": (SUPINE, {**ABOVE, "leg": [37, 86, 0], "hip_abduction": 50}),
    "rail": (REACH, {**REACH, "trunk": 20, "leg": [20, 0, 0]}),
    "roll": (SUPINE, {**ABOVE, "arm": [0, 90], "arm_abduction": 80}),
    "slider": (SUPINE, {**SUPINE, "leg": [20, 40, 10]}),
    "step": (STAND, {**STAND, "leg": {"near": [30, 0, 0], "far": [0, 0, 0]}}),
    "strap": (SUPINE, LEG_UP),
    "wall-behind": (STAND, {**STAND, "lumbar": -8}),
    "towel": (SIDE_LYING, {**SIDE_LYING, "arm": [0, 90], "forearm_rotation_out": 45}),
    "wall-front": (STAND, REACH),
    "wall-side": (
        {"view": "back", "arm_l_abd": 60},
        {"view": "back", "arm_l_abd": 60, "trunk_side": 20, "arm_r_abd": 170},
    ),
}
OTHERS = {
    "push into the floor": (SUPINE, {**SUPINE, "press": "down"}, ()),
    "lift": (
        {"view": "top", "trunk": 90, "arm_abduction": 90},
        {"view": "top", "trunk": 90, "arm_abduction": 90, "arm": [-10, 0], "press": "up"},
        (),
    ),
    "pillow below the hips": (PRONE, {**PRONE, "trunk": 77}, ("pillow",)),
    "press on one wall": (ISOMETRIC, {**ISOMETRIC, "press": "outward"}, ("wall-side",)),
    "turn of the chest": (
        {"view": "front"},
        {"view": "front", "trunk_side": 5, "press": "turn"},
        (),
    ),
    "tuck of the chin": ({**SIT, "neck": 30}, {**SIT, "neck": -4, "follow": "chin"}, ()),
    "arch": ({**STAND, "lumbar": -8}, {**STAND, "lumbar": 8}, ()),
    "hips": (SIT, {**STAND, "follow": "hip"}, ("chair",)),
    "lift of the upper leg": (SIDE_LYING, {**SIDE_LYING, "hip_abduction": 30}, ("pillow",)),
    "turn of the upper arm": (
        {**SIDE_LYING, "arm": [0, 90], "forearm_rotation_out": -45},
        {**SIDE_LYING, "arm": [0, 90], "forearm_rotation_out": 45},
        (),
    ),
    "turn of the lower arm": (
        {"view": "front", "side_lying": True, "arm": [90, 90], "forearm_rotation_out": -30},
        {"view": "front", "side_lying": True, "arm": [90, 90], "forearm_rotation_out": 50},
        ("pillow",),
    ),
    "soles together": (FLOOR, {**FLOOR, "hip_abduction": 60}, ("cushion",)),
    "soles together at a wall": (
        FLOOR,
        {**FLOOR, "hip_abduction": 60, "follow": "crown"},
        ("wall-behind",),
    ),
    "ankle on the other knee": (
        {
            "view": "front",
            "seated": True,
            "crossed": True,
            "hip_abduction": 56,
            "contact": ["hip_seat"],
        },
        {**SIT, "trunk": 25, "hip_abduction": 56, "follow": "crown"},
        ("chair",),
    ),
    "ankle on the other knee, from above": (
        {**ABOVE, "leg": [42, 88, 0], "crossed": True, "hip_abduction": 62},
        {**ABOVE, "leg": [82, 86, 0], "crossed": True, "hip_abduction": 62, "follow": "knee"},
        (),
    ),
    "knees that roll": (SUPINE, {**ABOVE, "leg": [62, 95, 0], "knees_roll": 58}, ()),
    "upper knee that opens": (
        {"view": "top", "leg": [45, 90, 0]},
        {**SIDE_LYING, "leg": [45, 90, 0], "hip_abduction": 42},
        (),
    ),
    "lift seen from the head": (
        {"view": "top", "trunk": 90, "arm_abduction": 90},
        {"view": "front", "trunk": 90, "arm": [-90, 0], "arm_abduction": 78, "follow": "wrist"},
        (),
    ),
    "bend seen from behind": (STAND, {"view": "back", "trunk": 86, "contact": ["heel"]}, ()),
    "tilt of who lies": ({**SUPINE, "lumbar": 10}, {**SUPINE, "lumbar": -10}, ()),
    "knee lifted high": (
        {**STAND, "contact": ["heel_far"]},
        {
            "arm": {"near": [0, 10], "far": [72, 0]},
            "leg": {"near": [95, 95, 0], "far": [0, 0, 0]},
            "contact": ["heel_far"],
        },
        (),
    ),
    "arm and leg": (
        {**SUPINE, "arm": [90, 0], "leg": [90, 90, 0]},
        {
            **SUPINE,
            "arm": {"near": [165, 0], "far": [90, 0]},
            "leg": {"near": [90, 90, 0], "far": [15, 10, 0]},
        },
        (),
    ),
    "bed, from above": (
        {**HANGING, "forearm_rotation_out": 10},
        {**HANGING, "forearm_rotation_out": 90, "follow": "wrist"},
        ("bed",),
    ),
    "lift from the side": (PRONE, {**PRONE, "arm": [190, 0], "press": "up"}, ()),
    "seat from the front": (
        {"view": "front", "seated": True},
        {"view": "front", "seated": True, "trunk_side": 20},
        ("chair",),
    ),
    "step from the back": (
        {"view": "back", "pelvis_lateral": -10, "contact": ["heel_near"]},
        {"view": "back", "pelvis_lateral": 4, "contact": ["heel_near"]},
        ("step",),
    ),
    "bed, on the front": (
        {**PRONE, "arm": [90, 0], "arm_abduction": 90, "forearm_hang": True},
        {**PRONE, "arm": [90, 90], "arm_abduction": 90, "forearm_hang": True},
        ("bed",),
    ),
    "on the side from above": (
        {"view": "top", "leg": {"near": [0, 60, 0], "far": [70, 90, 0]}},
        {"view": "top", "leg": {"near": [-8, 128, -35], "far": [70, 90, 0]}},
        ("pillow",),
    ),
    "far limbs that appear": (
        {"trunk": 78, "arm": [76, 0], "leg": [72, 90, -60], "contact": ["knee", "hand"]},
        {
            "trunk": 78,
            "arm": {"near": [76, 0], "far": [165, 0]},
            "leg": {"near": [72, 90, -60], "far": [-14, 0, -20]},
            "contact": ["knee_near", "hand_near"],
        },
        (),
    ),
}
DRAWINGS = {name: (*ends, (name,)) for name, ends in PAIRS.items()} | OTHERS
