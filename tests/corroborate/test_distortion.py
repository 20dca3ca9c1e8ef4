"""One thing changed is another claim, the same told otherwise is not: the cases that matter of eval/distortion.py.

Read by every stage from the text on, as a build does; eval/gold/ holds six hundred pairs more.
"""

import datetime
import itertools

import pytest

from sayso.corroborate.match import MatchStage
from sayso.corroborate.profile import Profiles
from sayso.corroborate.vetoes import vetoes
from sayso.extract.plain import from_plain
from sayso.model import Claim, ClaimMention, Clock, Record, Skip
from sayso.parts import whole_of
from sayso.pipeline import run_in_memory, stages
from sayso.settings import MatchSettings, Settings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import SkipReason

DAY = Clock(value=datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC), precision="day", text="2031-05-07", basis="given")


def _read(*told: tuple[str, str]) -> list[Record]:
    """Every record up to the claims, of texts that each are an article: (language, text)."""
    whole = stages(Settings())
    before = [stage for stage in whole[: [s.name for s in whole].index("match")] if stage.name != "lineage"]
    articles = [
        from_plain(text, language=language, capture_id=str(at), published=DAY)
        for at, (language, text) in enumerate(told)
    ]
    return run_in_memory(articles, Settings(), before)


def _claims(records: list[Record], settings: MatchSettings | None = None) -> list[Claim]:
    stage = MatchStage(settings)
    group = sorted((r for r in records if isinstance(r, stage.reads)), key=lambda r: (stage.reads.index(type(r)), r.id))
    return of(list(stage.run(WHOLE_CASE, group)), Claim)


def _is_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether some claim holds most of the words of both, as whole statements: parts of two may well be one."""
    records = _read(one, other)
    mentions = of(records, ClaimMention)
    wholes = [m for m in mentions if m.id not in whole_of(mentions)]
    article_of = {m.id: m.article_id for m in wholes if 2 * len(m.span.exact) >= len(one[1]) * 0.8}
    return any(len({article_of[m] for m in claim.mention_ids if m in article_of}) == 2 for claim in _claims(records))


def _hard_vetoes(one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    """What keeps the whole of two texts apart, whatever they share."""
    whole = [p for p in Profiles(_read(one, other)).ordered() if p.mention.span.exact in (one[1], other[1])]
    return [
        veto.detail for left, right in itertools.combinations(whole, 2) for veto in vetoes(left, right) if veto.hard
    ]


FLOOD = ("en", "Heavy rain burst the dam above Ostwick on Monday, flooding 340 homes and forcing two schools to close.")
QUAKE = (
    "fr",
    "Un séisme de magnitude 6,4 a frappé la région de Tavella mardi, faisant 89 morts et plus de 600 blessés.",
)
COURT = ("de", "Das Landgericht Birkstadt sprach den Unternehmer Jonas Kehl am Dienstag vom Vorwurf des Betrugs frei.")
FIRE = ("ru", "Пожар на складе в Лесногорье уничтожил 15 тысяч квадратных метров, пострадали четыре пожарных.")
CRASH = ("pl", "W wypadku dwóch pociągów pod Zaborowem zginęło 9 osób, a 31 zostało rannych.")
BUS = ("es", "Un autobús con 38 turistas volcó el domingo cerca de Peñalba; murieron cinco pasajeros.")
ALPS = ("it", "I vigili del fuoco hanno trovato vivi i due alpinisti dispersi da mercoledì sul monte Corvara.")
GAS = ("en", "Norvia has suspended gas deliveries to Estmark over unpaid bills of 75 million euros.")


@pytest.mark.parametrize(
    ("report", "twin"),
    [
        (FLOOD, ("en", FLOOD[1].replace("340", "430"))),
        (FLOOD, ("en", FLOOD[1].replace("Ostwick", "Brennick"))),
        (FLOOD, ("en", FLOOD[1].replace("Monday", "Thursday"))),
        (FLOOD, ("de", "Nach starkem Regen brach am Montag der Damm bei Ostwick; 240 Häuser wurden überflutet.")),
        (QUAKE, ("fr", QUAKE[1].replace("Tavella", "Morvane"))),
        (
            QUAKE,
            ("en", "A magnitude 6.4 earthquake struck Tavella on Tuesday, killing 189 and injuring more than 600."),
        ),
        (COURT, ("de", COURT[1].replace("Jonas Kehl", "Henrik Maas"))),
        (COURT, ("de", "Das Landgericht Birkstadt verurteilte den Unternehmer Jonas Kehl am Dienstag wegen Betrugs.")),
        (FIRE, ("ru", FIRE[1].replace("Лесногорье", "Береговом"))),
        (FIRE, ("ru", FIRE[1].replace("пострадали", "погибли"))),
        (FIRE, ("ru", FIRE[1].replace("пострадали четыре пожарных", "никто из пожарных не пострадал"))),
        (CRASH, ("de", "Beim Zusammenstoß zweier Züge bei Zaborów kamen neun Menschen ums Leben, 13 wurden verletzt.")),
        (BUS, ("es", BUS[1].replace("murieron cinco pasajeros", "cinco pasajeros resultaron heridos"))),
        (BUS, ("en", "A bus carrying 83 tourists overturned near Peñalba on Sunday, killing five passengers.")),
        (ALPS, ("it", ALPS[1].replace("vivi", "morti"))),
        (ALPS, ("fr", "Les deux alpinistes disparus depuis mercredi sur le mont Corvara ont été retrouvés morts.")),
        (GAS, ("en", "Estmark has suspended gas deliveries to Norvia over unpaid bills of 75 million euros.")),
        (GAS, ("pl", "Norvia wznowiła dostawy gazu do Estmarku mimo niezapłaconych rachunków na 75 milionów euro.")),
        (
            ("tr", "Yıldızköy'de maden ocağında çıkan yangında mahsur kalan 19 işçi kurtarıldı."),
            ("tr", "Yıldızköy'de maden ocağında çıkan yangında mahsur kalan 19 işçi öldü."),
        ),
        (
            ("ar", "أعلنت وزارة الصحة وفاة 17 شخصا بالكوليرا في مدينة تلمار منذ بداية الشهر."),
            ("ar", "أعلنت وزارة الصحة وفاة 17 شخصا بالكوليرا في مدينة بشرون منذ بداية الشهر."),
        ),
        (("zh", "台风登陆后，林安市有14人遇难，2万户停电。"), ("zh", "台风登陆后，海宁县有14人遇难，2万户停电。")),
    ],
)
def test_one_thing_changed_is_another_claim(report: tuple[str, str], twin: tuple[str, str]) -> None:
    assert _is_one(report, report)
    assert not _is_one(report, twin)


@pytest.mark.parametrize(
    ("report", "twin"),
    [
        (
            FLOOD,
            (
                "en",
                "The dam above Ostwick burst on Monday after heavy rain; it flooded 340 homes and closed two schools.",
            ),
        ),
        (QUAKE, ("en", "A magnitude 6.4 earthquake struck Tavella on Tuesday, killing 89 and injuring more than 600.")),
        (
            COURT,
            (
                "de",
                "Am Dienstag ist der Unternehmer Jonas Kehl vom Landgericht Birkstadt vom Betrug freigesprochen.",
            ),
        ),
        (
            FIRE,
            ("uk", "Пожежа на складі в Лісногор'ї знищила 15 тисяч квадратних метрів, постраждали четверо пожежників."),
        ),
        (CRASH, ("de", "Beim Zusammenstoß zweier Züge bei Zaborów kamen neun Menschen ums Leben, 31 wurden verletzt.")),
        (BUS, ("en", "A bus carrying 38 tourists overturned near Peñalba on Sunday, killing five passengers.")),
        (
            ALPS,
            (
                "fr",
                "Les deux alpinistes disparus depuis mercredi sur le mont Corvara ont été retrouvés vivants.",
            ),
        ),
        (GAS, ("en", "Over unpaid bills of 75 million euros, gas supplies to Estmark have been suspended by Norvia.")),
        (
            ("es", "La empresa Hidral venderá su planta de Lorca a un fondo extranjero por 310 millones de euros."),
            ("es", "Un fondo extranjero comprará la planta de Lorca a la empresa Hidral por 310 millones de euros."),
        ),
    ],
)
def test_the_same_told_otherwise_is_one_claim(report: tuple[str, str], twin: tuple[str, str]) -> None:
    assert _is_one(report, twin)


NURSES = ("en", "All nurses at the Tarn clinic stopped work on Monday over 400 hours of unpaid overtime.")
TAKEN = ("ru", "Армия Зарвии заявила, что взяла под контроль село Ольховка.")
RALLY = ("pl", "Ponad 5 tysięcy osób protestowało w sobotę w Zaborowie przeciwko budowie spalarni.")
JOBS = ("fr", "Le constructeur Vauquelin va supprimer 1 300 postes à Bressigny d'ici à la fin de l'année.")
SLIDE = ("it", "Quattro dei cinque escursionisti travolti domenica da una valanga sopra Corvara sono morti.")
HALF = ("es", "La mitad de los hogares de la ciudad de Tamaral se quedó sin agua tras el terremoto del lunes.")
JAIL = ("zh", "法院周四判处前市长林国平有期徒刑12年。")


@pytest.mark.parametrize(
    ("report", "twin"),
    [
        (NURSES, ("en", NURSES[1].replace("All nurses", "Some nurses"))),
        (NURSES, ("en", NURSES[1].replace("nurses", "teachers"))),
        (TAKEN, ("ru", TAKEN[1].replace("Зарвии", "Лостании"))),
        (RALLY, ("pl", RALLY[1].replace("Ponad", "Niespełna"))),
        (
            RALLY,
            ("uk", "Понад 5 тисяч людей протестували в суботу в Липові проти будівництва сміттєспалювального заводу."),
        ),
        (JOBS, ("en", "Carmaker Vauquelin is to cut 1,300 jobs at Bressigny by the end of next year.")),
        (SLIDE, ("it", SLIDE[1].replace("Quattro", "Due"))),
        (HALF, ("es", HALF[1].replace("ciudad", "provincia"))),
        (HALF, ("es", HALF[1].replace("La mitad", "Un tercio"))),
        (JAIL, ("en", "A court on Thursday sentenced former mayor Vera Olsen to 12 years in prison.")),
        (
            ("it", "Più della metà degli alveari della valle di Corvara è stata distrutta dal gelo in aprile."),
            ("it", "Meno della metà degli alveari della valle di Corvara è stata distrutta dal gelo in aprile."),
        ),
        (
            ("en", "Coach Vera Olsen extended her contract with Tarn United until 2034."),
            ("en", "Coach Vera Olsen extended her contract with Tarn United until 2037."),
        ),
        (
            ("ar", "فازت المعارضة في الانتخابات البلدية بمدينة تلمار بنسبة 54 في المئة من الأصوات."),
            ("ar", "حصدت المعارضة 54 في المئة من الأصوات وفازت بالانتخابات البلدية في مدينة بشرون."),
        ),
        (
            ("en", "Border police at Kalvik seized 340 kilograms of cocaine in a container on Thursday."),
            ("en", "Border police at Kalvik seized 340 kilograms of heroin in a container on Thursday."),
        ),
        (
            ("de", "Der Stadtrat nahm das Angebot der Stadtwerke Hainfurt über 45 Millionen Euro an."),
            ("de", "Der Stadtrat nahm das Angebot der Stadtwerke Rodenau über 45 Millionen Euro an."),
        ),
        (
            ("tr", "Merkez bankası faizi yüzde 42'de sabit tuttu."),
            ("en", "The central bank raised its interest rate to 42 percent."),
        ),
    ],
)
def test_another_share_calling_speaker_week_or_place_is_another_claim(
    report: tuple[str, str], twin: tuple[str, str]
) -> None:
    assert _is_one(report, report)
    assert not _is_one(report, twin)


@pytest.mark.parametrize(
    ("report", "twin"),
    [
        (NURSES, ("en", "On Monday all the nurses of the Tarn clinic stopped work over 400 hours of unpaid overtime.")),
        (JOBS, ("en", "Carmaker Vauquelin is to cut 1,300 jobs at Bressigny by the end of the year.")),
        (SLIDE, ("it", "Una valanga sopra Corvara ha travolto domenica cinque escursionisti: quattro sono morti.")),
        (HALF, ("en", "Half of the homes in the city of Tamaral were left without water by Monday's earthquake.")),
        (JAIL, ("en", "A court on Thursday sentenced former mayor Lin Guoping to 12 years in prison.")),
        (
            TAKEN,
            ("en", "The Zarvian army said it had taken control of the village of Olkhovka."),
        ),
        (
            ("en", "The court threw out a lawsuit by 212 farmers against the Tessen dam on Friday."),
            ("de", "Das Gericht wies am Freitag eine Klage von 212 Bauern gegen den Tessen-Staudamm ab."),
        ),
    ],
)
def test_the_same_share_calling_speaker_week_or_place_is_one_claim(
    report: tuple[str, str], twin: tuple[str, str]
) -> None:
    assert _is_one(report, twin)


def test_in_a_quotation_they_are_others_than_the_speaker() -> None:
    one = ("en", "“They had left the town of Olkhovka before dawn on Friday,” said General Ana Lenz.")
    other = ("en", "“They had left the town of Olkhovka before dawn on Friday,” said General Orla Dahl.")
    assert _is_one(one, other)


def test_who_says_it_is_no_part_of_what_is_said_but_is_kept() -> None:
    records = _read(
        ("en", "Norland shot down a Sudmark reconnaissance drone over the Kelm strait."),
        ("en", "Sudmark says Norland shot down its reconnaissance drone over the Kelm strait."),
    )
    voices = {m.id: m.attribution_id for m in of(records, ClaimMention)}
    shared = [claim for claim in _claims(records) if len(claim.mention_ids) > 1]
    assert all(len({bool(voices[m]) for m in claim.mention_ids}) == 2 for claim in shared)


def test_a_denial_of_something_besides_keeps_nothing_apart() -> None:
    told = ("en", "A Tarn-4 missile shot down the plane over Halden.")
    besides = ("en", "A Tarn-4 missile shot down the plane over Halden and the navy did not know of prisoners.")
    denied = ("en", "A Tarn-4 missile did not shoot down the plane over Halden.")
    assert not _hard_vetoes(told, besides)
    assert _hard_vetoes(told, denied)
    assert not _is_one(told, denied)


def test_what_cannot_be_told_is_not_what_is_denied() -> None:
    unknown = ("en", "The mission cannot tell whether Norland prisoners were on the plane.")
    denied = ("en", "There were no Norland prisoners on the plane.")
    assert not _is_one(unknown, denied)


def _mention(records: list[Record], words: str) -> str:
    return next(m.id for m in of(records, ClaimMention) if words in m.span.exact)


def test_a_hand_puts_together_and_keeps_apart_whatever_was_found() -> None:
    records = _read(FLOOD, FLOOD, BUS, ("en", "The mayor of Halden has resigned."))
    flood, other = sorted(m.id for m in of(records, ClaimMention) if "Ostwick" in m.span.exact)
    mayor = _mention(records, "mayor")
    found = _claims(records, MatchSettings(same=((mayor, flood),), apart=((flood, other),)))
    by_member = {member: claim for claim in found for member in claim.mention_ids}
    assert by_member[mayor].id == by_member[flood].id != by_member[other].id
    assert [r.code for r in by_member[other].reasons] == ["by_hand"]
    assert {r.detail.split(":")[0] for r in by_member[mayor].reasons if r.code == "by_hand"} == {
        "put together by hand",
        "kept apart by hand",
    }


def test_what_is_kept_apart_by_hand_is_stronger_than_what_is_put_together() -> None:
    records = _read(FLOOD, BUS, ("en", "The mayor of Halden has resigned."))
    flood, bus, mayor = (_mention(records, words) for words in ("Ostwick", "Peñalba", "mayor"))
    settings = MatchSettings(same=((flood, bus), (bus, mayor)), apart=((flood, mayor),))
    for claim in _claims(records, settings):
        assert not {flood, mayor} <= set(claim.mention_ids)


def test_a_link_by_hand_to_what_is_gone_is_told() -> None:
    records = _read(FLOOD)
    stage = MatchStage(MatchSettings(same=((_mention(records, "Ostwick"), "clm_gone"),)))
    made = list(stage.run(WHOLE_CASE, [r for r in records if isinstance(r, stage.reads)]))
    assert [(skip.subject, skip.reason) for skip in of(made, Skip)] == [("clm_gone", SkipReason.NOT_LOCATED)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vilenia accuses Tarsis of jamming GPS signals", "Tarsis accuses Vilenia of jamming GPS signals", False),
        ("Moscow accuses Kyiv of jamming GPS signals", "Kyiv accuses Moscow of jamming GPS signals", False),
        ("Moscow accuses Kyiv of jamming GPS signals", "Moscow accused Kyiv of jamming GPS signals on Monday", True),
        ("Nepenthe Islands recognise Tarsis as a state", "Tarsis recognises Nepenthe Islands as a state", False),
        (
            "Vilenia and Tarsis opened the border bridge at Sorn on Monday",
            "Tarsis and Vilenia opened the border bridge at Sorn on Monday",
            True,
        ),
    ],
)
def test_a_name_that_begins_a_sentence_has_its_part_in_it(one: str, other: str, *, same: bool) -> None:
    assert _is_one(("en", one), ("en", other)) is same
