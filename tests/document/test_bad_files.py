"""What is wrong with a file is said in one sentence: which model, which thing and what."""

import json
import sys
from pathlib import Path

import pytest

from chart import chart, thing
from modelbuilder.document import files
from modelbuilder.document.errors import InputError

SAMPLE = """
    model B "Executive head"
    school "Pellowby Primary" category=maintained pupils=210
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    body FGB kind=governing_body of="Pellowby Federation" seats=11
    HoS1 accountable_to FGB
"""


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        files.load(tmp_path / "a.leadership")
    assert str(caught.value) == f"There is no file {tmp_path / 'a.leadership'}."
    with pytest.raises(InputError) as caught:
        files.load(tmp_path)
    assert str(caught.value) == f"{tmp_path.name} is a folder, not a file."


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.leadership"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(InputError) as caught:
        files.load(path)
    assert str(caught.value) == "a.leadership is too large to be a leadership model (over 64 MB)."


def _whole(document: object = None, **fields: object) -> str:
    inner = {"models": {"model-a": {"label": "A"}}, "order": ["model-a"]} if document is None else document
    return json.dumps({"format": files.FORMAT, "version": 1, "document": inner} | fields)


def test_the_smallest_whole_file_is_good() -> None:
    assert [model.label for model in files.parse(_whole(), "a").models.values()] == ["A"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "x.leadership is empty."),
        (b" \n", "x.leadership is empty."),
        (b"\xff\xfe{", "x.leadership is not a text file: byte 1 is not UTF-8."),
        (
            b'{"format"\n  12}',
            "x.leadership, line 2, column 3: the file is broken or cut short here (expecting ':' delimiter).",
        ),
        (b"hello", "x.leadership, line 1, column 1: the file is broken or cut short here (expecting value)."),
        (
            b'{"format": "modelbuilder leadership models", "version": 1, "docu',
            "x.leadership, line 1, column 60: the file is broken or cut short here (unterminated string).",
        ),
        (
            b"[]",
            "x.leadership is not a .leadership file: it does not say “format”: “modelbuilder leadership models”.",
        ),
        (b"[" * 100_000, "x.leadership is nested too deeply to be a leadership model."),
        (b'{"a":' * 100_000, "x.leadership is nested too deeply to be a leadership model."),
        (
            b'{"format": "pptx"}',
            "x.leadership is not a .leadership file: it does not say “format”: “modelbuilder leadership models”.",
        ),
        (
            _whole(version=2).encode(),
            "x.leadership was made by a newer modelbuilder (format 2); this one reads format 1.",
        ),
        (_whole(version="1").encode(), "x.leadership does not say which version of the format it has."),
        (_whole(version=True).encode(), "x.leadership does not say which version of the format it has."),
        (_whole(version=0).encode(), "x.leadership does not say which version of the format it has."),
        (
            _whole(documents=1).encode(),
            "x.leadership: “documents” is not a known field here; did you mean document?",
        ),
        (
            b'{"format": "modelbuilder leadership models", "version": 1}',
            "x.leadership: “document” is missing.",
        ),
        (_whole(7).encode(), "x.leadership: this should be a record in { }, not 7."),
        (_whole([]).encode(), "x.leadership: this should be a record in { }, not a list."),
        (_whole({}).encode(), "x.leadership holds no model."),
        (
            _whole({"title": "\ud800"}).encode(),
            "x.leadership: it holds a broken character (half of a \\u pair).",
        ),
        (_whole({"title": "x" * 2001}).encode(), "x.leadership: “title” is longer than 2,000 characters."),
        (_whole({"date": "tomorrow"}).encode(), "x.leadership: “tomorrow” is not a date such as 2026-11-21."),
        (
            _whole({"date": "2026-02-30"}).encode(),
            "x.leadership: “2026-02-30” is not a date such as 2026-11-21.",
        ),
        (
            _whole({"pepole": {}}).encode(),
            "x.leadership: “pepole” is not a known field here; did you mean people?",
        ),
        (_whole({"people": []}).encode(), "x.leadership: “people” should be a table in { }, not a list."),
        (_whole({"order": "A"}).encode(), "x.leadership: “order” should be a list in [ ], not the text “A”."),
        (_whole({"order": [1]}).encode(), "x.leadership: “order” should be a text in quotes, not 1."),
        (
            _whole().replace('"A"', "9" * 5000).encode(),
            "x.leadership: 999999999999… is too long a number for a leadership model.",
        ),
        (
            _whole().replace('"A"', "NaN").encode(),
            "x.leadership: NaN is not a number that a leadership model can hold.",
        ),
        (
            _whole({"title": json.loads("[" * 250 + "]" * 250)}).encode(),
            "x.leadership: it is nested too deeply.",
        ),
    ],
)
def test_a_file_that_is_not_one_is_refused_with_this_sentence(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.leadership"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        files.load(path)
    assert str(caught.value) == message


HANDLES = {
    "HOS": "HoS1",
    "FGB": "FGB",
    "PRIMARY": "Pellowby Primary",
    "FED": "Pellowby Federation",
    "MARTA": "Marta Quill",
}
HOS, FGB, PRIMARY, FED, MARTA = (thing(chart(SAMPLE), handle) for handle in HANDLES.values())
(MODEL,) = chart(SAMPLE).order


@pytest.mark.parametrize(
    ("where", "value", "message"),
    [
        (
            "posts/HOS/role",
            "hed",
            "in model B, post HoS1: “hed” is not a known role; did you mean consultant_head or head_of_school?",
        ),
        (
            "posts/HOS/rol",
            "ceo",
            "in model B, post HoS1: “rol” is not a known field here; did you mean role?",
        ),
        ("posts/HOS/role", None, "in model B, post HoS1: “role” should be a text in quotes, not null."),
        ("posts/HOS/role", "", "in model B, post HoS1: “role” is empty."),
        ("posts/HOS/new", "yes", "in model B, post HoS1: “new” should be true or false, not the text “yes”."),
        ("posts/HOS/new", 1, "in model B, post HoS1: “new” should be true or false, not 1."),
        ("posts/HOS", 1, "in model B, post “HOS”: this should be a record in { }, not 1."),
        ("posts/HOS/handle", "", "in model B, post “HOS”: “handle” is empty."),
        (
            "posts/HOS/at",
            FGB,
            "in model B, post HoS1: “at” names “FGB”, which is not a school or group of this model.",
        ),
        (
            "posts/HOS/person",
            "person-x",
            "in model B, post HoS1: “person” names “person-x”, which is not one of the people of the document.",
        ),
        (
            "posts/HOS/home",
            FED,
            "in model B, post HoS1: “home” names “FED”, which is not a school of this model.",
        ),
        (
            "bodies/FGB/seats",
            "12",
            "in model B, body FGB: “seats” should be a whole number, not the text “12”.",
        ),
        ("bodies/FGB/seats", True, "in model B, body FGB: “seats” should be a whole number, not true."),
        ("bodies/FGB/seats", 11.0, "in model B, body FGB: “seats” should be a whole number, not 11.0."),
        ("bodies/FGB/seats", -1, "in model B, body FGB: “seats” is -1; the least is 0."),
        ("bodies/FGB/seats", 4000, "in model B, body FGB: “seats” is 4,000; the most is 1,000."),
        ("bodies/FGB/seats", 10**25, "in model B, body FGB: “seats” is 1e+25; the most is 1,000."),
        (
            "groups/FED/kind",
            "federation",
            "in model B, group Pellowby Federation: “federation” is not a known kind of group; did "
            "you mean soft_federation or hard_federation or mixed_federation?",
        ),
        (
            "groups/FED/group",
            PRIMARY,
            "in model B, group Pellowby Federation: “group” names “PRIMARY”, which is not a group of this model.",
        ),
        ("groups/FED/group", FED, "in model B, group Pellowby Federation stands inside itself."),
        (
            "placements/PRIMARY/need",
            "huge",
            "in model B, school Pellowby Primary: “huge” is not a known level of need.",
        ),
        (
            "placements/PRIMARY/pupils",
            1e9,
            "in model B, school Pellowby Primary: “pupils” should be a whole number, not 1000000000.0.",
        ),
        (
            "placements/school-x",
            {},
            "in model B, the school “school-x” is not among the schools of the document.",
        ),
        (
            "figures/person-x",
            {},
            "in model B, the person “person-x” is not among the people of the document.",
        ),
        ("places/HOS/x", "left", "in model B, place of “HOS”: “x” should be a number, not the text “left”."),
        ("places/HOS/x", 1e9, "in model B, place of “HOS”: “x” is 1,000,000,000; the most is 10,000,000."),
        ("places/post-x", {}, "in model B, “places” has a place for “post-x”, which is not in this model."),
        (
            "lines/line-1",
            {"kind": "leads", "source": HOS, "target": "school-x"},
            "in model B, line “HoS1 leads ?” has no target: “school-x” is not there.",
        ),
        ("lines/line-1", {"kind": "leads", "target": HOS}, "in model B, line “line-1”: “source” is missing."),
        (
            "lines/line-1",
            {"kind": "sits_on", "source": MARTA, "target": FGB, "represents": FED},
            "in model B, line “Marta Quill sits_on FGB”: “represents” names “FED”, which is not a "
            "school of this model.",
        ),
        (
            "lines/line-1",
            {"kind": "sits_on", "source": HOS, "target": FGB, "capacity": ["chair", "clerk"]},
            "in model B, line “line-1”: “clerk” is not a known capacity.",
        ),
        (
            "lines/line-1",
            {"kind": "sits_on", "source": HOS, "target": FGB, "capacity": "chair"},
            "in model B, line “line-1”: “capacity” should be a list in [ ], not the text “chair”.",
        ),
        (
            "lines/line-1",
            {"kind": "sits_on", "source": HOS, "target": FGB, "agreement": {"final_report": "soon"}},
            "in model B, line “line-1”, its agreement: “soon” is not a date such as 2026-11-21.",
        ),
        (
            "lines/line-1",
            {"kind": "sits_on", "source": HOS, "target": FGB, "agreement": {"prioritie": ""}},
            "in model B, line “line-1”, its agreement: “prioritie” is not a known field here; did you mean priority?",
        ),
        (
            "lines/line-1",
            {"kind": "sits_on", "source": HOS, "target": FGB, "agreement": {"qa_lead": "post-x"}},
            "in model B, line “HoS1 sits_on FGB”: “qa_lead” names “post-x”, which is not there.",
        ),
        (
            "duties/duty-1",
            {"function": "budget", "school": PRIMARY},
            "in model B, duty “duty-1”: “budget” is not a known headship function.",
        ),
        (
            "duties/duty-1",
            {"function": "f25", "school": FED, "accountable": HOS},
            "in model B, duty “f25”: “school” names “FED”, which is not a school of this model.",
        ),
        (
            "duties/duty-1",
            {"function": "f25", "school": PRIMARY, "accountable": HOS, "contributes": [MARTA]},
            "in model B, duty “f25” of Pellowby Primary: “contributes” names “MARTA”, which is not a post or body of "
            "this model.",
        ),
        (
            "duties/duty-1",
            {"function": "f25", "school": PRIMARY},
            "in model B, duty “f25” of Pellowby Primary is held by nobody.",
        ),
        (
            "bodies/HOS",
            {"handle": "B", "kind": "members"},
            "in model B, the id “HOS” stands for a post and for a body.",
        ),
        (
            "posts/a b",
            {"handle": "X", "role": "ceo"},
            "in model B: “a b” is not an id: 1 to 80 letters, digits and the signs . _ : -",
        ),
        ("votes", {"gone": 2}, "in model B, “votes” has dots on “gone”, which is not in this model."),
        ("votes", {"HOS": 0}, "in model B: “votes” is 0; the least is 1."),
        ("votes", {"HOS": "3"}, "in model B: “votes” should be a whole number, not the text “3”."),
        (
            "stickies",
            {"note-1": {"text": "x", "topic": "chalenge"}},
            "in model B, sticky note “note-1”: “chalenge” is not a known topic; did you mean challenge?",
        ),
        ("when", "soon", "in model B: “soon” is not a known time."),
        ("label", 7, "in model “MODEL”: “label” should be a text in quotes, not 7."),
        ("posts", [], "in model B: “posts” should be a table in { }, not a list."),
        ("stages", [], "in model B: “stages” is not a known field here; did you mean strokes or stickies?"),
    ],
)
def test_a_wrong_field_is_refused_with_this_sentence(where: str, value: object, message: str) -> None:
    names = {"HOS": HOS, "FGB": FGB, "PRIMARY": PRIMARY, "FED": FED, "MARTA": MARTA, "MODEL": MODEL}
    whole = json.loads(files.dump(chart(SAMPLE)))
    *steps, last = [names.get(step, step) for step in where.split("/")]
    here = whole["document"]["models"][MODEL]
    for step in steps:
        here = here.setdefault(step, {})
    here[last] = value
    with pytest.raises(InputError) as caught:
        files.parse(json.dumps(whole), "x.leadership")
    for name, thing_id in names.items():
        message = message.replace(f"“{name}”", f"“{thing_id}”")
    assert str(caught.value) == f"x.leadership: {message}"


def test_an_infinite_number_is_refused() -> None:
    whole = json.loads(files.dump(chart(SAMPLE)))
    whole["document"]["models"][MODEL]["places"] = {HOS: {"x": 12345}}
    text = json.dumps(whole).replace("12345", "1e999")
    with pytest.raises(InputError) as caught:
        files.parse(text, "x")
    assert str(caught.value) == f"x: in model B, place of “{HOS}”: “x” should be a finite number, not inf."


@pytest.mark.parametrize("order", [[], [MODEL, MODEL], [MODEL, "model-x"]])
def test_the_order_names_each_model_once(order: list[str]) -> None:
    whole = json.loads(files.dump(chart(SAMPLE)))
    whole["document"]["order"] = order
    with pytest.raises(InputError) as caught:
        files.parse(json.dumps(whole), "x")
    assert str(caught.value) == "x: “order” does not name each model once."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_an_unreadable_place_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "loop.leadership").symlink_to(tmp_path / "loop.leadership")
    with pytest.raises(InputError, match=r"loop\.leadership cannot be read: Too many levels of symbolic links\."):
        files.load(tmp_path / "loop.leadership")
