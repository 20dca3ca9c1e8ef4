from hypothesis import given
from hypothesis import strategies as st

from sayso.corroborate.kinds import designated
from sayso.corroborate.terms import Terms, words_of

ENTRIES = (
    ("swap", "prisoner swap"),
    ("prisoner", "prisoner*"),
    ("acquit", "sprach … frei"),
    ("shot_down", "shot * down"),
    ("capture", "s'empar*"),
)


def _found(text: str, language: str = "en") -> set[str]:
    return {hit.concept for hit in Terms.of(language, ENTRIES).find(words_of(text))}


def test_the_longer_of_two_terms_in_one_place_counts() -> None:
    assert _found("A prisoner swap.") == {"swap"}
    assert _found("Two prisoners wait.") == {"prisoner"}


def test_gaps_reach_so_many_words_and_no_further() -> None:
    assert _found("It shot the old plane down") == {"shot_down"}
    assert _found("It shot the old plane of the navy down") == set()
    assert _found("Das Gericht sprach den Unternehmer Jonas Kehl vom Vorwurf des Betrugs frei") == {"acquit"}
    assert _found("sprach " + "nur " * 16 + "frei") == set()


def test_marks_inside_a_term_do_not_count() -> None:
    assert _found("Ils s’emparent de la ville") == {"capture"}


def test_words_with_particles_written_onto_them() -> None:
    terms = Terms.of("ar", [("prisoner", "أسرى")])
    assert terms.find(words_of("والأسرى"))
    assert not terms.find(words_of("أسر"))


def test_scripts_without_spaces() -> None:
    terms = Terms.of("zh", [("crash", "坠毁")])
    assert terms.find(words_of("飞机在林安坠毁。"))


def test_designations_say_what_they_are_the_types_of() -> None:
    assert designated("Il-76") == designated("Ил-76") == "aircraft"
    assert designated("S-300") == designated("С-300") == "missile"
    assert designated("Fontane") is None
    assert designated("Miller") is None


@given(st.text(max_size=200))
def test_no_text_breaks_the_lookup(text: str) -> None:
    for language in ("en", "ar", "zh"):
        Terms.of(language, ENTRIES).find(words_of(text))
