"""Short texts of one day, read by all stages."""

import datetime

from sayso.extract.plain import from_plain
from sayso.model import Clock, Record
from sayso.pipeline import run_in_memory, stages
from sayso.settings import Settings

DAY = Clock(value=datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC), precision="day", text="2031-05-07", basis="given")


def read_through(*told: tuple[str, str]) -> list[Record]:
    """The records of articles, each given by its language and text."""
    articles = [
        from_plain(text, language=language, capture_id=str(at), published=DAY)
        for at, (language, text) in enumerate(told)
    ]
    return run_in_memory(articles, Settings(), stages(Settings()))
