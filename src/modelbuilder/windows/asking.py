"""Asking who answers for what: the light on the page, and the card that says it in a sentence."""

from typing import TYPE_CHECKING

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name, table_of
from modelbuilder.editor.desk import Desk
from modelbuilder.windows.answer import AnswerCard

if TYPE_CHECKING:
    from modelbuilder.accountability.answers import Answer

_FIRST = "day-to-day"


class Asking:
    """What is asked about now, if anything; a question that was chosen stays chosen for the next school."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.card = AnswerCard()
        self.about: ThingId | None = None
        self.key = _FIRST
        self._answer: Answer | None = None
        self.card.asked.connect(self._ask_otherwise)
        self.card.closed.connect(self.put_out)

    def light_up(self, thing_id: ThingId) -> None:
        """Light the chain from a thing to where it ends, and say it in a sentence."""
        desk = self.desk
        answer = self._answer = self._answered(thing_id)
        self.about = thing_id
        chain = frozenset(answer.chain) or frozenset({thing_id})
        desk.look(desk.view.choosing(frozenset({thing_id}), chain, answer.stops))
        key = self.key if thing_id in desk.model.placements else ""
        self.card.show_answer(self._question(thing_id), answer, key, self._end(answer))
        desk.say(answer.sentence)

    def _answered(self, thing_id: ThingId) -> "Answer":
        document, model_id = self.desk.document, self.desk.model_id
        if thing_id in self.desk.model.placements:
            from modelbuilder.accountability.who import who

            return who(document, model_id, thing_id, self.key)
        from modelbuilder.accountability.answers import answer_for

        return answer_for(document, model_id, thing_id)

    def _ask_otherwise(self, key: str) -> None:
        self.key = key
        if self.about is not None:
            self.light_up(self.about)

    def _question(self, thing_id: ThingId) -> str:
        document, model = self.desk.document, self.desk.model
        name = label_of(document, model, thing_id).replace("\n", " ")
        if thing_id in model.posts:
            return f"Whom does {person_name(document, model.posts[thing_id]) or f'the {name}'} answer to?"
        return f"Whom does the {name} answer to?" if thing_id in model.bodies else f"Who answers for {name}?"

    def _end(self, answer: "Answer") -> str:
        """Say where the light stops short of a board."""
        document, model = self.desk.document, self.desk.model
        rows = []
        for thing_id, words in answer.stops:
            post = model.posts.get(thing_id)
            name = (person_name(document, post) if post else "") or label_of(document, model, thing_id)
            name = name.replace("\n", " ")
            told = f"the light stops at {name}: {words}"
            if words.endswith(" here"):
                told = words.replace(" here", f" at {name}")
            rows.append(f"{told[:1].upper()}{told[1:]}.")
        return "\n".join(rows)

    def refresh(self) -> None:
        """Answer again after a change of the document, while the light is on."""
        desk = self.desk
        if self.about is None or not desk.view.lit or self.card.isHidden():
            return
        if not table_of(desk.model, self.about):
            self.put_out()
        elif self._answered(self.about) != self._answer:
            self.light_up(self.about)

    def put_out(self) -> None:
        """Show everything alike again."""
        self.about = None
        self.card.hide()
        if self.desk.view.lit:
            self.desk.say("")
            self.desk.look(self.desk.view.choosing(self.desk.view.selection))
