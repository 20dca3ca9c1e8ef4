"""Constructions of Hebrew and Indonesian, in invented sentences: language, text, and (source, content) in order."""

import pytest

from factory import article
from sayso.annotate import cues
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.annotate.tokens import tokenise
from sayso.model import Attribution

ROWS: list[tuple[str, str, list[tuple[str | None, str]]]] = [
    ("he", "שר התחבורה הודיע אתמול שהגשר ייסגר.", [("שר התחבורה", "שהגשר ייסגר")]),
    ("he", "בעקבות הפיצוץ אמר אתמול דובר הנמל כי העבודה תימשך.", [("דובר הנמל", "כי העבודה תימשך")]),
    ("he", "הודתה אמש חברת הלדן כי המסוע היה תקול.", [("חברת הלדן", "כי המסוע היה תקול")]),
    ("he", "שלושה בני אדם נהרגו בגשר, כך מסר דובר המשטרה.", [("דובר המשטרה", "שלושה בני אדם נהרגו בגשר")]),
    ("he", "שלושה נהרגו בגשר, כך לפי משרד הפנים, הכפוף לראש הממשלה.", [("משרד הפנים", "שלושה נהרגו בגשר")]),
    ("he", 'לדברי הדובר, ד"ר טל מור, הגשר יציב.', [('הדובר, ד"ר טל מור', "הגשר יציב")]),
    ("he", "לטענת האופוזיציה הממשלה ידעה על הסכנה.", [("האופוזיציה", "הממשלה ידעה על הסכנה")]),
    ("he", "לדברי המשטרה הצבאית החייל נפצע קל.", [("המשטרה הצבאית", "החייל נפצע קל")]),
    ("he", "לטענת דובר המשטרה נעצרו עשרה חשודים.", [("דובר המשטרה", "נעצרו עשרה חשודים")]),
    ("he", 'הרופאה סיפרה ל"קול הגליל" כי המיטות מלאות.', [("הרופאה", "כי המיטות מלאות")]),
    (
        "he",
        'דוברת העירייה אמרה כי המים נקיים. "אין סכנה", הדגישה.',
        [("דוברת העירייה", "כי המים נקיים"), ("דוברת העירייה", '"אין סכנה"')],
    ),
    (
        "he",
        'דוברת העירייה אמרה כי המים נקיים. "אין סכנה", הדגיש.',
        [("דוברת העירייה", "כי המים נקיים"), (None, '"אין סכנה"')],
    ),
    (
        "he",
        'השופטת אמרה כי התיק נסגר. לשאלה מי אשם השיבה: "אף אחד כרגע".',
        [("השופטת", "כי התיק נסגר"), ("השופטת", '"אף אחד כרגע"')],
    ),
    (
        "he",
        "לפי הודעת הנמל, הרציף נסגר. עוד נמסר כי הספינה טבעה.",
        [("הודעת הנמל", "הרציף נסגר"), ("הודעת הנמל", "כי הספינה טבעה")],
    ),
    (
        "he",
        "משרד הפנים, שלפי נתוניו נעצרו 31 בני אדם, דחה את הביקורת.",
        [("משרד הפנים", "נעצרו 31 בני אדם"), ("משרד הפנים", "את הביקורת")],
    ),
    (
        "he",
        "העיר ציין כי הגשר בטוח והוסיף כי הבדיקה הסתיימה.",
        [("העיר", "כי הגשר בטוח"), ("העיר", "כי הבדיקה הסתיימה")],
    ),
    ("he", "הצבא עומד על כך שרוב הפצועים נפלו.", [("הצבא", "שרוב הפצועים נפלו")]),
    ("he", "אם השר יודיע כי הגשר נסגר, התושבים ימחו.", []),
    (
        "id",
        "Juru bicara polisi, Sinta Dewi, mengatakan dua orang hilang.",
        [("Juru bicara polisi, Sinta Dewi", "dua orang hilang")],
    ),
    ("id", '"Kapal itu tua," ujar Budi Santosa kepada wartawan, Senin (3/2).', [("Budi Santosa", '"Kapal itu tua,"')]),
    ("id", "ORLEMAR - Pemerintah kota menyatakan sungai itu tercemar.", [("Pemerintah kota", "sungai itu tercemar")]),
    (
        "id",
        "Dinas Kesehatan, yang mencatat 14 korban luka, menolak laporan itu.",
        [("Dinas Kesehatan", "14 korban luka"), ("Dinas Kesehatan", "laporan itu")],
    ),
    (
        "id",
        "Polisi mengaku sudah menangkap pelaku dan mendesak warga tenang.",
        [("Polisi", "sudah menangkap pelaku"), ("Polisi", "warga tenang")],
    ),
    (
        "id",
        'Juru bicara pelabuhan mengatakan kapal itu tenggelam. "Tidak ada korban," katanya.',
        [("Juru bicara pelabuhan", "kapal itu tenggelam"), ("Juru bicara pelabuhan", '"Tidak ada korban,"')],
    ),
    ("id", "Jika menteri mengatakan jembatan ditutup, warga akan protes.", []),
    ("id", "Dengan kata lain, bantuan tidak akan datang.", []),
]


@pytest.mark.parametrize(("language", "text", "told"), ROWS)
def test_who_says_what(language: str, text: str, told: list[tuple[str | None, str]]) -> None:
    of = article(text, language=language)
    found = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    found.sort(key=lambda one: one.content[0].start)
    assert [(a.source_name, " ".join(s.exact for s in a.content)) for a in found] == told


@pytest.mark.parametrize("language", ["he", "id"])
def test_what_nobody_is_named_for_is_the_writers(language: str) -> None:
    text = {"he": "הגשר קרס ביום שני בבוקר.", "id": "Jembatan itu runtuh pada Senin pagi."}[language]
    of = article(text, language=language)
    assert [m.attribution_id for m in claim_mentions(of, [])] == [None]


def test_a_mark_within_a_hebrew_word_is_no_quotation() -> None:
    of = cues.grammar("he")
    assert of is not None
    text = 'מנכ"ל ד"ר ג\' אמר: "דו"חות צה"ל" ב"הארץ"'
    words = tokenise(text, 0, len(text), of.tokens).raw
    assert words == ['מנכ"ל', 'ד"ר', "ג'", "אמר", ":", '"', 'דו"חות', 'צה"ל', '"', "ב", '"', "הארץ", '"']
