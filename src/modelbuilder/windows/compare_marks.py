"""What differs, marked on the cards of models beside each other: by a sign and a word, and never by colour alone."""

from modelbuilder.accountability.wording import listed
from modelbuilder.compare.differences import What
from modelbuilder.compare.listing import marked
from modelbuilder.compare.several import Several
from modelbuilder.document.ids import ThingId
from modelbuilder.editor.emphasis import PLAIN, Emphasis, Tag
from modelbuilder.vocabulary.changes import MARKS

_LOOKS = {What.ADDED: "new", What.REMOVED: "gone", What.MOVED: "moved", What.CHANGED: "changed"}


def emphases(several: Several) -> list[Emphasis]:
    """Return what to bring out on each page: on the first what others have not, on them what is otherwise there.

    Models that are strangers to the first would be marked all over: they are left as they are.
    """
    missing: dict[ThingId, list[str]] = {}
    found: list[Emphasis] = []
    for other in range(1, len(several.asks)):
        if several.strangers(other):
            found.append(PLAIN)
            continue
        gone, here = marked(several.comparison(other))
        for thing_id, what in gone.items():
            if what is What.REMOVED:
                missing.setdefault(thing_id, []).append(several.asks[other].model.label)
        tags = {
            thing_id: (Tag(str(MARKS[what]), _LOOKS[what]),)
            for thing_id, what in here.items()
            if what is not What.REMOVED
        }
        found.append(Emphasis(tags=tags))
    sign, look = MARKS[What.REMOVED].sign, _LOOKS[What.REMOVED]
    first = {one: (Tag(f"{sign} not in {listed(labels)}", look),) for one, labels in missing.items()}
    return [Emphasis(tags=first) if first else PLAIN, *found]
