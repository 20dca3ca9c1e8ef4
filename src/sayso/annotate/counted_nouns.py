"""Words of a count's noun phrase that say whose or what kind, in no list of nouns: possessives, plurals, adjectives."""

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
_ADJECTIVE_ENDS = (
    *("al", "ous", "ive", "ic", "ed", "ern", "ful", "ary", "ible", "able", "ish", "ese", "ing", "ier"),
    *("ый", "ий", "ых", "их", "ые", "ие", "ого", "его", "ому", "ыми", "ими", "ая", "ую", "ій", "ові", "ська", "ські"),
    *("ych", "ich", "owe", "ski", "ska", "skie", "ški", "ška", "ške", "ških", "nih", "ných", "ních", "ské"),
)

NOUN_FIRST = frozenset({"fr", "es", "it", "pt", "ro", "ar", "fa", "vi", "id", "ms"})
CASED_NOUNS = frozenset({"de"})


def owned_end(tokens: Sequence[Token], at: int, start: int) -> int:
    """The index after whose they are, right behind the number: "six of its buses", "sześć jego autobusów"; else 0."""
    if at == start and tokens[at].word in OF and at + 1 < len(tokens) and tokens[at + 1].word in _POSSESSIVES:
        return at + 2
    return at + 1 if at == start and tokens[at].word in _POSSESSIVES else 0


def _may_be_noun(token: Token, text: str) -> bool:
    """Whether an English-like phrase may end in this word: no capital, no ending of an adjective."""
    return not text[token.start].isupper() and not token.word.endswith(_ADJECTIVE_ENDS)


def _is_plural(token: Token, text: str) -> bool:
    """Whether an English word looks like a plural, which the noun of a number above one is."""
    return token.word.endswith("s") and not token.word.endswith(("ss", "us", "is")) and text[token.start].islower()


def plain_noun(tokens: Sequence[Token], text: str, places: Sequence[int], code: str) -> str:
    """The one of some words no list knows that is most likely the noun of a number, in lower case; "" for none."""
    chosen = places[0]
    if code in CASED_NOUNS:
        chosen = next((i for i in places if text[tokens[i].start].isupper()), chosen)
    elif code == "en" and (plural := next((i for i in places if _is_plural(tokens[i], text)), None)):
        chosen = plural
    elif code not in NOUN_FIRST:
        chosen = next((i for i in places if _may_be_noun(tokens[i], text)), chosen)
    if code == "en" and tokens[chosen].word.endswith("ed"):
        return ""  # "six were appointed"
    return text[tokens[chosen].start : tokens[chosen].end].lower()


def is_han(token: Token) -> bool:
    """Whether a token is of a script of East Asia: a Han character, or Hangul."""
    return token.word[0] >= "\u3400"


def are_unspaced(tokens: Sequence[Token], at: int) -> bool:
    """Whether two neighbours are of a script that is written without blanks."""
    return tokens[at - 1].word[-1] >= "\u3040" and tokens[at].word[0] >= "\u3040"
