"""What is wrong with a chart is said in one sentence, with line, column, word and the nearest known words."""

import pytest

from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.errors import InputError

START = 'post HT role=headteacher\npost EHT role=executive_headteacher\nschool "Pellowby"\nperson "Dai"\n'
STAGES = "school T\nstage B/1\nschool S\npost HT role=headteacher at=S\nstage B/2\n"

BAD = [
    ("pst X role=ceo", "line 1, column 1: “pst” is not a known statement; did you mean post?"),
    ("xyzzy", "line 1, column 1: “xyzzy” is not a known statement."),
    ("label=x", "line 1, column 1: “label=” is not a known statement."),
    ("\n\n   HT", "line 3, column 4: “HT” is not a known statement."),
    ('post "HT', 'line 1, column 6: the quote " is never closed.'),
    ("note", "line 1, column 1: after “note” come its words: note “Who chairs?”."),
    ("note topic=for", "line 1, column 1: after “note” come its words: note “Who chairs?”."),
    ('note ""', "line 1, column 6: an empty note needs a name, such as as=N1."),
    ("note x\nnote x", "line 2, column 6: “x” is already the name of a note."),
    ("note x as=HT\npost HT role=ceo", "line 2, column 6: “HT” is already the name of a note."),
    ("note x topic=chalenge", "line 1, column 8: “chalenge” is not a known topic; did you mean challenge?"),
    ("note x colour=mauve", "line 1, column 8: “mauve” is not a known colour."),
    ("note " + "x" * 2001, "line 1, column 6: the note is longer than 2,000 characters."),
    (START + "note N\nN leads Pellowby", "line 6, column 1: “N” is not a known name in model A."),
    (START + "note N\nHT accountable_to N", "line 6, column 19: “N” is not a known name in model A."),
    (START + "votes HT", "line 5, column 1: write: votes HoS1 3, or votes HoS1 accountable_to EHT 3."),
    (START + "votes HT 3 which=2", "line 5, column 1: write: votes HoS1 3, or votes HoS1 accountable_to EHT 3."),
    (START + "votes HT 0", "line 5, column 10: this is a whole number from 1 to 1000, not “0”."),
    (START + "votes HT 1\nvotes HT 1", "line 6, column 7: these votes are counted already."),
    (START + "votes Dai 3", "line 5, column 7: “Dai” is not in model A."),
    (START + "votes EHX 3", "line 5, column 7: “EHX” is not a known name in model A; did you mean EHT?"),
    (START + "votes HT accountable_to EHT 3", "line 5, column 10: model A has no such line."),
    (
        START + "HT accountable_to EHT\nvotes HT accountable_to EHT 3 which=2",
        "line 6, column 10: model A has no such line.",
    ),
    ("model A votes=0", "line 1, column 9: votes= is a whole number from 1 to 1000, not “0”."),
    ("stage B/1 when=soon", "line 1, column 11: “soon” is not a known when."),
    ("fit Dai teaching=5", "line 1, column 9: teaching= is a whole number from 0 to 4, not “5”."),
    ("fit Dai conditions=peace", "line 1, column 9: “peace” is not a known conditions; did you mean peers?"),
    ("fit Dai\nfit Dai", "line 2, column 5: there is a card of “Dai” already."),
    ("post", "line 1, column 1: a post needs a name after the word “post”."),
    ("post role=ceo", "line 1, column 1: a post needs a name after the word “post”."),
    ('school ""', "line 1, column 8: a name has 1 to 200 characters."),
    ("school " + "x" * 201, "line 1, column 8: a name has 1 to 200 characters."),
    ("model", "line 1, column 1: a model has a label: model B “its title”."),
    ("model ABCDEFGHIJKLM", "line 1, column 7: the label of a model has 1 to 12 characters."),
    ("document a\ndocument b", "line 2, column 1: the document is described twice."),
    (
        "document a date=21.11.2026",
        "line 1, column 12: date= is a date such as 2026-11-21, not “21.11.2026”.",
    ),
    (
        "document a date=2026-02-30",
        "line 1, column 12: date= is a date such as 2026-11-21, not “2026-02-30”.",
    ),
    ("document " + "x" * 2001, "line 1, column 10: the title is longer than 2,000 characters."),
    ("model A notes=" + "x" * 2001, "line 1, column 9: notes= is longer than 2,000 characters."),
    ("post HT", "line 1, column 1: the post HT needs role=, for example role=headteacher."),
    ("body GB", "line 1, column 1: the body GB needs kind=, for example kind=governing_body."),
    ("outside LA", "line 1, column 1: the body LA needs kind=, for example kind=local_authority."),
    ("group G", "line 1, column 1: the group “G” needs kind=, for example kind=hard_federation."),
    (
        "post HT role=hedteacher",
        "line 1, column 9: “hedteacher” is not a known role; did you mean headteacher"
        " or co_headteacher or deputy_headteacher?",
    ),
    (
        "body GB kind=goverming_body",
        "line 1, column 9: “goverming_body” is not a known kind; did you mean governing_body or local_governing_body?",
    ),
    (
        "post HT role=headteacher labl=x",
        "line 1, column 26: “labl” is not a known field here; did you mean label?",
    ),
    (
        "post HT role=headteacher x",
        "line 1, column 26: “x” is not expected here; a field is written key=value.",
    ),
    ("post HT role=ceo role=cfo", "line 1, column 18: role= is given twice."),
    ("post HT role=ceo new=maybe", "line 1, column 18: new= is yes or no, not “maybe”."),
    ("school S pupils=many", "line 1, column 10: pupils= is a whole number from 0 to 100000, not “many”."),
    ("school S pupils=-1", "line 1, column 10: pupils= is a whole number from 0 to 100000, not “-1”."),
    (
        "body GB kind=members seats=1001",
        "line 1, column 22: seats= is a whole number from 0 to 1000, not “1001”.",
    ),
    ("body GB kind=members seats=٣", "line 1, column 22: seats= is a whole number from 0 to 1000, not “٣”."),
    ("post HT role=ceo\npost HT role=cfo", "line 2, column 6: “HT” is already the name of a post."),
    ("school S\npost S role=cfo", "line 2, column 6: “S” is already the name of a school."),
    ("post S role=cfo\nschool S", "line 2, column 8: “S” is already the name of a post."),
    ("post S role=cfo held_by=S", "line 1, column 17: “S” is already the name of a post."),
    (
        "school S\nschool S",
        "line 2, column 8: “S” is described twice; where two schools share a name, give one as=.",
    ),
    (
        "school S\nschool T as=S",
        "line 2, column 8: “T” has the handle of “S”; give one of them another with as=.",
    ),
    (
        "person Jo as=J1\nperson Jo as=J2\npost HT role=ceo held_by=Jo",
        "line 3, column 18: two people are called “Jo”; use the handle given with as=.",
    ),
    (
        "school Jo as=J1\nschool Jo as=J2\npost HT role=ceo at=Jo",
        "line 3, column 18: “Jo” is the name of two things; use the handle given with as=.",
    ),
    (
        START + "HT acountable_to EHT",
        "line 5, column 4: “acountable_to” is not a known relation; did you mean accountable_to or accountable_for?",
    ),
    (START + "XX zzz EHT", "line 5, column 4: “zzz” is not a known relation."),
    (START + "HT", "line 5, column 1: “HT” needs a relation and another name after it."),
    (START + "HT label=x", "line 5, column 1: “HT” needs a relation and another name after it."),
    (
        START + "HT accountable_to",
        "line 5, column 4: “accountable_to” needs something after it: who or what.",
    ),
    (
        START + "HT accountable_to EHTT",
        "line 5, column 19: “EHTT” is not a known name in model A; did you mean EHT or HT?",
    ),
    (
        START + "post X role=ceo at=Pelowby",
        "line 5, column 17: “Pelowby” is not a known school or group in model A; did you mean Pellowby?",
    ),
    (
        START + "post X role=ceo home=HT",
        "line 5, column 17: “HT” is a post; what is needed here is a school.",
    ),
    (START + 'HT in "Pellowby"', "line 5, column 1: “HT” is a post; say where it belongs with at=."),
    (START + '"Pellowby" in HT', "line 5, column 15: “HT” is a post; what is needed here is a group."),
    (START + '"Pellowby" in', "line 5, column 12: write: “School” in “Group”."),
    (
        START + "Dai accountable_to EHT",
        "line 5, column 1: “Dai” is a person; this line needs a post, body, school or group.",
    ),
    (
        START + "HT leads Pellowby mode=hed",
        "line 5, column 19: “hed” is not a known mode; did you mean head?",
    ),
    (
        START + "body B kind=members\nDai sits_on B capacity=chair,clerk",
        "line 6, column 15: “clerk” is not a known capacity.",
    ),
    (START + "HT covers EHT of=HT", "line 5, column 15: “HT” is a post; what is needed here is a school."),
    (START + 'duty f25 "Pellowby"', "line 5, column 1: write: duty f25 of “School” accountable=… contributes=…."),
    (
        START + 'duty f25 of "Pellowby"',
        "line 5, column 1: a duty names who is accountable= for it, or who contributes= to it.",
    ),
    (
        START + 'duty "Budget" of "Pellowby" accountable=HT',
        "line 5, column 6: “Budget” is not a known function; did you mean Budget and finance?",
    ),
    (
        START + "duty f25 of HT accountable=HT",
        "line 5, column 13: “HT” is a post; what is needed here is a school.",
    ),
    (
        START + "duty f25 of Pellowby contributes=HT,SBM",
        "line 5, column 22: “SBM” is not a known post or body in model A.",
    ),
    (
        START + "HT covers EHT agreement=no priority=reading",
        "line 5, column 28: priority= is part of an agreement, but agreement=no says that there is none.",
    ),
    (
        START + "HT covers EHT interim_report=2027",
        "line 5, column 15: interim_report= is a date such as 2026-11-21, not “2027”.",
    ),
    ("school \ud800", "line 1, column 8: this character is broken (half of a pair)."),
    ("stage", "line 1, column 1: a stage has an address: stage B/4 “its title”."),
    ("stage B", "line 1, column 7: “B” is not the address of a stage: a story and a number, as in B/4."),
    ("model B/4", "line 1, column 7: “B/4” is the address of a stage; write: stage B/4 “its title”."),
    (
        "stage B/4 date=2024",
        "line 1, column 11: date= is a month or a date such as 2026-11 or 2026-11-21, not “2024”.",
    ),
    (
        START + "remove HT",
        "line 5, column 1: only a stage has something before it to remove from: stage B/4 “its title”.",
    ),
    ("stage B/1\nremove HT", "line 2, column 1: B/1 is the first stage of its story: there is nothing to remove."),
    ("stage B/1\npost HT", "line 2, column 1: the post HT needs role=, for example role=headteacher."),
    (STAGES + "remove HTT", "line 6, column 8: “HTT” is not a known name in model B/2; did you mean HT?"),
    (STAGES + "remove T", "line 6, column 8: “T” cannot be removed: the stage before B/2 has nothing like it."),
    (
        STAGES + "remove HT leads S",
        "line 6, column 11: “leads” cannot be removed: the stage before B/2 has nothing like it.",
    ),
    (
        STAGES + "remove S in S",
        "line 6, column 8: “S” cannot be removed: the stage before B/2 has nothing like it.",
    ),
    (
        STAGES + "remove duty f25 of S",
        "line 6, column 13: “f25” cannot be removed: the stage before B/2 has nothing like it.",
    ),
    (
        STAGES + "remove",
        "line 6, column 1: write: remove X, remove A accountable_to B, or remove duty f25 of “School”.",
    ),
    (STAGES + "remove HT role=ceo", "line 6, column 1: remove takes names, and no fields."),
    (STAGES + "post HT new=yes\npost HT new=no", "line 7, column 6: “HT” is already the name of a post."),
    (STAGES + "post HT role=", "line 6, column 9: “” is not a known role."),
    (STAGES + "HT likes S", "line 6, column 4: “likes” is not a known relation; did you mean leads?"),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[message for _, message in BAD])
def test_a_bad_chart_is_refused_with_this_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_chart(text)
    assert str(caught.value) == message


def test_nothing_is_half_read() -> None:
    good = START + "HT accountable_to EHT\n"
    with pytest.raises(InputError):
        read_chart(good + "EHT accountable_to Nobody")
    (model,) = read_chart(good).models.values()
    assert len(model.lines) == 1
