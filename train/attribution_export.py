"""Write the trained network as the wheel ships it: `python train/attribution_export.py OUT/model.pt FOLDER`.

FOLDER gets `encoder.onnx` (the encoder and the tagger, weights in 8 bits), `links.npz` (the weights that link a cue to
its source and content, applied by numpy) and `vocabulary.txt`. Weights are quantised with reduced range, so that
processors with and without VNNI instructions compute the same sums.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from attribution_fit import base_folder
from attribution_model import Attributor
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn
from transformers import BertConfig, BertModel


class Tagged(nn.Module):
    """The part that runs in onnxruntime: pieces to vectors and tag scores."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Vectors (windows, pieces, size) and scores (windows, pieces, tags)."""
        vectors = self.model.encode(ids, looks, mask)
        return vectors, self.model.tagger(vectors)


def load(path: Path) -> Attributor:
    """The trained network, ready to read."""
    config = BertConfig.from_pretrained(base_folder())
    config._attn_implementation = "eager"
    model = Attributor(BertModel(config, add_pooling_layer=False))
    model.load_state_dict(torch.load(path))
    return model.eval()


def main() -> None:
    """Export, quantise, copy."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("weights", type=Path)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--exact", action="store_true", help="leave the weights as they are")
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    model = load(said.weights)
    ids = torch.randint(1000, 2000, (2, 24))
    axes = {0: "windows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as scratch:
        raw, ready = Path(scratch) / "raw.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            Tagged(model),
            (ids, torch.zeros_like(ids), torch.ones_like(ids)),
            str(raw),
            input_names=["ids", "looks", "mask"],
            output_names=["vectors", "tags"],
            dynamic_axes=dict.fromkeys(("ids", "looks", "mask", "vectors", "tags"), axes),
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        if said.exact:
            shutil.copy(ready, said.folder / "encoder.onnx")
        else:
            quantize_dynamic(
                str(ready),
                str(said.folder / "encoder.onnx"),
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
                op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            )
    numbers = {
        "cue_weight": model.of_cue[0].weight,
        "cue_bias": model.of_cue[0].bias,
        "piece_weight": model.of_piece[0].weight,
        "piece_bias": model.of_piece[0].bias,
        "between": model.between,
        "by_distance": model.by_distance.weight,
    }
    np.savez(said.folder / "links.npz", **{k: v.detach().numpy().astype(np.float16) for k, v in numbers.items()})
    shutil.copy(base_folder() / "vocab.txt", said.folder / "vocabulary.txt")
    for file in sorted(said.folder.iterdir()):
        print(f"{file.name:16} {file.stat().st_size / 1e6:6.1f} MB")


if __name__ == "__main__":
    main()
