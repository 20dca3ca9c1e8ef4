"""How certain each claim is put: one row a construction, English first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certainty_of import of_parts, read, values
from sayso.vocab import CertaintyLevel

ENGLISH = [
    ("The bridge was hit on Friday.", "certain statement +"),
    ("The crew did not survive the crash.", "certain statement -"),
    ("The bridge was possibly hit by a drone.", "possible hypothesis +"),
    ("The dam may break on Friday.", "possible prediction +"),
    ("The dam will reopen on Friday.", "certain prediction +"),
    ("The driver must have fallen asleep at the wheel.", "probable statement +"),
    # verbs of doubt, hope and denial
    ("The mayor doubts that the bridge will reopen.", "possible prediction -"),
    ("The mayor hopes that the bridge will reopen.", "possible prediction +"),
    ("The ministry denied that the bridge was hit.", "certain statement -"),
    ("The ministry did not deny that the bridge was hit.", "underspecified hypothesis +"),
    ("The mayor ruled out a fire.", "certain statement -"),
    # conditionals
    ("If the rain goes on, the dam will break within days.", "possible prediction +"),
    ("The dam will break if the rain goes on.", "possible prediction +"),
    ("If the rain goes on, the council will certainly close the road.", "certain prediction +"),
    ("The council will close the road even if the rain stops.", "certain prediction +"),
    # what is said to be unknown
    ("It is not known whether the bridge was hit.", "underspecified hypothesis +"),
    ("It is not yet clear who hit the bridge.", "underspecified hypothesis +"),
    ("It was unclear whether the bridge was hit.", "underspecified hypothesis +"),
    ("The ministry could not confirm that the bridge was hit.", "underspecified hypothesis +"),
    # doubt denied
    ("There is no doubt that the bridge was hit.", "certain statement +"),
    ("The ministry did not rule out that the bridge was hit.", "possible hypothesis +"),
    # improbable
    ("The fire is unlikely to reach the village.", "probable prediction -"),
    ("It is improbable that the bridge was hit.", "probable statement -"),
    ("It is doubtful that the bridge was hit.", "possible prediction -"),
    ("It is impossible that the bridge was hit.", "certain statement -"),
    ("It is not impossible that the bridge was hit.", "possible hypothesis +"),
    # denial
    ("No survivors were found near the bridge.", "certain statement -"),
    ("No fewer than 40 people were found near the bridge.", "certain statement +"),
    ("No 10 opened its doors to the villagers.", "certain statement +"),
    ("The crash killed not only the crew but also two villagers.", "certain statement +"),
    ("The dam could not be reached by road.", "certain statement -"),
    ("The dam might not hold until Friday.", "possible prediction -"),
    ("The crash left three dead, none of whom came from the valley.", "certain statement +"),
    ("The lorry carried grain and did not stop at the bridge.", "certain statement +"),
    ("The mayor and the council did not open the bridge.", "certain statement -"),
    ("The lorry carried grain to the mill, not coal.", "certain statement +"),
    ("On Friday, no survivors were found near the bridge.", "certain statement -"),
    # capitals and nouns
    ("In May the council opened the bridge in Norland.", "certain statement +"),
    ("May 5 was the day of the flood in Norland.", "certain statement +"),
    ("The will of the people was ignored in the valley.", "certain statement +"),
    ("The minister, who may resign, opened the bridge on Friday.", "certain statement +"),
    # words of a relative or asking clause, an aside, or of no doubt at all
    ("The canal has brought water to villages that would have none.", "certain statement +"),
    ("The case raises questions about what the purpose of the gate would be.", "certain statement +"),
    ("The mill has stood for years - critics would call it a ruin - beside the road.", "certain statement +"),
    ("The firm drained the field so they could dig for gravel.", "certain statement +"),
    ("Visitors ask what the valley looked like before the flood.", "certain statement +"),
    ("Most villagers saw children going to school by boat.", "certain statement +"),
    ("The gate is going to fail within days.", "certain prediction +"),
    ("The mayor paused to make an improbable remark.", "certain statement +"),
    # looks
    ("The crash seems an accident to the villagers.", "probable statement +"),
    ("It appears that the bridge was hit.", "probable statement +"),
    ("The dam appears to be safe for now.", "probable statement +"),
    # opinion
    ("The decision was a disgrace for the whole valley.", "certain opinion +"),
    ("The council should close the road before the flood.", "certain opinion +"),
    ("The horrible fire killed 12 people in the valley.", "certain statement +"),
    ("The horrible fire killed twelve people in the valley.", "certain statement +"),
    ("The horrible fire shamed the whole valley.", "certain opinion +"),
    # possible beside an adverb, and what is nearly certain
    ("It is also possible that a guard lost his nerve.", "possible hypothesis +"),
    ("There will almost certainly be a second flood unless the dam is mended.", "probable prediction +"),
    ("It is expected that the bridge will open on Friday.", "probable prediction +"),
    # a length is no condition, a refusal no prediction
    ("The guard showed a piece of metal about as long as a forearm.", "certain statement +"),
    ("The guard would not give his name.", "certain statement -"),
    # what a market feels does not make its move a hope
    ("Shares in Norland rose on hopes of an early peace.", "certain statement +"),
    ("Not all of the villagers left the valley.", "certain statement +"),
    ("The crews were to meet at the bridge on Friday.", "certain statement +"),
    # preliminary is not certain
    ("According to preliminary findings of the police, the bridge was hit by a barge.", "probable statement +"),
    # a comparison, a fear of before and a search that found nothing are no doubts
    ("Nurses who work nights are more likely to develop diabetes.", "certain statement +"),
    ("The cut was bigger than feared.", "certain statement +"),
    ("There was nothing to suggest that anyone else was to blame.", "certain statement -"),
    ("Neither claim could be independently verified.", "certain statement -"),
    ("The captain is understood to be assisting investigators.", "probable statement +"),
    ("Lenz is more likely to win than ever.", "probable prediction +"),
]


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english(text: str, wanted: str) -> None:
    assert values(text) == [wanted]


OTHERS = [
    ("de", "Die Brücke könnte am Freitag einstürzen.", "possible prediction +"),
    ("de", "Die Brücke könnte von einer Drohne getroffen worden sein.", "possible hypothesis +"),
    ("de", "Es ist unklar, ob die Brücke getroffen wurde.", "underspecified hypothesis +"),
    ("de", "Es besteht kein Zweifel, dass die Brücke getroffen wurde.", "certain statement +"),
    ("de", "Wenn der Regen anhält, wird der Damm brechen.", "possible prediction +"),
    ("de", "Der Bürgermeister bezweifelt, dass die Brücke wieder öffnet.", "possible hypothesis -"),
    ("de", "Es ist unwahrscheinlich, dass der Damm bricht.", "probable statement -"),
    ("fr", "Le pont sera ouvert vendredi.", "certain prediction +"),
    ("fr", "Le pont ne sera pas ouvert vendredi.", "certain prediction -"),
    ("fr", "Les routes seront fermées vendredi.", "certain prediction +"),
    ("fr", "Le conseil ouvrira le pont et rencontrera les habitants.", "certain prediction +"),
    ("fr", "Le barrage pourrait céder vendredi.", "possible prediction +"),
    ("fr", "On ignore si le pont a été touché.", "underspecified hypothesis +"),
    ("fr", "Il n'y a aucun doute que le pont a été touché.", "certain statement +"),
    ("fr", "Si la pluie continue, le barrage cédera.", "possible prediction +"),
    ("fr", "Une personne a été tuée à deux pas du pont.", "certain statement +"),
    ("fr", "Le pont n'a pas été touché.", "certain statement -"),
    # the conditional of rumour, and the imperfects that look like it
    ("fr", "Le club songerait à vendre le stade.", "possible hypothesis +"),
    ("fr", "La sieste protégerait le cœur.", "possible hypothesis +"),
    ("fr", "L'homme n'aurait pas agi seul.", "possible hypothesis -"),
    ("fr", "La foule entourait le camion et se retirait peu à peu.", "certain statement +"),
    ("fr", "Il préparait son départ.", "certain statement +"),
    ("fr", "La ligne ne devrait pas rouvrir samedi.", "probable statement -"),
    ("fr", "Il est possible de visiter le musée.", "certain statement +"),
    ("it", "Il club starebbe trattando la vendita.", "possible hypothesis +"),
    ("it", "Il pisolino ridurrebbe il rischio.", "possible hypothesis +"),
    ("it", "L'uomo non avrebbe agito da solo.", "possible hypothesis -"),
    ("it", "La linea non dovrebbe riaprire sabato.", "probable statement -"),
    ("it", "Non è stato possibile verificare la notizia.", "certain statement -"),
    ("es", "El puente podría caer el viernes.", "possible prediction +"),
    ("es", "El puente podría haber sido alcanzado por un dron.", "possible hypothesis +"),
    ("es", "No se sabe si el puente fue alcanzado.", "underspecified hypothesis +"),
    ("es", "No hay duda de que el puente fue alcanzado.", "certain statement +"),
    ("es", "El consejo abrirá el puente el viernes.", "certain prediction +"),
    ("es", "Es poco probable que el puente caiga.", "probable statement -"),
    ("es", "La toma abriría a Norland el camino al río.", "possible prediction +"),
    ("es", "La carretera varía de anchura y la secretaría cierra.", "certain statement +"),
    ("es", "La versión no pudo ser verificada por nadie.", "underspecified hypothesis +"),
    ("es", "No obstante, el puente resistió.", "certain statement +"),
    ("tr", "Şüpheli köprüde gözaltına alındı.", "certain statement +"),
    ("tr", "İddianame mahkemeye sunuldu.", "certain statement +"),
    ("es", "Si sigue la lluvia, la presa se romperá.", "possible prediction +"),
    ("it", "Il ponte potrebbe cadere venerdì.", "possible prediction +"),
    ("it", "Il ponte potrebbe essere stato colpito.", "possible hypothesis +"),
    ("it", "Non è chiaro se il ponte sia stato colpito.", "underspecified hypothesis +"),
    ("it", "Il comune aprirà il ponte venerdì.", "certain prediction +"),
    ("pt", "A ponte pode cair na sexta-feira.", "possible prediction +"),
    ("pt", "Não se sabe se a ponte foi atingida.", "underspecified hypothesis +"),
    ("pt", "O conselho abrirá a ponte na sexta-feira.", "certain prediction +"),
    ("pl", "Most może runąć w piątek.", "possible prediction +"),
    ("pl", "Nie wiadomo, czy most został trafiony.", "underspecified hypothesis +"),
    ("pl", "Nie ma wątpliwości, że most został trafiony.", "certain statement +"),
    ("ru", "Мост может рухнуть в пятницу.", "possible prediction +"),
    ("ru", "На спуске у автобуса отказали тормоза.", "certain statement +"),
    ("ru", "Полиция задержала троих подозреваемых в поджоге.", "certain statement +"),
    ("ru", "Мэр отказался открыть мост.", "certain statement -"),
    ("uk", "На спуску в автобуса відмовили гальма.", "certain statement +"),
    ("uk", "Поліція затримала трьох підозрюваних у підпалі.", "certain statement +"),
    ("ru", "Неизвестно, был ли мост поражен.", "underspecified hypothesis +"),
    ("ru", "Нет сомнений, что мост был поражен.", "certain statement +"),
    ("ru", "Вряд ли мост откроют в пятницу.", "probable statement -"),
    ("ru", "Если дождь продолжится, дамба будет разрушена.", "possible prediction +"),
    ("uk", "Міст може впасти у п'ятницу.", "possible prediction +"),
    ("uk", "Невідомо, чи міст був уражений.", "underspecified hypothesis +"),
    ("tr", "Köprü cuma günü çökebilir.", "possible prediction +"),
    ("tr", "Köprü cuma günü açılacak.", "certain prediction +"),
    ("tr", "Köprü cuma günü açılmayacak.", "certain prediction -"),
    ("tr", "Gelecek hafta köprü açıldı.", "certain statement +"),
    ("tr", "Köprü vurulmuş olabilir.", "possible hypothesis +"),
    ("tr", "Komedi filmi çekildi.", "certain statement +"),
    ("tr", "Bakan, köprünün vurulmadığını söyledi.", "certain statement -"),
    ("tr", "Bakan, köprünün açılacağını söyledi.", "certain prediction +"),
    ("tr", "Köprünün vurulup vurulmadığı bilinmiyor.", "underspecified hypothesis +"),
    ("ar", "وكانت الشرطة قد أغلقت الجسر في مارس.", "certain statement +"),
    ("ar", "قد تستغرق أعمال البناء يومين.", "possible hypothesis +"),
    ("ar", "ويبدو أن الجسر انهار.", "probable statement +"),
    ("ar", "سيفتح الجسر يوم الجمعة.", "certain prediction +"),
    ("ar", "احترقت سيارات قرب الجسر قبل سنوات.", "certain statement +"),
    ("zh", "警方去年三月将其逮捕。", "certain statement +"),
    ("zh", "被告人谋取非法利益。", "certain statement +"),
    ("zh", "马志远涉嫌威胁证人。", "possible hypothesis +"),
    ("zh", "尚不清楚桥梁是否被击中。", "underspecified hypothesis +"),
    ("zh", "桥梁不太可能倒塌。", "probable statement -"),
    ("de", "Nach vorläufigen Erkenntnissen wurde die Brücke getroffen.", "probable statement +"),
    ("de", "Die Brücke wird fast sicher einstürzen.", "probable prediction +"),
    ("es", "Según información preliminar de la policía, el puente fue alcanzado.", "probable statement +"),
    ("fr", "Il est également possible que le pont ait été touché.", "possible hypothesis +"),
    ("ru", "По предварительным данным полиции, мост был поражен.", "probable statement +"),
    ("uk", "За попередніми даними поліції, міст був уражений.", "probable statement +"),
    ("pl", "Według wstępnych ustaleń policji most został trafiony.", "probable statement +"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), OTHERS)
def test_other_languages_agree_with_english(language: str, text: str, wanted: str) -> None:
    assert values(text, language) == [wanted]


CUES = [
    ("The crew did not survive the crash.", ["not"]),
    ("The mayor hopes that the bridge will reopen.", ["hopes"]),
    ("The police suspect that the fire was set.", ["suspect"]),
    ("The ministry denied that the bridge was hit.", ["denied"]),
    ("No survivors were found near the bridge.", ["No"]),
    ("If the rain goes on, the dam will break within days.", ["If", "will"]),
]


@pytest.mark.parametrize(("text", "wanted"), CUES)
def test_the_words_that_decided_are_given(text: str, wanted: list[str]) -> None:
    ((_, certainty),) = read(text)
    assert [cue.exact for cue in certainty.cues] == wanted


def test_a_language_without_a_lexicon_is_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.annotate.certainty.certainty_words", lambda _: None)
    ((_, certainty),) = read("橋が金曜日に開通した。", "ja")
    assert certainty.value is CertaintyLevel.UNDERSPECIFIED


WORDS = ("if", "may", "not", "will", "no", "that", "whether", "doubt", ",", ".", "?", "is", "the", "dam", "12", "know")


@given(st.lists(st.sampled_from(WORDS)))
def test_any_order_of_words_is_read_and_cues_stand_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for claim, certainty in read(text):
        assert claim.span.exact in text
        assert all(text[cue.start : cue.end] == cue.exact for cue in certainty.cues)


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("en", "The company declined to comment on the fire.", "-"),
        ("en", "The ministry refused to hand over the bodies.", "-"),
        ("fr", "Le ministère a refusé de rendre les corps.", "-"),
        ("it", "Il ministero ha rifiutato di consegnare i corpi.", "-"),
        ("nl", "Het ministerie weigerde de lichamen over te dragen.", "-"),
        ("pt", "O ministério recusou entregar os corpos.", "-"),
        ("de", "Das Ministerium weigerte sich, die Leichen zu übergeben.", "-"),
    ],
)
def test_what_is_refused_does_not_happen(language: str, text: str, polarity: str) -> None:
    """FactBank (Saurí & Pustejovsky 2009) has what somebody refuses to do as not done."""
    (value,) = values(text, language)
    assert value.split()[2] == polarity


def test_a_part_is_as_certain_as_its_whole_and_denied_by_its_own_words() -> None:
    assert of_parts("The lorry carried grain and did not stop at the bridge.") == [
        ("The lorry carried grain", "certain statement +"),
        ("did not stop at the bridge.", "certain statement -"),
    ]
    assert of_parts("The bridge was possibly hit by a drone, killing nine people.") == [
        ("killing nine people.", "possible hypothesis +")
    ]
    assert not of_parts("Nobody says that the bridge was hit, killing nine people.")
