"""Write py3langid's model anew in the form that `sayso.extract.language_model` reads: `src/sayso/models/language/`.

    python train/language_pack.py [--out DIR]

Nothing is learned here: the same numbers, the same automaton, so that the same text gets the same probabilities
(`tests/extract/test_language_model.py` holds the two side by side). What goes is what need not be kept: the
automaton's transitions that follow from its edges (39 MB), for each language the number of all features it was never
seen with (four of five are), and languages without a press of their own. py3langid 0.4.0 unpacks 68 MB in 0.4 s of
processor time in every process; this loads in 0.03 s.
"""

import argparse
from pathlib import Path

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE
from py3langid.modelio import load_model

from sayso.extract.language_model import FILE

WITHOUT_PRESS = frozenset(
    [
        *("ace", "an", "crh", "ary", "arz", "bcl", "ext", "fuv", "gcf", "gcr", "gom", "grc", "guw"),
        *("hbo", "la", "lij", "ltg", "pcm", "sdh", "uzs", "vec", "vo", "wa", "wuu", "yue", "zxx"),
    ]
)


def edges(moves: np.ndarray, row_of: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(state before, byte, state to fall back to) for each state of an Aho-Corasick automaton given by all its moves.

    A state's moves are those of the state it falls back to, but for the edges that lead on to longer n-grams.
    """
    count = len(row_of)
    before, byte, back = (np.zeros(count, np.uint32) for _ in range(3))
    seen = np.zeros(count, bool)
    seen[0] = True
    order = [0]
    for state in order:
        row = moves[row_of[state]]
        inherited = moves[row_of[back[state]]] if state else np.zeros(256, row.dtype)
        for letter in np.flatnonzero(row != inherited).tolist():
            to = int(row[letter])
            assert not seen[to], "not the automaton that was expected"
            seen[to] = True
            before[to], byte[to], back[to] = state, letter, inherited[letter]
            order.append(to)
    assert seen.all()
    return before, byte, back


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--out", type=Path, default=FILE)
    out = cli.parse_args().out
    table, prior, labels, moves, row_of, features = load_model(MODEL_DIR / MODEL_FILE)
    before, byte, back = edges(np.array(moves).reshape(-1, 256), np.array(row_of))
    kept = [column for column, label in enumerate(labels) if label not in WITHOUT_PRESS]
    table, prior = table[:, kept], prior[kept]
    absent = table.min(0)
    seen_with = table != absent
    np.savez(
        out,
        labels=np.array([labels[column] for column in kept]),
        prior=prior,
        absent=absent,
        first=np.concatenate([[0], np.cumsum(seen_with.sum(1))]).astype(np.uint32),
        columns=np.nonzero(seen_with)[1].astype(np.uint8),
        values=table[seen_with],
        before=before,
        byte=byte.astype(np.uint8),
        back=back,
        feature=np.array(features, np.int32),
    )
    print(f"{out}: {out.stat().st_size:,} bytes, {len(kept)} columns, {seen_with.mean():.3f} of the table kept")


if __name__ == "__main__":
    main()
