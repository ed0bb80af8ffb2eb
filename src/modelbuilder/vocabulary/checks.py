"""How strictly models are checked: the presets, and how much a finding can matter."""

from typing import NamedTuple

SEVERITIES = ("error", "warning", "advice")
"""From “must fix” to “idea”."""


class Preset(NamedTuple):
    """A choice of rules for an occasion."""

    key: str
    label: str
    meaning: str


PRESETS = {
    preset.key: preset
    for preset in (
        Preset("law", "Law and guidance", "only what law or official guidance says"),
        Preset("practice", "Good practice", "all rules: law, guidance, practice and our own proposals"),
        Preset("quiet", "Quiet (workshop)", "only what must be fixed; nothing to check, no ideas"),
    )
}
