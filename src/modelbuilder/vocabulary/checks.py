"""How strictly models are checked: the presets, and how much a finding can matter."""

from typing import NamedTuple

SEVERITIES = ("error", "warning", "advice")
"""From “must fix” to “idea”."""

SEVERITY_WORDS = {"error": "Must fix", "warning": "Check", "advice": "Idea"}
"""What a severity is called wherever people read it."""

VOICES = {
    "law": "the law",
    "guidance": "official guidance",
    "practice": "practice in the field",
    "proposal": "our own proposal",
}
"""Who says that something is a fault, by the standing of a rule."""


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
