"""Whose figure, account, claim or stand it is, and what looks like one and is nobody's word."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    """(source, words) of each statement, its words joined."""
    of = article(text, headline="What is known so far", language=language)
    made = (a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted)
    return [(a.resolved_name or a.source_name or "", " … ".join(piece.exact for piece in a.content)) for a in made]


CLAIMS = [
    ("Ostran's claim that he slept at the inn has been contradicted by a porter.", "Ostran", "slept at the inn"),
    (
        "The Norvan Institute's denial that its reactor leaked was rejected by the regulator.",
        "The Norvan Institute",
        "leaked",
    ),
    ("Mayor Tessa Brandt's assertion that the gate was open was disputed by two guards.", "Tessa Brandt", "was open"),
    (
        "We also repeated Interior Minister Pavel Odrin's charge that Halm, a trader, began the run.",
        "Pavel Odrin",
        "began the run",
    ),
    (
        "The claim that men on the roof had rifles was made by the army's press office on 3 May.",
        "press office",
        "had rifles",
    ),
    ("The claim that 19 vanished originates with union leader Irma Dole.", "Irma Dole", "19 vanished"),
    (
        "The allegation that the well was poisoned comes from the district police.",
        "the district police",
        "was poisoned",
    ),
    ("Nine, says the coroner; the clinic has seven names.", "the coroner", "Nine"),
    ("Twelve, say police.", "police", "Twelve"),
]  # fmt: skip
FIGURES = [
    ("The ministry's figure of 23 dead has never been corrected.", "The ministry", "23 dead"),
    ("The General Staff's initial figure of 14 wounded was withdrawn.", "The General Staff", "14 wounded"),
    ("Varkia's figure of four hits cannot be checked.", "Varkia", "four hits"),
    ("The defence ministry's tally is still six.", "The defence ministry", "six"),
    ("The company's figure was eight.", "The company", "eight"),
    ("The hospital's count stands at 31.", "The hospital", "31"),
    ("Garvia's last count stood at 1,900 fragments.", "Garvia", "1,900"),
    ("The board now counts 38 ill pupils, against the 47 claimed by a parents' group.", "a parents' group", "the 47"),
    ("The operator now counts 430,000.", "The operator", "430,000"),
    ("The ministry still speaks of 2.3 million.", "The ministry", "2.3 million"),
    ("The charity counts 61 passengers and insists that nobody checked the boat.", "The charity", "61 passengers"),
    ("The regional hospital lists thirty-four deaths.", "The regional hospital", "thirty-four"),
    ("The army first gave seven marchers dead, then twelve marchers dead.", "The army", "twelve marchers dead"),
    ("The police gave seventeen.", "The police", "seventeen"),
    ("The communique of 9 May gave eleven deaths.", "", "eleven deaths"),
    ("The clinic's list has 27 names of dead.", "The clinic", "27 names"),
    ("The firm's register holds 41 survivors.", "The firm", "41 survivors"),
    ("The 63 missing listed by the Rescue Office are all from one street.", "the Rescue Office", "63 missing"),
]  # fmt: skip
ACCOUNTS = [
    ("Fourteen passengers were killed, by the count of the ministry.", "the ministry", "Fourteen passengers"),
    (
        "The soldiers fired into the front rows, by the account of a reporter who stood there.",
        "a reporter",
        "front rows",
    ),
    ("The gate was locked, by the reckoning of the fire brigade.", "the fire brigade", "was locked"),
    ("By the harbour office's count, nine boats were lost.", "harbour office", "nine boats were lost"),
    ("The dam broke at 05:10, on the record of the Norvan Observatory.", "the Norvan Observatory", "broke at 05:10"),
    ("The driver had been drinking, on the account of spokesman Ivo Marn.", "Ivo Marn", "had been drinking"),
    ("The boat was overloaded, on the coast guard's account.", "the coast guard", "was overloaded"),
    ("A man in a grey coat set the fire, runs the Interior Ministry's account.", "the Interior Ministry", "grey coat"),
    ("Nobody was in the hall, goes the company's version.", "the company", "in the hall"),
    ("Twenty-one, by the count of the district hospital.", "the district hospital", "Twenty-one"),
]  # fmt: skip
TAGS = [
    (
        "The cables had rusted through, the Labour Inspectorate established.",
        "the Labour Inspectorate",
        "rusted through",
    ),
    ("The seal dates from 1988, archivists at Lumen established.", "archivists", "dates from 1988"),
    ("They only want the ore, muttered an old man beside him.", "an old man", "want the ore"),
    ("That is for the court alone, replied the coast guard.", "the coast guard", "for the court alone"),
    ("Dr Nadim Sorel was firm that no soldier had entered the ward.", "Nadim Sorel", "no soldier had entered"),
    ("Villagers blame the pilot; the harbour office cites fog and a broken lamp.", "the harbour office", "fog"),
    ("The ministry cites the need for training.", "The ministry", "need for training"),
    ("The fire brigade's report locates the start at the boiler on the second floor.", "report", "the boiler"),
    ("The inspectors' report names a frayed wire as the cause.", "report", "a frayed wire"),
    ("Six traders named the alderman as the voice on the tape.", "Six traders", "the alderman"),
    ("Halden Power's log shows no fault in the line.", "log", "no fault"),
]  # fmt: skip
STANDS = [
    ("The police stand by their line: the four were deserters.", "The police", "deserters"),
    ("The coast guard has not budged: the anchor tore the cable.", "The coast guard", "tore the cable"),
    ("The ministry sticks to its version: no shells were fired.", "The ministry", "no shells"),
    ("The navy has a different account: the trawler crossed its bow.", "The navy", "crossed its bow"),
    ("Superintendent Marn, by telephone: we were there in six minutes.", "Superintendent Marn", "six minutes"),
    ("Colonel Ebba Strand, on the radio: nobody has crossed the river.", "Ebba Strand", "crossed the river"),
    ("16.00 Police: three men were killed at the crossing.", "Police", "three men were killed"),
    ("Towing: the cutter pulled the boat out to sea (Noel Garrick, fisherman).", "Noel Garrick", "out to sea"),
    ("Spill: 1,400 tonnes (official), 5,200 tonnes (Marine Institute).", "Marine Institute", "5,200 tonnes"),
    ("Spill: 1,400 tonnes (official), 5,200 tonnes (Marine Institute).", "official", "1,400 tonnes"),
    ("Collapse: the bridge fell at Halden (Rescue Institute).", "Rescue Institute", "bridge fell"),
    ("Exits: the north doors were chained (Fire Safety Board).", "Fire Safety Board", "were chained"),
]  # fmt: skip
SAID = [*CLAIMS, *FIGURES, *ACCOUNTS, *TAGS, *STANDS]


@pytest.mark.parametrize(("text", "who", "what"), SAID)
def test_whose_word_it_is(text: str, who: str, what: str) -> None:
    found = told(text)
    assert any(who in source and what in words for source, words in found), found


NOBODYS = [
    # whoever rejects a claim has not made it
    ("Ostran's claim that he slept at the inn has been contradicted by a porter.", "a porter", "slept at the inn"),
    ("The claim that the dam was mined was denied by the water board.", "water board", "was mined"),
    ("Nine, says the coroner; the clinic has seven names.", "Nine", "coroner"),
    ("Twelve, say police.", "Twelve", "police"),
    # what was made or began is not the claim
    ("The claim that the wall was made by the Romans is false.", "Romans", "wall"),
    ("The claim that the gate was started by the mayor is false.", "mayor", "gate"),
    ("The report that the shots were launched by the army was denied.", "army", "shots"),
    ("The allegation that the fire was started by the police is false.", "police", "fire"),
    # a number to call, a figure that is denied, people who are named and not counted
    ("The ministry's number is 112.", "ministry", "112"),
    ("The hospital's number is 555-0199.", "hospital", "555"),
    ("The police officer's figure was not 12.", "officer", "12"),
    ("The four men named by the police were arrested.", "police", "four"),
    # a toll of things that happen, a tally of goals, a count of days
    ("The storm's toll of 12 dead is the worst in a decade.", "storm", "12"),
    ("Norvania's toll of 12 dead is the worst in a decade.", "Norvania", "12"),
    ("The striker's tally of nine goals is a record.", "striker", "nine"),
    ("Monday's count of 40 dead was the highest yet.", "Monday", "40"),
    ("The team's tally is five.", "team", "five"),
    ("Our count of 19 dead is not complete.", "Our", "19"),
    ("His figure of eight on the ice drew applause.", "ice", "eight"),
    ("The court gave him nine years.", "court", "nine"),
    ("She gave two lectures in May.", "She", "two"),
    ("The firm gave 40 people work.", "firm", "40"),
    ("The clinic gave 12 survivors blankets.", "clinic", "12"),
    ("The police gave two interviews.", "police", "two"),
    ("The school gives three prizes a year.", "school", "three"),
    ("The bank counts 300 branches.", "bank", "300"),
    ("The ministry keeps a list of 40 bridges.", "ministry", "40"),
    ("The shop's list has 30 items.", "shop", "30"),
    ("The band's register holds three octaves.", "band", "three"),
    ("The two lectures given by the minister were dull.", "minister", "two"),
    ("The 12 medals claimed by Norvan swimmers are a record.", "swimmers", "12"),
    ("Three seats were claimed by the Farmers' Union.", "Union", "Three"),
    ("The ministry could not give 40 dead as its figure.", "ministry", "40"),
    ("The police did not count 40 dead.", "police", "40"),
    # no account of anybody's
    ("There is no money left on the account of the ministry.", "ministry", "money"),
    ("By all accounts, the harbour was quiet.", "accounts", "quiet"),
    ("By the count of ten, the boxer was up.", "ten", "boxer"),
    ("He went home, on his own account.", "his", "home"),
    ("The firm grew, on Monday's figures.", "Monday", "grew"),
    ("The road runs past the ministry's account office.", "ministry", "road"),
    ("He stayed away on account of the rain.", "rain", "away"),
    ("The fund was closed, on the record date.", "date", "closed"),
    ("In the words of the song, love is blind.", "Lenz", "blind"),
    # verbs that do something
    ("In 1999, the ministry established a fund for miners.", "ministry", "fund"),
    ("The bridge was closed, the road blocked.", "road", "closed"),
    ("When the money ran out, the council was dissolved.", "council", "money"),
    ("The club named Ana Lis as its coach.", "club", "Ana Lis"),
    ("The court named Petra Holm as executor.", "court", "Petra Holm"),
    ("The company located the missing walker in a ravine.", "company", "walker"),
    ("The firm locates its plants near rivers.", "firm", "plants"),
    ("The police cite drivers who park there.", "police", "drivers who"),
    ("The court cited a witness.", "court", "a witness"),
    ("Police cited two men for speeding.", "Police", "two men"),
    ("The police cited drivers for speeding.", "police", "drivers"),
    ("The picture shows no car.", "picture", "no car"),
    ("The firm placed the order in May.", "firm", "order"),
    ("The runner registered no win that year.", "runner", "no win"),
    ("Marn was firm with the children.", "Marn", "children"),
    ("The mattress was firm.", "mattress", "firm"),
    # no speaker before a colon, none in a bracket
    ("The rules have not changed: players wear white.", "rules", "white"),
    ("The time is certain: noon.", "time", "noon"),
    ("The mayor has not moved: she still lives in the old house.", "mayor", "old house"),
    ("The police have not moved: their cars still block the road.", "police", "block"),
    ("The mayor has not changed: she still drinks at noon.", "mayor", "drinks"),
    ("The bus goes by telephone lines: they hum.", "bus", "hum"),
    ("The police stand by the gate: it is locked at noon.", "police", "locked"),
    ("Winner: Ana Lis took the title (Labour Party).", "Labour", "title"),
    ("Venue: the match is played in Halden (University Stadium).", "Stadium", "match"),
    ("Winner: The film was shot by Ana Lis (Ministry of Culture).", "Ministry", "shot"),
    ("Goals: two were scored late (Lis, Marn).", "Lis", "scored"),
    ("Weather: rain fell all day (see map).", "map", "rain"),
    ("Seats: 14 (Labour Party), 12 (Farmers' Union).", "Labour", "14"),
    ("Names: the body is the Water Board (official).", "Water Board", "body"),
    ("12.50 Euro is the fee: police pay half.", "Euro", "half"),
    ("The house was sold (police station next door).", "police", "sold"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what"), NOBODYS)
def test_what_nobody_says_by_that(text: str, who: str, what: str) -> None:
    found = told(text)
    assert not any(who in source and what in words for source, words in found), found
