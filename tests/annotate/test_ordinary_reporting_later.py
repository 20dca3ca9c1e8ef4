"""Ordinary reporting has the words of judgement in other company: further sets.

Courts and inquiries, research, accidents, sport, timetables, rules, duties and offices, in eleven
languages, all invented.
"""

import pytest

from certainty_of import values

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

# two more sets written later still: 64 of 78 at the first look, and, after mending, 45 of 46
LAST = {
    "en": """
        The inquest concluded that the council bears the blame for the flood.
        The goalkeeper should be fit by the weekend.
        Residents should boil water before drinking it.
        The regulator said the airline was responsible for the deaths of three passengers.
        The army is responsible for crimes committed by its recruits abroad.
        The soldiers respect the rights of way on the moor.
        The park values the lives of its trees at four million.
        The film is a betrayal story set in a mill town.
        Critics of the plan said they were to blame for the delay.
        The police have charged a man with incitement.
        A senior judge said sentences must be held in public.
        The party's responsibility for deaths in custody was debated in the chamber.
        The nurse should take the temperature twice a day.
        The minister was responsible for the tragedy fund until May.
        The virus was responsible for the deaths of ten cattle.
        The team was guilty of a late foul.
        The coach said the players were guilty of the crime of losing the ball.
        The article must not exceed ten pages.
        The committee must act on the petition within a month.
        The prince is a coward in the play.
        The appeal panel held that the state did not respect the dignity of the inmates.
        The vote should be counted in the town hall.
        A cracked rail was to blame for the derailment.
        The bishop is responsible for the parish and its graves.
        The vaccine should protect against both strains.
        The ferry must not carry more than forty cars.
    """,
    "de": """
        Der Sturm war für den Tod zweier Fischer verantwortlich.
        Die Regierung ist für den Bau der Brücke verantwortlich.
        Der Angeklagte ist schuldig an dem Verbrechen, urteilte die Kammer.
        Das Programm achtet die Rechte der Nutzer nicht, heißt es im Prüfbericht.
        Der Minister ist verantwortlich für die Opfer der Katastrophe.
        Die Ausstellung ist ein Skandal in drei Räumen.
        Fahrgäste sollten bis Freitag umbuchen.
        Das Feuer war schuld an der Katastrophe im Werk.
        Besucher dürfen die Brücke nicht betreten.
        Der Trainer ist verantwortlich für die Abwehr.
        Die Kammer sprach den Mann vom Vorwurf des Mordes frei.
    """,
    "fr": """
        La cour d'assises a reconnu que le ministre est complice du crime.
        Le gouvernement est responsable de la sécurité.
        La panne est responsable du carnage sur la route.
        Le ministre est responsable des victimes du massacre.
        Il faut un permis pour pêcher.
        Le film est une farce en deux actes.
        Les élèves doivent payer leurs livres.
        Le parquet estime que le maire est complice du crime.
        Le vent est responsable de la catastrophe.
        Il faut trois œufs et du lait.
        Le préfet est responsable de la police.
    """,
    "es": """
        El incendio es responsable de la muerte de tres vacas.
        El ministro es responsable de las víctimas de la tragedia.
        Debería llover el viernes.
        La obra es una farsa en tres actos.
        El alcalde debe presentar la cuenta en mayo.
        El jurado decidió que el gobierno es culpable de crímenes.
        El viento es responsable de la catástrofe.
        La fiscalía cree que el gobierno es cómplice del crimen.
        El alcalde es responsable de la policía local.
        Hay que cruzar el puente para llegar al valle.
    """,
    "it": """
        L'incendio è responsabile della morte di tre mucche.
        Il treno dovrebbe arrivare venerdì.
        L'opera è una farsa in tre atti.
        Il sindaco deve presentare i conti a maggio.
        La giuria ha deciso che il governo è colpevole di crimini.
        Il vento è responsabile della catastrofe.
        La procura ritiene che il governo sia complice del crimine.
        Il sindaco è responsabile della polizia locale.
        Bisogna attraversare il ponte per arrivare alla valle.
    """,
    "pl": """
        Pociąg powinien przyjechać wieczorem.
        Sztuka była farsą w trzech aktach.
        Rząd odpowiada za drogi i mosty.
        Pożar jest odpowiedzialny za śmierć trzech krów.
        Ława przysięgłych uznała, że minister jest winny zbrodni.
        Wiatr jest odpowiedzialny za katastrofę.
        Prokuratura twierdzi, że rząd jest winny zbrodni.
        Burmistrz odpowiada za policję.
        Trzeba przejść przez most, aby dotrzeć do doliny.
    """,
    "ru": """
        Пожар виновен в гибели трёх коров.
        Министр несёт ответственность за строительство моста.
        Спектакль был фарсом в двух действиях.
        Присяжные решили, что генерал виновен в преступлении.
        Участники должны зарегистрироваться на сайте.
        Учёные уважают права животных.
        Ветер виновен в катастрофе.
        Прокуратура считает, что правительство виновно в преступлении.
        Мэр отвечает за полицию.
        Чтобы попасть в долину, надо перейти мост.
    """,
    "uk": """
        Пожежа винна у загибелі трьох корів.
        Міністр несе відповідальність за будівництво мосту.
        Вистава була фарсом на дві дії.
        Учасники повинні зареєструватися на сайті.
        Потрібно дві години, щоб дістатися узбережжя.
        Вітер винен у катастрофі.
        Прокуратура вважає, що уряд винен у злочині.
        Мер відповідає за поліцію.
        Щоб потрапити в долину, треба перейти міст.
    """,
    "tr": """
        Yangın üç ineğin ölümünden sorumludur.
        Bakan köprünün yapımından sorumludur.
        Oyun iki perdelik bir komedidir.
        Yolcular bilet almalıdır.
        Jüri bakanın suçlu olduğuna karar verdi.
        Rüzgar felaketten sorumludur.
        Savcılık, hükümetin katliamdan sorumlu olduğunu düşünüyor.
        Belediye başkanı polisten sorumludur.
        Vadiye ulaşmak için köprüyü geçmek gerekiyor.
    """,
    "ar": """
        الحريق مسؤول عن مقتل ثلاث بقرات.
        الحكومة مسؤولة عن بناء الجسر.
        يجب على الركاب شراء تذكرة.
        قررت هيئة المحلفين أن الوزير مذنب.
        تحتاج المدينة إلى مخزن جديد.
        الرياح مسؤولة عن الكارثة.
        ترى النيابة أن الحكومة متواطئة في الجريمة.
        رئيس البلدية مسؤول عن الشرطة.
        سافر الفريق إلى الشمال.
    """,
    "zh": """
        火灾对三头牛的死亡负有责任。
        政府负责修建大桥。
        这部戏是一场闹剧，分两幕。
        乘客必须购票。
        陪审团认定部长对罪行负有责任。
        学生应该在九点前到校。
        大风对死亡事故负有责任。
        检方认为政府对屠杀负有责任。
        市长负责警察部门。
        必须过桥才能到达山谷。
    """,
}


def lines(texts: dict[str, str]) -> list[tuple[str, str]]:
    """(language, sentence) of each line."""
    return [(language, line.strip()) for language, text in texts.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "text"), [*lines(LATER), *lines(LAST)])
def test_reporting_is_no_opinion(language: str, text: str) -> None:
    found = values(text, language)
    assert found
    assert not any("opinion" in value for value in found)
