"""One deed of a mention: what was done, by whom, and whether the mention denies it."""

from dataclasses import dataclass

from sayso.corroborate.actors import Actor


@dataclass(frozen=True, slots=True)
class Deed:
    """`what` is a concept ("shot_down"), `near` the words around the verb, in which stands what it was done to.

    `denied` is whether the mention says that `actor` did not do it.
    """

    what: str
    actor: Actor
    denied: bool
    near: str = ""
