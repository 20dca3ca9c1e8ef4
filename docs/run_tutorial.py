"""Run every command of docs/tutorial.md and write what it prints beneath it: `.venv/bin/python docs/run_tutorial.py`.

A block opened by ```console holds commands behind "$ ", continued behind "> ", and their output. The commands of
all blocks run in order, in one empty folder, with `sayso` of this checkout and the variables SAYSO and EXAMPLES
set. A comment `<!-- keep 1-12, 30-34 -->` before a block says which lines of each output stay; what is left out
is counted.
A command that ends with another code than 0 has it printed, as a shell's prompt would.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?:<!-- keep (?P<keep>[\d, -]+) -->\n)?```console\n(?P<body>.*?)```\n", re.DOTALL)


def run(command: str, folder: str) -> list[str]:
    """The lines that a command prints, standard error included, and its exit code where it is not 0."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "EXAMPLES": str(ROOT / "src" / "sayso" / "examples"),
        "SAYSO": str(ROOT),
        "COLUMNS": "100",
    }
    done = subprocess.run(  # noqa: S602
        command, shell=True, executable="/bin/bash", cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    if re.search(r"Traceback|stage_failed|a step failed", done.stdout):
        sys.exit(f"not pasted, for a fault of ours is not for a tutorial:\n$ {command}\n{done.stdout}")
    lines = [line.rstrip() for line in done.stdout.replace(f"{ROOT}/", "").splitlines()]
    return [*lines, *([f"[exit code {done.returncode}]"] if done.returncode else [])]


def shortened(lines: list[str], keep: str | None) -> list[str]:
    """The kept lines, with a note where others were left out."""
    if keep is None:
        return lines
    wanted: set[int] = set()
    for part in keep.split(","):
        first, _, last = part.strip().partition("-")
        wanted.update(range(int(first), int(last or first) + 1))
    kept, left_out = [], 0
    for number, line in enumerate(lines, start=1):
        is_code = number == len(lines) and line.startswith("[exit code")
        if number not in wanted and not is_code:
            left_out += 1
            continue
        if left_out:
            kept.append(f"    […{left_out} lines]")
            left_out = 0
        kept.append(line)
    return [*kept, *([f"    […{left_out} lines]"] if left_out else [])]


def commands(body: str) -> list[str]:
    """The commands of a block as they stand, each with the lines that continue it."""
    return re.findall(r"^\$ (.*(?:\n> .*|\n>$)*)", body, re.MULTILINE)


def renewed(page: str) -> str:
    """The page with the output of today."""
    with tempfile.TemporaryDirectory(prefix="tutorial-") as folder:

        def block(found: re.Match[str]) -> str:
            lines: list[str] = []
            for command in commands(found["body"]):
                lines += [f"$ {command}", *shortened(run(re.sub(r"\n> ?", "\n", command), folder), found["keep"])]
            head = f"<!-- keep {found['keep']} -->\n" if found["keep"] else ""
            return head + "```console\n" + "\n".join(lines) + "\n```\n"

        return BLOCK.sub(block, page)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
