"""One large trust in which everything is drawn that its leaders would draw, so that few rules have anything to say."""

from collections.abc import Iterator

from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.records import Document

_HUB = 5
_STAFF = ("assistant_headteacher", "senco", "school_business_manager", "middle_leader")
_POSTS = 10


def large_trust(schools: int) -> Document:
    """Return a trust of so many schools in hubs of five, with ten posts for each school."""
    return read_chart("\n".join([*_top(), *(row for n in range(schools) for row in _school(n))]))


def _top() -> Iterator[str]:
    yield "group T kind=multi_academy_trust"
    yield "body M kind=members at=T seats=5"
    yield "body TB kind=trust_board of=T seats=9 employees=1 parents=2"
    for handle, role in (("CEO", "ceo"), ("CFO", "cfo"), ("DoE", "director_of_education")):
        yield f'post {handle} role={role} at=T held_by="{handle} holder"{" accounting_officer=yes" * (role == "ceo")}'
    yield 'post GP role=governance_professional held_by="GP holder"'
    yield from ("TB accountable_to M", "CEO accountable_to TB", "CFO accountable_to CEO", "DoE accountable_to CEO")
    yield from ("GP advises TB", "DoE covers CEO order=1", "CEO sits_on TB capacity=ex_officio,employee")


def _school(n: int) -> Iterator[str]:
    hub, school, head = n // _HUB, f"School{n}", f"HT{n}"
    if n % _HUB == 0:
        yield f"group Hub{hub} kind=hub"
        yield f"Hub{hub} in T"
        yield f'post EP{hub} role=executive_principal at=Hub{hub} held_by="Executive {hub}"'
        yield from (f"EP{hub} accountable_to DoE", f"{head} covers EP{hub} order=1")
    yield f"school {school} category=academy easting={450_000 + n % 10 * 3000} northing={350_000 + n // 10 * 3000}"
    yield f"{school} in Hub{hub}"
    yield f"body LGB{n} kind=local_governing_body of={school} at={school} seats=9 parents=2"
    yield from (f"LGB{n} accountable_to TB", f'TB delegates_to LGB{n} scheme="standards; SEND"')
    yield f'post {head} role=headteacher at={school} held_by="Head {n}"'
    yield f'post D{n} role=deputy_headteacher at={school} held_by="Deputy {n}"'
    yield from (f"{head} leads {school} mode=head", f"{head} accountable_to EP{hub}", f"{head} public_face_of {school}")
    yield from (f"EP{hub} leads {school} mode=executive", f"D{n} accountable_to {head}")
    yield from (f"D{n} covers {head} order=1", f"EP{hub} covers {head} order=2")
    if n % _HUB:
        yield f"{head} peer_support HT{n - 1}"
    for index in range(_POSTS - 2):
        role = _STAFF[min(index, len(_STAFF) - 1)]
        yield f'post S{n}-{index} role={role} at={school} held_by="Staff {n} {index}" label="{role} {index}"'
        yield f"S{n}-{index} accountable_to D{n}"
