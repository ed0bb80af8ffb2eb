"""Somebody works for a partnership that cannot employ them

A partnership, family of schools or cluster is no legal person: its director and its staff have a contract with
a host, which may be a school, a college or the local authority. If no host is named, nobody pays, insures or
appraises them. This is our proposal [INF].

The rule looks at partnership directors and locality leads, and at other staff who stand in a partnership;
heads and executives are left to their schools. It cannot see a contract that is not drawn.

Wrong:
    group "Castlebarrow Partnership" kind=fourteen_nineteen_partnership
    body PB kind=partnership_board at="Castlebarrow Partnership"
    outside College kind=college label="Castlebarrow College"
    post PD role=partnership_director at="Castlebarrow Partnership"
    PD accountable_to PB
    person "Nell Brodie"
    "Nell Brodie" sits_on PB capacity=chair
    College supports_challenges PD

Right:
    group "Castlebarrow Partnership" kind=fourteen_nineteen_partnership
    body PB kind=partnership_board at="Castlebarrow Partnership"
    outside College kind=college label="Castlebarrow College"
    post PD role=partnership_director at="Castlebarrow Partnership"
    PD accountable_to PB
    person "Nell Brodie"
    "Nell Brodie" sits_on PB capacity=chair
    College employs PD
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import EXECUTIVES, ROLES, SCHOOL_LEADERS

RULE = Rule(
    code="R90",
    slug="partnership-staff-without-employer",
    title="Partnership staff have a named host employer",
    severity=Severity.WARNING,
    source="INF",
    standing="proposal",
    applies=("fourteen_nineteen_partnership", "whole_town_partnership"),
)

_STAFF = frozenset({"partnership_director", "locality_lead"})
_NO_EMPLOYER = frozenset(
    {
        "cluster",
        "soft_federation",
        "fourteen_nineteen_partnership",
        "whole_town_partnership",
        "teaching_school_alliance",
        "la_initiative",
    }
)
_HOSTS = ("college", "local_authority", "agency")


def find(ask: Questions) -> Findings:
    """Find staff of partnerships whom nobody is drawn to employ."""
    groups = ask.model.groups
    for post_id, post in ask.each(ask.model.posts):
        group = groups.get(post.at) if post.at else None
        there = group is not None and group.kind in _NO_EMPLOYER
        staff = there and ROLES[post.role].employed and post.role not in SCHOOL_LEADERS | EXECUTIVES
        if post.role == "agency_worker" or not (staff or post.role in _STAFF):
            continue
        if any(ask.lines.into("employs", one) for one in (post_id, post.person) if one):
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} works for a partnership, but nobody is named as the employer.",
            "A partnership is no legal person: one of the partners is the host and holds the contract.",
            subjects=[post_id],
            fixes=[
                Fix(f"Make {wording.name(ask, host)} the employer", repairs.draw("employs", host, post_id))
                for host in _hosts(ask, post.at)
                if not post.accounting_officer
            ],
        )


def _hosts(ask: Questions, place_id: ThingId | None) -> list[ThingId]:
    """List the colleges and the local authority on the page, and then the schools of the partnership."""
    bodies = ask.model.bodies
    outside = [body_id for kind in _HOSTS for body_id in ask.sorted(bodies) if bodies[body_id].kind == kind]
    return [*outside, *(ask.places.schools(place_id) if place_id else ask.sorted(ask.model.placements))]
