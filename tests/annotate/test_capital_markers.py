from factory import article

from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def test_a_first_name_that_is_also_a_marker_is_not_read_as_one() -> None:
    text = article("“It was gas,” Per Lund said.")
    found = [r.source_name for r in AttributionStage().run(text.id, [text]) if isinstance(r, Attribution)]
    assert set(found) <= {"Per Lund"}
