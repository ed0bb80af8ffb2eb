"""The commands that tell: `rules`, `explain`, `who` and `narrate`."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelbuilder.document.errors import InputError, nearest
from modelbuilder.vocabulary.checks import SEVERITY_WORDS, VOICES

if TYPE_CHECKING:
    from modelbuilder.accountability.rule import Rule


def add_commands(commands: Any) -> None:
    """Describe the commands to argparse."""
    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument("--format", choices=("text", "md", "json"), default="text")
    explain = commands.add_parser("explain", help="print the page of one rule")
    explain.add_argument("rule", help="its code or name, for example R07 or several-primary-lines")
    who = commands.add_parser("who", help="say who answers for a school, from the holder up to the board")
    who.add_argument("file", type=Path)
    who.add_argument("school")
    who.add_argument("--question", default="day-to-day", help="outcomes, money, staffing, safeguarding, estates …")
    who.add_argument("--model", help="the letter of one model")
    narrate = commands.add_parser("narrate", help="tell the models as plain English, from board to classroom")
    narrate.add_argument("file", type=Path)
    narrate.add_argument("--model", help="the letter of one model")


def _rules(given: argparse.Namespace) -> int:
    from modelbuilder.accountability.rules import catalogue

    if given.format == "json":
        print(json.dumps({"rules": [_as_json(rule) for rule in catalogue()]}, ensure_ascii=False, indent=2))
        return 0
    if given.format == "md":
        from modelbuilder.accountability.index import table

        print(table(catalogue()))
        return 0
    for rule in catalogue():
        word = SEVERITY_WORDS[rule.severity.value]
        print(f"{rule.code}  {word:<9} {rule.standing:<9} {rule.title}  [{rule.source}]")
    return 0


def _as_json(rule: "Rule") -> dict[str, object]:
    return {
        "code": rule.code,
        "rule": rule.slug,
        "title": rule.title,
        "severity": rule.severity.value,
        "voice": rule.standing,
        "source": rule.source,
        "applies": list(rule.applies),
        "options": [option._asdict() for option in rule.options],
    }


def _explain(given: argparse.Namespace) -> int:
    from modelbuilder.accountability.manual import manual_page
    from modelbuilder.accountability.rules import catalogue

    asked = given.rule.strip().lower()
    if asked.removeprefix("r").isdecimal():
        asked = f"r{asked.removeprefix('r'):0>2}"
    rule = next((one for one in catalogue() if asked in (one.code.lower(), one.slug)), None)
    if rule is None:
        known = nearest(asked, [one.slug for one in catalogue()])
        raise InputError(f"there is no rule {given.rule}{known} The command rules lists them all.")
    page = manual_page(rule.slug)
    print(f"{rule.code} {page.title}")
    print(f"{SEVERITY_WORDS[rule.severity.value]} · {VOICES[rule.standing]} · {rule.source}\n")
    print(page.text)
    for setting, meaning in page.thresholds:
        print(f"\nrule {rule.code} {setting}: {meaning}")
    for heading, chart in (("Wrong", page.wrong), ("Right", page.right)):
        print(f"\n{heading}:\n" + "\n".join(f"    {line}" for line in chart.splitlines()))
    return 0


def _who(given: argparse.Namespace) -> int:
    from modelbuilder.accountability.who import QUESTIONS, who
    from modelbuilder.document.pages import labelled, ordered
    from modelbuilder.sources.opening import load

    if given.question not in QUESTIONS:
        raise InputError(f"“{given.question}” is not a question{nearest(given.question, QUESTIONS)}")
    document = load(given.file)
    models = ordered(document) if given.model is None else [labelled(document, given.model, given.file.name)]
    schools = {
        school_id for school_id, school in document.schools.items() if given.school in (school.name, school.handle)
    }
    if not schools:
        names = [school.name for school in document.schools.values()]
        raise InputError(f"{given.file.name} has no school “{given.school}”{nearest(given.school, names)}")
    told = False
    for model_id, model in models:
        for school_id in model.placements.keys() & schools:
            told = True
            print(f"Model {model.label} · {who(document, model_id, school_id, given.question).sentence}")
    if not told:
        raise InputError(f"model {given.model} has no school “{given.school}”.")
    return 0


def _narrate(given: argparse.Namespace) -> int:
    from modelbuilder.accountability.narration import paragraphs
    from modelbuilder.accountability.questions import Questions
    from modelbuilder.document.pages import labelled, ordered
    from modelbuilder.sources.opening import load

    document = load(given.file)
    models = ordered(document) if given.model is None else [labelled(document, given.model, given.file.name)]
    for number, (model_id, model) in enumerate(models):
        print("\n" * bool(number) + f"Model {model.label}")
        for part in paragraphs(Questions(document, model_id)):
            print(f"\n{part.heading}\n{' '.join(part.sentences)}")
    return 0


COMMANDS = {"rules": _rules, "explain": _explain, "who": _who, "narrate": _narrate}
