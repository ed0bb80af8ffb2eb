"""Line types: what each means, what it may join and how it is drawn (domain notes §4)."""

from enum import StrEnum
from typing import NamedTuple

from modelbuilder.vocabulary.strokes import Dash, Hue, Tip


class End(StrEnum):
    """What a line can end on."""

    POST = "post"
    BODY = "body"
    SCHOOL = "school"
    GROUP = "group"
    PERSON = "person"


class LineKind(NamedTuple):
    """A typed relationship from a source to a target.

    `likely` orders the offers when two things are joined: the lower, the likelier.
    `mutual` lines have no direction. `tag` is a short mark that sits on the line. Lines that are not
    `drawn` are facts for the rules: no page shows them, and joining two things does not offer them.
    """

    key: str
    label: str
    sources: frozenset[End]
    targets: frozenset[End]
    dash: Dash
    weight: float
    hue: Hue
    head: Tip = Tip.NONE
    tail: Tip = Tip.NONE
    tag: str = ""
    mutual: bool = False
    drawn: bool = True
    likely: int = 50
    hint: str = ""


_POST = frozenset({End.POST})
_PERSONAL = frozenset({End.POST, End.PERSON})
_BODY = frozenset({End.BODY})
_ACTORS = frozenset({End.POST, End.BODY, End.PERSON})
_PLACES = frozenset({End.SCHOOL, End.GROUP})
_ANY = frozenset(End)
_SCHOOL = frozenset({End.SCHOOL})

_ALL = (
    LineKind(
        "accountable_to",
        "accountable to",
        frozenset({End.POST, End.BODY}),
        frozenset({End.POST, End.BODY}),
        Dash.SOLID,
        3,
        Hue.INK,
        head=Tip.TRIANGLE,
        likely=10,
        hint="Answers to, or is line managed by",
    ),
    LineKind(
        "accountable_for",
        "accountable for",
        _POST,
        _PLACES,
        Dash.SOLID,
        3,
        Hue.INDIGO,
        head=Tip.DOT,
        likely=30,
        hint="Is ultimately accountable for the school",
    ),
    LineKind(
        "leads",
        "leads",
        _POST,
        _PLACES,
        Dash.SOLID,
        2.2,
        Hue.TEAL,
        likely=20,
        hint="Leads the school day to day, or as its executive",
    ),
    LineKind(
        "public_face_of",
        "public face of",
        _POST,
        _PLACES,
        Dash.DOUBLE,
        1.4,
        Hue.TEAL,
        tag="face",
        likely=40,
        hint="The person parents know as the head",
    ),
    LineKind(
        "governs",
        "governs",
        _BODY,
        _PLACES,
        Dash.SOLID,
        3,
        Hue.GOLD,
        tail=Tip.DIAMOND,
        likely=10,
        hint="Governs the school, or each school of the group",
    ),
    LineKind(
        "holds_to_account",
        "holds to account",
        _BODY,
        _POST,
        Dash.LONG,
        2.2,
        Hue.GOLD,
        head=Tip.OPEN,
        likely=30,
        hint="Holds a leader to account without line managing",
    ),
    LineKind(
        "appoints",
        "appoints",
        frozenset({End.BODY, End.POST}),
        _ACTORS,
        Dash.SOLID,
        1.4,
        Hue.GOLD,
        tail=Tip.RING,
        likely=60,
        hint="Appoints people to posts or seats",
    ),
    LineKind(
        "sits_on",
        "sits on",
        _PERSONAL,
        _BODY,
        Dash.DOTTED,
        1.6,
        Hue.GOLD,
        head=Tip.TICK,
        likely=20,
        hint="Has a seat on the body",
    ),
    LineKind(
        "part_of",
        "part of",
        frozenset({End.SCHOOL, End.GROUP, End.BODY}),
        frozenset({End.GROUP, End.BODY}),
        Dash.SOLID,
        1.4,
        Hue.GREY,
        tag="part",
        likely=35,
        hint="Also belongs to another group",
    ),
    LineKind(
        "delegates_to",
        "delegates to",
        frozenset({End.BODY, End.POST}),
        frozenset({End.BODY, End.POST}),
        Dash.DASHED,
        2.2,
        Hue.GOLD,
        head=Tip.TRIANGLE,
        tag="SoD",
        likely=25,
        hint="Delegates functions by a scheme of delegation",
    ),
    LineKind(
        "supports_challenges",
        "supports and challenges",
        _ANY,
        _ANY,
        Dash.DASH_DOT,
        2.2,
        Hue.GREEN,
        head=Tip.OPEN,
        likely=45,
        hint="Supports and challenges; is not accountable",
    ),
    LineKind(
        "peer_support",
        "peer support",
        _ANY - {End.BODY},
        _ANY - {End.BODY},
        Dash.DOTTED,
        2.2,
        Hue.GREEN,
        mutual=True,
        likely=42,
        hint="Equals who help one another",
    ),
    LineKind(
        "school_to_school_support",
        "school-to-school support",
        frozenset({End.SCHOOL, End.GROUP, End.BODY}),
        _SCHOOL,
        Dash.DASHED,
        2.2,
        Hue.GREEN,
        head=Tip.OPEN,
        tag="S2S",
        likely=30,
        hint="A school helps another under an agreement",
    ),
    LineKind(
        "coaches",
        "coaches",
        _PERSONAL,
        _PERSONAL,
        Dash.DOTTED,
        2,
        Hue.INDIGO,
        head=Tip.RING,
        likely=55,
        hint="Coaches a leader",
    ),
    LineKind(
        "mentors",
        "mentors",
        _PERSONAL,
        _PERSONAL,
        Dash.DOTTED,
        2,
        Hue.INDIGO,
        tail=Tip.RING,
        likely=56,
        hint="Mentors a leader",
    ),
    LineKind(
        "advises",
        "advises",
        _ACTORS,
        _ANY,
        Dash.DOTTED,
        2,
        Hue.GREY,
        head=Tip.OPEN,
        likely=48,
        hint="Gives advice; decides nothing",
    ),
    LineKind(
        "commissions",
        "commissions",
        frozenset({End.BODY, End.SCHOOL, End.GROUP}),
        _ANY,
        Dash.DASH_DOT,
        2,
        Hue.GREY,
        head=Tip.BAR,
        likely=65,
        hint="Buys a service from a provider",
    ),
    LineKind(
        "quality_assures",
        "quality assures",
        frozenset({End.POST, End.BODY}),
        _ANY,
        Dash.DOTTED,
        2,
        Hue.GREY,
        tag="QA",
        likely=66,
        hint="Checks the quality of support",
    ),
    LineKind(
        "shares_staff",
        "shares staff",
        _PLACES,
        _PLACES,
        Dash.DOUBLE,
        1.4,
        Hue.GREY,
        mutual=True,
        likely=50,
        hint="Two schools share people",
    ),
    LineKind(
        "shares_services",
        "shares services",
        frozenset({End.SCHOOL, End.GROUP, End.POST}),
        frozenset({End.SCHOOL, End.GROUP, End.POST}),
        Dash.DOUBLE,
        1.4,
        Hue.GREEN,
        tag="services",
        mutual=True,
        likely=51,
        hint="Two schools share a service",
    ),
    LineKind(
        "employs",
        "employs",
        frozenset({End.SCHOOL, End.GROUP, End.BODY}),
        _PERSONAL | _BODY,
        Dash.DASHED,
        1.4,
        Hue.INK,
        tag="employs",
        likely=60,
        hint="Is the employer of",
    ),
    LineKind(
        "covers",
        "covers",
        _PERSONAL,
        _POST,
        Dash.DOTTED,
        2,
        Hue.TEAL,
        tag="C",
        likely=40,
        hint="Steps in when the other is away",
    ),
    LineKind(
        "develops",
        "develops",
        _PERSONAL,
        _PERSONAL,
        Dash.DOTTED,
        2,
        Hue.TEAL,
        head=Tip.TRIANGLE,
        likely=58,
        hint="Prepares for the next post",
    ),
    LineKind(
        "inspects",
        "inspects",
        _BODY,
        _ANY,
        Dash.DOTTED,
        2,
        Hue.GREY,
        head=Tip.OPEN,
        tag="insp",
        likely=40,
        hint="Inspects the school or trust",
    ),
    LineKind(
        "intervenes",
        "intervenes",
        _BODY,
        _ANY,
        Dash.DOTTED,
        2,
        Hue.GREY,
        head=Tip.OPEN,
        tag="int",
        likely=62,
        hint="Can intervene in the school or trust",
    ),
    LineKind(
        "coordinates",
        "co-ordinates",
        frozenset({End.BODY, End.POST}),
        _PLACES,
        Dash.DASH_DOT,
        2,
        Hue.GOLD,
        likely=45,
        hint="Co-ordinates without governing",
    ),
    LineKind(
        "reports_to_for_information",
        "reports for information to",
        _POST,
        _BODY,
        Dash.DOTTED,
        2,
        Hue.INK,
        head=Tip.OPEN,
        tag="info",
        likely=52,
        hint="Informs a body that decides nothing about the post",
    ),
    LineKind(
        "journey",
        "journey to",
        _SCHOOL,
        _SCHOOL,
        Dash.DOTTED,
        1.4,
        Hue.GREY,
        tag="min",
        mutual=True,
        drawn=False,
        likely=100,
        hint="How long the way from one school to the other takes",
    ),
)

LINES: dict[str, LineKind] = {kind.key: kind for kind in _ALL}

SUPPORT = frozenset({"supports_challenges", "advises", "peer_support", "school_to_school_support"})
"""Lines that help and never make accountable (R14)."""
