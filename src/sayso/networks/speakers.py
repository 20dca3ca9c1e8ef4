"""A network that reads a source where a report names it and says who that is (`train/speakers_card.md`).

"Sorvets", "its staff", "the separatist authorities": where they give the word of one origin they point the same way, in
any language, by what they are called and by what is said of and by them.
"""

from dataclasses import dataclass

from sayso.networks.loading import MODELS
from sayso.networks.pointing import MOST_CHARACTERS, Pieces, Pointer, laid_out, pieces_of
from sayso.networks.statements import ANY_MARKS

FOLDER = MODELS / "speakers"
MOST_LEFT = 24  # pieces of the sentence before the source, the nearest ones
MOST_NAME = 16  # pieces of the source, the first ones


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A source where it stands: what comes before its sentence, its sentence on either side, and what it is called."""

    before: str
    left: str
    name: str
    right: str

    def pieces(self) -> Pieces:
        """The pieces the network reads, and what each belongs to."""
        left = pieces_of(self.left[-MOST_CHARACTERS:])[-MOST_LEFT:]
        name = pieces_of(self.name[:MOST_CHARACTERS])[:MOST_NAME] or [ANY_MARKS.last]
        return laid_out(self.before, left, name, self.right)


pointing = Pointer[Named](FOLDER)
"""Where each source points."""
