"""No verdict, no score, no red and green: in our own words. Words of articles are theirs and are exempt."""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from rich.console import Console

import sayso.report
from report.invented_case import invented
from sayso.report.html import dossier
from sayso.report.terminal import print_article, print_summary

FOLDER = Path(sayso.report.__file__).parent
BANNED = re.compile(
    r"\b(true|truth|false|falsehood|verif(?:ied|iably)|unverified|debunk\w*|confirm\w*|refut\w*|disprov\w*|proven?|fake|hoax"
    r"|lies?|liars?|credib\w*|trustworth\w*|reliab\w*|unreliab\w*|mis-?inform\w*|dis-?inform\w*|propaganda|scor(?:e|es|ed|ing)"
    r"|rating|rated|verdicts?|factual\w*|fact-?check\w*|mislead\w*|biased?|winner|likely|winners?|suspicious)\b",
    re.IGNORECASE,
)
ALLOWED = ("Sayso never says whether a claim is true",)  # the one sentence that says what we do not say
TICKS = re.compile("[\u2713-\u2718\u2611\u2612\u26a0\u274c\u274e\u2705]")


def ours(text: str) -> str:
    """`text` without the sentences that are allowed."""
    for sentence in ALLOWED:
        text = text.replace(sentence, "")
    return text


def strings(path: Path) -> Iterator[str]:
    """The string constants of a module that can reach a reader: not docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    bodies = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docstrings = {id(node.body[0].value) for node in bodies if node.body and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


MODULES = sorted(FOLDER.glob("*.py"))
TEMPLATES = sorted((FOLDER / "templates").iterdir())


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.name not in {"export.py", "contract.py"}], ids=lambda p: p.name
)
def test_no_string_of_the_code_judges(path: Path) -> None:
    for text in strings(path):
        assert not BANNED.search(ours(text)), text
        assert not TICKS.search(text), text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_no_template_judges(path: Path) -> None:
    text = ours(path.read_text("utf-8"))
    assert not BANNED.search(text), BANNED.search(text)
    assert not TICKS.search(text)


def test_the_page_judges_nothing_outside_quotes() -> None:
    page = html.document_fromstring(dossier(invented()))
    for quoted in page.xpath("//body//*[@lang] | //bdi | //style"):
        quoted.drop_tree()
    assert not BANNED.search(ours(page.text_content()))


def test_words_of_articles_are_exempt() -> None:
    page = html.document_fromstring('<body>Said by <bdi>Ana</bdi>: <q lang="en">confirmed, a hoax</q></body>')
    assert BANNED.search(page.text_content())
    for quoted in page.xpath("//*[@lang]"):
        quoted.drop_tree()
    assert not BANNED.search(page.text_content())


def test_the_terminal_judges_nothing() -> None:
    console = Console(width=100, record=True, file=io.StringIO())
    print_summary(invented(), console)
    for article in invented().articles:
        print_article(invented(), article, console)
    text = re.sub("“[^”]*”", "", console.export_text())
    assert "independent origins" in text
    assert not BANNED.search(text)


@pytest.mark.parametrize(
    "words", ["It is true", "debunked", "we confirmed it", "credibility score", "a reliable outlet"]
)
def test_the_ban_bites(words: str) -> None:
    assert BANNED.search(words)
