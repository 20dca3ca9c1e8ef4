"""Lines on a console: hanging indents, headings, and how much more there is.

Text of articles goes to the console as plain `Text`, never as markup, with control characters made visible.
"""

from rich.console import Console
from rich.text import Text

from sayso.report import wording

NARROWEST = 20  # columns that text keeps, however narrow the terminal


def print_heading(words: str, console: Console) -> None:
    """A heading after an empty line."""
    console.print()
    console.print(Text(words, style="bold underline"))


def print_hanging(console: Console, text: Text, left: int = 5, first: str = "") -> None:
    """Print `text` with a hanging indent of `left`; `first` stands before its first line."""
    for number, line in enumerate(text.wrap(console, max(NARROWEST, console.width - left), overflow="fold")):
        line.rstrip()
        console.print(Text.assemble((first.ljust(left) if number == 0 else " " * left, "dim"), line), soft_wrap=True)


def print_rest(number: int, what: str, console: Console, several: str = "") -> None:
    """Say that `number` more are not printed, if there are any."""
    if number > 0:
        more = wording.counted(number, f"more {what}", several and f"more {several}")
        print_hanging(console, Text(f"and {more}", style="dim"))
