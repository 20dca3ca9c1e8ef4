"""A network that reads a figure where it stands and says which question it answers (`train/figures_card.md`).

"How many were killed?", "at what time did it leave?": two figures that answer one question point the same way, in any
language and whatever their values, which the network is not shown.
"""

from dataclasses import dataclass

from sayso.networks.loading import MODELS, unigram_vocabulary
from sayso.networks.pointing import MOST_CHARACTERS, Pieces, Pointer, laid_out, pieces_of

FOLDER = MODELS / "figures"
MOST_LEFT = 32  # pieces of the sentence before the figure, the nearest ones
SOME_NUMBER = "▁12"  # what stands for any figure


@dataclass(frozen=True, slots=True, order=True)
class InPlace:
    """Where a figure stands: what comes before its sentence, and its sentence on either side of it."""

    before: str
    left: str
    right: str

    def pieces(self) -> Pieces:
        """The pieces the network reads, one of them in place of the figure, and what each belongs to."""
        left = pieces_of(self.left[-MOST_CHARACTERS:])[-MOST_LEFT:]
        return laid_out(self.before, left, [unigram_vocabulary().number(SOME_NUMBER)], self.right)


pointing = Pointer[InPlace](FOLDER)
"""Where each figure points."""
