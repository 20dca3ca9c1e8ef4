"""What is kept of what was found last."""

from sayso.lineage.keeping import by_digest


def test_what_was_said_of_a_text_is_kept_for_so_many_texts() -> None:
    asked: list[str] = []

    @by_digest(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("one", "one", "three", "\ud800", "three", "one")] == [3, 3, 5, 1, 5, 3]
    assert asked == ["one", "three", "\ud800", "one"]
