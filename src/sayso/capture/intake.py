"""What capture gives: payloads with their Capture records, and skips for what is not one."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.capture import charset, locator
from sayso.capture.detect import Kind
from sayso.capture.streams import PayloadRefusedError
from sayso.ids import sha256
from sayso.model import Capture, Skip
from sayso.vocab import SkipReason

STAGE = "capture"
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Payload:
    """One payload: what the ledger keeps of it, and its bytes."""

    capture: Capture
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What an archive says of how a payload was obtained."""

    url: str | None = None
    final_url: str | None = None
    captured_at: datetime.datetime | None = None
    status: int | None = None
    charset_label: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a preserved file."""

    source_digest: str
    locator: str = ""

    def at(self, *steps: str) -> "Place":
        """The place that further steps lead to."""
        return Place(self.source_digest, locator.join(self.locator, *steps))

    @property
    def subject(self) -> str:
        """How a skip names it: the sha256 of the file, then "#" and the locator within it."""
        return f"{self.source_digest}#{self.locator}" if self.locator else self.source_digest

    def payload(self, body: bytes, kind: Kind, how: Circumstances = Circumstances()) -> Payload:
        """The payload at this place."""
        name, basis = charset.decide(body, how.charset_label)
        capture = Capture(
            source_digest=self.source_digest,
            locator=self.locator,
            payload_digest=sha256(body),
            media_type=kind.value,
            charset=name,
            charset_basis=basis,
            url=how.url,
            final_url=how.final_url,
            captured_at=how.captured_at,
            status=how.status,
        )
        return Payload(capture, body)

    def skip(self, reason: SkipReason, detail: str) -> Skip:
        """The skip for what could not be read at this place."""
        return Skip(stage=STAGE, subject=self.subject, reason=reason, detail=detail)

    def refused(self, fault: PayloadRefusedError) -> Skip:
        """The skip that tells a fault at this place."""
        return self.skip(fault.reason, fault.message)


@dataclass(slots=True)
class Tally:
    """Skips of one kind made one: an archive with 500 images has one thing to say about them, not 500."""

    place: Place
    counts: Counter[tuple[SkipReason, str]] = field(default_factory=Counter)
    examples: dict[tuple[SkipReason, str], list[str]] = field(default_factory=dict)

    def add(self, reason: SkipReason, what: str, example: str = "", count: int = 1) -> None:
        """Count one more of `what` ("image/png", "answered 404"); a few examples are kept."""
        self.counts[reason, what] += count
        kept = self.examples.setdefault((reason, what), [])
        if example and len(kept) < _EXAMPLES:
            kept.append(example[:200])

    def skips(self) -> Iterator[Skip]:
        """One skip per kind, in a fixed order."""
        for (reason, what), count in sorted(self.counts.items()):
            examples = ", ".join(self.examples[reason, what])
            more = ", …" if examples and count > _EXAMPLES else ""
            detail = f"{count} record{'s' if count > 1 else ''}: {what}" + (f" ({examples}{more})" if examples else "")
            yield self.place.skip(reason, detail)
