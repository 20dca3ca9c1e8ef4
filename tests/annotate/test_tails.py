"""The writer's own words at the end of a reported statement are cut off it."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Attribution


def contents(text: str, language: str) -> list[str]:
    of = article(text, language=language)
    found = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    return [" … ".join(span.exact for span in a.content) for a in found]


CUT = [
    ("en", "The board said that the dam held and did not mention the gate.", "that the dam held"),
    ("en", "The agency reported that the dam broke, but this is unconfirmed.", "that the dam broke"),
    ("en", "The mayor said that nine had died without giving a source.", "that nine had died"),
    ("de", "Die Ministerin sagte, die Brücke sei zerstört, nannte aber keine Quelle.", "die Brücke sei zerstört"),
    ("fr", "La ministre a dit que le pont était tombé sans préciser quand.", "que le pont était tombé"),
    ("es", "La ministra dijo que el puente cayó, pero no precisó la hora.", "que el puente cayó"),
    ("it", "La ministra ha detto che il ponte è crollato, ma non ha precisato quando.", "che il ponte è crollato"),
    ("ru", "Министр сообщил, что мост разрушен, но не уточнил, когда это случилось.", "что мост разрушен"),
    ("uk", "Міністр повідомив, що міст зруйновано, але не уточнив, коли це сталося.", "що міст зруйновано"),
    ("pl", "Minister oświadczył, że most runął, ale nie podał godziny.", "że most runął"),
    ("ar", "قال النائب إن السد انهار من دون أن يكشف مصدره.", "إن السد انهار"),
    ("zh", "州长说大坝有三处裂缝,没有交代消息来源。", "大坝有三处裂缝"),
]


@pytest.mark.parametrize(("language", "text", "content"), CUT)
def test_what_was_not_said_or_is_doubted_is_no_part_of_what_was_said(language: str, text: str, content: str) -> None:
    assert content in contents(text, language)


WHOLE = [
    "The board said that the dam held and the gate did not.",
    "The board said “the dam held, but this is unconfirmed”.",
    "The board said that the lock had failed and later broke.",
    "A Halden paper wrote that the lock had failed and later deleted the claim.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_a_source_may_say_stays(text: str) -> None:
    assert any(text.rstrip(".").endswith(content) for content in contents(text, "en"))
