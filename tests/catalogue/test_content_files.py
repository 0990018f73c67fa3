"""The content files: what is read from them, and how exactly each error is said."""

import pytest

from posture.catalogue import content
from posture.catalogue.content import ContentError
from tests.catalogue.files import FILES, mended, written


def errors(folder) -> list[str]:
    with pytest.raises(ContentError) as found:
        content.read(folder)
    return str(found.value).splitlines()


def test_a_folder_without_errors_is_read(tmp_path):
    catalogue = content.read(written(tmp_path)).catalogue
    assert catalogue.language == "en"
    assert catalogue.imbalances[0].involvements[0].muscle == "psoas"
    assert catalogue.questions[0].choices[0].evidence[0].ratio == 2.0


def test_a_whole_number_is_taken_where_a_number_is_wanted(tmp_path):
    ratio = content.read(written(tmp_path)).catalogue.questions[0].choices[0].evidence[0].ratio
    assert isinstance(ratio, float)


def test_lists_of_one_name_are_joined_in_the_order_of_the_files(tmp_path):
    more = FILES["muscles.toml"].replace("psoas", "adductor").replace("Psoas", "Adductor")
    catalogue = content.read(written(tmp_path, more=more)).catalogue
    assert [muscle.slug for muscle in catalogue.muscles] == ["adductor", "psoas"]


ERRORS = {
    ("axes.toml", 'name = "Tilt"', 'name "Tilt"'): "axes.toml: this is not TOML",
    ("axes.toml", "[[axes]]", "[[axis]]"): (
        "axes.toml: 'axis' is not a list of the catalogue; did you mean 'axes'?"
    ),
    ("axes.toml", "[[axes]]", "[axes]"): (
        "axes.toml: 'axes' is not a list of tables; write [[axes]] above each."
    ),
    ("axes.toml", 'name = "Tilt"', 'nam = "Tilt"'): (
        "axes.toml: axes 'tilt' has an unknown key 'nam'; did you mean 'name'?\n"
        "axes.toml: axes 'tilt' has no 'name'; add it."
    ),
    ("axes.toml", 'slug = "tilt"', ""): "axes.toml: axes '?' has no 'slug'; add it.",
    ("axes.toml", 'slug = "tilt"', 'slug = "Tilt of it"'): (
        "axes.toml: axes 'Tilt of it': 'slug' is 'Tilt of it': Use small letters, digits"
    ),
    ("axes.toml", '"Tilt"', '""'): "axes.toml: axes 'tilt': 'name' is '': This field cannot be",
    ("axes.toml", '"Tilt"', "7"): "axes 'tilt': 'name' must be a text in quotes, and is 7.",
    ("muscles.toml", '"hip-and-thigh"', '"hipp"'): (
        "muscles.toml: muscles 'psoas': 'region' must be one of neck, "
    ),
    ("muscles.toml", 'kind = "muscle"', 'kind = "muscle"\narticle = "yes"'): (
        "muscles.toml: muscles 'psoas': 'article' must be true or false, and is 'yes'."
    ),
    ("imbalances.toml", '["side"]', '"side"'): (
        "imbalances.toml: imbalances 'forward-tipped-pelvis': 'views' must be a list of texts"
    ),
    ("imbalances.toml", "prior = 0.3", "prior = true"): "'prior' must be a number, and is True.",
    ("imbalances.toml", '"tilt"', '"tilted"'): (
        "imbalances.toml: imbalances 'forward-tipped-pelvis': 'axis' names 'tilted', which is not"
        " there; did you mean 'tilt'?"
    ),
    ("imbalances.toml", 'muscle = "psoas"', 'muscle = "soas"'): (
        "involvements soas: 'muscle' names 'soas', which is not there; did you mean 'psoas'?"
    ),
    ("imbalances.toml", '"tight"', '"short"'): (
        "imbalances 'forward-tipped-pelvis', involvements 1: 'role' must be one of tight, weak"
    ),
    ("questions.toml", "ratio = 2", "ration = 2"): (
        "questions 'hollow', choices deep, evidence 1 has an unknown key 'ration'"
    ),
    ("questions.toml", '[["numb"]]', '["numb"]'): (
        "questions.toml: questions 'hollow': 'every' must be a list of lists of texts"
    ),
    ("questions.toml", 'slug = "deep"', 'slug = "very deep"'): (
        "choices very deep: 'slug' is 'very deep': Use small letters"
    ),
    ("questions.toml", "[[questions.choices]]", "[questions.choices]"): (
        "questions.toml: questions 'hollow': 'choices' must be a list of tables."
    ),
    ("all.toml", '= "en"', '= "en"\n[[exercises]]\nslug = "squat"\nposes = 3'): (
        "all.toml: exercises 'squat': 'poses' must be a table, and is 3."
    ),
    ("all.toml", '= "en"', '= "en"\n[[exercises]]\nslug = "squat"\nneeds = ["moon", "wall"]'): (
        "exercises 'squat': 'needs' is ['moon', 'wall']: There is no moon; choose from wall, chair"
    ),
    ("all.toml", "language", "languages"): "'languages' is not a list of the catalogue",
    ("all.toml", '"en"', "7"): 'content: write language = "en" (or another) in exactly one file.',
}


@pytest.mark.parametrize("change", ERRORS, ids=lambda change: " → ".join(change[1:]))
def test_an_error_names_the_file_the_key_and_the_remedy(change, tmp_path):
    file, old, new = change
    folder = written(tmp_path, **{file.removesuffix(".toml"): mended(file, old, new)})
    assert ERRORS[change] in "\n".join(errors(folder))


def test_all_errors_of_all_files_are_said_at_once(tmp_path):
    folder = written(
        tmp_path,
        axes=mended("axes.toml", 'name = "Tilt"', ""),
        muscles=mended("muscles.toml", 'kind = "muscle"', 'kind = "bone"'),
    )
    assert [line.split(":")[0] for line in errors(folder)] == ["axes.toml", "muscles.toml"]


def test_a_file_that_is_no_text_is_an_error(tmp_path):
    (written(tmp_path) / "axes.toml").write_bytes(b"\xff\xfe")
    assert errors(tmp_path)[0].startswith("axes.toml: this is not TOML")


def test_a_language_in_two_files_is_an_error(tmp_path):
    folder = written(tmp_path, axes='language = "en"\n' + FILES["axes.toml"])
    assert "in exactly one file" in errors(folder)[0]


def test_a_folder_without_files_has_no_language(tmp_path):
    assert "in exactly one file" in errors(tmp_path)[0]
