"""Verbs of saying without a subject: whose words they are, from the sentences before."""

import pytest

from told_by import attributions, told

SAID = [
    # a sentence that nobody says stands between a speaker and a verb without a subject
    (
        "es",
        'El puente cedió de noche, informó la alcaldesa, Marta Lerma. "No hubo aviso alguno", recalcó.',
        ("la alcaldesa, Marta Lerma", '"No hubo aviso alguno"'),
    ),
    (
        "pt",
        "A ministra da Saúde, Rita Prado, visitou o porto. Garantiu que a água está limpa.",
        ("A ministra da Saúde, Rita Prado", "que a água está limpa"),
    ),
    (
        "ca",
        "La Marta Coll, la infermera de guàrdia, desmenteix el batlle Rovira. «La porta era oberta», explica.",
        ("La Marta Coll, la infermera de guàrdia", "«La porta era oberta»"),
    ),
    # whom a clause with a pronoun describes is whom the sentence is about
    (
        "it",
        "Un ufficiale che chiede riservatezza conosce il deposito. «Era roba vecchia», aggiunge.",
        ("Un ufficiale", "«Era roba vecchia»"),
    ),
    # a verb alone between commas
    (
        "it",
        "«Siamo arrivati tardi», ha spiegato il sindaco Paolo Neri. Il ponte, ha aggiunto, non aveva luci.",
        ("il sindaco Paolo Neri", "Il ponte"),
    ),
    # a body, and when it spoke
    (
        "pl",
        "Ministerstwo wycofuje się z umowy. Wczoraj wieczorem przyznało, że filary pękły.",
        ("Ministerstwo", "że filary pękły"),
    ),
    (
        "pl",
        "Prezes Jan Kowal nazywa to pomyłką. – Ani jeden litr nie wyciekł – upiera się.",
        ("Prezes Jan Kowal", "Ani jeden litr nie wyciekł"),
    ),
    (
        "tr",
        "“Gemi battı” diyen Akın, yardımın geç geldiğini söyledi. Kaptanın köprüde uyuduğunu ileri sürdü.",
        ("Akın", "Kaptanın köprüde uyuduğunu"),
    ),
    # what is hearsay by its form goes on from who has just told
    (
        "ja",
        "消防当局は15日、３人の死亡を確認したと発表した。なお８人と連絡が取れていないという。",
        ("消防当局", "なお８人と連絡が取れていない"),
    ),
    # a quotation alone behind what its speaker has just told
    (
        "ja",
        "住民の森田さんは、橋が揺れていたと証言する。「音もした。怖かったです」",
        ("住民の森田さん", "「音もした。怖かったです」"),
    ),
    ("ja", "漁師の森田さんも、白い船が沈むのを見たという。", ("漁師の森田さん", "白い船が沈むのを見た")),
]


@pytest.mark.parametrize(("language", "text", "said"), SAID)
def test_whoever_spoke_or_was_spoken_of_goes_on(language: str, text: str, said: tuple[str, str]) -> None:
    assert said in told(text, language)


LEFT = [
    ("es", "El alcalde dijo que la mina está cerrada. Después intervino la ministra. «No cederemos», recalcó."),
    # several are not meant by a verb of one
    ("es", 'El puente cedió, informaron los vecinos. "No hubo aviso alguno", recalcó.'),
    # another body is what the hearsay is about
    ("ja", "外相は大使を呼び、「賠償を求める」と伝えた。大使は応じなかったという。"),
]


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_it_stays_open_where_another_may_be_meant(language: str, text: str) -> None:
    last = attributions(text, language)[-1]
    assert last.source_name is None
    assert last.resolved_name is None
