"""Rules that speak of what is simply not drawn: in a chart of a few lines they cannot all be silent."""

from collections.abc import Iterable

from modelbuilder.accountability.findings import Finding

UNSAID = frozenset({"R37", "R49", "R55", "R61", "R70", "R72", "R73", "R74", "R78"})
"""No clerk, finance officer, scheme, second school, cover, peers or deputy is drawn."""


def said(found: Iterable[Finding], *but: str) -> list[Finding]:
    """Leave out findings about what is not drawn, but for those of some codes."""
    return [finding for finding in found if finding.code not in UNSAID or finding.code in but]
