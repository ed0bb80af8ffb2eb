"""What differs, marked on the cards of models beside each other: by a sign and a word, and never by colour alone."""

from modelbuilder.compare.differences import What
from modelbuilder.compare.marking import signs
from modelbuilder.compare.several import Several
from modelbuilder.editor.emphasis import PLAIN, Emphasis, Tag

_LOOKS = {What.ADDED: "new", What.REMOVED: "gone", What.MOVED: "moved", What.CHANGED: "changed"}


def emphases(several: Several) -> list[Emphasis]:
    """Return what to bring out on each page."""
    return [
        Emphasis(tags={one: (Tag(sign.words, _LOOKS[sign.what]),) for one, sign in row.items()}) if row else PLAIN
        for row in signs(several)
    ]
