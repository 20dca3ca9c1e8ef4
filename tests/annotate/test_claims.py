"""Claim mentions: whose voice each stretch is given in."""

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import ClaimStage, claim_mentions
from sayso.annotate.relations import Relation
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Article, Attribution, ClaimMention, Skip
from sayso.pipeline import run_in_memory
from sayso.settings import Settings
from sayso.vocab import BlockRole, SkipReason, SourceKind


def mentions(text: str, **fields: str) -> list[tuple[str, str | None]]:
    """(words, source name or None for the writer) of each mention."""
    of = article(text, **fields)
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    names = {a.id: a.source_name for a in attributions}
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    return [(c.span.exact, names[c.attribution_id] if c.attribution_id else None) for c in found]


def test_own_voice_and_attributed_words_are_kept_apart() -> None:
    assert mentions("The dam held on Friday. The ministry said the village was safe.") == [
        ("The dam held on Friday.", None),
        ("the village was safe", "The ministry"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the dam held. (The minister is Ana Lenz.)",
        "The mayor said the dam held. She has been in office since May.",
        "The villagers believe the dam held. Two villages were cut off.",
    ],
)
def test_a_remark_and_what_follows_a_belief_do_not_go_on_from_a_source(text: str) -> None:
    of = article(text)
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    assert attributions
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    assert [c.carried_over_id for c in found if c.attribution_id is None] == [None]


def test_questions_and_bare_headings_are_no_claims() -> None:
    assert mentions("Read more\n\nDid the dam hold on Friday?") == []


def test_a_sentence_that_goes_on_from_an_attributed_one_says_so() -> None:
    of = article("The ministry said the dam held. Two villages were cut off.\n\nThe road was closed on Monday.")
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    carried = {c.span.exact: c.carried_over_id for c in found if c.attribution_id is None}
    assert carried == {"Two villages were cut off.": attributions[0].id, "The road was closed on Monday.": None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry said a drone was launched. If that is so, somebody gave the order."),
        ("en", "The ministry said a drone was launched. It is possible that a guard lost his nerve."),
        ("en", "The monitors said it was too early to judge. But such caution is a luxury of the few."),
        ("en", "A doctor said nine had died. I do not doubt her good faith."),
        ("en", "The ministry said nine had died. The claim could not be independently verified."),
        ("en", "The Interior Ministry said nine had died. The ministry did not name them."),
        ("de", "Das Ministerium erklärte, die Halle sei getroffen worden. Unabhängig überprüfen ließ sich das nicht."),
        ("de", "Das Ministerium erklärte, die Halle sei getroffen worden. Aber die Stadt schweigt dazu bis heute."),
        ("es", "El ministerio dijo que hubo nueve muertos. Pero nadie ha visto los cuerpos todavía."),
        ("fr", "Le ministère a dit que le pont était tombé. Mais personne ne sait encore pourquoi."),
        ("ru", "Министерство сообщило, что погибли девять человек. Но никто не видел их имен."),
        ("uk", "Міністерство повідомило, що загинули дев'ять людей. Але ніхто не бачив їхніх імен."),
        ("en", "A guard said the sensor had failed. Norland Hydro would not discuss the sensor."),
        ("en", "A guard said that the dam leaked. The regulator could not confirm this."),
        ("en", "Army sources said it carried missiles. A special commission has gone to look into the cause."),
        ("en", "Army sources said it carried missiles. On Monday, the council sent two men to the place."),
        ("fr", "Un député a dit que le pont était tombé. Norlex n'a pas pu établir ce qui est arrivé."),
        ("fr", "Un député a dit que le pont était tombé. La commission spéciale a ouvert une enquête."),
        ("es", "Un vecino dijo que la presa fallaba. La comisión especial ha viajado a la zona."),
        ("de", "Ein Zeuge sagte, der Damm sei undicht. Die Kommission hat den Ort besucht."),
        # somebody else has the word, or says nothing
        ("hu", "A minisztérium szerint a gát leomlott. Egy bejegyzés helyi forrásokra hivatkozva robbanásról ír."),
        ("tr", "Yetkililer barajın yıkıldığını söyledi. Norland Bakanlığı, açıklamasında kapaktan söz etmedi."),
        # what shows something does not go on to tell
        ("en", "Flight data suggest that it came from Sudmark. The alert that morning made an error plausible."),
        ("sl", "Video kaže, da je jez počil. Kraj je približno sedemdeset kilometrov od meje."),
        # something is not known, or what is usual is told, or the writer keeps away from it
        ("ru", "Министерство сообщило, что мост разрушен. Почему он рухнул, пока неизвестно."),
        ("de", "Das Ministerium erklärte, die Halle sei getroffen worden. Eine andere Bestätigung gab es dafür nicht."),
        ("de", "Das Amt erklärte, die Halle sei leer gewesen. Sie hat üblicherweise fünf Wächter."),
        # initials are a body's, and the background of a report is the writer's
        ("ru", "Сотрудник станции сказал, что найдены обе записи. НВС взорвали плотину накануне."),
        ("ar", "قال النائب إن السد انهار. وكانت القوات قد قصفت السد قبل يوم."),
        ("ar", "وقال النائب إن ثلاثة صواريخ أصابتها من دون أن يكشف مصدره. ولم تجب وزارة الدفاع على طلب التعليق."),
    ],
)
def test_carrying_over_ends_where_the_writer_speaks(language: str, text: str) -> None:
    of = article(text, language=language)
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    assert attributions
    assert [c.carried_over_id for c in found if c.attribution_id is None] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Halden Radio says that Norland confirmed the blast. Norland has said nothing about its engineers.",
        "Divers said that the lock had failed. The part shown was only purportedly found at the gate.",
    ],
)
def test_it_ends_by_what_the_network_reads_too(text: str) -> None:
    of = article(text)
    attributions = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    assert [c.carried_over_id for c in found if c.attribution_id is None] == [None]


@pytest.mark.parametrize("further", ["The hospital was hit.", "Velin Brod lost its power.", "Ana Lenz lost her house."])
def test_what_befell_somebody_may_still_be_the_sources(further: str) -> None:
    of = article(f"The ministry said the dam held. {further}")
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    assert [c.carried_over_id for c in found if c.attribution_id is None] == [attributions[0].id]


def test_once_ended_carrying_over_does_not_begin_again() -> None:
    of = article("The ministry said the dam held. But two villages were cut off. The road was closed on Monday.")
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    assert [c.carried_over_id for c in found if c.attribution_id is None] == [None, None]


def test_a_sentence_that_is_in_part_the_writers_carries_nothing_over() -> None:
    of = article("The council closed the bridge in May; villagers say that it will break. Two roads are still open.")
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    assert [c.carried_over_id for c in found if c.attribution_id is None] == [None, None]


@pytest.mark.parametrize(
    ("language", "text", "shred"),
    [
        ("en", "A driver, who asked not to be named, told Radio Norland that the road was closed.", "A driver"),
        (
            "en",
            "A woman who sells milk in the hall, and who gave only her first name, Ana, said the roof fell.",
            "who gave",
        ),
        (
            "de",
            "„Es waren neun Tote“, sagte die Leiterin der Klinik, Ana Lenz, am Mittwoch in einem Gespräch.",
            "am Mittwoch",
        ),
        ("de", "Die Zahl der Toten ist auf 15 gestiegen. Das teilte das Ministerium in Halden mit.", "teilte"),
        ("ru", "Погибли девять человек. Об этом сообщил журналистам представитель министерства.", "Об этом"),
        ("en", "Asked where the figure came from, she said: “Not from our hospital.”", "Asked"),
        ("es", "La presidenta declaró el lunes por la noche que «todo apunta a un dron».", "noche"),
    ],
)
def test_no_shred_is_a_claim(language: str, text: str, shred: str) -> None:
    assert not [words for words, _ in mentions(text, language=language) if shred in words]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_sentences_leaves_no_mark_alone(marks: str) -> None:
    found = mentions(f"{marks[0]}Nine people died. Six are missing,{marks[1]} said Ana Lenz.")
    assert found == [("Nine people died.", "Ana Lenz"), ("Six are missing", "Ana Lenz")]


def test_a_statement_before_a_semicolon_is_not_lost_for_its_preposition() -> None:
    text = "Per Vendel un camion ha fatto in tempo a tornare; il sindaco dice che la diga era vecchia."
    assert ("Per Vendel un camion ha fatto in tempo a tornare", None) in mentions(text, language="it")


def test_a_headline_is_a_claim() -> None:
    of = article("Nothing else is known so far.", headline="Dam holds after storm")
    found = list(ClaimStage().run(of.id, [of]))
    assert [c.role for c in found if isinstance(c, ClaimMention)] == [BlockRole.HEADLINE, BlockRole.BODY]


def test_a_quotation_whose_speaker_is_not_known_is_not_the_writers_word() -> None:
    of = article("The dam held on Friday.\n\n“The road is open to all.”\n\n“It was never closed,” said Ana Lenz.")
    found = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    kinds = {a.id: (a.source_kind, a.source_name) for a in found}
    claims = [(c.span.exact, kinds.get(c.attribution_id or "")) for c in claim_mentions(of, found)]
    assert claims == [
        ("The dam held on Friday.", None),
        ("“The road is open to all.”", (SourceKind.UNCLEAR, None)),
        ("“It was never closed,”", (SourceKind.NAMED, "Ana Lenz")),
    ]


def test_what_says_nothing_alone_is_quoted_with_its_speaker() -> None:
    assert mentions("Norland denies it.") == [("Norland denies it", "Norland")]


def test_a_statement_beside_an_attribution_is_the_writers_own() -> None:
    found = mentions("The dam has closed the valley since May; villagers say that it will break.")
    assert found == [("The dam has closed the valley since May", None), ("that it will break", "villagers")]


def test_furniture_gives_no_claims() -> None:
    of = article("Sign up for our newsletter to get the news every day.")
    furniture = tuple(dataclasses.replace(block, role=BlockRole.FURNITURE) for block in of.blocks)
    of = dataclasses.replace(of, id="", blocks=furniture)
    assert list(ClaimStage().run(of.id, [of])) == []


def test_a_language_without_cues_gives_no_claims() -> None:
    assert mentions("Ne jamo la domo estis granda.", language="xx") == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='ab CD.,;:?!"“”–\n said that Ana ', max_size=300))
def test_own_voice_mentions_share_nothing_with_attributed_contents(text: str) -> None:
    of = article(text or ".")
    attributions = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    said = [span for a in attributions for span in a.content]
    for record in ClaimStage().run(of.id, [of, *attributions]):
        assert isinstance(record, ClaimMention)
        assert of.text[record.span.start : record.span.end] == record.span.exact
        if record.attribution_id is None:
            assert not any(record.span.overlaps(span) for span in said)


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "es",
            "Puerto Alder, 12 may (Halyard).- La presa resistió el golpe.",
            [("La presa resistió el golpe.", None)],
        ),
        (
            "es",
            "El capitán prefirió no buscar excusas: «Fueron mejores».",
            [("El capitán prefirió no buscar excusas", None), ("«Fueron mejores»", "El capitán")],
        ),
        (
            "es",
            "Si el ministro dice que dimite, habrá elecciones.",
            [("Si el ministro dice que dimite, habrá elecciones.", None)],
        ),
        (
            "tr",
            "Lenz, seçim iddialarına ilişkin, «Böyle bir gündemimiz yok» dedi.",
            [("«Böyle bir gündemimiz yok»", "Lenz")],
        ),
    ],
)
def test_what_is_left_beside_a_quotation(language: str, text: str, claims: list[tuple[str, str | None]]) -> None:
    assert mentions(text, language=language) == claims


class _Broken:
    """A reader that breaks on every article."""

    name = "broken"

    def supports(self, language: str) -> bool:
        return True

    def read(self, article: Article) -> Iterator[Relation]:
        raise KeyError(article.id)


def test_an_article_whose_attributions_could_not_be_read_has_no_claims() -> None:
    """Or what others say would stand in the writer's own voice."""
    page = article("The dam held, the ministry said. Nobody was hurt on Monday.")
    records = run_in_memory([page], Settings(), [AttributionStage(_Broken()), ClaimStage()])
    (skip,) = [record for record in records if isinstance(record, Skip)]
    assert skip.reason is SkipReason.STAGE_FAILED
    assert not any(isinstance(record, ClaimMention) for record in records)
    well = run_in_memory([page], Settings(), [AttributionStage(), ClaimStage()])
    assert any(isinstance(record, ClaimMention) for record in well)


def test_what_stands_before_the_speaker_and_a_colon_is_a_claim_too() -> None:
    text = "One sailor was lost, not two, port chief Odd Varn said: the other was found on Friday in Halden."
    of = article(text)
    found = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    spans = [mention.span.exact for mention in claim_mentions(of, found)]
    assert any(span.startswith("One sailor was lost") for span in spans)
