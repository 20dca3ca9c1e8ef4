"""Ordinary reporting has the words of judgement in other company: none of it is an opinion.

Courts and inquiries, research, accidents, sport, timetables, rules, duties and offices, in eleven
languages, all invented.
"""

import pytest

from certainty_of import values

# collected by a reader who set out to break the rules: 145 were opinions then
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


def lines(texts: dict[str, str]) -> list[tuple[str, str]]:
    """(language, sentence) of each line."""
    return [(language, line.strip()) for language, text in texts.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "text"), lines(REVIEWED))
def test_reporting_is_no_opinion(language: str, text: str) -> None:
    found = values(text, language)
    assert found
    assert not any("opinion" in value for value in found)
