import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.sentences import sentences

# A bar stands where one sentence ends and the next begins.
MARKED = [
    ("en", "The bridge fell.|Nine people died."),
    ("en", '"We will not stop," said J. R. Holm, the U.S. envoy.|He left at 5 p.m. on Tuesday.'),
    ("en", '"Is it true?" he asked.|Mr. Holm (b. 1950) said: "No.|It is not."|Then he left.'),
    ("en", "‘Odd,’ she said.|‘It isn’t so.’|It’s over."),
    ("en", "It cost $3.5 million.|No one paid."),
    ("de", "Am 24. Januar sagte Dr. Holm z. B. das.|„Nein.|Nie.“|Er ging.|»Ja.«|Er blieb."),
    ("fr", "« Non.|Jamais. »|Il part.|« Bien sûr ! » s’exclame-t-il."),
    ("ru", "По словам А. С. Лунина, в г. Дубки 5 янв. упал самолёт.|Он сказал: «Да.|Это так»."),
    ("uk", "Про це повідомив О. І. Гай.|Загинули 9 осіб."),
    ("es", "¿Es cierto?|«Nada.|No lo es», dijo el Sr. Paz."),
    ("zh", "国防部说，飞机坠毁。|“我们不知道。”他说。|真的吗？|“是。”|“不是。”"),
    ("ja", "「知らない。」と述べた。|彼は帰った。"),
    ("ar", "قال الوزير إن الطائرة سقطت.|هل هذا صحيح؟|«لا.|لا نعرف.»|وأضاف ذلك."),
    ("hi", "मंत्री ने कहा।|विमान गिर गया।"),
    ("xx", "Foo bar.|Baz."),
]


@pytest.mark.parametrize(("language", "marked"), MARKED)
def test_sentences_are_cut_at_the_bars(language: str, marked: str) -> None:
    glue = "" if language in ("zh", "ja") else " "
    text = marked.replace("|", glue)
    assert [text[start:end] for start, end in sentences(text, language)] == marked.split("|")


def test_a_blank_line_ends_a_sentence_and_a_line_feed_does_not() -> None:
    text = "The line\nwraps here\n\nand stops"
    assert [text[a:b] for a, b in sentences(text, "en")] == ["The line\nwraps here", "and stops"]


prose = st.text(st.sampled_from('aB .!?"“”‘’«»()\n…。」Ж5,ع'), max_size=200)


@given(prose, st.sampled_from(["en", "de", "fr", "zh", "ar", "und", ""]))
def test_sentences_are_ordered_trimmed_and_lose_nothing(text: str, language: str) -> None:
    last, outside = 0, ""
    for start, end in sentences(text, language):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        outside += text[last:start]
        last = end
    assert not (outside + text[last:]).strip()


@pytest.mark.parametrize("unit", ["“", "(", ". ", "a", '"', "\n", " ", "A. ", "»"])
def test_a_megabyte_of_one_thing_takes_no_time(unit: str) -> None:
    began = time.process_time()
    sentences(unit * (1_000_000 // len(unit)), "en")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ms. Vale met Mr. Orr on Main St. yesterday."),
        ("en", "“Ms. Vale left,” said Lt. Col. Ana Rus."),
        ("fr", "M. Lenz est venu avec Mme. Rus et le Dr. Ott."),
        ("pl", "Ks. Nowak i gen. Ott przyszli."),
        ("ru", "Он живёт на ул. Морской у им. Орлова."),
    ],
)
def test_a_title_before_a_name_ends_no_sentence(language: str, text: str) -> None:
    assert [text[start:end] for start, end in sentences(text, language)] == [text]


def test_a_measure_may_end_a_sentence() -> None:
    text = "Le mur fait 100 m. Il tient."
    assert [text[start:end] for start, end in sentences(text, "fr")] == ["Le mur fait 100 m.", "Il tient."]
