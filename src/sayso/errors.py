"""Every error Sayso raises on purpose, and what to try.

    SaysoError
    ├── UsageError          64  the command was put wrongly
    ├── InputError          65  the input is not what it should be
    │   └── RefusedError    65  the input is hostile: a bomb, a nesting too deep
    ├── MissingInputError   66  no such file, folder or case
    ├── MissingPartError    69  an optional part is not installed
    ├── FetchError          69  the network said no
    ├── EngineError         69  the engine cannot be started, or gave up
    ├── LedgerError         74  the ledger cannot be read or written
    │   └── DamagedLedgerError  74  the file is no ledger, or was edited
    └── VerificationError    2  a quote or a digest does not fit the preserved bytes

Codes from 64 up are those of BSD `sysexits.h`. Nothing here is shown as a traceback: the command line
prints one line, `sayso: <message>. <try>`.
"""

from typing import ClassVar


class SaysoError(Exception):
    """Base of all errors raised on purpose; `hint` says what the user can try."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """One line: what happened, then what to try."""
        return f"{self.message}. {self.hint}" if self.hint else self.message

    def __reduce__(self) -> tuple[type["SaysoError"], tuple[str, str]]:
        """Survive the trip between worker processes with the hint intact."""
        return (type(self), (self.message, self.hint))


class UsageError(SaysoError):
    """The command was put wrongly."""

    exit_code = 64


class InputError(SaysoError):
    """The input is not what it should be: broken, empty, of a kind we cannot read."""

    exit_code = 65


class RefusedError(InputError):
    """The input is hostile or oversized: reading it on would cost the machine."""


class MissingInputError(SaysoError):
    """No such file, folder or case."""

    exit_code = 66


class MissingPartError(SaysoError):
    """An optional part is not installed; the hint names the extra."""

    exit_code = 69


class FetchError(SaysoError):
    """A URL that the user named could not be fetched."""

    exit_code = 69


class EngineError(SaysoError):
    """The engine cannot be started or reached, or gave up."""

    exit_code = 69


class LedgerError(SaysoError):
    """The ledger cannot be read or written, or is of a newer version."""

    exit_code = 74


class DamagedLedgerError(LedgerError):
    """The file is no ledger, or its tables are no longer as they were made."""


class VerificationError(SaysoError):
    """A quote, an id or a digest does not fit the preserved bytes."""

    exit_code = 2
