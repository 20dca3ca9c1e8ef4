"""Which appearance a claim is known by on the page."""

from sayso.report.quoting import quote
from sayso.report.sayings import OWN, Appearance, ArticleRef, says_least


def told(*texts: str) -> list[Appearance]:
    return [
        Appearance(
            anchor=f"a{number}",
            article=ArticleRef(number=number, name="Halden Courier", when="", anchor=f"d{number}"),
            quote=quote(text, "en"),
            voice=OWN,
            tellers=(),
            manner="",
            sure="",
            flat=True,
            hedges=(),
            role="",
        )
        for number, text in enumerate(texts, start=1)
    ]


def test_what_most_wordings_state_is_not_left_out() -> None:
    """A crew of six alone is not the claim of 65 prisoners, six crew and three guards."""
    views = told(
        "Local media reported a crew of six",
        "65 prisoners of war, six crew and three guards were aboard",
        "the plane carried 65 prisoners, six crew members and three guards",
    )
    assert says_least(views) is views[1]


def test_what_hardly_any_wording_states_is_not_added() -> None:
    views = told(
        "The barbaric enemy attack killed 65 prisoners, six crew and three guards",
        "65 prisoners, six crew and three guards were aboard",
        "the plane carried 65 prisoners, six crew and three guards",
    )
    assert says_least(views) is not views[0]
