"""Our word pieces beside those of the library: `python train/attribution_check.py SHARED/data/polnear`."""

import sys
from pathlib import Path

from attribution_data import paragraphs, rows
from attribution_fit import base_folder
from tokenizers import Tokenizer

from sayso.networks.wordpieces import WordPieces


def main() -> None:
    """Print how many pieces both give, and the first differences."""
    library = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    library.no_padding()
    library.no_truncation()
    ours = WordPieces.of((base_folder() / "vocab.txt").read_text("utf-8").splitlines())
    same = other = 0
    for split in ("train", "dev"):
        for row in rows(Path(sys.argv[1]) / f"{split}.jsonl.gz"):
            for start, end in paragraphs(row["text"]):
                theirs = library.encode(row["text"][start:end], add_special_tokens=False)
                wanted = [(n, start + a, start + b) for n, (a, b) in zip(theirs.ids, theirs.offsets, strict=True)]
                given = list(ours.split(row["text"], start, end))
                if given == wanted:
                    same += len(wanted)
                    continue
                other += len(wanted)
                if other < 3000:
                    a, b = next(
                        ((x, y) for x, y in zip(given, wanted, strict=False) if x != y), (given[-1], wanted[-1])
                    )
                    print(repr(row["text"][min(a[1], b[1]) - 5 : b[2] + 8]), a, b)
    print(f"{same} pieces in paragraphs read alike, {other} in others")


if __name__ == "__main__":
    main()
