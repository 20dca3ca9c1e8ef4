"""The style sheet by its figures: contrast as WCAG 2.2 counts it, no judging hues, nothing fetched."""

import colorsys
import itertools
import re
from pathlib import Path

import pytest

import sayso.report

SHEET = (Path(sayso.report.__file__).parent / "templates" / "dossier.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})\b", block)) for block in re.findall(r":root \{([^}]*)\}", SHEET)[:2]
)
INKS, GROUNDS = ("ink", "quiet", "link"), ("paper", "said", "own", "sheet")


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), list(itertools.product(INKS, GROUNDS)))
def test_text_has_the_contrast_of_level_aa(colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["said-edge", "own-edge"])
def test_the_edges_that_tell_voices_apart_can_be_seen(colours: dict[str, str], edge: str) -> None:
    assert contrast(colours[edge], colours["paper"]) >= 3
    assert contrast(colours[edge], colours[edge.removesuffix("-edge")]) >= 3


@pytest.mark.parametrize("colour", sorted({*LIGHT.values(), *DARK.values()}))
def test_no_colour_is_red_or_green(colour: str) -> None:
    hue, _, saturation = colorsys.rgb_to_hls(*rgb(colour))
    assert saturation < 0.15 or 35 <= hue * 360 <= 75 or 190 <= hue * 360 <= 260


def test_light_and_dark_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_voices_differ_by_more_than_colour() -> None:
    edges = {
        kind: re.search(rf"\.m\.{kind} \{{[^}}]*border-bottom: ([^;]+) var", SHEET)
        for kind in ("said", "own", "carried")
    }
    assert len({edge.group(1) for edge in edges.values() if edge}) == len(edges)
