"""The words of a source in any script: Chinese and Japanese cut where a title, a body or a particle parts them.

What only says how large a place is, or what is written on to a name, is left out: "哈尔登市" is Halden, "할덴의" too.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.bodies import body_in
from sayso.corroborate.folding import LONGEST_SOURCE, WORD
from sayso.corroborate.scripts import HANGUL, without_particle

HAN = re.compile(r"[\u3400-\u9fff]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HEADS = "[长長]?"  # who heads it: a minister by the word for his ministry
_ELIDED = re.compile(r"^(?:l|d|dell|all|dall|nell|sull|un)['’](?=[^\W\d_])", re.IGNORECASE)
_OF = "の|(?<=[\u3400-\u9fff])的(?=[\u3400-\u9fff])"
_AREAS = (
    "地区|中心|中央|中部|集团|控股|国家|國家|全国|全國|国立|國立|联邦|聯邦|共和国|共和國|紧急|緊急|[省市县縣州区區镇郡]"
)
_SAID_OF = re.compile(
    r"^(?:邻国|鄰國|该国|該國|本国|本國|所谓|所謂|自称|自稱|当地|當地|附近|隣国)(?=[\u3040-\u30ff\u3400-\u9fff]{2})"
)


@functools.cache
def _callings() -> str:
    """What tells a Chinese or Japanese company from others of its town: coal, electric power."""
    return "|".join(word for word in bodies.callings() if _UNSPACED.search(word))


@functools.cache
def _tail() -> re.Pattern[str]:
    """What stands behind a Chinese or Japanese name and is no part of it."""
    return re.compile(rf"(?<=[\u3040-\u30ff\u3400-\u9fff]{{2}})(?:{_AREAS}|{_callings()})+$")


def _parts(run: str, start: int) -> Iterator[tuple[str, int]]:
    """A Chinese or Japanese name without what only says what it is, and then what tells it: "卡维亚 | 石油"."""
    tail = _tail().search(run)
    if tail and bodies.is_common(run[: tail.start()]):
        tail = None  # "独立鉱山労組" is the Independent Miners' Union, of no place
    end = tail.start() if tail else len(run)
    yield _SAID_OF.sub("", run[:end]), start
    yield from ((told.group(), start + told.start()) for told in re.compile(_callings()).finditer(run, end))


@functools.cache
def _breaks() -> str:
    """What parts a Chinese or Japanese name from what stands around it: titles, particles, and who speaks."""
    tables = lexicon.load("bodies").tables
    listed = "|".join((tables["titles"]["words"], tables["spokespeople"]["words"])).split("|")
    return "|".join((*sorted((w for w in listed if _UNSPACED.search(w)), key=lambda w: (-len(w), w)), _OF))


def pieces(name: str, shown_by: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The words of a source with their places; `shown_by` are the words that show its body."""
    shown = [re.escape(stem) + _HEADS for stem in sorted(shown_by, key=len, reverse=True) if _UNSPACED.search(stem)]
    breaks = re.compile("|".join([*shown, _breaks()]))
    for match in WORD.finditer(name[:LONGEST_SOURCE]):
        if _UNSPACED.search(match.group()):
            yield from _cut(match, breaks)
            continue
        elided = _ELIDED.match(match.group())
        # no "D'Angelo"
        if elided and (match.group()[elided.end()].islower() or elided[0].islower()):
            yield elided[0][:-1], match.start()
            yield match.group()[elided.end() :], match.start() + elided.end()
        elif shown_by and (halves := _halves(match.group())):
            yield from ((half, match.start() + match.group().index(half)) for half in halves)
        elif HANGUL.search(match.group()) and body_in(match.group()) is None:
            yield without_particle(match.group()), match.start()
        else:
            yield match.group(), match.start()


def _halves(word: str) -> tuple[str, ...]:
    """The halves of a name and what it is the name of: "Halden-Klinik"; none of any other word."""
    first, hyphen, last = word.rpartition("-")
    parted = hyphen and first[:1].isupper() and last[:1].isupper() and body_in(last) and not body_in(first)
    return (first, last) if parted else ()


def _cut(word: re.Match[str], breaks: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The parts of what has no blanks."""
    told, at = word.group(), 0
    for cut in breaks.finditer(told):
        if cut.start() > at:
            yield from _parts(told[at : cut.start()], word.start() + at)
        yield cut.group(), word.start() + cut.start()
        at = cut.end()
    if at < len(told):
        yield from _parts(told[at:], word.start() + at)
