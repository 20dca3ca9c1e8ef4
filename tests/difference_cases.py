"""Invented pairs of reports, and what the difference between them is: a conflict, or what only looks like one.

Each is read by all stages. `verdict` is a `Difference`, "none" where nothing is to be told, "adds" or "fails" for sums.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """Reports (language, day of May 2031, text), two of the values they give, and the verdict between these."""

    name: str
    verdict: str
    values: tuple[str, str]
    reports: tuple[tuple[str, int, str], ...]
    aspect: str = "number"


def _case(name: str, verdict: str, values: str, *reports: str, aspect: str = "number") -> Case:
    """`values` are parted by "|"; a report is "language day text"."""
    one, other = values.split("|")
    told = []
    for report in reports:
        language, day, text = report.split(" ", 2)
        told.append((language, int(day), text))
    return Case(name, verdict, (one, other), tuple(told), aspect)


FIRST = (
    # true conflicts
    _case(
        "tolls of one day", "conflict", "17|9",
        "en 6 The ministry said 17 people were killed in the explosion at the market in Halden.",
        "en 6 The Halden hospital said 9 people were killed in the explosion at the market.",
    ),
    _case(
        "tolls of one day, de", "conflict", "17|9",
        "de 6 Das Ministerium teilte mit, bei der Explosion auf dem Markt von Halden seien 17 Menschen getötet worden.",
        "de 6 Das Krankenhaus von Halden meldete, bei der Explosion auf dem Markt seien neun Menschen getötet worden.",
    ),
    _case(
        "tolls in two languages", "conflict", "17|9",
        "ru 6 Министерство сообщило, что при взрыве на рынке в Галдене погибли 17 человек.",
        "en 6 The hospital said nine people were killed in the explosion at the market in Halden.",
    ),
    _case(
        "crew", "conflict", "6|9",
        "en 6 The ministry said six crew were aboard the helicopter that crashed near Ostwick.",
        "en 8 The investigators said nine crew were aboard the helicopter that crashed near Ostwick.",
    ),
    _case(
        "none against some", "conflict", "65|none",
        "en 6 The army said 65 prisoners were aboard the plane that crashed near Ostwick.",
        "en 7 The council secretary said there were no prisoners aboard the plane that crashed near Ostwick.",
    ),
    _case(
        "time of day", "conflict", "09:10|11:45",
        "en 6 The ministry said the missile hit the ferry at 09:10 off Bergvik.",
        "en 6 The coast guard said the missile hit the ferry at 11:45 off Bergvik.",
        aspect="time",
    ),
    _case(
        "distance from one town", "conflict", "6 km from Ostwick|25 km from Ostwick",
        "en 6 The governor said the plane crashed 6 kilometres from Ostwick.",
        "en 6 The army said the plane crashed 25 kilometres from Ostwick.",
        aspect="place",
    ),
    _case(
        "cause", "conflict", "drone|gas",
        "en 6 The ministry said a drone caused the explosion at the market in Halden.",
        "en 6 The mayor said a gas leak caused the explosion at the market in Halden.",
        aspect="cause",
    ),
    _case(
        "cause, es and de", "conflict", "drone|gas",
        "es 6 El Ministerio dijo que la explosión en el mercado de Halden fue causada por un dron.",
        "de 6 Der Bürgermeister sagte, die Explosion auf dem Markt von Halden sei durch ein Gasleck verursacht worden.",
        aspect="cause",
    ),
    _case(
        "said and denied", "conflict", "|",
        "en 6 The ministry said that Norland was warned of the flight.",
        "de 7 Das Verteidigungsministerium sagte, Norland sei nicht vor dem Flug gewarnt worden.",
        aspect="polarity",
    ),
    # updates
    _case(
        "a later toll", "update", "12|17",
        "en 6 The ministry said 12 people were killed in the explosion at the market in Halden.",
        "en 8 The ministry said 17 people were killed in the explosion at the market in Halden.",
    ),
    _case(
        "a later toll, fr", "update", "12|17",
        "fr 6 Le ministère a déclaré que 12 personnes ont été tuées dans l'explosion au marché de Halden.",
        "fr 8 Le ministère a déclaré que 17 personnes ont été tuées dans l'explosion au marché de Halden.",
    ),
    _case(
        "a later toll, two languages", "update", "12|17",
        "en 6 The ministry said 12 people were killed in the explosion at the market in Halden.",
        "uk 8 Міністерство повідомило, що внаслідок вибуху на ринку в Галдені загинули 17 людей.",
    ),
    _case(
        "an earlier toll beside a hospital's", "update", "12|17",
        "en 6 The ministry said 12 people were killed in the explosion at the market in Halden.",
        "en 8 The ministry said 17 people were killed in the explosion at the market in Halden.",
        "en 8 The Halden hospital said 9 people were killed in the explosion at the market.",
    ),
    _case(
        "evacuated so far", "update", "300|1700",
        "en 6 Police said 300 people were evacuated from the flooded villages near Bergvik.",
        "en 9 Police said 1,700 people were evacuated from the flooded villages near Bergvik.",
    ),
    # scope
    _case(
        "aboard against dead", "scope", "74 people|65 dead",
        "en 6 The army said 74 people were aboard the plane that crashed near Ostwick.",
        "en 6 The council said 65 people were killed when the plane crashed near Ostwick.",
    ),
    _case(
        "a part of all", "scope", "74|65",
        "en 6 The army said 74 people, 65 of them prisoners, were aboard the plane that crashed near Ostwick.",
        "en 6 The council said 65 people were aboard the plane that crashed near Ostwick.",
    ),
    _case(
        "treated in one hospital", "scope", "41|33",
        "en 6 The ministry said 41 people were injured in the explosion at the market in Halden.",
        "en 6 The Halden hospital said it had treated 33 people injured in the explosion at the market.",
    ),
    _case(
        "a second plane", "scope", "65|80",
        "en 6 The army said 65 prisoners were aboard the plane that crashed near Ostwick.",
        "en 6 The deputy said 80 prisoners were aboard a second plane that flew near Ostwick.",
    ),
    _case(
        "what a crew is as a rule, de", "scope", "6|5",
        "de 6 Die Armee teilte mit, an Bord des abgestürzten Flugzeugs seien sechs Besatzungsmitglieder gewesen.",
        "de 6 Das abgestürzte Flugzeug hat üblicherweise fünf Besatzungsmitglieder an Bord.",
    ),
    _case(
        "distances from two towns", "scope", "6 km from Ostwick|70 km from Bergvik",
        "en 6 The governor said the plane crashed 6 kilometres from Ostwick.",
        "en 6 The army said the plane crashed 70 kilometres from Bergvik.",
        aspect="place",
    ),
    _case(
        "distances from two towns, two languages", "scope", "5 to 6 km from Ostwick|70 km from Bergvik",
        "es 6 El gobernador dijo que el avión se estrelló a cinco o seis kilómetros de Ostwick.",
        "de 6 Die Armee teilte mit, das Flugzeug sei 70 Kilometer von Bergvik entfernt abgestürzt.",
        aspect="place",
    ),
    # bounds
    _case(
        "at least", "bound", "74|at least 60",
        "en 6 The army said 74 people were killed when the plane crashed near Ostwick.",
        "en 6 The council said at least 60 people were killed when the plane crashed near Ostwick.",
    ),
    _case(
        "at least, two languages", "bound", "74|at least 70",
        "en 6 The army said 74 people were aboard the plane that crashed near Ostwick.",
        "ru 6 Как сообщили в совете, на борту самолета, упавшего под Оствиком, было больше 70 человек.",
    ),
    _case(
        "up to, it", "bound", "74|at most 80",
        "it 6 L'esercito ha detto che 74 persone sono morte quando l'aereo è precipitato vicino a Ostwick.",
        "it 6 Il consiglio ha detto che fino a 80 persone sono morte quando l'aereo è precipitato vicino a Ostwick.",
    ),
    # rounding
    _case(
        "about", "rounding", "74|about 70",
        "en 6 The army said 74 people were killed when the plane crashed near Ostwick.",
        "en 6 The council said about 70 people were killed when the plane crashed near Ostwick.",
    ),
    _case(
        "a round number, tr", "rounding", "1034|1000",
        "tr 6 Bakanlık Halden'deki patlamada 1034 kişinin öldüğünü açıkladı.",
        "tr 6 Belediye Halden'deki patlamada 1000 kişinin öldüğünü açıkladı.",
    ),
    _case(
        "dozens, pl", "rounding", "42|“kilkadziesiąt”",
        "pl 6 Ministerstwo poinformowało, że w wybuchu na targu w Halden zginęły 42 osoby.",
        "pl 6 Szpital poinformował, że w wybuchu na targu w Halden zginęło kilkadziesiąt osób.",
    ),
    _case(
        "a round hour", "rounding", "11:00|11:15",
        "en 6 The ministry said the missile hit the ferry at 11:15 off Bergvik.",
        "en 6 The coast guard said the missile hit the ferry at 11:00 off Bergvik.",
        aspect="time",
    ),
    # units, time zones, translation
    _case(
        "miles and kilometres", "rounding", "10 km from Ostwick|6 mi from Ostwick",
        "en 6 The governor said the plane crashed 10 kilometres from Ostwick.",
        "en 6 The army said the plane crashed 6 miles from Ostwick.",
        aspect="place",
    ),
    _case(
        "two clocks", "none", "11:15|08:15",
        "en 6 The ministry said the missile hit the ferry at 11:15 Moscow time off Bergvik.",
        "en 6 The coast guard said the missile hit the ferry at 08:15 GMT off Bergvik.",
        aspect="time",
    ),
    _case(
        "one number in words and digits", "none", "17|17",
        "en 6 The ministry said seventeen people were killed in the explosion at the market in Halden.",
        "de 6 Das Ministerium teilte mit, bei der Explosion auf dem Markt von Halden seien 17 Menschen getötet worden.",
    ),
    _case(
        "one number in three scripts", "none", "74|74",
        "ar 6 قالت الوزارة إن 74 شخصا كانوا على متن الطائرة التي تحطمت قرب أوستويك.",
        "zh 6 国防部表示，坠毁的飞机上有74人。",
    ),
    _case(
        "a larger toll that was out first stands against the whole course", "conflict", "11|at least 60",
        "en 5 The harbour channel said more than 60 people had been killed in the explosion in Halden.",
        "en 6 The ministry said 11 people were killed in the explosion in Halden.",
        "en 7 The ministry said 19 people were killed in the explosion in Halden.",
        "en 8 The ministry said 23 people were killed in the explosion in Halden.",
    ),
    _case(
        "a smaller one is outdated with what followed it", "update", "11|19",
        "en 6 The ministry said 11 people were killed in the explosion in Halden.",
        "en 7 The ministry said 19 people were killed in the explosion in Halden.",
        "en 8 The ministry said 23 people were killed in the explosion in Halden.",
    ),
    # sums
    _case(
        "a sum that adds up", "adds", "|",
        "en 6 The army said 74 people were aboard: 65 prisoners, six crew and three guards.",
    ),
    _case(
        "a sum that does not", "fails", "|",
        "en 6 The army said 76 people were aboard: 65 prisoners, six crew and three guards.",
    ),
    _case(
        "numbers that are no parts", "adds", "|",
        "en 6 The ministry said 17 people were killed, 41 people were injured and 60 houses were destroyed in Halden.",
    ),
)  # fmt: skip

SECOND = (
    # true conflicts
    _case(
        "injured, fr and it", "conflict", "41|28",
        "fr 6 Le ministère a déclaré que 41 personnes ont été blessées dans l'explosion au marché de Halden.",
        "it 6 L'ospedale ha detto che 28 persone sono rimaste ferite nell'esplosione al mercato di Halden.",
    ),
    _case(
        "missiles, uk", "conflict", "5|3",
        "uk 6 Міністерство повідомило, що по мосту в Галдені вдарили п'ять ракет.",
        "uk 6 Мер повідомив, що по мосту в Галдені вдарили три ракети.",
    ),
    _case(
        "a hospital keeps to its toll", "conflict", "17|9",
        "en 6 The Halden hospital said 9 people were killed in the explosion at the market.",
        "en 7 The ministry said 17 people were killed in the explosion at the market in Halden.",
        "en 8 The Halden hospital said 9 people were killed in the explosion at the market.",
    ),
    _case(
        "distance from the border, pl and de", "conflict", "5 km from the border|30 km from the border",
        "pl 6 Gubernator powiedział, że samolot rozbił się 5 kilometrów od granicy.",
        "de 6 Die Armee teilte mit, das Flugzeug sei 30 Kilometer von der Grenze entfernt abgestürzt.",
        aspect="place",
    ),
    _case(
        "technical failure or missile", "conflict", "missile|technical failure",
        "en 6 The army said a missile hit the plane that crashed near Ostwick.",
        "en 6 The airline said a technical failure brought down the plane that crashed near Ostwick.",
        aspect="cause",
    ),
    _case(
        "short circuit or arson, ru and tr", "conflict", "arson|electrical fault",
        "ru 6 Полиция сообщила, что пожар в больнице Галдена начался из-за поджога.",
        "tr 6 İtfaiye, Halden hastanesindeki yangının kısa devre nedeniyle çıktığını açıkladı.",
        aspect="cause",
    ),
    _case(
        "pilot error or weather, pt and es", "conflict", "human error|weather",
        "pt 6 A comissão disse que o avião caiu perto de Ostwick por erro humano.",
        "es 6 La aerolínea dijo que el avión se estrelló cerca de Ostwick por el mal tiempo.",
        aspect="cause",
    ),
    _case(
        "carried or not, fr", "conflict", "|",
        "en 6 The army said the plane carried prisoners.",
        "fr 6 Le gouverneur a déclaré que l'avion ne transportait pas de prisonniers.",
        aspect="polarity",
    ),
    _case(
        "warned or not, ru and en", "conflict", "|",
        "ru 6 Министерство заявило, что Норландию предупредили о полёте.",
        "en 7 The Norland army said that Norland was not warned of the flight.",
        aspect="polarity",
    ),
    _case(
        "two times, de", "conflict", "09:10|13:40",
        "de 6 Das Ministerium teilte mit, die Rakete habe die Fähre um 9.10 Uhr vor Bergvik getroffen.",
        "de 6 Die Küstenwache teilte mit, die Rakete habe die Fähre um 13.40 Uhr vor Bergvik getroffen.",
        aspect="time",
    ),
    # updates
    _case(
        "a toll in three steps", "update", "3|53",
        "en 6 Officials said 3 people were killed in the earthquake in Halden.",
        "en 7 Officials said 53 people were killed in the earthquake in Halden.",
        "en 9 Officials said 311 people were killed in the earthquake in Halden.",
    ),
    _case(
        "a bound that was left behind", "update", "at least 12|17",
        "en 6 The ministry said at least 12 people were killed in the explosion at the market in Halden.",
        "en 8 The ministry said 17 people were killed in the explosion at the market in Halden.",
    ),
    _case(
        "an outlet prints the old toll", "update", "12|17",
        "en 6 The ministry said 12 people were killed in the explosion at the market in Halden.",
        "en 8 The ministry said 17 people were killed in the explosion at the market in Halden.",
        "en 9 An explosion at the market in Halden killed 12 people.",
    ),
    _case(
        "injured, cs", "update", "20|35",
        "cs 6 Ministerstvo uvedlo, že při výbuchu na tržišti v Haldenu bylo zraněno 20 lidí.",
        "cs 8 Ministerstvo uvedlo, že při výbuchu na tržišti v Haldenu bylo zraněno 35 lidí.",
    ),
    _case(
        "buildings destroyed so far", "update", "120|450",
        "en 6 The governor said 120 buildings were destroyed by the earthquake in Halden.",
        "en 9 The governor said 450 buildings were destroyed by the earthquake in Halden.",
    ),
    _case(
        "not handed over, then handed over", "update", "|",
        "en 6 The ministry has not handed over the bodies.",
        "uk 20 Міністерство передало тіла родинам.",
        aspect="polarity",
    ),
    # scope
    _case(
        "bodies beside a crew", "scope", "6 crew|5 bodies",
        "en 6 The army said six crew were aboard the plane that crashed near Ostwick.",
        "en 7 The council said five bodies reached the morgue, which matches the size of the crew.",
    ),
    _case(
        "fragments, identified, buried", "scope", "at least 300 fragments|12 soldiers",
        "en 6 Investigators said tests identified more than 300 body parts of soldiers from the Osk-26 plane.",
        "uk 9 Бригада повідомила, що поховали дванадцятьох її бійців, які загинули в Osk-26.",
    ),
    _case(
        "a whole and its part without a noun, ru", "scope", "74 people|63 dead",
        "ru 6 Газета называет число 74, из них 65 — пленные с самолета, упавшего под Оствиком.",
        "ru 6 На борту самолета, упавшего под Оствиком, погибли 63 человека.",
    ),
    _case(
        "two quakes weeks apart", "scope", "at least 46000|6",
        "en 6 The toll of the earthquake in Halden has passed 46,000 dead, officials said.",
        "en 20 Officials said six people were killed in the earthquake in Halden.",
    ),
    _case(
        "distances, tr and fr", "scope", "4 km from Ostwick|60 km from Bergvik",
        "tr 6 Vali, uçağın Ostwick'e dört kilometre uzaklıkta düştüğünü söyledi.",
        "fr 6 L'armée a déclaré que l'avion s'est écrasé à 60 kilomètres de Bergvik.",
        aspect="place",
    ),
    # bounds
    _case(
        "no fewer than, de", "bound", "74|at least 70",
        "de 6 Die Armee teilte mit, 74 Menschen seien beim Absturz des Flugzeugs bei Ostwick getötet worden.",
        "de 6 Der Rat teilte mit, mindestens 70 Menschen seien beim Absturz des Flugzeugs bei Ostwick getötet worden.",
    ),
    _case(
        "up to, es", "bound", "74|at most 80",
        "es 6 El ejército dijo que 74 personas murieron cuando el avión se estrelló cerca de Ostwick.",
        "es 6 El consejo dijo que hasta 80 personas murieron cuando el avión se estrelló cerca de Ostwick.",
    ),
    # rounding
    _case(
        "nearly", "rounding", "48|almost 50",
        "en 6 The army said 48 people were killed when the plane crashed near Ostwick.",
        "en 6 The council said nearly 50 people were killed when the plane crashed near Ostwick.",
    ),
    _case(
        "some, fr and de", "rounding", "41|about 40",
        "fr 6 Le ministère a déclaré que 41 personnes ont été blessées dans l'explosion au marché de Halden.",
        "de 6 Das Rote Kreuz meldete, bei der Explosion auf dem Markt von Halden seien etwa 40 Menschen verletzt.",
    ),
    # units, time zones, translation
    _case(
        "metres and kilometres", "none", "800 m from Ostwick|0.8 km from Ostwick",
        "en 6 The governor said the plane crashed 800 metres from Ostwick.",
        "en 6 The army said the plane crashed 0.8 kilometres from Ostwick.",
        aspect="place",
    ),
    _case(
        "two clocks, ru", "none", "11:15|11:15",
        "ru 6 Министерство сообщило, что ракета попала в паром в 11:15 мск у Бергвика.",
        "en 6 The coast guard said the missile hit the ferry at 08:15 GMT off Bergvik.",
        aspect="time",
    ),
    _case(
        "one toll in five languages", "none", "17|17",
        "en 6 The ministry said 17 people were killed in the explosion at the market in Halden.",
        "fr 6 Le ministère a déclaré que dix-sept personnes ont été tuées dans l'explosion au marché de Halden.",
        "es 6 El ministerio dijo que diecisiete personas murieron en la explosión en el mercado de Halden.",
        "pl 6 Ministerstwo poinformowało, że w wybuchu na targu w Halden zginęło siedemnaście osób.",
        "tr 6 Bakanlık Halden'deki pazardaki patlamada on yedi kişinin öldüğünü açıkladı.",
    ),
    # what is no difference of one thing at all
    _case(
        "the number of a day", "none", "40|43",
        "en 6 What we know on day 40 of the siege of Halden.",
        "en 9 What we know on day 43 of the siege of Halden.",
    ),
    _case(
        "quakes in two countries", "none", "6.4|5.7",
        "en 6 A magnitude 6.4 earthquake struck the coast of Chile on Monday.",
        "en 6 A magnitude 5.7 earthquake struck the coast of Japan on Monday.",
    ),
    _case(
        "a forecast is no toll", "none", "4300|20000",
        "en 6 Officials said 4,300 people were killed in the earthquake in Halden.",
        "en 6 Will 20,000 people be killed in the earthquake in Halden?",
    ),
    # sums
    _case(
        "an open list falls short", "adds", "|",
        "en 6 The army said 76 people were aboard, including 65 prisoners and six crew.",
    ),
    _case(
        "too many parts, de", "fails", "|",
        "de 6 Die Armee meldete 74 Menschen an Bord: 65 Gefangene, neun Besatzungsmitglieder und drei Begleiter.",
    ),
    _case(
        "dead and hurt are not added", "adds", "|",
        "en 6 The ministry said 60 people were injured, 41 were killed and 17 were arrested in Halden.",
    ),
    _case(
        "a sum in es", "adds", "|",
        "es 6 El ejército dijo que 74 personas iban a bordo: 65 prisioneros, seis tripulantes y tres escoltas.",
    ),
)  # fmt: skip
