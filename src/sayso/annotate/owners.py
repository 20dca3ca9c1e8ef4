"""Whose they are, between a number and its noun: "six of its buses", "sześć jego autobusów"."""

from collections.abc import Sequence

from sayso.annotate.phrases import Token

OF = frozenset(("of", "de", "von", "из", "z", "di", "van"))
_POSSESSIVES = frozenset(
    ("its", "their", "his", "her", "our", "my", "your", "ses", "leurs", "nos", "sus", "nuestros", "suoi", "sue", "loro")
) | {
    *(
        "seus",
        "suas",
        "ihrer",
        "seiner",
        "unserer",
        "zijn",
        "hun",
        "onze",
        "jego",
        "jej",
        "ich",
        "naszych",
        "его",
        "ее",
    ),
    *(
        "их",
        "наших",
        "своих",
        "його",
        "її",
        "їх",
        "своїх",
        "jeho",
        "jejich",
        "její",
        "njihovih",
        "njegovih",
        "sina",
        "deras",
    ),
}


def owned(tokens: Sequence[Token], at: int, start: int) -> int:
    """The index after whose they are, right behind the number: "six of its buses", "sześć jego autobusów"; else 0."""
    if at == start and tokens[at].word in OF and at + 1 < len(tokens) and tokens[at + 1].word in _POSSESSIVES:
        return at + 2
    return at + 1 if at == start and tokens[at].word in _POSSESSIVES else 0
