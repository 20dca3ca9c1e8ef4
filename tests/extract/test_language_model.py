"""The model of languages gives the probabilities of the library that it was taken from, to the last bit."""

import functools

from hypothesis import example, given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from sayso.extract.language_model import model

SAMPLES = [
    "Police in Halden said on Monday that two boats sank.",
    "Die Polizei in Halden teilte am Montag mit, dass zwei Boote gesunken seien.",
    "Поліція Галдена повідомила в понеділок, що затонули два човни.",
    "La policía de Halden dijo el lunes que se hundieron dos barcos.",
    "Halden polisi pazartesi günü iki teknenin battığını söyledi.",
    "哈尔登警方周一表示，两艘船沉没。",
    "POLICIJA U HALDENU SAOPŠTILA JE DA SU POTONULA DVA ČAMCA.",
]


@functools.cache
def library() -> LanguageIdentifier:
    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(set(model().labels))
    return made


def test_the_likeliest_language_is_the_one_it_is_in() -> None:
    assert [model().rank(sample)[0][0] for sample in SAMPLES[:6]] == ["en", "de", "uk", "es", "tr", "zh"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(SAMPLES), st.integers(0, 60))
@example("", SAMPLES[6], 60)
def test_probabilities_are_those_of_the_library(noise: str, sample: str, kept: int) -> None:
    text = sample[:kept] + noise
    assert model().rank(text) == library().rank(text)
