"""The trained network as the wheel ships it: `python train/attribution_export.py OUT/model.pt FOLDER`.

FOLDER gets `encoder.onnx` (the encoder and the tagger, weights in 8 bits), `links.onnx` (what links a cue to its source
and content, in 32 bits) and `vocabulary.txt`. Weights are quantised with reduced range, so that processors with and
without VNNI instructions compute the same sums.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from attribution_data import paragraphs
from attribution_fit import base_folder, load, vocabulary
from attribution_model import REACH, Attributor
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from sayso.annotate.encoding import windows

SAMPLE = """The mayor of Brenn said on Monday that the bridge had been closed since March. “Nobody was hurt,” she added.

According to the port authority, two barges struck a pillar; a spokesman for the owners denied that their
crews were to blame."""


class Tagged(nn.Module):
    """Pieces of one window to vectors and tag scores; no mask, as one window has no padding (3 % faster)."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, looks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Vectors (1, pieces, size) and scores (1, pieces, tags)."""
        vectors = self.model.encode(ids, looks, None)
        return vectors, self.model.tagger(vectors)


class Linked(nn.Module):
    """`Attributor.link` for the cues of one window, without a copy of the window for each."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, vectors: torch.Tensor, cues: torch.Tensor) -> torch.Tensor:
        """Vectors (1, pieces, size) and cues (cues, 2) to scores (cues, pieces, labels)."""
        model = self.model
        at = torch.arange(vectors.shape[1])
        held = ((at >= cues[:, :1]) & (at < cues[:, 1:])).to(vectors.dtype)
        cue = model.of_cue(held @ vectors[0] / held.sum(1, keepdim=True))
        piece = model.of_piece(vectors[0])
        cue = torch.cat([cue, torch.ones_like(cue[:, :1])], 1)
        piece = torch.cat([piece, torch.ones_like(piece[:, :1])], 1)
        scores = [(cue @ between @ piece.T)[..., None] for between in model.between]
        distance = torch.where(at < cues[:, :1], at - cues[:, :1], torch.clamp(at - cues[:, 1:] + 1, min=0))
        return torch.cat(scores, 2) + model.by_distance(torch.clamp(distance, -REACH, REACH) + REACH)


def export(module: nn.Module, given: tuple[torch.Tensor, ...], names: dict[str, dict[int, str]], file: Path) -> None:
    """Write a module as ONNX; `names` are the inputs, then the outputs, with the axes that vary."""
    inputs = list(names)[: len(given)]
    torch.onnx.export(
        module,
        given,
        str(file),
        input_names=inputs,
        output_names=list(names)[len(given) :],
        dynamic_axes=names,
        opset_version=17,
        dynamo=False,
    )


def in_eight_bits(ready: Path, file: Path, kinds: list[str]) -> None:
    """Write a module with its weights in 8 bits; `kinds` are the operations whose weights are meant."""
    quantize_dynamic(
        str(ready),
        str(file),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=kinds,
    )


@torch.no_grad()
def write_in_eight_bits(
    module: nn.Module, given: tuple[torch.Tensor, ...], axes: dict[str, dict[int, str]], file: Path
) -> None:
    """Export a module and write it with the weights of its products in 8 bits."""
    with tempfile.TemporaryDirectory() as scratch:
        raw, ready = Path(scratch) / "raw.onnx", Path(scratch) / "ready.onnx"
        export(module, given, axes, raw)
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        in_eight_bits(ready, file, ["MatMul", "Gemm"])


@torch.no_grad()
def write_links(model: Attributor, folder: Path) -> None:
    """Write what links cues, in 32 bits."""
    vectors, cues = torch.randn(1, 24, model.tagger.in_features), torch.tensor([[3, 5], [9, 10]])
    axes = {"vectors": {1: "pieces"}, "cues": {0: "cues"}, "scores": {0: "cues", 1: "pieces"}}
    with tempfile.TemporaryDirectory() as scratch:
        raw = Path(scratch) / "links.onnx"
        export(Linked(model).eval(), (vectors, cues), axes, raw)
        quant_pre_process(str(raw), str(folder / "links.onnx"), skip_symbolic_shape=True)


def sizes(folder: Path) -> None:
    """Print how large the files of a folder are."""
    for file in sorted(folder.iterdir()):
        print(f"{file.name:16} {file.stat().st_size / 1e6:6.1f} MB")


def check(model: Attributor, folder: Path) -> None:
    """Whether what is written says what the network said in training: links to 0.001, cues as far as 8 bits allow."""
    (window,) = windows(SAMPLE, paragraphs(SAMPLE), vocabulary())
    ids, looks = torch.tensor([window.ids]), torch.tensor([window.looks])
    given = {"ids": ids.numpy(), "looks": looks.numpy()}
    expected, tags = Tagged(model)(ids, looks)
    alike((expected, tags), folder / "encoder.onnx", given)
    check_links(model, expected, folder)


def alike(
    given: tuple[torch.Tensor, torch.Tensor], written: Path, inputs: dict[str, np.ndarray], least: float = 0.95
) -> None:
    """Whether the vectors out of a written encoder are much the same as the `given` ones, and `least` of the tags."""
    vectors, scores = session(written).run(None, inputs)
    similar = torch.cosine_similarity(torch.tensor(vectors), given[0], dim=2).mean()
    same = (scores.argmax(2) == given[1].argmax(2).numpy()).mean()
    print(f"encoder: mean cosine {similar:.3f}, same tag {same:.3f}")
    assert similar > 0.98 and same > least, "the quantised encoder is not the trained one"


def check_links(model: Attributor, vectors: torch.Tensor, folder: Path) -> None:
    """Whether the written links are the network's, for three cues in a window of 40 pieces or more."""
    cues = torch.tensor([[3, 5], [20, 21], [38, 40]])
    wanted = model.link(vectors, torch.zeros(3, dtype=torch.long), cues)
    (links,) = session(folder / "links.onnx").run(None, {"vectors": vectors.numpy(), "cues": cues.numpy()})
    np.testing.assert_allclose(links, wanted.numpy(), atol=1e-3)


def session(file: Path) -> onnxruntime.InferenceSession:
    """What runs a written module."""
    return onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])


def main() -> None:
    """Export, quantise, copy."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("weights", type=Path)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--exact", action="store_true", help="leave the weights as they are")
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    model = load(said.weights)
    ids = torch.randint(1000, 2000, (1, 24))
    pieces = {1: "pieces"}
    with tempfile.TemporaryDirectory() as scratch:
        raw, ready = Path(scratch) / "raw.onnx", Path(scratch) / "ready.onnx"
        export(
            Tagged(model), (ids, torch.zeros_like(ids)), dict.fromkeys(("ids", "looks", "vectors", "tags"), pieces), raw
        )
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        if said.exact:
            shutil.copy(ready, said.folder / "encoder.onnx")
        else:
            in_eight_bits(ready, said.folder / "encoder.onnx", ["MatMul", "Gather", "Gemm"])
    write_links(model, said.folder)
    with torch.no_grad():
        check(model, said.folder)
    shutil.copy(base_folder() / "vocab.txt", said.folder / "vocabulary.txt")
    sizes(said.folder)


if __name__ == "__main__":
    main()
