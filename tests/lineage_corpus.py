"""An invented batch that holds something for every decision of lineage, as JSON lines."""

import json
from typing import Any

import lineage_prose as prose

BOX = "Sign up to our evening letter and read what the harbour towns will speak of tomorrow morning over their coffee."
SAID = (
    "“We have counted every boat in the harbour twice, and I tell you that none of them was out on the night of which "
    "you speak, nor will I say more before the inquiry has heard my men,” she said."
)


def _row(name: str, text: str, hour: int, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "outlet": f"outlet-{name.rpartition('-')[0] or name}.example",
        "published": f"2031-03-{1 + hour // 24:02d}T{hour % 24:02d}:00:00Z",
        "headline": f"On {name}",
        "text": text,
        **more,
    }


def rows(hot: int = 80, families: int = 12) -> list[dict[str, Any]]:
    """Families of copies, siblings, versions, boxes, quotations, and one text that stands `hot` times."""
    made: list[dict[str, Any]] = []
    for seed in range(families):
        own = prose.paragraphs(seed, 9)
        whole = "\n\n".join(own)
        made += [
            _row(f"s{seed}-wire", whole, seed),
            _row(f"s{seed}-trim", "\n\n".join(own[:5]), seed + 1),
            _row(f"s{seed}-edit", "\n\n".join([*own[1:7], *prose.paragraphs(100 + seed, 1)]), seed + 2),
            _row(f"s{seed}-added", "\n\n".join([*own, *prose.paragraphs(600 + seed, 4)]), seed + 2),
            _row(f"s{seed}-cut", "\n\n".join([*own[:3], *own[4:7], own[8]]), seed + 6),
            _row(f"s{seed}-reworded", prose.reworded(whole, seed), seed + 3),
            _row(f"s{seed}-lift", "\n\n".join([*prose.paragraphs(200 + seed, 6), *own[2:5]]), seed + 4),
            _row(f"s{seed}-alone", "\n\n".join([*prose.paragraphs(300 + seed, 5), BOX]), seed + 5),
            _row(f"s{seed}-quote", "\n\n".join([*prose.paragraphs(400 + seed, 5), SAID]), seed + 6),
            _row(f"s{seed}-brief", " ".join(own[:1]), seed, published=None),
        ]
        page = f"https://page.example/2031/report-{70000 + seed}"
        versions = [own, [*own[:8], *prose.paragraphs(500 + seed, 1)], own[:6]]
        made += [
            _row(f"s{seed}-page-{number}", "\n\n".join(version), seed + number, url=f"{page}?utm_source={number}")
            for number, version in enumerate(versions)
        ]
        made.append(
            _row(f"s{seed}-moved", "\n\n".join(own), seed, url=f"{page}-with-another-title", outlet="page.example")
        )
        made.append(_row(f"s{seed}-again", prose.text(700 + seed, 6), seed + 9, url=f"{page}-renamed"))
        made[-1]["headline"] = f"Again on s{seed}-moved"
        made += _credited(seed)
        made += _corrected(seed)
    made += [  # what a family has at home, in as many reports of others' own as only that explains
        _row(f"s{seed}-lift-{number}", "\n\n".join([*prose.paragraphs(720 + 3 * seed + number, 6), *own[2:5]]), number)
        for seed, own in ((seed, prose.paragraphs(seed, 9)) for seed in range(min(3, families)))
        for number in range(3)
    ]
    made += _between()
    made.append(_row("box-brief", f"Tides today.\n\n{BOX}", 7))  # it lies in all that have the box
    everywhere = prose.text(900, 4)
    made += [
        _row(f"h{number}-print", f"{everywhere}\n\n{prose.text(1000 + number, 1)}", number % 40)
        for number in range(hot)
    ]
    return made


def _credited(seed: int) -> list[dict[str, Any]]:
    """Copies of an agency that is here or not, later versions of its text, and three that credit one another."""
    own = prose.paragraphs(800 + seed, 8)
    later = [*prose.paragraphs(850 + seed, 3), own[1], *prose.paragraphs(870 + seed, 3), own[6]]
    agency = [("first", own), ("short", own[:4]), ("later", later)]
    made = [
        _row(f"c{seed}-{name}", "\n\n".join([f"HALDEN (Reuters) - {text[0]}", *text[1:]]), seed + number)
        for number, (name, text) in enumerate(agency)
    ]
    made.append(_row(f"c{seed}-bare", "\n\n".join(own[:6]), seed + 5))
    if seed % 3 == 0:
        made.append(_row(f"c{seed}-agency", "\n\n".join(own), seed, outlet="Reuters"))
    around = prose.text(880 + seed, 7)
    names = [f"Harbour Herald {seed}", f"Lock Courier {seed}", f"Quay Gazette {seed}"]
    for number, name in enumerate(names):
        credit = f"This article was originally published by {names[(number + 1) % 3]}."
        made.append(_row(f"r{seed}-{number}", f"{around}\n\n{credit}", seed + number, outlet=name))
    return made


def _between() -> list[dict[str, Any]]:
    """Two families, and a report of its own that has something of each: it joins the one, and not the two by itself."""
    one, other = prose.paragraphs(950, 14), prose.paragraphs(951, 14)
    taken = [prose.reworded("\n\n".join(own[4:7]), seed, 0.03) for seed, own in enumerate((one, other))]
    around = [prose.text(952 + place, 3) for place in range(3)]
    made = [
        ("one", "\n\n".join(one)),
        ("one-short", "\n\n".join(one[:13])),
        ("other", "\n\n".join(other)),
        ("other-short", "\n\n".join(other[:13])),
        ("both", "\n\n".join([around[0], taken[0], around[1], taken[1], around[2]])),
    ]
    return [_row(f"between-{name}", text, hour, outlet=f"{name}.example") for hour, (name, text) in enumerate(made)]


def _corrected(seed: int) -> list[dict[str, Any]]:
    """An article that was put right, one that followed it, a copy of its first version, and one with its notice."""
    own = prose.paragraphs(920 + seed, 7)
    wrong, right = (f"{who} of the harbour office said it of the barge." for who in ("Odo Lentz", "Ada Lenz"))
    late = [f"The lock was {how} on the night after." for how in ("shut", "to be opened again by the pilots of Veel")]
    note = f"Correction: An earlier version of this article named a speaker of harbour {seed} as Odo Lentz."
    wire = f"(Corrects the name of a speaker of harbour {seed} to Ada Lenz)"
    first = "\n\n".join([*own[:2], wrong, own[2], late[0], *own[3:]])
    second = "\n\n".join([*own[:2], right, own[2], late[1], *own[3:]])
    made = [
        ("lead-1", first, "2031-03-04"),
        ("lead-2", f"{second}\n\n{note}", f"2031-03-05T{6 + seed % 9:02d}:00:00Z"),
        ("lead-3", f"{second}\n\n{note}\n\n{late[0]}", "2031-03-07T06:00:00Z"),
        ("follow-1", first, "2031-03-05T20:00:00Z"),
        ("follow-2", second, "2031-03-06T05:00:00Z"),
        ("early", "\n\n".join(first.split("\n\n")[:8]), "2031-03-05T05:00:00Z"),
        ("noted", f"{second}\n\n{note}", "2031-03-06T04:00:00Z"),
        ("wired", f"{second}\n\n{wire}", "2031-03-06T07:00:00Z"),
        ("cabled", f"{second}\n\n{wire}", "2031-03-06T08:00:00Z"),
        ("bureau-1", first, "2031-03-05T01:00:00Z"),
        ("bureau-2", second, "2031-03-05T02:00:00Z"),
    ]
    return [
        _row(
            f"k{seed}-{name}", text, 0, published=published,
            outlet=_OUTLETS.get(name, f"{name.partition('-')[0]}.example"),
            url=f"https://{name.partition('-')[0]}.example/k{seed}",
        )
        for name, text, published in made
    ]  # fmt: skip


_OUTLETS = {"bureau-1": "AFP", "bureau-2": "AFP"}


def lines(hot: int = 80, families: int = 12) -> list[bytes]:
    """The rows as lines, with some that cannot be read or are there twice, not in the order of time."""
    encoded = [json.dumps(row, ensure_ascii=number % 2 == 0).encode() for number, row in enumerate(rows(hot, families))]
    encoded = encoded[::3] + encoded[1::3] + encoded[2::3]
    encoded.insert(5, b'{"id": "no text"}')
    encoded.insert(50, b"   ")
    encoded.insert(70, encoded[3])
    encoded.append(encoded[0].replace(b"2031-03", b"2030-03"))
    return [line + b"\n" for line in encoded]
