"""Whoever is told something is never the source of it; whoever tells it is kept where the sentence names them."""

from pathlib import Path

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

FOLDER = Path(__file__).parent / "hearers"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table: a line each, fields parted by bars; a "#" opens a remark."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [tuple(line.split("|")) for line in lines if line and not line.startswith("#")]


def sources(text: str, language: str) -> list[str]:
    """Who is named for what a text says."""
    of = article(text, language=language)
    found = [one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution)]
    return [one.source_name for one in found if one.source_name]


@pytest.mark.parametrize(("language", "text"), rows("dropped.txt"))
def test_nobody_is_named_where_only_those_told_are(language: str, text: str) -> None:
    assert sources(text, language) == []


@pytest.mark.parametrize(("language", "text", "who", "told"), rows("named.txt"))
def test_who_tells_it_is_named_without_those_told(language: str, text: str, who: str, told: str) -> None:
    found = sources(text, language)
    assert any(who in name for name in found)
    assert not any(told.lower() in name.lower().split() or f" {told}" in name for name in found if told)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "Шойгу сообщил, что мост закрыт.", "Шойгу"),
        ("ru", "Нетаньяху сказал, что мост закрыт.", "Нетаньяху"),
        ("ru", "Сказал Шойгу, что мост закрыт.", "Шойгу"),
        ("ru", "Максим сказал, что мост закрыт.", "Максим"),
        ("hr", "Obama je rekao da je most zatvoren.", "Obama"),
        ("hr", "„Most je zatvoren”, rekla je Fatima.", "Fatima"),
        ("cs", "„Most je zavřený,“ řekli Novákovi.", "Novákovi"),
        ("cs", "„Most je zavřený,“ řekl zástupce firmy.", "zástupce"),
        ("pl", "Wojskowi podali, że most jest zamknięty.", "Wojskowi"),
        ("fi", "”Silta on suljettu”, sanoi Michelle Obama.", "Michelle"),
        ("et", "„Sild on suletud,” ütles Kalle Tamm.", "Kalle"),
        ("de", "„Die Brücke ist gesperrt“, sagte der Verein.", "der Verein"),
        ("de", "„Die Brücke ist gesperrt“, sagten Anwohner.", "Anwohner"),
        ("it", "«Il ponte è chiuso», ha detto il sindaco.", "il sindaco"),
        ("hi", "मेयर ने पत्रकारों से कहा कि पुल बंद है।", "मेयर"),
        ("ar", "قالت لجنة التحقيق إن الجسر مغلق.", "لجنة"),
        ("pl", "Według policji most jest zamknięty.", "policji"),
    ],
)
def test_a_name_that_only_looks_like_a_dative_still_speaks(language: str, text: str, who: str) -> None:
    assert any(who in name for name in sources(text, language))
