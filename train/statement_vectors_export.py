"""The network of single statements as the wheel ships it: `statement_vectors_export.py OUT.pt LESSONS.npz FOLDER`.

OUT.pt is what `statement_vectors_teach.py` wrote. FOLDER gets `encoder.onnx` (which takes word vectors and gives one,
weights in 8 bits) and `words.npz` (the vectors of the pieces, in 4 bits). Checked on held pairs of LESSONS.npz.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from attribution_export import export, in_eight_bits, session, sizes
from onnxruntime.quantization.shape_inference import quant_pre_process
from statement_vectors_teach import Pointing, in_pieces
from statements_decks import Lessons
from statements_export import some_held
from statements_model import PLACES
from statements_mpnet import packed
from torch import nn

from sayso.networks.loading import WordVectors

ALIKE = 0.98  # cosine of what is written with what was trained, at least, as the mean of some statements


def write(model: Pointing, folder: Path) -> None:
    """Write the network, without the places that no statement reaches, and the vectors of its pieces."""
    halves, scales = packed(model.words.weight.detach())
    np.savez(folder / "words.npz", halves=halves, scales=scales)
    own = model.encoder.embeddings
    own.position_embeddings = nn.Embedding.from_pretrained(own.position_embeddings.weight.detach()[:PLACES])
    axes: dict[str, dict[int, str]] = {"words": {1: "pieces"}, "vectors": {}}
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        raw, ready = Path(scratch) / "raw.onnx", Path(scratch) / "ready.onnx"
        export(model, (torch.randn(1, 24, own.word_embeddings.embedding_dim),), axes, raw)
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        in_eight_bits(ready, folder / "encoder.onnx", ["MatMul", "Gemm"])


def main() -> None:
    """Read, write, check."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("weights", type=Path)
    cli.add_argument("lessons", type=Path)
    cli.add_argument("folder", type=Path)
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    model = Pointing()
    model.load_state_dict({name: weight.float() for name, weight in torch.load(said.weights).items()})
    model.eval()
    lessons = Lessons.load(said.lessons)
    chosen = [in_pieces(lessons, one) for pair in some_held(lessons, "mpnet", 100) for one in lessons.pairs[pair]]
    with torch.no_grad():
        trained = [model.of([pieces])[0].numpy() for pieces in chosen]
    write(model, said.folder)
    words, written = WordVectors.load(said.folder / "words.npz"), session(said.folder / "encoder.onnx")
    found = [written.run(None, {"words": words.of(pieces)[None]})[0][0] for pieces in chosen]
    alike = float(np.mean([one @ other for one, other in zip(trained, found, strict=True)]))
    print(f"{len(chosen)} statements: mean cosine {alike:.3f}")
    assert alike > ALIKE, "the quantised network is not the trained one"
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
