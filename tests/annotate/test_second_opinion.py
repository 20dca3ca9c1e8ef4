"""The multilingual network beside the rules: what it adds, completes and doubts, and what it leaves alone."""

import pytest

from factory import article
from sayso.annotate import cues
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.multilingual_reader import MultilingualReader
from sayso.annotate.relations import PROJECTED, PROJECTED_OBJECT, Relation, Stretch
from sayso.annotate.second_opinion import ADDED, joined
from sayso.annotate.unsaid import is_unsaid
from sayso.model import Article, Attribution


def _place(of: Article, words: str) -> list[Stretch]:
    at = of.text.index(words)
    return [(at, at + len(words))]


def _relation(of: Article, source: str, cue: str, content: str, construction: str = PROJECTED) -> Relation:
    return Relation(
        source=_place(of, source) if source else [],
        cue=_place(of, cue),
        content=_place(of, content),
        construction=construction,
    )


def _joined(of: Article, by_rule: list[Relation], learned: list[Relation]) -> list[Relation]:
    grammar = cues.grammar(of.language)
    assert grammar is not None
    return list(joined(of, by_rule, learned, grammar))


def test_what_the_rules_leave_to_nobody_is_added() -> None:
    of = article("Die Schülerin erzählte, alle hingen in den Gurten.", language="de")
    added = _relation(of, "Die Schülerin", "erzählte", "alle hingen in den Gurten")
    assert _joined(of, [], [added]) == [added]
    assert (added.unclear, added.confidence) == (False, ADDED)


@pytest.mark.parametrize("construction", ["verb-that", "verb-quote"])
def test_what_the_rules_give_to_somebody_stays_theirs(construction: str) -> None:
    of = article("Die Schülerin sagte dem Wirt, alle hingen in den Gurten.", language="de")
    ruled = _relation(of, "Die Schülerin", "sagte", "alle hingen in den Gurten", construction)
    other = _relation(of, "dem Wirt", "sagte", "alle hingen in den Gurten")
    assert _joined(of, [ruled], [other]) == [ruled]


def test_a_verb_without_a_subject_is_whose_the_network_says() -> None:
    of = article("El alcalde llegó tarde. Añadió que la presa resistió.", language="es")
    ruled = _relation(of, "", "Añadió", "que la presa resistió", "verb-that")
    ruled.unclear = True
    [found] = _joined(of, [ruled], [_relation(of, "El alcalde", "Añadió", "que la presa resistió")])
    assert (found.source, found.antecedent, found.unclear) == ([], (0, len("El alcalde")), False)


def test_a_source_behind_a_preposition_is_where_it_was_said() -> None:
    of = article("L'esercito, in una nota diffusa ieri, sostiene che il ponte regge.", language="it")
    [found] = _joined(of, [], [_relation(of, "una nota diffusa ieri", "sostiene", "che il ponte regge")])
    assert found.unclear


def test_a_subject_that_says_nothing_gives_way() -> None:
    text = "Un incendio declarado ayer ha calcinado 400 hectáreas, según fuentes del servicio."
    of = article(text, language="es")
    fire = _relation(of, "Un incendio", "declarado", "ha calcinado 400 hectáreas", "verb-object")
    right = _relation(of, "fuentes del servicio", "según", "ha calcinado 400 hectáreas")
    assert _joined(of, [fire], [right]) == [right]


def test_words_are_not_taken_from_others_for_one_that_is_not_added() -> None:
    text = "Un incendio declarado ayer ha calcinado 400 hectáreas, según fuentes del servicio."
    of = article(text, language="es")
    fire = _relation(of, "Un incendio", "declarado", "ha calcinado 400 hectáreas", "verb-object")
    unsure = _relation(of, "fuentes del servicio", "según", "ha calcinado 400 hectáreas")
    unsure.unclear = True
    assert _joined(of, [fire], [unsure]) == [fire]


def test_a_thing_done_to_somebody_is_nothing_said() -> None:
    of = article("Polisen kallade in förstärkning under natten.", language="sv")
    assert not [one for one in MultilingualReader().read(of) if one.asserted]


def test_a_thing_that_is_demanded_is_told_with_its_verb() -> None:
    of = article("Le syndicat des pilotes exige le départ du directeur sous trente jours.", language="fr")
    (one,) = (one for one in MultilingualReader().read(of) if one.asserted)
    assert one.construction == PROJECTED_OBJECT


def test_a_verb_that_no_list_has_is_read_before_a_clause() -> None:
    of = article("Na zdjęciach wojskowych widać, że most runął o północy.", language="pl")
    assert [one for one in MultilingualReader().read(of) if one.asserted]
    of = article("De politie vindt een lichaam in het kanaal.", language="nl")
    assert not [one for one in MultilingualReader().read(of) if one.asserted]


@pytest.mark.parametrize(
    "text",
    [
        "In jedem dritten Bienenstock haben Forscher der Universität Rennstadt ein bislang unbekanntes Virus entdeckt.",
        "Und dann ist da noch die Drohne, von der Überlebende berichten.",
    ],
)
def test_a_thing_before_its_verb_is_nothing_said(text: str) -> None:
    of = article(text, language="de")
    assert not [one for one in MultilingualReader().read(of) if one.asserted]


def test_who_writes_is_nobody_who_is_cited() -> None:
    of = article("Я насчитал на площади 11 воронок.", language="ru")
    assert not [one for one in MultilingualReader().read(of) if one.asserted]


@pytest.mark.parametrize(("source", "content"), [("que", "no ser citado"), ("El vecino", "citado")])
def test_what_says_nothing_is_not_added(source: str, content: str) -> None:
    of = article("El vecino, que pide no ser citado, se fue.", language="es")
    assert _joined(of, [], [_relation(of, source, "pide", content)]) == []


READ = [
    ("ru", "«Зарплату нам не отдали», — пояснил слесарь Иван Громов.", "Зарплату нам", "слесарь Иван Громов"),
    ("uk", "Речниця комбінату Олена Ткач розповіла, що цех працює.", "цех працює", "Олена Ткач"),
    ("de", "Der Wirt Kurt Amsel erinnerte sich, dass das Tor offen stand.", "das Tor offen stand", "Kurt Amsel"),
    ("fr", "La gérante Odile Serre a raconté que la porte était ouverte.", "la porte était ouverte", "Odile Serre"),
    ("es", "El portero Luis Mora contó que la puerta estaba abierta.", "la puerta estaba abierta", "Luis Mora"),
    ("it", "Il custode Piero Sala ha raccontato che il cancello era aperto.", "il cancello era aperto", "Piero Sala"),
    ("pl", "Dozorca Jan Kulik opowiadał, że brama była otwarta.", "brama była otwarta", "Jan Kulik"),
    ("tr", "Bekçi Ali Kaya, “Kapı açıktı” dedi.", "Kapı açıktı", "Ali Kaya"),
    ("ar", "وقال الحارس سامي الخالدي إن الباب كان مفتوحا.", "الباب كان مفتوحا", "سامي الخالدي"),
    ("zh", "供水局局长李大山说，主城区供水已恢复。", "供水已恢复", "李大山"),
]


@pytest.mark.parametrize(("language", "text", "content", "name"), READ)
def test_the_network_reads_every_language_it_says_it_does(language: str, text: str, content: str, name: str) -> None:
    of = article(text, language=language)
    [found] = [one for one in MultilingualReader().read(of) if any(content in of.text[a:b] for a, b in one.content)]
    assert any(name in of.text[a:b] for a, b in found.source)


@pytest.mark.parametrize(("language", "text", "content", "name"), READ)
def test_rules_and_network_together_name_the_speaker(language: str, text: str, content: str, name: str) -> None:
    of = article(text, language=language)
    found = [one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution)]
    assert [one for one in found if any(content in s.exact for s in one.content) and name in (one.source_name or "")]


def test_reading_twice_gives_the_same() -> None:
    of = article("\n\n".join(text for language, text, *_ in READ if language == "ru"), language="ru")
    assert list(AttributionStage().run(of.id, [of])) == list(AttributionStage().run(of.id, [of]))


UNSAID = [
    ("de", "Der Trainer wollte nicht sagen, ob der Stürmer spielt."),
    ("fr", "Le ministre n'a pas dit que les impôts augmenteraient."),
    ("es", "El ministro no mencionó que la obra costó el doble."),
    ("ru", "Адвокат Соколова не говорил, что его подзащитный признал вину."),
    ("pl", "Trener nie powiedział, czy odejdzie po sezonie."),
    ("cs", "Trenér neřekl, zda zůstane."),
    ("tr", "Vali, yolun ne zaman açılacağını söylemedi."),
    ("ar", "ولم يقل المدرب إنه سيرحل."),
    ("he", "המאמן לא אמר אם יישאר בעונה הבאה."),
    ("el", "Ο προπονητής δεν είπε ότι θα φύγει."),
    ("ja", "監督は去就について語らなかった。"),
    ("ko", "용의자는 총이 어디 있는지 말하지 않았다."),
    ("hu", "Az orvos soha nem állította, hogy a szer hat."),
    ("fr", "Les parents veulent que l'école reste ouverte."),
    ("cs", "Zastupitelé rozhodli, že stadion prodají."),
    ("sv", "Regeringen beslutade att höja pensionerna."),
    ("uk", "Водій відмовився пояснювати, чому втік."),
    ("de", "Die Firma verschweigt, dass sie Verluste macht."),
]


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_who_wants_decides_or_does_not_say_something_has_not_said_it(language: str, text: str) -> None:
    assert not [one for one in MultilingualReader().read(article(text, language=language)) if one.asserted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "警察は男の自宅から拳銃二丁を押収した。"),
        ("ko", "경찰은 창고에서 마약 200kg을 압수했다."),
        ("ko", "법원은 전 시장에게 무죄를 선고했다."),
    ],
)
def test_what_is_done_to_a_thing_before_its_verb_is_nothing_said(language: str, text: str) -> None:
    assert not [one for one in MultilingualReader().read(article(text, language=language)) if one.asserted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Губернатор не скрывает, что бюджет области дефицитный."),
        ("hu", "A miniszter nem zárja ki, hogy emelkedik az adó."),
        ("cs", "Ministr nevylučuje, že daně porostou."),
        ("id", "Menteri tidak menyangkal bahwa pajak akan naik."),
    ],
)
def test_who_does_not_deny_or_hide_something_has_said_it(language: str, text: str) -> None:
    assert [one for one in MultilingualReader().read(article(text, language=language)) if one.asserted]


def test_what_is_not_believed_is_told_with_its_verb() -> None:
    of = article("Le maire ne croit pas que le pont tiendra.", language="fr")
    (one,) = (one for one in MultilingualReader().read(of) if one.asserted)
    assert one.construction == PROJECTED_OBJECT


def test_a_topic_s_particle_is_no_part_of_a_name() -> None:
    of = article("県警は運転手が酒を飲んでいたとみて調べている。", language="ja")
    (one,) = (one for one in MultilingualReader().read(of) if one.asserted)
    assert [of.text[low:high] for low, high in one.source] == ["県警"]


def test_why_a_court_decided_is_what_it_said() -> None:
    of = article("Mahkeme heyeti, kaçma şüphesinin sürdüğü gerekçesiyle tahliye etmemeye karar verdi.", language="tr")
    grammar = cues.grammar("tr")
    assert grammar is not None
    grounds = _relation(of, "Mahkeme heyeti", "karar verdi", "kaçma şüphesinin sürdüğü")
    assert not is_unsaid(of.text, grounds, grammar)
    assert is_unsaid(of.text, _relation(of, "Mahkeme heyeti", "karar verdi", "tahliye etmemeye"), grammar)


def test_a_not_before_a_verb_of_belief_stays_with_what_is_believed() -> None:
    of = article("ولا يعتقد رئيس البلدية أن الجسر سيصمد.", language="ar")
    (one,) = (one for one in MultilingualReader().read(of) if one.asserted)
    assert one.construction == PROJECTED_OBJECT
    assert [of.text[low:high] for low, high in one.cue] == ["ولا يعتقد"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Ministern sade inte att skatten höjs."),
        ("nl", "De minister zei niet dat de belasting stijgt."),
        ("da", "Ministeren sagde ikke, at skatten stiger."),
        ("no", "Statsråden sa ikke at skatten øker."),
    ],
)
def test_a_not_behind_the_verb_denies_it(language: str, text: str) -> None:
    of = article(text, language=language)
    assert not [one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution) and one.asserted]
