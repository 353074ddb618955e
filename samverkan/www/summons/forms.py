"""What someone who is called can answer."""

from typing import Any

from samverkan.meetings.choices import Reply
from samverkan.meetings.models import Call
from samverkan.www.forms import Choices, Form, one_of, paragraphs

WORDS = {
    Reply.COMING: "Jag kommer",
    Reply.AT_A_DISTANCE: "Jag deltar på distans",
    Reply.ABSENT: "Jag har förhinder",
}
LABELS = {"reply": "Ditt svar", "note": "Meddelande"}


class AnswerForm(Form):
    places = {"no_distance_here": "reply"}

    def __init__(self, call: Call, distance_allowed: bool, sent: Any = None) -> None:
        super().__init__(sent, initial={"reply": call.reply, "note": call.note})
        offered: Choices = [
            (str(reply), said)
            for reply, said in WORDS.items()
            if distance_allowed or reply is not Reply.AT_A_DISTANCE
        ]
        self.fields["reply"] = one_of(
            LABELS["reply"], offered, missing="Välj om du kommer.", radios=True
        )
        self.fields["note"] = paragraphs(
            LABELS["note"],
            500,
            rows=3,
            hint="Läses bara av koordinatorerna och ordförandena. Du behöver inte skriva varför "
            "du har förhinder.",
        )
