"""The command line: one thin function per command.

Exit codes: 0 done; 2 verification failed; 3 incomplete coverage (something was skipped); 64 and up usage and
input errors, with one line on standard error that says what to try; 70 a fault of our own; 130 interrupted.
Results go to standard output or the file named with -o, everything else to standard error.
"""

import contextlib
import itertools
import json
import os
import secrets
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.errors import SaysoError, UsageError
from sayso.row_files import as_line

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.building import Progress
    from sayso.case import LinkKind
    from sayso.model import Skip
    from sayso.report.records import CaseRecords

_REPORT = "Please report it; SAYSO_TRACEBACK=1 shows where"
MOST_NAMED = 20  # skipped rows
EXIT_VERIFICATION, EXIT_INCOMPLETE, EXIT_FAULT, EXIT_INTERRUPTED = 2, 3, 70, 130

F = TypeVar("F", bound=Callable[..., Any])


class _Commands(click.Group):
    """The commands; a reader that goes away (`| head`) ends them quietly.

    click itself would make exit code 1 of it, before `main` hears of it.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it printed is on its way before it returns."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to fail at exit
            return 0
        return code


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="sayso", prog_name="sayso")
@click.pass_context
def cli(ctx: click.Context) -> int | None:
    """On whose say-so? Reads coverage of a contested event and gives back an evidence ledger.

    INPUT is a file, a folder, a URL or - (standard input): Markdown, plain text, HTML, JSON, JSON Lines,
    RSS, Atom, JSON Feed, WARC, WACZ. What each is, is read from its bytes. Nothing leaves this machine;
    the network is used only for a URL that you name.

    Exit codes: 0 done; 2 verification failed; 3 something was skipped; 64 and up wrong usage or input.
    """
    if ctx.invoked_subcommand is not None:
        return None
    click.echo(ctx.get_help(), err=True)
    return UsageError.exit_code


def output_option(help_text: str, *, required: bool = True) -> Callable[[F], F]:
    """`-o FILE`; a dash is standard output."""
    if required:
        return click.option("-o", "--output", required=True, help=help_text)
    return click.option("-o", "--output", default="-", help=help_text)


def engine_options(command: F) -> F:
    """`--engine spark --master URL`, for commands that can leave this machine."""
    command = click.option("--master", default=None, metavar="URL", help="Of Spark. Default: local[*], this machine.")(
        command
    )
    kinds = click.Choice(["local", "spark"])
    return click.option("--engine", type=kinds, default="local", show_default=True, help="What runs it.")(command)


def _master(engine: str, master: str | None) -> str | None:
    """The URL of the Spark to use, None for this process and its workers."""
    if engine == "local" and master:
        raise UsageError("--master is for Spark", "Add: --engine spark")
    return (master or "local[*]") if engine == "spark" else None


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
def read(inputs: tuple[str, ...]) -> int:
    """Show articles in the terminal.

    Each claim in the order of the text: its words, whose say-so, how sure.
    """
    from sayso import verbs
    from sayso.report.terminal import print_articles

    records = verbs.read(*inputs)
    print_articles(records, _console())
    return _ended(records)


@cli.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
def add(case: Path, inputs: tuple[str, ...]) -> int:
    """Keep inputs in a case folder.

    They are kept byte for byte in the folder CASE, which is made when absent.
    """
    from sayso import verbs

    added = verbs.add(case, *inputs)
    for item in added:
        _say(f"{'kept' if item.new else 'had '}  {item.digest[:12]}  {item.given}")
    new = sum(item.new for item in added)
    _say(f"{new} new, {len(added) - new} already there. Next: sayso build {case}")
    return 0


@cli.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--workers", type=click.IntRange(1, 256), default=None, help="Processes; default: one per core.")
@engine_options
def build(case: Path, workers: int | None, engine: str, master: str | None) -> int:
    """Read what was added and build the ledger.

    Only the stages that are not up to date run. Ctrl-C stops; the same command goes on from there.
    """
    from sayso import verbs

    with _ProgressBars() as progress:
        records = verbs.build(case, workers=workers, master=_master(engine, master), progress=progress)
    _show(records, case)
    return _ended(records)


@cli.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice(["same", "apart", "undo"]))
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
def link(case: Path, kind: "LinkKind", one: str, other: str) -> int:
    """Say by hand that two claims are one, or are not.

    `same` puts two appearances of a built CASE into one claim, `apart` keeps them in two, `undo` takes either back.
    ID is that of an appearance or of a claim (its first appearance stands for it), as `sayso export --format json`
    gives them. What you say is kept in CASE/links.jsonl, outweighs what was found, holds in every later build, and
    stands among the reasons of the claims it touches.
    """
    from sayso import verbs

    verbs.link(case, kind, one, other)
    _say(f"kept in {case / 'links.jsonl'}. Next: sayso build {case}")
    return 0


@cli.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("wanted", required=False, metavar="[ARTICLE|TIE]")
def show(case: Path, wanted: str | None) -> int:
    """Show the summary of a built CASE, or who copied whom.

    ARTICLE is a number, as in the dossier, the name of an outlet or agency, or an id: all ties it has to other
    articles. TIE is an id such as drv-1a2b3c: its passages side by side, with the words that differ marked.
    """
    from sayso import verbs
    from sayso.report.terminal_lineage import print_named

    records = verbs.load(case)
    if wanted is None:
        _show(records, case)
    else:
        print_named(records, wanted, _console(), _show_command(case))
    return _altered(records)


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="CASE|INPUT...")
@output_option("Where to write the page.")
def dossier(inputs: tuple[str, ...], output: str) -> int:
    """Write the page of a case, or of inputs.

    One self-contained HTML file about a CASE, or about inputs that need no case; it is read offline.
    """
    from sayso import verbs

    records = _case_or_inputs(inputs)
    _write(output, [verbs.dossier(records).encode("utf-8")])
    return _ended(records)


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="CASE|INPUT...")
@click.option("--format", "form", type=click.Choice(["json", "schema"]), default="json", show_default=True)
@output_option("Where to write; - is standard output.", required=False)
def export(inputs: tuple[str, ...], form: str, output: str) -> int:
    """Write a case as JSON.

    A CASE, or inputs that need no case, in the export contract sayso/1; or the contract's JSON Schema.
    """
    from sayso import verbs
    from sayso.report import contract
    from sayso.report.export import to_bytes

    if form == "schema":
        _write(output, [json.dumps(contract.json_schema(), indent=1).encode() + b"\n"])
        return 0
    records = _case_or_inputs(inputs)
    _write(output, [to_bytes(verbs.export(records))])
    return _ended(records)


@cli.command()
@click.argument("case", type=click.Path(path_type=Path))
def verify(case: Path) -> int:
    """Check every quote of a case.

    Each is cut again from the preserved bytes of CASE; exit 0 only if all fit.
    """
    from sayso import verbs

    found = verbs.verify(case)
    for line in found.told():
        _say(f"does not fit: {line}", err=False)
    checked = f"{found.sources} sources, {found.articles} articles, {found.quotes} quotes"
    click.echo(f"{checked}: {len(found.misfits) or 'all fit, none'} do{'' if found.misfits else 'es'} not fit")
    return EXIT_VERIFICATION if found.misfits else 0


@cli.command()
@click.argument("rows", metavar="IN.jsonl[.gz]")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes.")
@output_option("Where to write; - is standard output.", required=False)
def annotate(rows: str, workers: int, output: str) -> int:
    """Find attributions in many texts.

    {"id","text"} a line -> {"id","attributions":[{source,cue,content}]}. A line that cannot be read gives none, and
    says why in "skipped" (exit code 3).
    """
    from sayso import verbs

    skipped: list[str] = []
    _write(output, map(as_line, _noting_skipped(verbs.annotate_lines(rows, workers=workers), skipped)))
    for line in skipped[:MOST_NAMED]:
        _say(line)
    if len(skipped) > MOST_NAMED:
        _say(f"and {len(skipped) - MOST_NAMED} more rows; each says why in its field “skipped”")
    return EXIT_INCOMPLETE if skipped else 0


@cli.command()
@click.argument("rows", metavar="IN.jsonl[.gz]")
@output_option("Where to write; - is standard output.", required=False)
@engine_options
def lineage(rows: str, output: str, engine: str, master: str | None) -> int:
    """Find who copied whom in many texts.

    {"id","outlet","published","headline","text","url"} a line -> a pair a line: {"derived","origin","kind",
    "coverage","origin_coverage","directed","basis","common_origin","reasons"}. Credit lines are read: "common_origin"
    names an agency or outlet, of which no text is here, that stands behind both. What shares nothing with another text,
    or a quotation alone, gives no line; `sayso build` and `sayso show` tell of these, with the passages. A line that
    cannot be read is named and passed over (exit code 3).
    """
    from sayso import verbs

    spark = _master(engine, master)
    with _ProgressBars() as progress, contextlib.ExitStack() as opened:
        if spark:
            found = verbs.lineage_on_spark(rows, spark, progress=progress)
        else:
            found = verbs.lineage_file(rows, progress=progress)
        pairs, unread = opened.enter_context(found)
        told = itertools.count()
        _write(output, (as_line(pair) for pair, _ in zip(pairs, told, strict=False)))
    if next(told) == 0:
        _say("no text was found to have text of another")
    return _unread(unread)


def _unread(skips: "Iterable[Skip]") -> int:
    """Say which rows were not read; the exit code that follows."""
    from sayso.lineage.batch import MOST_TOLD

    told = list(skips)
    for skip in told[:MOST_NAMED]:
        _say(f"not read ({skip.reason}): {skip.subject}: {skip.detail}")
    if len(told) > MOST_NAMED:
        counted = "more than " if len(told) > MOST_TOLD else ""  # the last then counts those that are not named
        _say(f"and {counted}{min(len(told), MOST_TOLD) - MOST_NAMED} more lines")
    return EXIT_INCOMPLETE if told else 0


@cli.command()
@click.argument("given", metavar="CASE|IN.jsonl[.gz]")
@click.option("--documents", type=click.IntRange(2), default=None, help="How many to plan for. Default: those given.")
@click.option("--sample", type=click.IntRange(20, 100_000), default=500, show_default=True, help="How many to measure.")
@click.option("--executors", type=click.IntRange(1, 100_000), default=10, show_default=True, help="Of a Spark cluster.")
@click.option("--cores", type=click.IntRange(1, 1024), default=4, show_default=True, help="Of each executor.")
def plan(given: str, documents: int | None, sample: int, executors: int, cores: int) -> int:
    """Say what a run will cost, before it.

    Measures a sample of a CASE, or of texts for `sayso lineage`, and reckons time, memory and disk of the whole, here
    and on a cluster.
    """
    from sayso import verbs

    for line in verbs.plan(given, documents=documents, sample=sample, executors=executors, cores=cores):
        _say(line, err=False)
    return 0


def _say(text: str, *, err: bool = True) -> None:
    """Print one line. File names and page titles are other people's: their escapes must not reach the terminal."""
    from sayso.report import quoting

    click.echo(quoting.visible(text).replace("\n", " "), err=err)


def _noting_skipped(rows: Iterable[dict[str, Any]], skipped: list[str]) -> Iterator[dict[str, Any]]:
    """The rows as they come, and in `skipped` a line about each that could not be read."""
    for row in rows:
        if "skipped" in row:
            name = "" if row["id"] is None else f" {str(row['id'])[:80]}:"
            skipped.append(f"skipped row{name} {'; '.join(row['skipped'])}")
        yield row


def _case_or_inputs(inputs: tuple[str, ...]) -> "CaseRecords":
    from sayso import verbs

    if len(inputs) == 1 and (Path(inputs[0]) / "sources.jsonl").is_file():
        return verbs.load(inputs[0])
    return verbs.read(*inputs)


def _console() -> "Console":
    """A terminal whose reader may go away: rich would end the process with exit code 1."""
    from rich.console import Console

    class _Output(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return _Output()


def _show(records: "CaseRecords", case: Path) -> None:
    from sayso.report.terminal import print_summary

    print_summary(records, _console(), _show_command(case))


def _show_command(case: Path) -> str:
    """The command that shows more of `case`, to be copied into a shell."""
    return f"sayso show {shlex.quote(str(case))}"


def _ended(records: "CaseRecords") -> int:
    """Say on standard error what does not fit and what was not read; the exit code that follows."""
    from sayso.report.coverage import skip_lines

    for line in skip_lines(records):
        _say(line)
    return _altered(records) or (EXIT_INCOMPLETE if records.skips else 0)


def _altered(records: "CaseRecords") -> int:
    """Say on standard error which sources no longer have their bytes; the exit code that follows."""
    for digest, problem in records.custody.altered.items():
        _say(f"does not fit: source {records.custody.name(digest)}: {problem}")
    return EXIT_VERIFICATION if records.custody.altered else 0


class _ProgressBars:
    """Progress on standard error: a bar a stage on a terminal, nothing elsewhere."""

    def __enter__(self) -> "Progress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = TextColumn("{task.description:>14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        self._bars = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self._bars.start()
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = self._bars.add_task(stage, total=total)
            self._bars.update(tasks[stage], completed=done, total=total)

        return advance

    def __exit__(self, *_: object) -> None:
        self._bars.stop()


def _write(output: str, parts: Iterable[bytes]) -> None:
    """Write to a file (whole or not at all), to a pipe or device, or to standard output."""
    if output == "-":
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    try:
        if path.is_dir() or not path.parent.is_dir():
            raise UsageError(f"cannot write {output}", "Name a file in a folder that exists")
        if path.exists() and not path.is_file():  # a pipe or a device must be written to, never replaced
            with path.open("wb") as file:
                file.writelines(parts)
        else:
            _write_whole(path.resolve(), parts)  # where a link leads, so that the link stays one
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {output} ({error.strerror})", "Name a file where you may write") from error
    _say(f"wrote {output}")


def _write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write beside `path` and put it in its place at the end; what goes wrong before leaves nothing behind."""
    unfinished = path.with_name(f".sayso-{secrets.token_hex(8)}.part")
    try:
        with unfinished.open("xb") as file:
            file.writelines(parts)
        if path.exists():
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def main() -> None:
    """Run the command line; every expected error is one line and an exit code, never a traceback."""
    try:
        code = cli.main(standalone_mode=False)
    except SaysoError as error:
        _say(f"sayso: {error}")
        code = error.exit_code
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        hint = error.ctx.get_usage() if isinstance(error, click.UsageError) and error.ctx else ""
        _say(f"sayso: {error.format_message()}{'  ' + hint if hint else ''}")
        code = UsageError.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(
            "sayso: stopped. Run the same command again: a build goes on from there, all else begins anew.", err=True
        )
        code = EXIT_INTERRUPTED
    except OSError as error:
        what = ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
        _say(f"sayso: {what}. Check the path, its permissions and the space on the disk.")
        code = 74
    except Exception as error:  # the last line of defence: a user gets a line that can be reported, not a traceback
        _say(f"sayso: a fault of our own, {type(error).__name__}: {str(error)[:300]}. {_REPORT}")
        if os.environ.get("SAYSO_TRACEBACK"):
            raise
        code = EXIT_FAULT
    sys.exit(code or 0)
