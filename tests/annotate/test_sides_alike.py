"""The words of both sides of a conflict, in one frame, have one mode."""

import pytest

from certainty_of import values

# one frame, the words of each side: all of a row have one mode
PAIRS = [
    (
        "en",
        "The council does not respect {}.",
        ["democracy", "religion", "tradition", "the nation", "the family", "security"],
    ),
    ("en", "The council does not respect {}.", ["workers", "private property", "the law", "the people"]),
    ("en", "The raid was {}.", ["an act of aggression", "a provocation", "an act of terror", "a reprisal"]),
    ("en", "The rebels are {}.", ["thugs", "terrorists", "bandits", "occupiers", "fascists", "traitors", "patriots"]),
    ("en", "The president is {}.", ["a puppet", "a dictator", "a traitor", "a fascist", "a tyrant", "a stooge"]),
    ("en", "The law is {}.", ["unjust", "ungodly", "unpatriotic", "immoral"]),
    ("en", "The plan is {}.", ["a betrayal of the valley", "a disgrace"]),
    ("en", "{} is responsible for the massacre.", ["The government", "The opposition", "The junta", "The resistance"]),
    (
        "en",
        "{} have blood on their hands.",
        ["The rebels", "The troops", "The occupiers", "The settlers", "The militants"],
    ),
    ("en", "{} do not value the lives of civilians.", ["The rebels", "The soldiers", "The ministers"]),
    ("en", "{} is a disgrace.", ["The governor", "The bishop", "The union leader"]),
    (
        "ru",
        "Они являются {}.",
        ["террористами", "оккупантами", "марионетками", "бандитами", "предателями", "фашистами"],
    ),
    ("ru", "Эта операция была {}.", ["провокацией", "агрессией", "терактом"]),
    ("ru", "Совет не уважает {}.", ["демократию", "религию", "традиции", "семью", "безопасность"]),
    ("uk", "Усі ці люди в долині є {}.", ["окупантами", "маріонетками", "терористами", "бандитами", "зрадниками"]),
    ("zh", "这次行动是{}。", ["强盗逻辑", "强权政治", "独裁", "分裂国家的行为", "颠倒黑白", "贼喊捉贼"]),
    ("de", "Sie sind {}.", ["Terroristen", "Besatzer", "Marionetten", "Verräter", "Faschisten"]),
    ("fr", "Ce sont des {}.", ["terroristes", "occupants", "marionnettes", "traîtres", "fascistes"]),
    ("es", "Ellos son {}.", ["terroristas", "ocupantes", "títeres", "traidores", "fascistas"]),
    ("it", "Loro sono {}.", ["terroristi", "occupanti", "burattini", "traditori", "fascisti"]),
    ("pl", "Oni są {}.", ["terrorystami", "okupantami", "marionetkami", "zdrajcami", "faszystami"]),
]


@pytest.mark.parametrize(("language", "frame", "words"), PAIRS)
def test_both_sides_words_weigh_the_same(language: str, frame: str, words: list[str]) -> None:
    modes = {word: [value.split()[1] for value in values(frame.format(word), language)] for word in words}
    assert all(modes.values())
    assert len({tuple(found) for found in modes.values()}) == 1, modes
