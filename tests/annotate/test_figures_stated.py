"""Statements whose object is a figure or a time, what "accordingly" goes back to, and what is nobody's word."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.source_kinds import kind_of
from sayso.model import Attribution
from sayso.vocab import SourceKind


def said(text: str, language: str) -> list[tuple[str | None, str]]:
    """(source, content) of each relation that is asserted."""
    of = article(text, language=language)
    found = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted]
    return [(a.source_name, " ".join(span.exact for span in a.content)) for a in found]


STATED = [
    ("en", "The Norland administration has not moved from nine.", "The Norland administration", "nine"),
    ("en", "The mayor has crept from nine to eleven.", "The mayor", "nine to eleven"),
    ("en", "The survivor puts it shortly before two.", "The survivor", "shortly before two"),
    (
        "en",
        "Jorn Tovel, who speaks for the port: “We did not open the lock.”",
        "Jorn Tovel",
        "“We did not open the lock.”",
    ),
    (
        "es",
        "El personal de la misión visitó las morgues de Vale y contó 23 cadáveres.",
        "El personal de la misión",
        "23 cadáveres",
    ),
    ("pt", "Já os separatistas, que falavam em nove, passaram a admitir 11 mortes.", "os separatistas", "11 mortes"),
    (
        "pl",
        "Mer Halden Piotr Lenz mówi o 31 zabitych, w tym ośmiu dzieciach.",
        "Mer Halden Piotr Lenz",
        "31 zabitych, w tym ośmiu dzieciach",
    ),
    ("pl", "Straż podaje 23 zabitych, mer Halden upiera się przy 31.", "mer Halden", "31"),
    ("de", "Das Ministerium hatte 14.20 Uhr genannt, die Rebellen 13.50 Uhr.", "Das Ministerium", "14.20 Uhr"),
    ("de", "Das Ministerium hatte 14.20 Uhr genannt, die Rebellen 13.50 Uhr.", "die Rebellen", "13.50 Uhr"),
    ("nl", "De burgemeester heeft 31 doden genoemd, de rebellen negen.", "de rebellen", "negen"),
    ("zh", "霍尔登救援局同日将死亡人数更新为24人,并将失踪人数更正为5人。", "霍尔登救援局", "失踪人数更正为5人"),
    ("zh", "发言人称船已沉没。他同时把死亡人数从9人上调至11人。", "他", "死亡人数从9人上调至11人"),
    (
        "de",
        "Die Betreiberfirma Halden Bus legte Daten aus den Fahrzeugen vor. Demnach brach das Signal um 14 Uhr ab.",
        "Die Betreiberfirma Halden Bus",
        "brach das Signal um 14 Uhr ab",
    ),
    (
        "uk",
        "Компанія «Вальтранс», чиї човни возили людей, оприлюднила дані трекерів. За ними, сигнал зник о 14:07.",
        "Компанія «Вальтранс»",
        "сигнал зник о 14:07",
    ),
    (
        "de",
        "Hier habe es keine Minen gegeben, erklärte Sprecherin Irma Vold, die Busse seien leer gewesen.",
        "Sprecherin Irma Vold",
        "Hier habe es keine Minen gegeben",
    ),
    (
        "tr",
        "Bu arada Halden valisi Piotr Lenz, dokuz kişinin öldüğünü söyledi.",
        "Halden valisi Piotr Lenz",
        "dokuz kişinin öldüğünü",
    ),
    (
        "tr",
        "Başhekim, dört kişinin öldüğünü yineledi. “Yaralılar var. Gerisini bilmiyorum” dedi.",
        "Başhekim",
        "“Yaralılar var. Gerisini bilmiyorum”",
    ),
    ("de", "Die Lehrerin legt sich auf kurz vor zwei Uhr fest.", "Die Lehrerin", "vor zwei Uhr"),
    (
        "fr",
        "Ce chiffre recoupe celui des secours, qui l'ont porté à 24 après le décès d'une femme.",
        "des secours",
        "24 après le décès d'une femme",
    ),
    (
        "ro",
        "Primarul a actualizat bilanțul: 24 de morți, dintre care cinci copii.",
        "Primarul",
        "bilanțul: 24 de morți, dintre care cinci copii",
    ),
    ("cs", "Podle ministerstva viděli pozorovatelé dva krátery.", "ministerstva", "viděli pozorovatelé dva krátery"),
    (
        "it",
        "Un ex ispettore del Consiglio, che chiede di restare anonimo, invita alla prudenza: «Una scheggia non basta».",
        "Un ex ispettore del Consiglio",
        "«Una scheggia non basta»",
    ),
]


@pytest.mark.parametrize(("language", "text", "source", "content"), STATED)
def test_who_gives_a_figure_or_a_time_states_it(language: str, text: str, source: str, content: str) -> None:
    assert (source, content) in said(text, language)


NOBODYS = [
    ("en", "The lorry has moved from Halden to Vale."),
    ("en", "The price has crept from nine to eleven."),
    ("en", "The clerk put the papers before two judges."),
    ("en", "Two holes were measured, and their shape indicated a blow from the north."),
    ("en", "Six cars can be seen. Three of them show burns."),
    ("zh", "测量了两处弹坑,弹坑形状显示炮弹来自东北方向。"),
    ("de", "Der Koch legt auf drei Teller Brot."),
    ("uk", "Вони їхали за ними, а потім зникли о 14:07."),
    ("es", "La lluvia llegó a Halden y contó 23 charcos."),
]


@pytest.mark.parametrize(("language", "text"), NOBODYS)
def test_what_moves_shows_or_is_put_is_not_said(language: str, text: str) -> None:
    assert not [source for source, _ in said(text, language) if source]


def test_whom_an_agency_reached_speaks_himself() -> None:
    assert kind_of("Odd Varn, joint par l'agence AEN", "fr") is SourceKind.NAMED
    assert kind_of("l'agence AEN", "fr") is SourceKind.OUTLET
