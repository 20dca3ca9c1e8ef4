"""Where a Chinese report begins behind who sent it: 新岸社奥勒姆9月1日电（记者林安）C · 本报记者林安报道　C."""

from sayso.annotate.noun_phrases import Passage

LONGEST = 40  # tokens of the line that says who reports from where
BRACKETED = 16  # tokens of the names in brackets behind it
SENT = ("电", "電", "讯", "訊", "报道", "報道", "報導", "报导", "综述", "綜述")
_OPENING, _CLOSING = "（(【", "）)】"


def past_credit(passage: Passage, low: int) -> int:
    """The token behind such a line; `low`, which opens the paragraph, where there is none.

    The word for a dispatch or a report stands last in it, before a blank or the names of those who wrote it.
    """
    raw, end = passage.tokens.raw, min(len(passage.tokens) - 1, low + LONGEST)
    if low != 0 or "pro_drop" not in passage.grammar.flags:
        return low
    for k in range(low + 1, end):
        if raw[k] in "，。；：“”":
            return low
        if raw[k] not in SENT:
            continue
        if raw[k + 1] in _OPENING:
            close = next((i for i in range(k + 2, min(end, k + BRACKETED)) if raw[i] in _CLOSING), None)
            return low if close is None else close + 1
        if passage.tokens.end[k] < passage.tokens.start[k + 1]:
            return k + 1
    return low
