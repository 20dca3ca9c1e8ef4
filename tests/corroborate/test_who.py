"""Who did it, said and denied, in eleven languages; and counts of one noun in different states."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, counted, named, said
from sayso.corroborate.actors import Actor, relation
from sayso.corroborate.deeds import deeds_in
from sayso.model import Contradiction, Record
from sayso.stage import of
from sayso.vocab import Aspect, Difference, MentionKind

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _deeds(text: str, language: str) -> list[tuple[str, str, str, bool]]:
    return [(d.what, d.actor.state, d.actor.kind, d.denied) for d in deeds_in(text, language, None, denied=False)]


ACTIVE = [
    ("en", "Finnish forces shot down the drone over Karsk."),
    ("ru", "Дрон над Карском сбили финские силы."),
    ("uk", "Дрон над Карськом збили фінські сили."),
    ("de", "Am Montag schossen finnische Truppen bei Karsk die Drohne ab."),
    ("fr", "L'armée finlandaise a abattu le drone au-dessus de Karsk."),
    ("es", "Las fuerzas finlandesas derribaron el dron sobre Karsk."),
    ("it", "Le forze finlandesi hanno abbattuto il drone su Karsk."),
    ("pl", "Drona nad Karskiem zestrzeliły siły fińskie."),
    ("tr", "Karsk üzerindeki insansız hava aracını Finlandiya ordusu düşürdü."),
    ("ar", "أسقطت القوات الفنلندية الطائرة المسيرة فوق كارسك."),
    ("zh", "芬兰军队在卡尔斯克上空击落了无人机。"),
]
PASSIVE = [
    ("en", "The drone was shot down by Finnish forces."),
    ("ru", "Дрон был сбит финскими войсками."),
    ("uk", "Дрон збито фінськими військами."),
    ("de", "Die Drohne wurde von finnischen Truppen abgeschossen."),
    ("fr", "Le drone a été abattu par l'armée finlandaise."),
    ("es", "El dron fue derribado por fuerzas finlandesas."),
    ("it", "Il drone è stato abbattuto dalle forze finlandesi."),
    ("pl", "Dron został zestrzelony przez wojska fińskie."),
    ("tr", "İnsansız hava aracı Finlandiya ordusu tarafından düşürüldü."),
    ("zh", "无人机被芬兰军队击落。"),
]


@pytest.mark.parametrize(("language", "text"), ACTIVE + PASSIVE)
def test_who_did_it_is_read_in_eleven_languages(language: str, text: str) -> None:
    assert ("shot_down", "FI", "military", False) in _deeds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Finland denied having shot down the drone."),
        ("ru", "Финляндия отрицает, что сбила дрон."),
        ("uk", "Фінляндія заперечує, що збила дрон."),
        ("de", "Finnland bestreitet, die Drohne abgeschossen zu haben."),
        ("fr", "La Finlande nie avoir abattu le drone."),
        ("es", "Finlandia niega haber derribado el dron."),
        ("it", "La Finlandia nega di aver abbattuto il drone."),
        ("pl", "Finlandia zaprzecza, że zestrzeliła drona."),
        ("tr", "Finlandiya insansız hava aracını düşürdüğünü reddetti."),
        ("ar", "نفت فنلندا إسقاط الطائرة المسيرة."),
        ("zh", "芬兰否认击落无人机。"),
    ],
)
def test_who_denies_it_is_read_in_eleven_languages(language: str, text: str) -> None:
    assert ("shot_down", "FI", "state", True) in _deeds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peru accused Finland of shooting down the drone."),
        ("de", "Peru wirft Finnland vor, die Drohne abgeschossen zu haben."),
        ("fr", "Le Pérou accuse la Finlande d'avoir abattu le drone."),
        ("pl", "Peru oskarża Finlandię o zestrzelenie drona."),
        ("ar", "اتهمت بيرو فنلندا بإسقاط الطائرة المسيرة."),
    ],
)
def test_who_is_accused_is_said_to_have_done_it(language: str, text: str) -> None:
    assert ("shot_down", "FI", "state", False) in _deeds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers killed in an ambush near Karsk."),
        ("en", "Finnish forces were shelled near Karsk."),
        ("en", "The Finnish drone was shot down."),
        ("en", "Peru warned Finland not to blow up the bridge."),
        ("de", "Finnische Soldaten wurden in Karsk getötet."),
        ("es", "El dron finlandés fue derribado."),
        ("pl", "Siły fińskie zostały ostrzelane."),
    ],
)
def test_whom_it_befell_did_not_do_it(language: str, text: str) -> None:
    assert _deeds(text, language) == []


def _actor(state: str, kind: str, side: str = "state") -> Actor:
    return Actor(state, kind, side, "")


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        (_actor("FI", "military"), _actor("FI", "state"), "one"),
        (_actor("", "military"), _actor("FI", "military"), "one"),
        (_actor("FI", "military"), _actor("PE", "military"), "other"),
        (_actor("FI", "military"), _actor("FI", "rebels", "against"), "other"),
        (_actor("FI", "police"), _actor("FI", "military"), "open"),
        (_actor("FI", "group"), _actor("FI", "state"), "open"),
        (_actor("", "police"), _actor("", "rebels", "against"), "other"),
    ],
)
def test_which_actors_may_be_one(one: Actor, other: Actor, related: str) -> None:
    assert relation(one, other) == relation(other, one) == related


def _told(*accounts: tuple[str, str]) -> list[Record]:
    records: list[Record] = []
    for at, (language, text) in enumerate(accounts):
        made = article(text, language=language, name=str(at))
        records += [made, *said(made, text.rstrip("."))]
        for place in ("Karsk", "Halden"):
            if place in text:
                records.append(named(made, place, MentionKind.PLACE))
    return records


def _conflicts(made: Iterable[Record]) -> set[Aspect]:
    found = of(list(made), Contradiction)
    return {c.aspect for c in found if c.verdict is Difference.CONFLICT}


PERUVIAN = ("en", "Peruvian forces shot down the drone over Karsk.")


@pytest.mark.parametrize("account", ACTIVE)
def test_rival_actors_are_found_between_any_two_languages(corroborate: Corroborate, account: tuple[str, str]) -> None:
    made = corroborate(_told(PERUVIAN, account))
    assert _conflicts(made) == {Aspect.ACTOR}
    (conflict,) = (c for c in of(made, Contradiction) if c.aspect is Aspect.ACTOR)
    assert len(conflict.values) == 2
    assert "Peruvian forces" in conflict.explanation


@pytest.mark.parametrize(
    "other",
    [
        ("es", "El ejército peruano derribó el dron sobre Karsk."),
        ("en", "The army shot down the drone over Karsk."),
        ("fr", "Le Pérou a abattu le drone au-dessus de Karsk."),
        ("en", "Finnish forces shot down the drone over Halden."),
        ("en", "Finnish forces shot down the helicopter over Karsk."),
        ("de", "Finnland bestreitet, die Drohne über Karsk abgeschossen zu haben."),
    ],
)
def test_no_rivals_where_one_includes_the_other_or_it_is_another_deed(
    corroborate: Corroborate, other: tuple[str, str]
) -> None:
    assert Aspect.ACTOR not in _conflicts(corroborate(_told(PERUVIAN, other)))


def test_what_one_says_another_did_and_he_denies_is_said_and_denied(corroborate: Corroborate) -> None:
    denial = ("es", "Perú niega haber derribado el dron sobre Karsk.")
    made = corroborate(_told(PERUVIAN, denial))
    assert _conflicts(made) == {Aspect.POLARITY}


def _counts(*accounts: tuple[str, str, str, float]) -> list[Record]:
    records: list[Record] = []
    for at, (language, text, printed, value) in enumerate(accounts):
        made = article(text, language=language, name=str(at))
        records += [made, *said(made, text.rstrip(".")), counted(made, printed, "settlement", value)]
        records.append(named(made, "Karsk", MentionKind.PLACE))
    return records


def _verdicts(made: Iterable[Record]) -> list[Difference]:
    return [c.verdict for c in of(list(made), Contradiction) if c.aspect is Aspect.NUMBER]


def test_counts_in_different_states_count_different_things(corroborate: Corroborate) -> None:
    power = ("en", "The storm left 46 villages near Karsk without power.", "46", 46.0)
    damaged = ("en", "The storm damaged 38 villages near Karsk.", "38", 38.0)
    more = ("en", "The storm left 38 villages near Karsk without electricity.", "38", 38.0)
    bare = ("en", "The storm reached 38 villages near Karsk.", "38", 38.0)
    assert _verdicts(corroborate(_counts(power, damaged))) == []
    assert _verdicts(corroborate(_counts(power, more))) == [Difference.CONFLICT]
    made = corroborate(_counts(power, bare))
    assert _verdicts(made) == [Difference.SCOPE]
    (contradiction,) = of(made, Contradiction)
    assert any("does not say what befell" in reason.detail for reason in contradiction.reasons)


@pytest.mark.parametrize(
    "hostile", ["by " * 3000, "被" * 4000, "Finnish forces " * 2000, "\u0650" * 5000, "shot down " * 900]
)
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_hostile_texts_cost_little(hostile: str, language: str) -> None:
    assert len(deeds_in(hostile, language, None, denied=False)) < 2000
