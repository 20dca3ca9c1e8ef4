"""Ordinary reporting has the words of judgement in other company: none of it is an opinion.

Courts and inquiries, research, accidents, sport, timetables, rules, duties and offices, in eleven
languages, all invented.
"""

import pytest

from certainty_of import values

# collected by a reader of the rules who set out to break them: 58 of 65 were opinions once, now none
REVIEWED = {
    "en": """
        By analysing 40,000 tree rings, researchers showed that the drought was the worst in 400 years.
        By comparing satellite images, the agency revealed that 12 buildings were destroyed.
        By testing the water, the laboratory confirms that lead is present.
        The jury found him guilty of the crime on Friday.
        The court ruled that the general is guilty of genocide.
        A court found the officer guilty of crimes against civilians.
        The officer was charged with complicity in murder.
        He was convicted of complicity in the killing of two men.
        The officer was acquitted of complicity in genocide.
        She is responsible for disaster relief in the region.
        The agency is responsible for terrorism investigations.
        The group said it was responsible for the destruction of the bridge.
        The storm was responsible for the destruction of 40 homes.
        His father was a butcher in the village.
        The tube is hollow and made of steel.
        There was outrage in the town after the verdict.
        There was public outrage over the plan.
        Most of what remains lies under water.
        The agency does not consider the people missing.
        The fire did not spare people in the camp.
        The council does not consider the law final.
        A tenant has no right to appeal under the law.
        Students must pay for their books.
        The ceasefire must end by Friday.
        The session must end at noon.
        Banks must reject such applications under the new rules.
        The company admitted it was wrong.
        The singer was born illegitimate in 1923.
        Officials said power should be restored by Friday.
        The mayor said the road should be open by Monday.
        The results should be known on Sunday.
        The court said the defendant should appear on Monday.
        The stars of the show are puppets.
        The song is called Madness and was recorded in 1979.
        The film was a monster hit.
        The book is about propaganda in the war.
        The station was a propaganda outlet until 1945.
        The ministry is in charge of propaganda.
        The tribunal said there is no justification for the delay.
        The party won because voters no longer trust it, no wonder the shares fell.
        The firm does not value lives insurance policies.
        Hospital staff care for people who are not vaccinated.
        The clinic does not care for people without papers.
        The team is no better than last year.
        The patient was no better than on Monday.
        The committee heard that the child respects no law.
        The prosecutor said that the suspect is guilty of genocide.
        The general was cleared of complicity in the massacre.
        Prosecutors charged four men with complicity in the bombing.
        The tribunal heard that witnesses value truth.
        The police chief is responsible for terrorism cases.
        The fund is responsible for famine relief.
        He faces charges of responsibility for the massacre.
        The report said by closing wells, the firm showed that output fell.
        By passing the bill, the senate confirms that the tax ends in May.
        The village remains hollow after the flood.
        The two boys are thugs, the mayor said.
        Iran is called a puppet.
        The statue is a monster of clay.
        Her dog is naive.
        The show is a travesty revue.
        There were lies in the report, the court found.
        The body was found where the river lies.
        The city is home to monsters truck rally.
        Under the treaty we must pay five million euros.
        The court said the firm had no right to sell the land.
        Bishops said marriage has no place in the state's law.
        Guests must pay for parking.
        It was wrong about the date, the paper said in a correction.
        The paper said it was wrong about the date.
        Moral superiority was the subject of the lecture.
        The lecture was about double standards in measuring.
        The union said the strike must end on Monday.
        The man was found senseless on the road.
        Police said the fire was disastrous for the village.
        Two men were arrested after a brazen robbery.
        The minister was called a liar by the opposition.
        The opposition called the minister a liar.
        The mayor asked whether the election was a farce.
        If the election was a farce, it will be repeated.
        The court will decide whether the generals must be held accountable.
        The mayor said he must not allow dogs in the building.
        Vehicles must not be allowed on the bridge, the order says.
        Brown slammed Green at rallies as being dishonest about his record.
        The union accused the minister of being dishonest.
        Critics said being naive is no crime.
        The opposition was angry at the minister being arrogant.
        The mayor asked reporters whether, in his view, the bridge should close.
        In response to a question about whether the ministry should investigate the author, the mayor left.
        Voters were asked if the council should close the bridge on Friday.
    """,
    "de": """
        Indem sie Proben verglichen, zeigten Forscher, dass das Wasser sauber ist.
        Der Wirt pfeift auf der Bühne ein Lied.
        Er ist Tatverdächtiger und mitschuldig laut Urteil des Gerichts.
        Das Amt ist verantwortlich für Katastrophenschutz im Land.
        Die Armee verlor den Kampf um die Würde nicht.
        Der Bericht interessiert die Menschen nicht.
        Die Behörde kümmert sich nicht um Menschen ohne Papiere.
        Die Strafe ist für das Opfer kein Skandal.
        Das dreistöckige Haus brannte am Freitag.
        Die Firma zahlte eine dreistellige Summe.
        Die dreistündige Sitzung endete am Freitag.
    """,
    "fr": """
        En comparant des échantillons, le laboratoire a montré que l'eau était propre.
        Il est jugé pour complicité de meurtre.
        La police a arrêté un homme pour complicité dans un vol.
        En courant, le joueur a montré qu'il était prêt.
        L'accusé a été jugé coupable de crimes de guerre.
        Les habitants s'indignent de la mesure.
        Les habitants sont indignés.
    """,
    "es": """
        Cuando llegó la policía, una prueba demostró que el agua estaba limpia.
        Fernando demostró su inocencia ante el juez.
        Comparando muestras, el laboratorio demostró que el agua estaba limpia.
        La policía detuvo a un cómplice del robo.
        La policía detuvo a dos cómplices de la fuga.
        El juez dictó que el acusado es culpable de robo.
        El acusado es culpable del crimen, dictó el jurado.
        Los responsables del desastre fueron detenidos.
        El organismo es responsable de desastres naturales.
    """,
    "it": """
        Quando arrivò la polizia, la prova ha dimostrato che l'acqua era pulita.
        Confrontando i campioni, il laboratorio ha dimostrato che l'acqua era pulita.
        La polizia ha arrestato il complice di un rapinatore.
        L'imputato è complice nel furto.
        È ora di pranzo a Roma.
    """,
    "pl": """
        Pociąg powinien przyjechać w południe.
        Tysiąc próbek pokazuje, że woda jest czysta.
        Badając próbki, laboratorium udowodniło, że woda jest czysta.
        Minister odpowiada za zarządzanie w czasie katastrofy.
        Policja zatrzymała osobę współodpowiedzialną za wypadek.
    """,
    "ru": """
        Первая экспертиза показала, что образец подлинный.
        Российская армия показала новый танк.
        Украинская разведка показала снимки моста.
        Судебная экспертиза доказала, что подпись подлинная.
        Новая перепись показала, что в городе живут две тысячи человек.
        Выборы должны состояться 5 мая.
        Поезд должен прибыть в полдень.
        Полиция задержала соучастника ограбления.
        Суд признал его соучастником убийства.
        Не случайно пострадали два человека.
        Министр назвал дату выборов.
        Поезд следует из Москвы в Киев.
        Следует поезд без остановок.
        Ведомство несет ответственность за ликвидацию последствий катастроф.
        Он виновен в терроризме, постановил суд.
        Красная Армия доказала, что победа возможна.
        Ярослав показал паспорт.
        Прибыв на место, полиция показала документы.
    """,
    "uk": """
        Поліція затримала співучасника пограбування.
        Слід крові вів до річки.
        Потяг повинен прибути опівдні.
        Суд визнав його винним у вбивстві.
        Суд визнав, що він винен у злочині.
        Потяг має прибути опівдні.
        Суд встановив, що водій винен у катастрофі.
    """,
    "tr": """
        Polis üç suç ortağını yakaladı.
        Bakanlık felaket yönetiminden sorumludur.
        Hırsız arsızca kaçtı.
    """,
    "ar": """
        الوزارة مسؤولة عن إدارة الكارثة.
        الشركة شريك في المشروع.
        الشركة شريكة في بناء الجسر.
        تتحمل الوزارة مسؤولية ملف مكافحة الإرهاب.
        حان الوقت لتناول الغداء.
        جريمة ضد الإنسانية ينظر فيها القضاء.
        سافر الوزير إلى باريس يوم الجمعة.
        سافرت الوزيرة إلى باريس يوم الجمعة.
    """,
    "zh": """
        政府正在应对危机。
        消防部门应对灾难的演习周五举行。
        警方逮捕了三名共犯。
        消防员不顾个人安危救出两名儿童。
        游客践踏草坪被罚款。
        银行重视风险，无视自由市场的波动。
        部长强调应对升级。
        该公司是合作项目的负责任机构，处理化学灾难。
        医院不关心自由行旅客。
        是时候吃午饭了。
        警方说同谋已被逮捕。
        市民不能容忍噪音的投诉增加。
    """,
}

# written after the rules, and looked at once: 89 of 94 were statements
LATER = {
    "en": """
        The appeals court upheld the finding that the former officer was complicit in the massacre.
        The panel found that the engineers were to blame for the collapse.
        Ice on the wing was to blame for the crash, the safety board reported.
        The deputy minister is responsible for disaster preparedness.
        The ministry is responsible for crimes statistics and the register of offenders.
        The home side should be back at full strength next season.
        The comet should be visible before dawn.
        Applicants must not share their password.
        Players must answer for themselves at the draw.
        The new drug should reach patients within weeks.
        The keeper was to blame for the second goal.
        The study found that the bees value sugar over pollen.
        The court heard that the doctor did not respect the dignity of his patients.
        The survey showed that drivers do not respect the lives insured under the scheme.
        The museum does not value the rights to the painting.
        The tribunal said the governor was responsible for the deaths of 12 prisoners.
        The rebels said they were responsible for the deaths of two soldiers.
        The army said it was responsible for the massacre at the mill.
        The play is a farce in three acts, the theatre wrote.
        What followed was a farce about two brothers, staged in 1961.
        There was a betrayal scene in the second act.
        The opposition accused the minister of being a liar.
        The regiment is responsible for the tragedy memorial in the park.
        The minister was cleared of being complicit in the fraud.
        The treaty says that states must not allow ships to enter.
        The bank's responsibility for deaths registered abroad ended in June.
        The ministry was found to be responsible for the deaths in the mine.
        An alloy of tin should last longer in sea water.
        Trains should run every ten minutes from Monday.
    """,
    "de": """
        Das Gericht sprach den Offizier der Mitschuld am Massaker schuldig.
        Ein Defekt am Kabel war schuld am Brand.
        Die Ministerin ist verantwortlich für den Katastrophenschutz.
        Der Zug sollte um 12 Uhr ankommen.
        Das dreisprachige Schild steht am Markt.
        Die Feigen werden im September geerntet.
        Fahrer müssen einen Ausweis mitführen.
        Die Forscher zeigten, dass das Wasser sauber ist.
    """,
    "fr": """
        Le tribunal a jugé l'ancien officier complice du massacre.
        La tempête est responsable de la mort de deux pêcheurs.
        Le ministre est responsable de la gestion des catastrophes.
        Il faut deux heures pour rejoindre la côte.
        L'oiseau a été lâché dans la vallée.
        Les conducteurs doivent porter la ceinture.
        Les habitants s'indignent du prix de l'eau.
    """,
    "es": """
        El tribunal declaró que el general es culpable de crímenes de guerra.
        La tormenta es responsable de la muerte de dos pescadores.
        El ministro es responsable de la gestión de catástrofes.
        Bárbara abrió la tienda en la plaza.
        Los conductores deben llevar el permiso.
        Hay que presentar el formulario antes del viernes.
    """,
    "it": """
        Il tribunale ha stabilito che il generale è complice della strage.
        La tempesta è responsabile della morte di due pescatori.
        Il ministro è responsabile della gestione delle catastrofi.
        Barbara ha aperto il negozio in piazza.
        I conducenti devono portare la patente.
        Bisogna prenotare entro venerdì.
    """,
    "pl": """
        Sąd uznał, że generał jest winny zbrodni wojennych.
        Burza jest odpowiedzialna za śmierć dwóch rybaków.
        Na podłodze leżał dywan z wełny.
        Należy złożyć wniosek do piątku.
        Wątpliwości budzi data umowy.
        Minister odpowiada za zarządzanie kryzysowe.
    """,
    "ru": """
        Суд установил, что генерал виновен в гибели пленных.
        Подлодка вышла в море в полдень.
        Водители должны иметь при себе права.
        Подлинный документ хранится в архиве.
        Шторм виновен в гибели двух рыбаков.
        Министр отвечает за ликвидацию последствий катастрофы.
    """,
    "uk": """
        Суд встановив, що генерал винен у загибелі полонених.
        Підлітки грали у футбол на подвір'ї.
        Водії повинні мати при собі посвідчення.
        Шторм винен у загибелі двох рибалок.
        Слід ведмедя вів до лісу.
        Прокуратура звинувачує офіцера у співучасті у злочині.
    """,
    "tr": """
        Mahkeme, generalin katliamdan sorumlu olduğuna karar verdi.
        Fırtına iki balıkçının ölümünden sorumludur.
        Uçak alçak irtifada uçtu.
        Barbaros Meydanı pazar günü kapalı.
        Sürücüler ehliyet taşımalıdır.
        Tren öğlen varması gerekiyor.
    """,
    "ar": """
        قضت المحكمة بأن الجنرال متواطئ في المجزرة.
        العاصفة مسؤولة عن مقتل صيادين.
        فتح المخزن أبوابه يوم الجمعة.
        مخزون القمح يكفي شهرين.
        يجب على السائق حمل رخصة.
        الوزير مسؤول عن إدارة الكوارث.
        الشركة شريكة في مشروع الميناء.
    """,
    "zh": """
        法院认定将军对这场屠杀负有责任。
        台风对两名渔民的死亡负有责任。
        司机必须携带驾照。
        部门应对洪水的演习周五举行。
        列车应该在中午到达。
        研究人员发现水是干净的。
        部长负责灾害管理。
    """,
}

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


def lines(texts: dict[str, str]) -> list[tuple[str, str]]:
    """(language, sentence) of each line."""
    return [(language, line.strip()) for language, text in texts.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "text"), [*lines(REVIEWED), *lines(LATER)])
def test_reporting_is_no_opinion(language: str, text: str) -> None:
    found = values(text, language)
    assert found
    assert not any("opinion" in value for value in found)


@pytest.mark.parametrize(("language", "frame", "words"), PAIRS)
def test_both_sides_words_weigh_the_same(language: str, frame: str, words: list[str]) -> None:
    modes = {word: [value.split()[1] for value in values(frame.format(word), language)] for word in words}
    assert all(modes.values())
    assert len({tuple(found) for found in modes.values()}) == 1, modes
