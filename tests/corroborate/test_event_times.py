"""When it happened: times of day in words, and which of them are of the incident."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.annotate.names import NameStage
from sayso.corroborate.clock import shown_time, times_of_day
from sayso.model import Contradiction, Record
from sayso.stage import of
from sayso.vocab import Aspect, Difference

Corroborate = Callable[[Iterable[Record]], list[Record]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ostwick says ten to two.", ["01:50"]),
        ("en", "It came at half past six.", ["06:30"]),
        ("en", "at 5.41am", ["05:41"]),
        ("de", "Es war halb drei.", ["02:30"]),
        ("de", "um 14.07 Uhr", ["14:07"]),
        ("fr", "à 14 heures 20", ["14:20"]),
        ("it", "alle 14.07 il primo autobus si è fermato", ["14:07"]),
        ("ru", "без десяти два", ["01:50"]),
        ("hu", "Kedden 14 óra 7 perckor elnémult", ["14:07"]),
        ("zh", "下午2时20分遭到炮击", ["14:20"]),
        ("zh", "持续2小时", []),
        ("uk", "Почалося о пів на дванадцяту, ще до світанку", ["11:30"]),
        ("uk", "Поділили пів на другу групу", []),
        ("ru", "В половине второго ночи стреляли", ["01:30"]),
        ("ru", "Стреляли часа в двенадцать", ["12:00"]),
        ("pl", "Zaczęło się wpół do drugiej.", ["01:30"]),
        ("pl", "o dziewiątej rocznicy", []),
        ("cs", "Spadl o půl jedné v noci", ["00:30"]),
        ("hi", "रात डेढ़ बजे फाटक खोले गए", ["01:30"]),
        ("hi", "तीन घंटे पहले", []),
        ("ar", "عند الساعة الحادية عشرة والنصف", ["11:30"]),
        ("ko", "새벽 3시 17분에 사라졌다", ["03:17"]),
        ("ko", "3시간 동안", []),
        ("en", "It rose from nine to eleven.", []),
        ("en", "five to ten people", []),
        ("en", "shortly before two buses were hit", []),
        ("en", "As of 16:00, 24 persons have died.", []),
        ("en", "between 9 a.m. and noon", []),
        ("pl", "kosztuje 3.50 zł", []),
    ],
)
def test_times_in_words(language: str, text: str, expected: list[str]) -> None:
    assert [shown_time(time.minutes) for time in times_of_day(text, language)] == expected


def test_what_is_said_of_a_time() -> None:
    (before,) = times_of_day("It was shortly before two.", "en")
    assert (before.minutes, before.just_before, before.half_known) == (120, True, False)
    (stretch,) = times_of_day("They fired between 14:06 and 14:09.", "en")
    assert (stretch.minutes, stretch.until) == (846, 849)


def _times(made: Iterable[Record]) -> dict[Difference, set[str]]:
    found = [c for c in of(list(made), Contradiction) if c.aspect is Aspect.TIME]
    return {c.verdict: {value.value for value in c.values} for c in found}


def _told(*sentences: str) -> list[Record]:
    records: list[Record] = []
    for at, sentence in enumerate(sentences):
        made = article(sentence, name=str(at))
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}")]
    return records


def test_a_time_alone_counts_where_it_lies_near_one_of_the_incident(corroborate: Corroborate) -> None:
    records = _told(
        "The shelling hit the column at 2:20 p.m.", "Ostwick says ten to two.", "The tracker stopped at 14:07."
    )
    assert _times(corroborate(records)) == {Difference.CONFLICT: {"14:20", "13:50", "14:07"}}


def test_shortly_before_takes_in_what_it_may_mean(corroborate: Corroborate) -> None:
    records = _told("The shelling hit the column at 1:50 p.m.", "The survivor puts it shortly before two.")
    assert _times(corroborate(records)) == {Difference.ROUNDING: {"13:50", "shortly before 14:00"}}


@pytest.mark.parametrize(
    "other",
    [
        "The buses left Ostwick at 13:55.",
        "The truce ended at 14:00.",
        "The site would open at 14:30.",
        "The mayor spoke at 18:10.",
        "I reached the bridge at 2:55 p.m.",
    ],
)
def test_times_of_other_deeds_are_no_rivals(corroborate: Corroborate, other: str) -> None:
    assert _times(corroborate(_told("The shelling hit the column at 2:20 p.m.", other))) == {}


def _told_in(*told: tuple[str, str]) -> list[Record]:
    records: list[Record] = []
    for at, (language, sentence) in enumerate(told):
        made = article(sentence, name=str(at), language=language)
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}"), *NameStage().run(made.id, [made])]
    return records


def _by_topic(made: Iterable[Record]) -> dict[tuple[str, Difference], set[str]]:
    found = [c for c in of(made, Contradiction) if c.aspect is Aspect.TIME]
    return {(c.topic, c.verdict): {value.value for value in c.values} for c in found}


def test_the_time_of_a_warning_is_not_that_of_what_it_warns_of(corroborate: Corroborate) -> None:
    records = _told_in(
        ("en", "The dam at Brennick burst at 3.20am."),
        ("de", "Der Damm in Brennick brach um 3.50 Uhr."),
        ("en", "Ostwick was warned of the burst dam at Brennick at 4.05am."),
        ("nl", "Ostwick werd pas om 10.40 uur over de dam bij Brennick ingelicht."),
        ("el", "Η ενημέρωση έγινε στις 4.05."),
    )
    assert _by_topic(corroborate(records)) == {
        ("time of day", Difference.CONFLICT): {"03:20", "03:50"},
        ("time of being told", Difference.CONFLICT): {"04:05", "10:40"},
    }


def test_an_account_that_gives_a_moment_on_two_clocks_tells_the_clock_of_the_place(corroborate: Corroborate) -> None:
    records = _told_in(
        ("fr", "La digue a cédé à 3 h 20 (0 h 20 GMT)."),
        ("en", "The dam at Brennick burst at 00:50 UTC."),
        ("fa", "سد در ساعت ۳:۲۰ شکست."),
    )
    assert _by_topic(corroborate(records)) == {("time of day", Difference.CONFLICT): {"03:20", "03:50"}}


def test_a_time_given_to_ten_minutes_takes_in_one_beside_it(corroborate: Corroborate) -> None:
    records = _told_in(("en", "The dam at Brennick burst at 3.20am."), ("en", "The dam at Brennick burst at 3.18am."))
    assert _by_topic(corroborate(records)) == {("time of day", Difference.ROUNDING): {"03:20", "03:18"}}
