"""Which pieces the wheel keeps: `python train/multilingual_vocabulary.py E5/tokenizer.json VOCABULARY.txt`.

The encoder has 250,002 pieces (XLM-RoBERTa's), for a hundred languages; its word vectors would be 50 MB. Kept are the
40,000 likeliest of the 60,000 commonest words of ten languages (wordfreq 3.1.1, Speer 2022), each counting in the
language where it is likeliest, beside marks, digits, and single letters of the Latin, Cyrillic and Arabic scripts, so
that a word whose own piece is gone falls into smaller ones. Chinese words stand also behind another, as Chinese is
written. VOCABULARY.txt gets one piece a line with its log-probability, in the order of the whole vocabulary.
"""

import argparse
import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer
from wordfreq import top_n_list, word_frequency

from sayso.annotate.multilingual_reader import LANGUAGES, UNSPACED

WORDS = 60_000  # of each language
LIKELIEST = 40_000
MARKS = 600  # pieces without a letter that are kept, the first of the vocabulary: it begins with the commonest
LONGEST_MARK = 4
CAPITAL = 0.2  # how often a word stands with a capital, for one that it is listed without
BEFORE = "的"  # a word of one piece behind which Chinese ones are cut
SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC")  # those of Chinese are too many: common ones are words themselves
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

    for word in top_n_list(language, words):
        weight = word_frequency(word, language)
        for form, often in {word.capitalize(): CAPITAL, word: 1.0}.items():
            add(form, weight * often)
            if language in UNSPACED:
                add(BEFORE + form, weight, 1)
    total = sum(found.values())
    return {number: weight / total for number, weight in found.items()}


def kept(given: list[tuple[str, float]], by_language: list[dict[int, float]], likeliest: int) -> list[int]:
    """The numbers of the pieces to keep."""
    best: dict[int, float] = {}
    for own in by_language:
        for number, share in own.items():
            best[number] = max(best.get(number, 0.0), share)
    common = sorted(best, key=lambda number: (-best[number], number))[:likeliest]
    rest = range(SPECIAL_END + 1, len(given))
    marks = [k for k in rest if not script(given[k][0]) and len(given[k][0]) <= LONGEST_MARK][:MARKS]
    letters = [k for k in rest if len(given[k][0]) == 1 and script(given[k][0]) in SCRIPTS]
    special = [k for k, (piece, _) in enumerate(given) if piece in SPECIAL]
    return sorted({*special, *marks, *letters, *(k for k in common if k > SPECIAL_END)})


def main() -> None:
    """Count, choose, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("tokenizer", type=Path)
    cli.add_argument("vocabulary", type=Path)
    cli.add_argument("--words", type=int, default=WORDS, help="of each language")
    cli.add_argument("--likeliest", type=int, default=LIKELIEST, help="pieces of all languages")
    said = cli.parse_args()
    given, pieces = scored(said.tokenizer), Tokenizer.from_file(str(said.tokenizer))
    by_language = [shares(language, pieces, said.words) for language in sorted(LANGUAGES)]
    numbers = kept(given, by_language, said.likeliest)
    lines = [f"{given[k][0]}\t{given[k][1]:.3f}\n" for k in numbers]
    said.vocabulary.write_text("".join(lines), "utf-8")
    print(len(numbers), "of", len(given), "pieces")


if __name__ == "__main__":
    sys.exit(main())
