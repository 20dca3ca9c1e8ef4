"""What one breath gives both of counts two things, but where others mostly give the one or the other."""

from types import SimpleNamespace

from sayso.corroborate.differences import Stated, mostly_alone
from sayso.corroborate.profile import Figure
from sayso.vocab import Bound


def _stated(words: str, article: str, value: float) -> Stated:
    profile = SimpleNamespace(mention=SimpleNamespace(article_id=article, span=SimpleNamespace(exact=words)))
    figure = Figure(measure="tonne", low=value, high=value, bound=Bound.EXACT, start=0, end=1)
    return Stated(figure, profile)  # type: ignore[arg-type]


def test_each_is_told_in_more_wordings_than_both() -> None:
    ours = [_stated("it was 12", "a", 12), _stated("twelve, he said", "b", 12), _stated("12 or 40", "c", 12)]
    theirs = [_stated("it was 40", "d", 40), _stated("forty, he said", "e", 40), _stated("12 or 40", "c", 40)]
    assert mostly_alone(ours, theirs, {"c"})
    assert not mostly_alone(ours, theirs, {"a", "c"})


def test_a_copy_is_no_wording_of_its_own() -> None:
    ours = [_stated("it was 12", "a", 12), _stated("twelve, he said", "b", 12), _stated("12 or 40", "c", 12)]
    copied = [_stated("it was 40", article, 40) for article in "def"]
    assert not mostly_alone(ours, [*copied, _stated("12 or 40", "c", 40)], {"c"})
