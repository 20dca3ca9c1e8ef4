"""Whom a noun alone means where other languages spell or translate the one name that its own language has."""

from factory import article
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import read_source
from sayso.vocab import SourceKind


def _keys(*told: tuple[str, str]) -> list[Key]:
    """The keys of sources, each in an article of its own and of its language."""
    sources = [read_source(name, SourceKind.NAMED) for _, name in told]
    articles = {str(at): article("Text.", language=language) for at, (language, _) in enumerate(told)}
    book = SourceKeys([(str(at), 0, source) for at, source in enumerate(sources)], articles)
    return [book.key_in(str(at), source) for at, source in enumerate(sources)]


SAFE_WATER = [("en", "the Safe Water Foundation"), ("de", "die Stiftung Sauberes Wasser")]


def test_a_noun_means_the_one_that_its_language_names() -> None:
    english, german, noun = _keys(*SAFE_WATER, ("en", "the foundation"))
    assert noun == english != german
    _, german, noun = _keys(*SAFE_WATER, ("de", "die Stiftung"))
    assert noun == german


def test_a_noun_means_neither_of_two_that_one_language_names() -> None:
    *_, noun = _keys(*SAFE_WATER, ("fr", "la fondation Norlex"), ("de", "die Stiftung Norlex"), ("fr", "la fondation"))
    assert noun == ("body", "", "foundation")


def test_a_noun_means_no_name_of_another_language_that_cannot_be_the_only_one() -> None:
    *_, noun = _keys(("en", "the Safe Water Foundation"), ("de", "die Stiftung Norlex"), ("en", "the foundation"))
    assert noun == ("body", "", "foundation")


def test_where_its_language_names_none_a_noun_means_what_many_languages_name() -> None:
    norlex = [(language, "Norlex Foundation") for language in ("en", "de", "fr", "es")]
    others = [("zh", "诺莱基金会")]
    *_, noun = _keys(*norlex, *others, ("it", "la fondazione"))
    assert noun[1] == "=norlex"
    *_, noun = _keys(*norlex[:2], *others, ("it", "la fondazione"))
    assert noun == ("body", "", "foundation")
