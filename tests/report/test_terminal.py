import dataclasses
import io
import re

import pytest
from rich.console import Console

from factory import article, said
from report.invented_case import ARABIC, HARDENED, WIRE, invented
from sayso.model import Article, Claim, ClaimMention, Record, Skip
from sayso.report.records import CaseRecords
from sayso.report.terminal import print_article, print_summary
from sayso.vocab import SkipReason


def printed(case: CaseRecords, of: Article | None = None, width: int = 80, colour: str | None = None) -> str:
    """What a reader sees: of one article, or the summary."""
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=colour, force_terminal=colour is not None)  # type: ignore[arg-type]
    if of:
        print_article(case, of, console)
    else:
        print_summary(case, console)
    return file.getvalue()


def folded(text: str) -> str:
    return " ".join(text.split())


def test_the_summary_says_what_was_read_and_found() -> None:
    text = folded(printed(invented()))
    assert "6 articles, 2 languages, 1 copy family; 6 claims; 1 conflict; 2 open questions; 1 item skipped" in text
    assert "no article text in it (1)" in text
    assert "“At least 40 people are missing after the ferry Orla sank off Veel”" in text
    assert "4 of 6 articles, 1–2 independent origins: Port Authority of Veel (3); perhaps also Harbour Post (1)" in text
    assert "52 in 1 article" in text
    assert "Does anybody but the Port Authority" in text


def test_an_article_gives_each_claim_its_source_its_sureness_and_its_cue() -> None:
    text = folded(printed(invented(), WIRE))
    assert "Ferry sinks off Veel Norva Press · by Ines Holm · 14 May 2031, 06:05 UTC · English" in text
    assert "“The ship possibly struck a mine” said by a coast guard officer, named by role only, cue “said”" in text
    assert "put as possible, a hypothesis" in text
    assert "said by The owners, named source, cue “deny” · put as certain, in the negative" in text


def test_claims_come_in_the_order_of_the_text() -> None:
    text = printed(invented(), WIRE)
    assert text.index("missing after") < text.index("struck a mine") < text.index("overloaded")


def test_own_voice_credits_and_loaded_words_are_named() -> None:
    text = folded(printed(invented(), HARDENED))
    assert "“40 people are missing after the ferry Orla sank off Veel” in the writer’s own voice" in text
    assert "credits a wire: Norva Press" in text
    assert "“cowardly” – loaded word" in text


def test_other_scripts_are_printed_as_they_stand() -> None:
    assert "هيئة الميناء" in printed(invented(), ARABIC)


def test_what_was_not_read_of_an_article_is_said() -> None:
    skip = Skip(stage="claims", subject=WIRE.id, reason=SkipReason.STAGE_FAILED, detail="too deep")
    case = dataclasses.replace(invented(), skips=(skip,))
    assert "a step failed on it: too deep" in folded(printed(case, WIRE))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for of in (None, *invented().articles[:3]):
        assert max(map(len, printed(invented(), of, width).splitlines())) <= width


def test_colour_says_nothing_that_words_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain, coloured = (printed(invented(), WIRE, colour=colour) for colour in (None, "standard"))
    assert "\x1b[" in coloured
    assert folded(strip(coloured)) == folded(plain)


def strip(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_no_colour_where_the_reader_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(invented(), HARDENED, colour="standard")
    assert "\x1b[33m" not in text
    assert "\x1b[36m" not in text


def test_escape_sequences_and_markup_of_a_page_do_not_reach_the_terminal() -> None:
    attack = "\x1b]0;owned\x07 \x1b[2J [bold red]now[/] \u202e43"
    of = article(f"It fell {attack}, [link=x]Ana[/link] said.", headline=f"Rain {attack}", publisher=attack)
    told = said(of, f"It fell {attack}", by="[link=x]Ana[/link]", cue="said")
    case = CaseRecords.of(attack, [of, *told])
    text = printed(case, of) + printed(case)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "[bold red]now[/]" in folded(text)
    assert "[link=x]Ana[/link]" in text


def test_an_article_without_claims_says_so() -> None:
    of = article("Rain.")
    assert "No claims were found in it." in printed(CaseRecords.of("x", [of]), of)


def test_a_list_that_is_cut_says_how_much_more_there_is() -> None:
    made: list[Record] = []
    for number in range(13):
        pair = [article(f"Ward {number} went dark.", name=f"{number} {side}", publisher=side) for side in "ab"]
        told = [record for of in pair for record in said(of, of.text) if isinstance(record, ClaimMention)]
        ids = tuple(mention.id for mention in told)
        made += [*pair, *told, Claim(first_mention_id=ids[0], text=pair[0].text, mention_ids=ids)]
    assert "and 3 more claims that several articles make" in folded(printed(CaseRecords.of("x", made)))
