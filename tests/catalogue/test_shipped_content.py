"""What is shipped, held against tables that are written out here and not read from the content."""

from posture import figures

ARTICLE = {
    "forward-head-and-neck": (
        "Anterior deltoid, Pectoralis, Latissimus dorsi",
        "Middle trapezius, Lower trapezius, Infraspinatus, Teres minor",
    ),
    "forward-tipped-pelvis": (
        "Lumbar, Hip flexors, Quadriceps",
        "Abdominal, Gluteal, Hamstrings",
    ),
    "backward-tipped-pelvis": (
        "Pectoralis, Upper abdominal, Gluteal, Hamstrings",
        "Thoracic erector spinae, Hip flexors, Quadriceps",
    ),
    "high-hip": (
        "Quadratus lumborum, Psoas, Adductor",
        "Gluteal, Hamstrings",
    ),
}
MUSCLES = [
    "Anterior deltoid",
    "Pectoralis",
    "Latissimus dorsi",
    "Middle trapezius",
    "Lower trapezius",
    "Infraspinatus",
    "Teres minor",
    "Lumbar",
    "Hip flexors",
    "Quadriceps",
    "Abdominal",
    "Gluteal",
    "Hamstrings",
    "Upper abdominal",
    "Thoracic erector spinae",
    "Quadratus lumborum",
    "Psoas",
    "Adductor",
]


def listed(imbalance, role, catalogue):
    names = {muscle.slug: muscle.name for muscle in catalogue.muscles}
    return ", ".join(names[one.muscle] for one in imbalance.involvements if one.role == role)


def test_the_imbalances_are_the_four_of_the_article_with_exactly_its_lists(shipped):
    assert {
        one.slug: (listed(one, "tight", shipped), listed(one, "weak", shipped))
        for one in shipped.imbalances
    } == ARTICLE


def test_the_article_counts_13_tight_and_12_weak_involvements(shipped):
    roles = [each.role for one in shipped.imbalances for each in one.involvements]
    assert (roles.count("tight"), roles.count("weak")) == (13, 12)


def test_every_involvement_names_the_article_as_a_source(shipped):
    assert all("art" in each.sources for one in shipped.imbalances for each in one.involvements)


def test_the_article_names_18_muscles(shipped):
    assert [muscle.name for muscle in shipped.muscles if muscle.article] == MUSCLES
    assert len(MUSCLES) == 18


def test_every_muscle_is_drawn(shipped):
    assert {muscle.slug for muscle in shipped.muscles} <= set(figures.MUSCLES)


def test_psoas_belongs_to_the_hip_flexors_and_upper_abdominal_to_the_abdominals(shipped):
    group = {muscle.slug: muscle.group for muscle in shipped.muscles}
    assert (group["psoas"], group["upper-abdominal"]) == ("hip-flexors", "abdominal")


def test_only_the_high_hip_has_sides_and_they_are_said_to_be_ours(shipped):
    sided = {one.slug: one for one in shipped.imbalances if one.sided}
    assert list(sided) == ["high-hip"]
    for each in sided["high-hip"].involvements:
        assert each.side == "high"
        assert each.note.startswith("The article gives no side")


def test_a_muscle_called_tight_here_and_weak_there_says_what_both_mean(shipped):
    """Two imbalances of one axis exclude each other, so only others can call it both."""
    axis = {one.slug: one.axis for one in shipped.imbalances}
    roles = {
        (each.muscle, each.role, axis[one.slug])
        for one in shipped.imbalances
        for each in one.involvements
    }
    both = {
        muscle
        for muscle, role, here in roles
        for other, opposite, there in roles
        if muscle == other and role != opposite and here != there
    }
    assert both
    assert all(muscle.mixed for muscle in shipped.muscles if muscle.slug in both)


# The questions

QUICK_CORE = [
    "p_age",
    "s_where",
    "s_side",
    "s_nrs_avg",
    "s_duration",
    "s_worse",
    "h_sit",
    "h_sit_style",
    "h_screen",
    "h_stand",
    "v_ear",
    "v_shoulder_round",
    "v_upper_back",
    "v_arch",
    "v_belt",
    "v_sway",
    "v_crest_hands",
    "v_beltline",
    "v_waist",
    "t_wall_head",
    "t_wall_gap",
    "p_mode",
]
BANK = 87  # of the facts; docs/content.md says why some are left out
LEFT_OUT = {
    "p_hand", "p_floor", "p_conditions", "s_leg", "s_morning", "s_nrs_now", "s_nrs_worst",
    "s_impact", "s_goal", "v_cva", "t_supine_long_sit",
}  # fmt: skip


def test_everybody_is_asked_the_quick_check_in_its_order(shipped):
    fixed = [one for one in shipped.questions if not one.adaptive]
    assert [one.fact for one in fixed if one.who != "partner"] == QUICK_CORE


def test_the_rest_of_the_bank_is_there_but_for_what_is_left_out_with_a_reason(shipped):
    facts = {question.fact for question in shipped.questions}
    assert len(facts) == len(shipped.questions) == BANK - len(LEFT_OUT)
    assert facts.isdisjoint(LEFT_OUT)


def test_adaptive_questions_are_for_those_who_want_more_than_the_quick_check(shipped):
    for question in shipped.questions:
        if question.adaptive:
            assert question.every[0] == ("mode=full", "mode=helper"), question.slug


def test_a_helper_is_always_asked_to_look(shipped):
    helped = [one for one in shipped.questions if one.who == "partner"]
    assert [one.slug for one in helped] == ["shoulder-blades", "book-pile", "rib-height"]
    for question in helped:
        assert question.every == (("mode=helper",),)
        assert not question.adaptive


def test_what_is_done_on_each_side_is_told_with_its_side(shipped):
    for question in shipped.questions:
        sided = question.kind == "each-side"
        told = [choice.said for choice in question.choices if not choice.exclusive]
        assert all(("{side}" in said) == sided for said in told), question.slug


def test_what_one_choice_answers_for_both_sides_is_timed_on_each(shipped):
    """Where the choices compare the two sides, or the steps say to stand on the other leg."""
    timed = {question.slug for question in shipped.questions if question.each_side}
    assert timed == {"one-leg", "side-leg", "one-leg-bridge", "side-plank"}
    assert all(question.seconds for question in shipped.questions if question.slug in timed)


# The rules of the question bank: (lowest, highest) of one reply; 0.25 to 4 unless said here
CAPS = {"pain-where": (0.7, 2.0), "pain-worse": (0.5, 2.5)}


def test_ratios_are_capped_as_the_question_bank_says(shipped):
    assert {
        question.slug: (question.cap_low, question.cap_high) for question in shipped.questions
    } == {question.slug: CAPS.get(question.slug, (0.25, 4.0)) for question in shipped.questions}


def ratios(question):
    return [each.ratio for choice in question.choices for each in choice.evidence]


def test_every_ratio_lies_within_the_caps_of_its_question(shipped):
    for question in shipped.questions:
        assert all(question.cap_low <= ratio <= question.cap_high for ratio in ratios(question))


def test_a_look_that_clinicians_disagree_on_or_nobody_studied_counts_little(shipped):
    strongest = {question.slug: max(ratios(question), default=1) for question in shipped.questions}
    assert strongest["hollow"] <= 2.5
    assert strongest["wall-gap"] <= 2.2


def test_every_ratio_says_that_it_is_judgement(shipped):
    for question in shipped.questions:
        for choice in question.choices:
            assert all("j" in each.sources for each in choice.evidence)


def test_left_and_right_speak_alike(shipped):
    for question in shipped.questions:
        said = {
            side: sorted(
                (each.imbalance, each.ratio)
                for choice in question.choices
                for each in choice.evidence
                if each.side == side
            )
            for side in ("left", "right")
        }
        assert said["left"] == said["right"]


def test_pain_does_not_tell_the_side_of_a_high_hip(shipped):
    for question in shipped.questions:
        if question.part in {"about", "feel", "habits"}:
            assert not any(each.side for choice in question.choices for each in choice.evidence)


def test_every_test_can_be_declined_has_steps_and_says_when_to_stop(shipped):
    tests = [question for question in shipped.questions if question.part == "test"]
    assert tests
    for question in tests:
        assert question.choices[-1].text == "I cannot do this test"
        assert question.steps
        assert question.stop
        assert question.alternative


def test_every_choice_can_be_said_back_to_the_person(shipped):
    assert all(choice.said for question in shipped.questions for choice in question.choices)


# The safety screen

RED_FLAGS = {
    "emergency": (
        "rf_saddle rf_bladder_bowel rf_sexual_function rf_both_legs rf_chest_pain rf_aaa"
        " rf_trauma_major rf_dissection rf_thunderclap rf_meningism rf_neck_trauma rf_hip_fall"
        " rf_gca.raise_to rf_myelopathy.raise_to"
    ),
    "same-day": (
        "rf_fever rf_infection_risk rf_weight_loss rf_night_constant rf_lump_deformity rf_band_pain"
        " rf_urinary rf_foot_drop rf_myelopathy rf_trauma_minor_fragile rf_hot_joint rf_calf rf_gca"
        " rf_teen_hip"
    ),
    "soon": (
        "rf_cancer_history rf_height_loss rf_arm_weak rf_ra_neck rf_getting_worse rf_child_sign"
        " rf_ibp c_osteoporosis.raise_to stop_rules.stop_exercise_get_advice"
    ),
    "caution": "rf_radicular_leg rf_not_improving age_rules.first_at_50",
}
CONDITIONS = {
    "c_pregnant": "caution: no-max-stretch pregnancy-prone pregnancy-supine",
    "c_postnatal": "caution: no-max-stretch postnatal",
    "c_surgery": "soon: ",
    "c_spine_surgery_ever": "soon: spine-extension spine-flexion spine-rotation",
    "c_heart": "soon: isometric-strain",
    "c_medical_supervision": "soon: ",
    "c_parkinson_neuro": "soon: balance falls",
    "c_osteoporosis": "caution: impact spine-flexion spine-rotation",
    "c_anticoag": "caution: falls",
    "c_glaucoma": "caution: head-down isometric-strain",
    "c_balance": "caution: balance",
    "c_floor": "caution: floor",
    "c_stenosis_slip": "caution: spine-extension",
    "c_hip_replacement": "caution: hip-precaution",
    "c_knee": "caution: knee-deep-bend kneeling",
    "c_shoulder": "caution: overhead shoulder-end-range",
    "c_wrist": "caution: wrist-load",
    "c_hypermobile": "caution: hypermobile no-max-stretch",
    "c_hernia": "caution: abdominal-pressure",
    "c_vertigo": "caution: supine-transition",
}
RED_FLAG_FILTERS = {
    "rf_radicular_leg": "nerve-sensitive",
    "rf_arm_weak": "nerve-sensitive",
    "stop_rules.stop_exercise_get_advice": "nerve-sensitive",
    "rf_ra_neck": "hypermobile neck-unstable",
    "c_osteoporosis.raise_to": "impact spine-flexion spine-rotation",
}


def test_all_red_flags_are_there_with_their_levels(shipped):
    levels = {
        level: {one.fact for one in shipped.red_flags if one.level == level} for level in RED_FLAGS
    }
    assert levels == {level: set(facts.split()) for level, facts in RED_FLAGS.items()}
    assert len(shipped.red_flags) == 40


def test_all_conditions_are_there_with_their_levels_and_filters(shipped):
    assert {
        one.fact: f"{one.level}: {' '.join(sorted(one.filters))}" for one in shipped.conditions
    } == CONDITIONS


def test_five_red_flags_leave_out_movements(shipped):
    assert {
        one.fact: " ".join(sorted(one.filters)) for one in shipped.red_flags if one.filters
    } == RED_FLAG_FILTERS


def test_emergencies_come_first_on_pages_of_their_own(shipped):
    order = {"emergency": 0, "same-day": 1, "soon": 2, "caution": 2}
    place = {page.slug: number for number, page in enumerate(shipped.safety_pages)}
    levels = [{order[one.level] for one in shipped.red_flags if one.page == page} for page in place]
    found = [level for level in levels if level]
    assert all(len(level) == 1 for level in found)
    assert found == sorted(found, key=min)


def test_the_screen_is_few_pages(shipped):
    assert len(shipped.safety_pages) <= 8
    for page in shipped.safety_pages:
        items = [one for one in (*shipped.red_flags, *shipped.conditions) if one.page == page.slug]
        assert len(items) <= 11


def test_inflammatory_back_pain_takes_the_first_statement_and_four_more(shipped):
    flag = next(one for one in shipped.red_flags if one.fact == "rf_ibp")
    assert (len(flag.statements), flag.needed) == (6, 4)


def test_under_16_is_not_for_self_use(shipped):
    levels = {one.every: one.level for one in shipped.escalations}
    assert levels[(("age=under-16",),)] == "under-age"


def test_whose_age_is_not_known_is_tested_like_somebody_of_75(shipped):
    filters = {one.every: one.filters for one in shipped.escalations}
    assert filters[(("age=not-sure",),)] == filters[(("age=75-plus",),)] == ("floor",)


def test_in_pregnancy_a_forward_tipped_pelvis_is_explained(shipped):
    explained = {one.fact: one.explains for one in shipped.conditions if one.explains}
    assert explained == {"c_pregnant": ("forward-tipped-pelvis",)}
