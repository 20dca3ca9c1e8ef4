"""Write the reference pages that follow from the code: `make docs`. A test fails when they are out of date."""

import json
from pathlib import Path

import click

from sayso import codec
from sayso.cli import cli
from sayso.report import contract

HERE = Path(__file__).parent


def command_line() -> str:
    """The help of every command, as one Markdown page."""
    parts = ["# The command line\n\nMade from the commands' own help by `make docs`.\n"]
    context = click.Context(cli, info_name="sayso")
    commands = [("sayso", cli, context)]
    commands += [
        (f"sayso {n}", c, click.Context(c, info_name=n, parent=context)) for n, c in sorted(cli.commands.items())
    ]
    for name, command, its_context in commands:
        its_context.max_content_width = 100
        its_context.terminal_width = 100
        parts.append(f"## {name}\n\n```\n{command.get_help(its_context)}\n```\n")
    return "\n".join(parts)


def pages() -> dict[str, str]:
    """File name → content."""
    return {
        "cli.md": command_line(),
        "export.schema.json": json.dumps(contract.json_schema(), indent=1) + "\n",
        "records.schema.json": json.dumps(codec.json_schema(), indent=1) + "\n",
    }


if __name__ == "__main__":
    for name, content in pages().items():
        (HERE / name).write_text(content, "utf-8")
