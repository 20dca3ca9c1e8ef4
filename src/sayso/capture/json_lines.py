"""JSON Lines (jsonlines.org): one report a line, each a payload of its own."""

from collections.abc import Iterator

from sayso.capture.detect import Kind
from sayso.capture.intake import Payload, Place
from sayso.capture.locator import bytes_step
from sayso.capture.streams import ByteStream
from sayso.model import Skip
from sayso.settings import Limits
from sayso.vocab import SkipReason

_BLANK = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"


def line_payloads(stream: ByteStream, place: Place, limits: Limits) -> Iterator[Payload | Skip]:
    """A payload for each line that holds an object; blank lines are passed over, others skipped."""
    count = 0
    if stream.peek(len(_BOM)) == _BOM:
        stream.skip(len(_BOM))
    while line := _next_line(stream, limits):
        offset, text, too_long = line
        inside = place.at(bytes_step(offset, len(text)))
        if too_long:
            yield inside.skip(SkipReason.TOO_LARGE, f"a line of more than {limits.payload_bytes} bytes")
        elif text.startswith(b"{"):
            yield inside.payload(text, Kind.JSON)
        elif text:
            yield inside.skip(SkipReason.MALFORMED, "the line is no JSON object")
        count += 1
        if count >= limits.archive_members:
            yield place.skip(SkipReason.TOO_LARGE, f"more than {limits.archive_members} lines")
            return
    if stream.fault is not None:
        yield place.refused(stream.fault)


def _next_line(stream: ByteStream, limits: Limits) -> tuple[int, bytes, bool] | None:
    """Offset and content of the next line without the white space around it, and whether it was too long."""
    start = stream.tell()
    line = stream.read_line(limits.payload_bytes + 1)
    if not line:
        return None
    too_long = len(line) > limits.payload_bytes
    if too_long:
        while rest := stream.read_line(64 * 1024):
            if rest.endswith(b"\n"):
                break
    text = line.strip(_BLANK)
    return start + len(line) - len(line.lstrip(_BLANK)), text, too_long
