"""The network for English as the wheel ships it: `statements_english_export.py MPNET OUT.pt LESSONS.npz FOLDER`.

MPNET is what `attribution_mpnet.py` wrote, OUT.pt what `statements_cut.py` wrote. FOLDER gets `encoder.onnx` (encoder
and head, which takes word vectors, without the matrices of its layers), `weights.npz` (these, in the 4 bits they were
taught in, with the scales of the 8 bits they are run in) and `words.npz` (the vectors of the pieces, in 4 bits).
Checked on held pairs of LESSONS.npz, through what Sayso loads them with. See `attribution_export.py`.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from attribution_export import sizes
from attribution_model import LAYERS, layer_of
from attribution_teacher import PAD
from onnx import TensorProto, numpy_helper
from statements_decks import SAME, Lessons
from statements_export import asked, check, read_by, some_held, write_encoder
from statements_model import PLACES, Reader, read
from statements_mpnet import in_four_bits, load, packed, rounded_layers

from sayso.networks.loading import WordVectors, in_eight_bits, packed_session

ALIKE = 0.99  # correlation of what is written with what was trained, at least; of 100 pairs it was 0.998
PARTS = {f"attention.attn.{part}": part for part in "qkvo"} | {"intermediate.dense": "up", "output.dense": "down"}
WEIGHTS = "weights.npz"


def short(name: str) -> str:
    """The name of a layer's matrix in the wheel."""
    number = layer_of(name)
    return f"layers.{number}.{PARTS[name.removeprefix(f'{LAYERS}{number}.')]}"


def write_matrices(model: Reader, folder: Path) -> None:
    """Move the matrices of the layers out of the written network into a file of their own, in half the bits."""
    file = folder / "encoder.onnx"
    written = onnx.load(file)
    held = {tensor.name: tensor for tensor in written.graph.initializer}
    products = [node for node in written.graph.node if node.op_type == "MatMulInteger"]
    kept: dict[str, np.ndarray] = {}
    for name, layer in rounded_layers(model).items():
        halves, blocks = packed(layer.weight.detach())
        node, scales = product_of(halves, blocks, products, held)
        products.remove(node)
        leave_out(held[node.input[1]], short(name))
        node.input[1] = short(name)
        kept |= {f"{short(name)}|halves": halves, f"{short(name)}|blocks": blocks, f"{short(name)}|scales": scales}
    np.savez(folder / WEIGHTS, **kept)
    file.write_bytes(written.SerializeToString())


def product_of(
    halves: np.ndarray, blocks: np.ndarray, products: Sequence[onnx.NodeProto], held: Mapping[str, TensorProto]
) -> tuple[onnx.NodeProto, np.ndarray]:
    """The product that multiplies with a matrix, and the scales of its outputs.

    Told by the numbers: the exporter's names do not say the layer, and it writes keys before queries.
    """
    for node in products:
        stored = numpy_helper.to_array(held[node.input[1]])
        scales = numpy_helper.to_array(held[node.input[1].removesuffix("_quantized") + "_scale"])
        # What lies between two numbers may have been rounded the other way
        if stored.shape[::-1] == (len(halves), 2 * halves.shape[1]) and (
            np.abs(in_eight_bits(halves, blocks, scales).astype(int) - stored).max() <= 1
        ):
            return node, scales
    raise AssertionError("a matrix is not in the written network")


def leave_out(tensor: TensorProto, name: str) -> None:
    """Let a network ask for a matrix by name."""
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=WEIGHTS)
    tensor.name = name


def main() -> None:
    """Read, export, pack, check."""
    said = asked(__doc__, "mpnet")
    model, lessons = load(said.mpnet, said.weights), Lessons.load(said.lessons)
    chosen = some_held(lessons, model.network, said.pairs)
    trained = read(model, lessons, chosen, 16)
    for layer in rounded_layers(model).values():
        layer.rounds, layer.weight.data = False, in_four_bits(layer.weight.detach())
    halves, scales = packed(model.encoder.embeddings.word_embeddings.weight.detach())
    np.savez(said.folder / "words.npz", halves=halves, scales=scales)
    write_encoder(model, said.folder / "encoder.onnx", PAD + 1 + PLACES)
    write_matrices(model, said.folder)
    words = WordVectors.load(said.folder / "words.npz")
    written = read_by(packed_session(said.folder), words, model.network, lessons, chosen)
    check(trained, written, lessons.labels[chosen] == SAME, ALIKE)
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
