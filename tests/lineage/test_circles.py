from sayso.lineage.circles import circle, circular


def test_a_circle_is_found_and_spelled_out() -> None:
    edges = {0: [1], 1: [2, 4], 2: [0], 3: [0], 4: []}
    sets = circular(edges)
    assert set(sets) == {0, 1, 2}
    assert len(set(sets.values())) == 1
    assert circle(1, 0, edges) == (1, 2, 0)
    assert circle(4, 0, edges) == ()


def test_two_circles_are_two_sets() -> None:
    sets = circular({0: [1], 1: [0, 2], 2: [3], 3: [2]})
    assert sets[0] == sets[1] != sets[2] == sets[3]


def test_without_a_circle_there_is_none() -> None:
    assert circular({n: [n + 1, n + 2] for n in range(50)}) == {}
    assert circular({}) == {}


def test_a_long_circle_is_found_and_not_spelled_out() -> None:
    edges = {n: [(n + 1) % 20_000] for n in range(20_000)}
    assert len(circular(edges)) == 20_000
    assert circle(1, 0, edges) == ()
