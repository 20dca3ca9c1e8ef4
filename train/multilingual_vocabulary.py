"""Which pieces the wheel keeps: `python train/multilingual_vocabulary.py E5/tokenizer.json VOCABULARY.txt`.

The encoder has 250,002 pieces (XLM-RoBERTa's), for a hundred languages; its word vectors would be 50 MB. Kept are the
40,000 likeliest of the 60,000 commonest words of ten languages, and the 28,000 likeliest of 30,000 of each of the
others (wordfreq 3.1.1, Speer 2022), each counting in the language where it is likeliest; beside them marks, digits, the
letters of all scripts, so that a word whose own piece is gone falls into smaller ones, and the commonest pieces of
scripts of which wordfreq knows no language. Chinese and Japanese words stand also behind another, as these are written.
VOCABULARY.txt gets one piece a line with its log-probability, in the order of the whole vocabulary.
"""

import argparse
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer
from wordfreq import get_frequency_dict

FIRST = ("ar", "de", "es", "fr", "it", "pl", "ru", "tr", "uk", "zh")
OTHERS = (
    *("bg", "bn", "ca", "cs", "da", "el", "en", "fa", "fi", "fil", "he", "hi", "hu", "id", "ja", "ko", "lt", "lv"),
    *("mk", "ms", "nb", "nl", "pt", "ro", "sh", "sk", "sl", "sv", "ta", "ur", "vi"),
)
WORDS, LIKELIEST = (60_000, 30_000), (40_000, 28_000)  # of each of the first languages, and of each of the others
MARKS = 600  # pieces without a letter that are kept, the first of the vocabulary: it begins with the commonest
LONGEST_MARK = 4
CAPITAL = 0.2  # how often a word stands with a capital, for one that it is listed without
BEFORE = {"zh": "的", "ja": "の"}  # a word of one piece behind which words are cut that have no space between
IDEOGRAPHS = ("CJK",)  # too many: common ones are words themselves
COMMONEST = {"THAI": 1200, "GEORGIAN": 500, "ARMENIAN": 500, "ETHIOPIC": 400}  # pieces; no list of their words
SPECIAL = ("<s>", "</s>", "<unk>", "▁")
SPECIAL_END = 3  # numbers below are those of special pieces


def scored(tokenizer: Path) -> list[tuple[str, float]]:
    """All pieces of the encoder with their log-probabilities, by number."""
    return [(piece, score) for piece, score in json.loads(tokenizer.read_text("utf-8"))["model"]["vocab"]]


def script(piece: str) -> str:
    """The script of a piece's first letter, as Unicode names it; "" if it has none."""
    letter = next((sign for sign in piece if sign.isalpha()), "")
    return unicodedata.name(letter, "?").split()[0] if letter else ""


def shares(language: str, pieces: Tokenizer, words: int) -> dict[int, float]:
    """The share of each piece in the running text of a language, by how common its words are."""
    found: Counter[int] = Counter()

    def add(text: str, weight: float, skipped: int = 0) -> None:
        for number in pieces.encode(text, add_special_tokens=False).ids[skipped:]:
            found[number] += weight

    for word, weight in list(get_frequency_dict(language).items())[:words]:  # the commonest first
        for form, often in {word.capitalize(): CAPITAL, word: 1.0}.items():
            add(form, weight * often)
            if language in BEFORE:
                add(BEFORE[language] + form, weight, 1)
    total = sum(found.values())
    return {number: weight / total for number, weight in found.items()}


def likeliest(by_language: list[dict[int, float]], count: int) -> set[int]:
    """The pieces that are likeliest in the language where they are so."""
    best: dict[int, float] = {}
    for own in by_language:
        for number, share in own.items():
            best[number] = max(best.get(number, 0.0), share)
    return set(sorted(best, key=lambda number: (-best[number], number))[:count])


def in_any_case(given: list[tuple[str, float]]) -> Iterator[int]:
    """Pieces that are kept however common they are."""
    left, marks = Counter(COMMONEST), MARKS
    for number, (piece, _) in enumerate(given):
        own = script(piece)
        if piece in SPECIAL or (len(piece) == 1 and own and own not in IDEOGRAPHS):
            yield number
        elif number > SPECIAL_END and not own and len(piece) <= LONGEST_MARK and marks:
            marks -= 1
            yield number
        elif left[own]:
            left[own] -= 1
            yield number


def main() -> None:
    """Count, choose, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("tokenizer", type=Path)
    cli.add_argument("vocabulary", type=Path)
    said = cli.parse_args()
    given, pieces = scored(said.tokenizer), Tokenizer.from_file(str(said.tokenizer))
    found = set(in_any_case(given))
    for languages, words, count in zip((FIRST, OTHERS), WORDS, LIKELIEST, strict=True):
        found |= likeliest([shares(language, pieces, words) for language in languages], count)
    numbers = sorted(number for number in found if number > SPECIAL_END or given[number][0] in SPECIAL)
    lines = [f"{given[k][0]}\t{given[k][1]:.3f}\n" for k in numbers]
    said.vocabulary.write_text("".join(lines), "utf-8")
    print(len(numbers), "of", len(given), "pieces")


if __name__ == "__main__":
    sys.exit(main())
