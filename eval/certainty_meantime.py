#!/usr/bin/env python3
"""Compare our certainty of events with MEANTIME's factuality, in the unified format of Stanovsky et al. (2017).

    certainty_meantime.py DEV.conll

DEV.conll has a token a line (index, word, factuality from -3 to 3 or "_", …), a blank line between sentences. The
words before an event in its clause, and the event, are read as one claim in the writer's voice. Our values become
numbers by FactBank's own scale: certain 3, probable 2, possible 1, underspecified 0, with the sign of the polarity.
A prediction keeps its level: MEANTIME rates a plain future as certain (mean 2.7 on its training split).

Printed: the mean absolute error, that of always saying 3, and for each category of ours how many and the mean gold.
"""

import argparse
import pathlib
from collections import Counter
from collections.abc import Iterator

from sayso.annotate.certainty_reading import Voice, read_claim
from sayso.annotate.certainty_sentences import read_sentence
from sayso.annotate.certainty_words import CertaintyWords, certainty_words
from sayso.annotate.phrases import tokenise
from sayso.vocab import CertaintyLevel, Mode, Polarity

SCALE = {
    CertaintyLevel.CERTAIN: 3.0,
    CertaintyLevel.PROBABLE: 2.0,
    CertaintyLevel.POSSIBLE: 1.0,
    CertaintyLevel.UNDERSPECIFIED: 0.0,
}
BREAKS = frozenset({",", ";", ":", "that", "who", "which", "and", "but", "while", "when", "because", "after", "before"})
Events = list[tuple[int, float]]


def sentences(path: pathlib.Path) -> Iterator[tuple[list[str], Events]]:
    """(words, [(index of an event, its factuality)]) for each sentence of a file."""
    words: list[str] = []
    events: Events = []
    for line in (*path.read_text("utf-8").splitlines(), ""):
        if not line.strip():
            if words:
                yield words, events
            words, events = [], []
            continue
        fields = line.split("\t")
        if fields[2] != "_":
            events.append((len(words), float(fields[2])))
        words.append(fields[1])


def factuality(words: list[str], event: int, lexicon: CertaintyWords) -> tuple[float, str]:
    """(our value of an event on the scale, the category it came from)."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    text = " ".join(words)
    clause = max((i + 1 for i in range(event) if words[i].lower() in BREAKS), default=0)
    sentence = read_sentence(text, tokenise(text), lexicon)
    reading = read_claim(sentence, (starts[clause], starts[event] + len(words[event])), lexicon, Voice())
    value = 0.0 if reading.mode is Mode.QUESTION else SCALE[reading.value]
    sign = -1.0 if reading.polarity is Polarity.NEGATIVE else 1.0
    return sign * value, f"{reading.value} {reading.mode} {reading.polarity}"


def main() -> None:
    """Print the figures for the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("conll", type=pathlib.Path)
    path = parser.parse_args().conll
    lexicon = certainty_words("en")
    if lexicon is None:
        raise SystemExit("no English certainty lexicon")
    ours = always = 0.0
    count = 0
    gold: dict[str, float] = {}
    seen: Counter[str] = Counter()
    for words, events in sentences(path):
        for event, wanted in events:
            value, category = factuality(words, event, lexicon)
            ours += abs(value - wanted)
            always += abs(3.0 - wanted)
            count += 1
            seen[category] += 1
            gold[category] = gold.get(category, 0.0) + wanted
    print(f"events {count}  mean absolute error {ours / count:.3f}  always certain {always / count:.3f}")
    for category, number in seen.most_common():
        print(f"  {category:32} {number:5}  mean gold {gold[category] / number:6.2f}")


if __name__ == "__main__":
    main()
