"""Kinds of bodies as news names them in many languages, and near misses that are none of the kind."""

import pytest

from sayso.corroborate.source_names import read_source
from sayso.vocab import SourceKind

KINDS = {
    "emergency_service": (
        "the emergency crews of Halvard",
        "le service d'urgence halvardien",
        "der Notfalldienst Halvards",
        "el Servicio de Emergencias de Halvard",
        "il servizio di emergenza",
        "Służba ratunkowa Halvardii",
        "служб экстренного реагирования",
        "рятувальникам",
        "serviciul de urgență",
        "τα σωστικά συνεργεία",
        "kurtarma ekiplerinden",
        "جهاز الطوارئ",
        "שירות ההצלה",
        "紧急救援局",
        "緊急サービス",
        "긴급구조국",
    ),
    "fire_service": ("the fire chief", "un vigile del fuoco", "الإطفائيون", "अग्निशमन विभाग"),
    "police": ("les gendarmes", "polis", "polis sözcüsü", "полицајци", "policajci", "公安机关", "قوى الأمن الداخلي"),
    "hospital": ("el centro de salud", "hôpitaux", "gli ospedali", "المشفى", "η κλινική", "医疗中心", "лікарень"),
    "coast_guard": ("la garde maritime", "الحرس البحري", "海岸警备队", "берагавая ахова"),
    "disaster_agency": ("the emergency management agency", "سازمان مدیریت بحران", "防灾局", "krizový štáb"),
    "election_observers": (
        "the Lakeside Monitoring Mission",
        "the ceasefire monitors",
        "международных наблюдателей",
        "мониторинговой миссии",
        "监督团",
        "停火监测团",
        "la misión de monitoreo",
        "بعثة المراقبة",
        "a nemzetközi megfigyelők",
        "mezinárodní pozorovatelé",
        "die Beobachtungsmission",
        "misją obserwacyjną",
        "gözlem misyonu",
        "監視団",
        "감시단",
    ),
    "administration": (
        "the breakaway administration",
        "the self-declared Republic of Dresna",
        "de facto authorities in Dresna",
        "the Southern Transitional Council",
        "Die Verwaltung der abtrünnigen Region Ober-Dresna",
        "separatystyczna administracja Górnej Dresny",
        "власти самопровозглашённой республики",
        "окупаційна адміністрація",
        "les autorités de fait",
        "le autorità separatiste",
        "fiili yönetim",
        "سلطات الأمر الواقع",
        "分离主义当局",
    ),
}

NEAR_MISSES = {
    "emergency_service": (
        "Samuel Okoro",
        "Salvatore Lenz",
        "an emergency session",
        "el hospital y su servicio de emergencia",
    ),
    "fire_service": ("a fire at the mill", "Firenze residents"),
    "police": ("Polish officials", "the insurance policy", "der Gendarmenmarkt"),
    "hospital": ("the hostel owners", "the hospice"),
    "coast_guard": ("a coastal path", "the bodyguard"),
    "disaster_agency": ("a disaster for the town", "the travel agency"),
    "election_observers": ("the computer monitor", "Monika Observer", "analysts", "наблюдатели", "观察人士"),
    "administration": (
        "the Lenz administration",
        "die Lenz-Administration",
        "администрация Ленца",
        "the Occupational Health Unit",
        "a separate opinion",
        "the health ministry of the breakaway government",
    ),
}


@pytest.mark.parametrize(
    ("name", "body"), [pytest.param(n, b, id=f"{b}-{n}") for b, names in KINDS.items() for n in names]
)
def test_a_kind_is_told_by_how_news_names_it(name: str, body: str) -> None:
    assert read_source(name, SourceKind.NAMED).body == body


@pytest.mark.parametrize(
    ("name", "body"), [pytest.param(n, b, id=f"{b}-{n}") for b, names in NEAR_MISSES.items() for n in names]
)
def test_what_only_sounds_like_a_kind_is_none_of_it(name: str, body: str) -> None:
    assert read_source(name, SourceKind.NAMED).body != body
