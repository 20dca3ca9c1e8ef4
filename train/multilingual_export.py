"""The multilingual network as the wheel ships it: `multilingual_export.py E5 OUT.pt VOCABULARY.txt FOLDER`.

FOLDER gets `encoder.onnx` (the encoder and the tagger, weights in 8 bits; it takes word vectors, not pieces),
`links.onnx` (32 bits), `words.npz` (the vectors of the pieces that are kept, in the 4 bits they come in; in 8 they
would be twice as large and say the same) and `vocabulary.txt`. See `attribution_export.py`.
"""

import argparse
import shutil
import sys
from pathlib import Path

import numpy as np
import torch
from attribution_data import paragraphs
from attribution_export import alike, check_links, sizes, write_in_eight_bits, write_links
from attribution_model import Attributor
from multilingual_fit import load
from multilingual_vocabulary import scored
from multilingual_weights import word_vectors
from torch import nn

from sayso.annotate.encoding import WINDOW, windows
from sayso.networks.loading import WordVectors
from sayso.networks.unigram_pieces import UnigramPieces

SAMPLE = """Die Bürgermeisterin von Brenn sagte am Montag, die Brücke sei gesperrt. „Niemand wurde verletzt“, sagte sie.

По данным администрации порта, две баржи задели опору; представитель владельцев заявил, что экипажи не виноваты.

Le gouvernement « regrette » l’accident, a indiqué le ministre. El alcalde negó que hubiera avisos previos."""
SAME_TAGS = 0.9  # at least; of windows in seven languages 93 to 99 of 100 were


class Tagged(nn.Module):
    """Word vectors of one window to vectors and tag scores; no mask, as one window has no padding."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: torch.Tensor, looks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Vectors (1, pieces, size) and scores (1, pieces, tags)."""
        embedded = words + self.model.looks(looks)
        vectors = self.model.encoder(inputs_embeds=embedded, attention_mask=None).last_hidden_state
        return vectors, self.model.tagger(vectors)


def within_window(model: Attributor) -> None:
    """Leave out the places that no window reaches."""
    places = model.encoder.embeddings.position_embeddings
    model.encoder.embeddings.position_embeddings = nn.Embedding.from_pretrained(places.weight.detach()[:WINDOW])


def write_encoder(model: Attributor, folder: Path) -> None:
    """Write the encoder; places and looks are left in 32 bits, as they are few."""
    given = torch.randn(1, 24, model.tagger.in_features), torch.zeros(1, 24, dtype=torch.long)
    pieces = {1: "pieces"}
    axes = dict.fromkeys(("words", "looks", "vectors", "tags"), pieces)
    write_in_eight_bits(Tagged(model), given, axes, folder / "encoder.onnx")


def write_words(tokenizer: Path, vocabulary: Path, folder: Path) -> list[int]:
    """Write the pieces that are kept and their vectors; gives their numbers in the whole vocabulary."""
    number_of = {piece: number for number, (piece, _) in enumerate(scored(tokenizer))}
    lines = vocabulary.read_text("utf-8").splitlines()
    numbers = [number_of[line.rsplit("\t", 1)[0]] for line in lines]
    halves, scales = word_vectors()
    np.savez(folder / "words.npz", halves=halves[numbers], scales=scales[numbers])
    shutil.copy(vocabulary, folder / "vocabulary.txt")
    return numbers


@torch.no_grad()
def check(model: Attributor, numbers: list[int], folder: Path) -> None:
    """Whether what is written says what the network said in training.

    Word vectors to half precision, links to 0.001, cues as far as 8 bits allow.
    """
    pieces = UnigramPieces.of((folder / "vocabulary.txt").read_text("utf-8").splitlines())
    (window,) = windows(SAMPLE, paragraphs(SAMPLE), pieces)
    with np.load(folder / "words.npz") as stored:
        words = WordVectors(stored["halves"], stored["scales"]).of(window.ids)[None]
    ids = torch.tensor([[numbers[piece] for piece in window.ids]])
    trained = model.encoder.embeddings.word_embeddings(ids)
    np.testing.assert_allclose(words, trained.numpy(), rtol=1e-3, atol=1e-6)
    looks = torch.tensor([window.looks])
    vectors = model.encode(ids, looks, None)
    given = {"words": words, "looks": looks.numpy()}
    alike((vectors, model.tagger(vectors)), folder / "encoder.onnx", given, SAME_TAGS)
    check_links(model, vectors, folder)


def main() -> None:
    """Export, quantise, choose, check."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("e5", type=Path)
    cli.add_argument("weights", type=Path)
    cli.add_argument("vocabulary", type=Path)
    cli.add_argument("folder", type=Path)
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    model = load(said.e5, said.weights)
    within_window(model)
    write_encoder(model, said.folder)
    write_links(model, said.folder)
    check(model, write_words(said.e5 / "tokenizer.json", said.vocabulary, said.folder), said.folder)
    sizes(said.folder)


if __name__ == "__main__":
    sys.exit(main())
