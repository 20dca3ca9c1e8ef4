"""Which member of a claim may give it its words."""

from factory import article, counted, said
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.speaking import speaking


def _profiles(*told: tuple[str, str]) -> list[Profile]:
    records = []
    for at, (language, words) in enumerate(told):
        source = article(words, name=str(at), language=language)
        records += [source, *said(source, words)]
        for figure in ("Seven", "Eleven"):
            if figure in words:
                records.append(counted(source, figure, "killed" if figure == "Seven" else "injured", len(figure)))
    order = [words for _, words in told]
    return sorted(Profiles(records).ordered(), key=lambda profile: order.index(profile.mention.span.exact))


def _kept(profiles: list[Profile], **chances: float) -> list[str]:
    place = {profile.id: str(at) for at, profile in enumerate(profiles)}

    def chance(one: str, other: str) -> float | None:
        return chances.get("_" + "".join(sorted((place[one], place[other]))))

    return [profile.mention.span.exact for profile in speaking(profiles, chance)]


def test_what_is_hardly_one_with_the_others_speaks_for_none() -> None:
    edge, middle, other = "Officers stand by the kiosk.", "Nine men are in custody.", "The police hold nine men."
    profiles = _profiles(("en", edge), ("en", middle), ("en", other))
    assert _kept(profiles, _01=0.5, _02=0.4, _12=0.9) == [middle, other]
    assert _kept(profiles, _01=0.8, _02=0.8, _12=0.9) == [edge, middle, other]
    assert _kept(profiles) == [edge, middle, other]


def test_an_outcry_or_somebody_not_named_stands_for_nothing_where_another_does() -> None:
    plain = "Fourteen boxes are missing."
    profiles = _profiles(("en", "Dark as a grave and boxes gone!"), ("en", "She took the boxes."), ("en", plain))
    assert _kept(profiles) == [plain]
    assert _kept(_profiles(("en", "Boxes gone!"), ("en", "All boxes gone!"))) == ["Boxes gone!", "All boxes gone!"]


def test_who_counts_more_than_most_tells_more() -> None:
    one, two = "Seven people died.", "Seven people died and Eleven were hurt."
    profiles = _profiles(("en", one), ("en", two), ("en", "The dead are Seven."))
    assert two not in _kept(profiles)
