"""Where a Chinese subject ends before what stands between it and its verb: 州长 | 对电台, 局 | 4日."""

from sayso.annotate.noun_phrases import Phrase
from sayso.annotate.reading import Reading
from sayso.annotate.source_kinds import is_speaker
from sayso.annotate.subjects import without_medium

PLACED = ("上", "中", "时", "時", "后", "後", "里", "裡", "间", "間", "前")


def without_adjuncts(reading: Reading, subject: Phrase) -> Phrase | None:
    """The subject without what stands between it and the verb in Chinese: 州长 | 对电台."""
    end = next((k for k in range(*subject) if _ends_unspaced(reading, k, subject)), subject[1])
    if reading.has("guarded") and reading.is_in(subject[0] - 1, "that"):
        joints = [k + 1 for k in range(*subject) if reading.is_in(k, "coordinators") and reading.outside(k)]
        subject = (max((k for k in joints if k < end), default=subject[0]), subject[1])  # que A ment et B | a dit
    return without_medium(reading, (subject[0], end)) if end > subject[0] else None


def _ends_unspaced(reading: Reading, k: int, subject: Phrase) -> bool:
    """Whether a subject ends before token `k`: an adjunct or a date follows that is not part of a relative clause."""
    if reading.has("pro_drop") and k > subject[0] and reading.word(k).isdigit() and reading.is_in(k + 1, "dated"):
        return True
    return reading.is_in(k, "adjuncts") and not _is_inside_relative(reading, k, subject)


def _is_inside_relative(reading: Reading, k: int, subject: Phrase) -> bool:
    """Whether an adjunct stands before 的 and the one who speaks: 两位接受采访的专家, 站在屋前的老人安娜."""
    last = next((i for i in range(subject[1] - 1, k, -1) if reading.is_in(i, "nominalisers")), None)
    if last is None or last + 1 >= subject[1]:
        return False
    offsets = reading.passage.tokens
    rest = "".join(offsets.raw[last + 1 : subject[1]])
    return not rest.endswith(PLACED) and is_speaker(rest, reading.passage.grammar.language)
