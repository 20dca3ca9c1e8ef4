"""Where a Chinese subject begins and ends, as no space shows it: 州长 | 对电台, 局 | 4日, 部长 | 在回答提问时 | 说."""

import re

from sayso.annotate.ahead import Ahead
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Passage, Phrase, name_in_marks
from sayso.annotate.reading import Reading
from sayso.annotate.source_kinds import is_speaker, words_of
from sayso.annotate.subjects import without_medium
from sayso.annotate.unspaced_credits import past_credit

PLACED = ("上", "中", "时", "時", "后", "後", "里", "裡", "间", "間", "前")
SIDE = "方面"  # 联合国方面: "on the part of"
LISTING = frozenset("、")
TRIALS = ("一审", "一審", "二审", "二審", "终审", "終審")
SHORT_NAME = 4  # signs of a name without an office
LONGEST_NAME = 9  # signs of a name behind an office: 奥莉娜·马雷克
_LATIN_NAME = re.compile(r"[A-Za-z][\w .&-]*\Z")  # behind the noun for it: 组织 | Halyard
_CLOSED = "”」』"
_NAME = re.compile(r"[\u4e00-\u9fff·・]*")


def without_adjuncts(reading: Reading, subject: Phrase) -> Phrase | None:
    """The subject without what stands between it and the verb in Chinese: 州长 | 对电台."""
    end = next((k for k in range(*subject) if _ends_unspaced(reading, k, subject)), subject[1])
    if reading.has("guarded") and reading.is_in(subject[0] - 1, "that"):
        joints = [k + 1 for k in range(*subject) if reading.is_in(k, "coordinators") and reading.outside(k)]
        subject = (max((k for k in joints if k < end), default=subject[0]), subject[1])  # que A ment et B | a dit
    if reading.has("pro_drop"):
        if all(reading.word(k).isdigit() or reading.is_in(k, "dated", "times") for k in range(subject[0], end)):
            return None  # 13日 | 说: a day says nothing
        subject = (_first_unspaced(reading, subject[0], end), end)
    return without_medium(reading, (subject[0], end)) if end > subject[0] else None


def _first_unspaced(reading: Reading, first: int, end: int) -> int:
    """Where a subject begins: behind a blank, as headlines set it, and 有; at an office before a surname like 曾."""
    tokens = reading.passage.tokens
    credited = past_credit(reading.passage, reading.low)
    first = credited if first < credited < end else first
    blanks = (k for k in range(end - 1, first, -1) if tokens.start[k] > tokens.end[k - 1])
    blank = next((k for k in blanks if _is_han(tokens.raw[k]) and _is_han(tokens.raw[k - 1])), first)
    if blank > first or reading.is_in(first, "there_is"):
        return max(blank, first + 1) if end - first > 1 else first
    if reading.is_in(first, "nominalisers") and reading.is_in(first - 1, "pronouns"):
        return first - 1  # 他 | 的妻子
    if reading.is_in(first - 1, "also_surnames"):
        office = next((k for k in _heads(reading, end) if k < first - 1), first)
        if ends_as_speaker(reading.passage, (office, first - 1)):
            first = office
    while reading.is_mark(first - 1, LISTING) and (titled := _titled(reading, first - 1)) < first - 1:
        first = titled
    return first


def _titled(reading: Reading, comma: int) -> int:
    """Where the office or speaker begins that the Chinese comma of lists joins to the next: 院士、教授 | 宋以宁."""
    tokens, of = reading.passage.tokens, reading.passage.grammar
    first = comma
    while first > reading.low and reading.outside(first - 1) and not reading.is_mark(first - 1, STOPS):
        if reading.is_in(first - 1, "adjuncts", "auxiliaries") or of.starts(tokens.low, first - 1, VERB) > first - 1:
            return comma
        first -= 1
    return first if ends_as_speaker(reading.passage, (first, comma)) else comma


def _is_han(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff"


def before_circumstance(reading: Reading, start: int) -> Phrase | None:
    """The subject before the circumstance that ends at the verb: 部长 | 在社交平台“电报”上 | 说."""
    if not reading.has("pro_drop") or not reading.word(start - 1).endswith(PLACED):
        return None
    return opening_speaker(reading, start)


def opening_speaker(reading: Reading, before: int) -> Phrase | None:
    """Who is named at the head of the clause or sentence that ends before a token, up to what tells when and how."""
    for first in _heads(reading, before):
        whole = (first, before)
        end = next((k for k in range(first, before) if _breaks_off(reading, k, whole)), before)
        pronoun = end - first == 1 and reading.is_in(first, "pronouns")
        joined = end < before and end - first <= SHORT_NAME and reading.is_in(end, "coordinators")
        pronoun = pronoun or (joined and end == before - 1)  # 林致遠 | 並 | 預告
        if first in (before, end):
            continue
        if reading.is_in(end, "meeting"):
            end = next((k for k in range(first + 1, end) if reading.is_in(k, "met_with")), end)
        if end < before and (pronoun or ends_as_speaker(reading.passage, (first, end))):
            return (first, end)
        return None  # another subject stands here
    return None


def _heads(reading: Reading, before: int) -> list[int]:
    """The tokens where a subject may stand first: behind the last comma, or at the head of the sentence."""
    stops = [k + 1 for k in range(reading.low, before) if reading.is_mark(k, STOPS) and reading.outside(k)]
    found = []
    low = min(before, past_credit(reading.passage, reading.low))
    for head in dict.fromkeys([max([low, *stops]), low]):
        first = head
        while first < before and reading.is_in(first, "openers", "coordinators", "times", "adverbs"):
            first += 1
        found.append(first)
    return found


def _breaks_off(reading: Reading, k: int, whole: Phrase) -> bool:
    """Whether a token ends a subject: an adjunct, a helping verb, a verb of saying, a mark or a quotation."""
    if not reading.outside(k) and name_in_marks(reading.passage, k, reading.statement.level) is not None:
        return False
    if not reading.outside(k) or reading.is_mark(k, STOPS) or _ends_unspaced(reading, k, whole):
        return True
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    verb = reading.is_in(k, "auxiliaries", "negations", "coordinators", "acts") or of.starts(lows, k, VERB) > k
    until = next((i for i in range(k, whole[1]) if reading.is_mark(i, STOPS)), whole[1])
    return verb and not _is_inside_relative(reading, k, (whole[0], until))


def ends_as_speaker(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase ends with a noun for somebody who speaks, or such a noun and a name."""
    whole = "".join(passage.tokens.raw[slice(*phrase)]).removesuffix(SIDE)
    if whole.endswith(tuple(_CLOSED)):  # 武装“自由运动”
        return whole.rstrip(_CLOSED).endswith(tuple(passage.grammar.words["name_endings"]))
    text = _LATIN_NAME.sub("", whole) or whole
    if text.endswith(tuple(passage.grammar.nouns)):
        return True
    language = passage.grammar.language
    for noun in words_of(language, "role") | words_of(language, "unnamed"):
        at = text.rfind(noun)
        name = text[at + len(noun) :] if at >= 0 else ""
        if 1 < len(name) <= LONGEST_NAME and "的" not in name and _NAME.fullmatch(name):
            return True
    return False


def is_expected(reading: Reading, subject: Phrase, cue: Cue, ahead: Ahead) -> bool:
    """Whether a verb tells no words of its subject: 新片 | 预计明年上映, 专家对数据 | 进行分析.

    Some verbs speak only where a mark follows at once (S分析，C), and right behind their subject.
    """
    if not reading.has("pro_drop"):
        return False
    bare = reading.is_in(cue.first, "comma_only")
    apart = any(not _goes_with_verb(reading, k) for k in range(subject[1], cue.first))
    if bare and (ahead.what == "clause" or apart or reading.is_in(subject[0], "not_tellers")):
        return True
    if not reading.is_in(cue.first, "speakers_only") or (ahead.what != "clause" and not bare):
        return False
    return not reading.is_in(subject[0], "pronouns") and not ends_as_speaker(reading.passage, subject)


def _goes_with_verb(reading: Reading, k: int) -> bool:
    """Whether a token between subject and verb tells but when or how."""
    timed = reading.word(k).isdigit() or reading.is_in(k, "dated", "adverbs", "times", "auxiliaries", "coordinators")
    return timed or reading.word(k) in ("（", "）", *TRIALS)


def may_close(reading: Reading, ahead: Ahead, edge: int | None) -> bool:
    """Whether what stands before S V can be C by what follows; 谈到火灾，S说，C begins with when S said it."""
    if reading.has("pro_drop") and edge is not None and reading.outside(edge - 1):
        return ahead.what == "end"
    return ahead.what in ("end", "pause", "quote")


def also_judged(reading: Reading) -> CueKind:
    """The other verbs that a comma and a clause may follow in Chinese: S批评，C · S反问，C."""
    return CueKind.JUDGE | CueKind.QUOTE if reading.has("pro_drop") else CueKind.NONE


def goes_on_saying(reading: Reading, cue: Cue, ahead: Ahead) -> bool:
    """Whether what follows a verb of denial or blame is the next verb and not what is denied: S否认，| 称C."""
    if not reading.has("pro_drop") or not cue.kind & CueKind.JUDGE or ahead.what != "pause":
        return False
    following = ahead.at + 1
    return reading.passage.grammar.starts(reading.passage.tokens.low, following, CueKind.SAY) > following


def _ends_unspaced(reading: Reading, k: int, subject: Phrase) -> bool:
    """Whether a subject ends before token `k`: an adjunct or a date follows that is not part of a relative clause."""
    if reading.has("pro_drop") and k > subject[0]:
        dated = reading.word(k).isdigit() and reading.is_in(k + 1, "dated")
        if dated or (reading.word(k + 1) == "（" and reading.word(k + 2).isdigit()):
            return True  # 昨（6）日
    return reading.is_in(k, "adjuncts") and not _is_inside_relative(reading, k, subject)


def _is_inside_relative(reading: Reading, k: int, subject: Phrase) -> bool:
    """Whether an adjunct stands before 的 and the one who speaks: 两位接受采访的专家, 站在屋前的老人安娜."""
    last = next((i for i in range(subject[1] - 1, k, -1) if reading.is_in(i, "nominalisers")), None)
    if last is None or last + 1 >= subject[1]:
        return False
    offsets = reading.passage.tokens
    rest = "".join(offsets.raw[last + 1 : subject[1]])
    return not rest.endswith(PLACED) and is_speaker(rest, reading.passage.grammar.language)
