"""Who copied whom, in the terminal: the families of a case, the ties of an article, the passages of a tie.

What colour shows the signs show too: [-words-] stand in the first text only, {+words+} in the second only, and a
credit line stands in [[double brackets]].
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from sayso.model import Article, Derivation
from sayso.report import coverage, quoting, wording
from sayso.report.aligned import CREDIT, DIFFERS, NOTE, WHOLE, Aligned, Cell, Piece
from sayso.report.lineage import FamilyView, TieList, Twig, circles, lineage
from sayso.report.lookup import named
from sayso.report.printing import print_hanging, print_heading, print_rest
from sayso.report.quoting import Part, Quote
from sayso.report.records import CaseRecords
from sayso.report.ties import Node, Ties, TieView

_MOST_FAMILIES = 4  # in the summary of a case
_MOST_LINES = 8  # members of one family, there
_SIDE_BY_SIDE = 100  # columns from which two texts stand beside one another
_LEFT = 5
_RULE = " │ "
_NONE_FOUND = (
    "No text of another article was found in it, and no credit to anybody else. What was told anew in other words, or "
    "translated, does not show."
)


def print_families(records: CaseRecords, console: Console, show: str) -> None:
    """The largest copy families of a case as nested lists, and how to see more; `show` is the command that does."""
    found = lineage(records, None)
    if found.is_empty:
        return
    print_heading("Who copied whom", console)
    _print_circles(records, console)
    families = [family for family in found.families if family.articles > 1] or list(found.families)
    for family in families[:_MOST_FAMILIES]:
        _print_family(family, console)
    print_rest(len(families) - _MOST_FAMILIES, "family", console, "families")
    _print_versions(found.revisions, console)
    if found.quotations.number:
        print_hanging(console, Text(f"{found.quotations_count} with a quotation in common and nothing else: no copies"))
    print_hanging(console, Text(f"The ties of an article, by its number: {show} NUMBER", style="dim"))


def print_named(records: CaseRecords, wanted: str, console: Console, show: str) -> None:
    """What `wanted` names: an article or an agency with its ties, or a tie with its passages."""
    for number, record in enumerate(named(records, wanted)):
        if number:
            console.print()
        if isinstance(record, Derivation):
            _print_tie_in_full(records, record, console)
        else:
            _print_ties(records, record.id, console, show)


def _print_circles(records: CaseRecords, console: Console) -> None:
    ties = Ties(records)
    for circle in circles(records):
        names = [_label(ties.node(member)) for member in (*circle, circle[0])]
        print_hanging(console, Text(f"Circular reporting: {' ⟶ '.join(names)}", style="bold"))


def _print_versions(revisions: TieList, console: Console) -> None:
    shown = [*revisions.laid_out, *revisions.brief][:_MOST_FAMILIES]
    for view in shown:
        versions = f"{view.first.name} {'→' if view.directed else '—'} {view.second.name}"
        print_hanging(console, Text(f"Versions of one article: {versions}"))
    print_rest(revisions.number - len(shown), "pair of versions", console, "pairs of versions")


def _print_family(family: FamilyView, console: Console) -> None:
    print_hanging(console, Text.assemble((family.name, "bold"), f": {family.count}"))
    lines = [line for twig in family.picture for line in _lines(twig, 0)]
    for node, text, depth in lines[:_MOST_LINES]:
        number = f"{node.number:>3}" if node.number else ""
        print_hanging(console, text, left=_LEFT + 2 + 2 * depth, first=number)
    rest = family.articles - sum(node.number > 0 for node, _, _ in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES and rest > 0:
        print_hanging(console, Text(f"and {wording.counted(rest, 'more article')}", style="dim"), left=_LEFT + 2)


def _lines(twig: Twig, depth: int) -> Iterator[tuple[Node, Text, int]]:
    note = f" ({twig.node.note})" if twig.node.note else ""
    text = Text(f"{'→ ' if depth else ''}{_label(twig.node)}{note}")
    text.append(f": {twig.how}" if twig.how else "", style="italic")
    yield twig.node, text, depth
    for below in (*twig.twigs, *twig.folded):
        yield from _lines(below, depth + 1)


def _print_ties(records: CaseRecords, record_id: str, console: Console, show: str) -> None:
    """The article or agency, and every tie it has."""
    ties = Ties(records)
    of_it = [d for d in records.derivations if record_id in (d.derived_id, d.origin_id)]
    article = records.article_by_id.get(record_id)
    if article:
        _print_head(records, article, console)
    else:
        node = ties.node(record_id)
        console.print(Text.assemble((node.name, "bold"), f" ({node.note})"), soft_wrap=True)
    print_heading(f"Who copied whom: {wording.counted(len(of_it), 'tie')}", console)
    if not of_it:
        print_hanging(console, Text(_NONE_FOUND))
    for derivation in sorted(of_it, key=ties.order):
        console.print()
        _print_tie(ties.view(derivation), console, show)


def _print_head(records: CaseRecords, article: Article, console: Console) -> None:
    view = coverage.article_view(records, article)
    print_hanging(console, Text(view.headline.text, style="bold"), first=f"{view.ref.number:>3}")
    about = [view.ref.name, view.author and f"by {view.author}", view.published, view.language]
    about += [f"updated {view.modified}"] if view.modified else []
    print_hanging(console, Text(" · ".join(filter(None, about))))
    for credit in view.credits:
        line = quoting.one_line(credit.line.text)
        print_hanging(console, Text(f"{credit.kind}: {credit.name} “{line}{' …' if credit.line.cut else ''}”"))


def _print_tie(view: TieView, console: Console, show: str) -> None:
    print_hanging(console, _between(view))
    _print_words(view, console)
    if view.unlaid:
        print_hanging(console, Text(f"Its {view.unlaid}: {show} {view.anchor}", style="dim"), left=_LEFT + 2)


def _between(view: TieView) -> Text:
    text = Text(_label(view.first), style="bold")
    text.append(" → " if view.directed else " — ")
    text.append(_label(view.second))
    text.append(": ", style="not bold")
    text.append("; ".join(filter(None, (view.standing, view.kind))), style="not bold italic")
    return text


def _label(node: Node) -> str:
    return f"{node.name}, {node.when}" if node.when else node.name


def _print_words(view: TieView, console: Console) -> None:
    for sentence in filter(None, map(_plain, (view.extent, view.way, *view.because))):
        print_hanging(console, Text(sentence), left=_LEFT + 2)


def _plain(parts: Sequence[Part]) -> str:
    return quoting.one_line("".join(_quoted(part.quote) if part.quote else part.plain or part.name for part in parts))


def _quoted(quote: Quote) -> str:
    return f"“{'… ' if quote.begun else ''}{quote.text}{' …' if quote.cut else ''}”"


def _print_tie_in_full(records: CaseRecords, derivation: Derivation, console: Console) -> None:
    view = Ties(records).view(derivation, WHOLE)
    print_hanging(console, _between(view))
    _print_words(view, console)
    if view.line:
        console.print()
        print_hanging(console, Text.assemble("In its place, characters ", f"{view.line.start}–{view.line.end}:"))
        print_hanging(console, _text(view.line, 1), left=_LEFT + 2)
    if view.passages:
        _print_passages(view, view.passages, console)


def _print_passages(view: TieView, passages: Aligned, console: Console) -> None:
    print_heading(f"Side by side: {passages.summary}", console)
    legend = (
        f"[-…-] stands in {view.first.name} only, {{+…+}} in {view.second.name} only; [[…]] is a credit line."
        if passages.compared
        else "Two languages: the passages stand opposite one another, their words are not compared."
    )
    print_hanging(console, Text(legend, style="dim"))
    cells = [cell for row in passages.rows for cell in (row.first, row.second)]
    beside = console.width >= _SIDE_BY_SIDE and not any(cell.direction == "rtl" for cell in cells)
    for row in passages.rows:
        console.print()
        if beside:
            _print_beside(_titled(row.first, view.first, 0), _titled(row.second, view.second, 1), console)
            continue
        for side, (cell, node) in enumerate(((row.first, view.first), (row.second, view.second))):
            if cell.pieces:
                print_hanging(console, Text(_title(cell, node), style="bold"))
                print_hanging(console, _text(cell, side), left=_LEFT + 2)


def _title(cell: Cell, node: Node) -> str:
    return f"{node.name}, characters {cell.start}–{cell.end}" if cell.end else node.name


def _titled(cell: Cell, node: Node, side: int) -> Text:
    if not cell.pieces:
        return Text()
    title = Text(f"{_title(cell, node)}\n", style="bold") if cell.end else Text()
    return Text.assemble(title, _text(cell, side))


def _print_beside(first: Text, second: Text, console: Console) -> None:
    width = (console.width - _LEFT - len(_RULE)) // 2
    columns = [list(text.wrap(console, width, overflow="fold")) if text else [] for text in (first, second)]
    for left, right in zip_longest(*columns, fillvalue=Text()):
        for line in (left, right):
            line.rstrip()
        filled = Text.assemble(left, " " * (width - left.cell_len))
        console.print(Text.assemble(" " * _LEFT, filled, (_RULE, "dim"), right), soft_wrap=True)


def _text(cell: Cell, side: int) -> Text:
    """The cell as text in which signs show what the page shows by marks."""
    text = Text()
    for piece in cell.pieces:
        if text and (piece.kind in (CREDIT, NOTE) or text.plain.endswith("]]") or text.plain.endswith("…")):
            text.append(" ")
        text.append_text(_marked(piece, side))
    text.rstrip()
    return text


def _marked(piece: Piece, side: int) -> Text:
    words = _folded(piece.text)
    if piece.kind == DIFFERS:
        return Text(f"{{+{words}+}}" if side else f"[-{words}-]", style="bold yellow")
    if piece.kind == CREDIT:
        return Text(f"[[{piece.label}: {words}]]", style="cyan")
    return Text(words, style="dim italic" if piece.kind == NOTE else "")


def _folded(text: str) -> str:
    """`text` with white space as single blanks, at its ends too."""
    words = " ".join(text.split())
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{words}{' ' if after and words else ''}"
