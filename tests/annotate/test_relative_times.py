"""Times told from the day of publication in every language, each beside what only looks like one."""

import datetime

import pytest

from factory import article
from sayso.annotate.calendar_spans import TimeExpression
from sayso.annotate.names import mentions
from sayso.annotate.phrases import tokenise
from sayso.annotate.quantities import quantities
from sayso.annotate.times import times_in
from sayso.model import Clock, Interval
from sayso.vocab import MentionKind

THURSDAY = Clock(
    value=datetime.datetime(2031, 3, 13, 12, tzinfo=datetime.UTC), precision="day", text="13 March 2031", basis="meta"
)


def times(language: str, text: str, published: Clock | None = THURSDAY) -> list[TimeExpression]:
    return times_in(tokenise(text), language, published)


def names(language: str, text: str, published: Clock | None = THURSDAY) -> list[str]:
    return [time.name for time in times(language, text, published)]


def days(interval: Interval | None) -> tuple[str, str, str]:
    assert interval is not None
    assert interval.earliest is not None
    assert interval.latest is not None
    return interval.earliest.date().isoformat(), interval.latest.date().isoformat(), interval.precision


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The bridge fell last year.", "2030"),
        ("en", "The bridge fell two years ago.", "2029"),
        ("en", "The bridge fell a year ago.", "2030"),
        ("en", "It closes next month.", "2031-04"),
        ("en", "It closed last week.", "2031-W10"),
        ("en", "It fell three weeks ago.", "2031-W08"),
        ("en", "It fell five days ago.", "2031-03-08"),
        ("en", "It will open in two weeks' time.", "2031-W13"),
        ("en", "It opens next week.", "2031-W12"),
        ("de", "Die Brücke fiel letztes Jahr.", "2030"),
        ("de", "Die Brücke fiel im vergangenen Jahr.", "2030"),
        ("de", "Die Brücke fiel vor zwei Jahren.", "2029"),
        ("de", "Die Brücke öffnet nächste Woche.", "2031-W12"),
        ("de", "Die Brücke öffnet in zwei Wochen.", "2031-W13"),
        ("de", "Vor einem Monat fiel die Brücke.", "2031-02"),
        ("de", "Vor mehr als zwei Jahren fiel die Brücke.", "2029"),
        ("fr", "Le pont est tombé l'an dernier.", "2030"),
        ("fr", "Le pont est tombé l'année dernière.", "2030"),
        ("fr", "Le pont est tombé il y a deux ans.", "2029"),
        ("fr", "Le pont ouvre la semaine prochaine.", "2031-W12"),
        ("fr", "Le pont ouvre dans deux semaines.", "2031-W13"),
        ("es", "El puente cayó el año pasado.", "2030"),
        ("es", "El puente cayó hace dos años.", "2029"),
        ("es", "El puente abre la semana próxima.", "2031-W12"),
        ("es", "El puente abre la semana que viene.", "2031-W12"),
        ("ru", "Мост упал в прошлом году.", "2030"),
        ("ru", "Мост упал два года назад.", "2029"),
        ("ru", "Мост упал год назад.", "2030"),
        ("ru", "Мост откроют на следующей неделе.", "2031-W12"),
        ("ru", "Мост откроют через две недели.", "2031-W13"),
        ("uk", "Міст упав минулого року.", "2030"),
        ("uk", "Міст упав торік.", "2030"),
        ("uk", "Міст упав два роки тому.", "2029"),
        ("uk", "Міст відкриють наступного тижня.", "2031-W12"),
        ("be", "Мост упаў летась.", "2030"),
        ("be", "Мост упаў два гады таму.", "2029"),
        ("be", "Мост адкрыюць на наступным тыдні.", "2031-W12"),
        ("pl", "Most runął w zeszłym roku.", "2030"),
        ("pl", "Most runął dwa lata temu.", "2029"),
        ("pl", "Most otworzą w przyszłym tygodniu.", "2031-W12"),
        ("pl", "Most runął przed dwoma laty.", "2029"),
        ("it", "Il ponte è caduto l'anno scorso.", "2030"),
        ("it", "Il ponte è caduto due anni fa.", "2029"),
        ("it", "Il ponte apre la prossima settimana.", "2031-W12"),
        ("pt", "A ponte caiu no ano passado.", "2030"),
        ("pt", "A ponte caiu há dois anos.", "2029"),
        ("pt", "A ponte abre na próxima semana.", "2031-W12"),
        ("nl", "De brug stortte vorig jaar in.", "2030"),
        ("nl", "De brug stortte twee jaar geleden in.", "2029"),
        ("nl", "De brug opent volgende week.", "2031-W12"),
        ("tr", "Köprü geçen yıl çöktü.", "2030"),
        ("tr", "Köprü iki yıl önce çöktü.", "2029"),
        ("tr", "Köprü gelecek yıl açılacak.", "2032"),
        ("tr", "Köprü gelecek hafta açılacak.", "2031-W12"),
        ("ar", "انهار الجسر العام الماضي.", "2030"),
        ("ar", "انهار الجسر قبل عامين.", "2029"),
        ("ar", "انهار الجسر قبل ثلاثة أعوام.", "2028"),
        ("ar", "يفتح الجسر الأسبوع المقبل.", "2031-W12"),
        ("fa", "پل سال گذشته فرو ریخت.", "2030"),
        ("fa", "پل دو سال پیش فرو ریخت.", "2029"),
        ("fa", "پل هفته آینده باز می‌شود.", "2031-W12"),
        ("he", "הגשר קרס בשנה שעברה.", "2030"),
        ("he", "הגשר קרס לפני שנתיים.", "2029"),
        ("he", "הגשר קרס לפני חמש שנים.", "2026"),
        ("he", "הגשר ייפתח בשבוע הבא.", "2031-W12"),
        ("zh", "大桥去年坍塌。", "2030"),
        ("zh", "大桥明年通车。", "2032"),
        ("zh", "大桥两年前坍塌。", "2029"),
        ("zh", "大桥下周通车。", "2031-W12"),
        ("zh", "大桥上个月坍塌。", "2031-02"),
        ("zh", "大桥三个月前坍塌。", "2030-12"),
        ("ja", "橋は昨年崩落した。", "2030"),
        ("ja", "橋は来年開通する。", "2032"),
        ("ja", "橋は2年前に崩落した。", "2029"),
        ("ja", "橋は来週開通する。", "2031-W12"),
        ("ja", "橋は3か月前に崩落した。", "2030-12"),
        ("ko", "다리는 작년에 무너졌다.", "2030"),
        ("ko", "다리는 지난해 무너졌다.", "2030"),
        ("ko", "다리는 내년 개통한다.", "2032"),
        ("ko", "다리는 2년 전 무너졌다.", "2029"),
        ("ko", "다리는 다음 주 개통한다.", "2031-W12"),
        ("ko", "다리는 두 달 전 무너졌다.", "2031-01"),
        ("hi", "पुल पिछले साल गिरा।", "2030"),
        ("hi", "पुल दो साल पहले गिरा।", "2029"),
        ("hi", "पुल अगले हफ्ते खुलेगा।", "2031-W12"),
        ("bn", "গত বছর সেতুটি ধসে পড়ে।", "2030"),
        ("bn", "দুই বছর আগে সেতুটি ধসে পড়ে।", "2029"),
        ("bn", "আগামী সপ্তাহে সেতুটি খুলবে।", "2031-W12"),
        ("ur", "پل گزشتہ سال گرا۔", "2030"),
        ("ur", "پل دو سال قبل گرا۔", "2029"),
        ("ur", "پل اگلے ہفتے کھلے گا۔", "2031-W12"),
        ("th", "สะพานถล่มเมื่อปีที่แล้ว", "2030"),
        ("th", "สะพานถล่มเมื่อสองปีก่อน", "2029"),
        ("th", "สะพานถล่มเมื่อ 2 ปีก่อน", "2029"),
        ("th", "สะพานจะเปิดในสัปดาห์หน้า", "2031-W12"),
        ("vi", "Cây cầu sập năm ngoái.", "2030"),
        ("vi", "Cây cầu sập hai năm trước.", "2029"),
        ("vi", "Cây cầu sập cách đây năm năm.", "2026"),
        ("vi", "Cây cầu sẽ mở tuần tới.", "2031-W12"),
        ("id", "Jembatan itu runtuh tahun lalu.", "2030"),
        ("id", "Jembatan itu runtuh dua tahun lalu.", "2029"),
        ("id", "Jembatan itu runtuh setahun lalu.", "2030"),
        ("id", "Jembatan itu dibuka pekan depan.", "2031-W12"),
        ("sw", "Daraja lilianguka mwaka jana.", "2030"),
        ("sw", "Daraja lilianguka miaka miwili iliyopita.", "2029"),
        ("sw", "Daraja litafunguliwa wiki ijayo.", "2031-W12"),
        ("ku", "Pir sala borî hilweşiya.", "2030"),
        ("ku", "Pir du sal berê hilweşiya.", "2029"),
        ("ku", "Pir dê hefteya bê vebe.", "2031-W12"),
        ("ht", "Pon an tonbe ane pase.", "2030"),
        ("ht", "Pon an tonbe sa gen dezan.", "2029"),
        ("ht", "Pon an ap louvri semèn pwochèn.", "2031-W12"),
        ("sl", "Most se je zrušil lani.", "2030"),
        ("sl", "Most se je zrušil pred dvema letoma.", "2029"),
        ("sl", "Most bodo odprli prihodnji teden.", "2031-W12"),
        ("hr", "Most se srušio prošle godine.", "2030"),
        ("hr", "Most se srušio prije dvije godine.", "2029"),
        ("hr", "Most se otvara idući tjedan.", "2031-W12"),
        ("sr", "Мост се срушио прошле године.", "2030"),
        ("sr", "Мост се срушио пре две године.", "2029"),
        ("sr", "Most se otvara sledeće nedelje.", "2031-W12"),
        ("bs", "Most se srušio prošle godine.", "2030"),
        ("bs", "Most se srušio prije dvije godine.", "2029"),
        ("bs", "Most se otvara naredne sedmice.", "2031-W12"),
        ("cs", "Most se zřítil loni.", "2030"),
        ("cs", "Most se zřítil před dvěma lety.", "2029"),
        ("cs", "Most se otevře příští týden.", "2031-W12"),
        ("sk", "Most sa zrútil vlani.", "2030"),
        ("sk", "Most sa zrútil pred dvoma rokmi.", "2029"),
        ("sk", "Most sa otvorí budúci týždeň.", "2031-W12"),
        ("bg", "Мостът падна миналата година.", "2030"),
        ("bg", "Мостът падна преди две години.", "2029"),
        ("bg", "Мостът ще отвори следващата седмица.", "2031-W12"),
        ("el", "Η γέφυρα έπεσε πέρυσι.", "2030"),
        ("el", "Η γέφυρα έπεσε πριν από δύο χρόνια.", "2029"),
        ("el", "Η γέφυρα ανοίγει την επόμενη εβδομάδα.", "2031-W12"),
        ("hu", "A híd tavaly leomlott.", "2030"),
        ("hu", "A híd két évvel ezelőtt leomlott.", "2029"),
        ("hu", "A híd a jövő héten nyílik.", "2031-W12"),
        ("ro", "Podul s-a prăbușit anul trecut.", "2030"),
        ("ro", "Podul s-a prăbușit acum doi ani.", "2029"),
        ("ro", "Podul s-a prăbușit în urmă cu 20 de ani.", "2011"),
        ("ro", "Podul se deschide săptămâna viitoare.", "2031-W12"),
        ("sv", "Bron rasade förra året.", "2030"),
        ("sv", "Bron rasade för två år sedan.", "2029"),
        ("sv", "Bron öppnar nästa vecka.", "2031-W12"),
        ("da", "Broen styrtede sammen sidste år.", "2030"),
        ("da", "Broen styrtede sammen for to år siden.", "2029"),
        ("da", "Broen åbner næste uge.", "2031-W12"),
        ("no", "Brua raste i fjor.", "2030"),
        ("no", "Brua raste for to år siden.", "2029"),
        ("no", "Brua åpner neste uke.", "2031-W12"),
        ("et", "Sild varises mullu.", "2030"),
        ("et", "Sild varises kaks aastat tagasi.", "2029"),
        ("et", "Sild avatakse järgmisel nädalal.", "2031-W12"),
        ("fi", "Silta sortui viime vuonna.", "2030"),
        ("fi", "Silta sortui kaksi vuotta sitten.", "2029"),
        ("fi", "Silta avataan ensi viikolla.", "2031-W12"),
        ("lt", "Tiltas sugriuvo pernai.", "2030"),
        ("lt", "Tiltas sugriuvo prieš dvejus metus.", "2029"),
        ("lt", "Tiltas bus atidarytas kitą savaitę.", "2031-W12"),
        ("ca", "El pont va caure l'any passat.", "2030"),
        ("ca", "El pont va caure fa dos anys.", "2029"),
        ("ca", "El pont obre la setmana vinent.", "2031-W12"),
    ],
)
def test_a_year_a_month_or_a_week_is_placed_by_publication(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]
    assert times(language, text)[0].interval is not None
    assert [time.interval for time in times(language, text, None)] == [None]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("The bridge fell last year.", ("2030-01-01", "2030-12-31", "year")),
        ("The bridge fell two years ago.", ("2029-01-01", "2029-12-31", "year")),
        ("The bridge fell more than two years ago.", ("2028-01-01", "2030-12-31", "year")),
        ("The bridge fell twenty years ago.", ("2009-01-01", "2013-12-31", "year")),
        ("It closes next month.", ("2031-04-01", "2031-04-30", "month")),
        ("It closed two months ago.", ("2030-12-17", "2031-02-15", "month")),
        ("It closed last week.", ("2031-03-02", "2031-03-09", "week")),  # weeks begin on a Sunday or a Monday
        ("It closed three weeks ago.", ("2031-02-13", "2031-02-26", "week")),
        ("It closed five days ago.", ("2031-03-07", "2031-03-09", "week")),
        ("It closed two days ago.", ("2031-03-11", "2031-03-11", "day")),
    ],
)
def test_what_is_counted_is_taken_wider_than_its_unit(text: str, stretch: tuple[str, str, str]) -> None:
    assert [days(time.interval) for time in times("en", text)] == [stretch]


def test_in_a_january_a_year_ago_may_be_the_year_before_the_last() -> None:
    january = Clock(value=datetime.datetime(2031, 1, 9, tzinfo=datetime.UTC), precision="day", text="", basis="meta")
    assert days(times("en", "It fell a year ago.", january)[0].interval) == ("2029-01-01", "2030-12-31", "year")


def test_a_week_begins_on_monday_where_none_begins_otherwise() -> None:
    assert days(times("de", "Letzte Woche fiel die Brücke.")[0].interval) == ("2031-03-03", "2031-03-09", "week")


def test_a_year_of_the_solar_calendar_runs_into_the_next() -> None:
    assert days(times("fa", "پل سال گذشته فرو ریخت.")[0].interval) == ("2029-03-21", "2030-12-31", "year")


def test_who_is_dated_to_the_year_alone_gives_no_place_to_last_week() -> None:
    year = Clock(value=datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC), precision="year", text="2031", basis="meta")
    assert [time.interval for time in times("en", "It closed last week.", year)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He is 12 years old."),
        ("en", "A two-year-old was hurt."),
        ("en", "They fought for two years."),
        ("en", "He was sentenced to two years in prison."),
        ("en", "Over the last two years prices rose."),
        ("en", "In the last week 30 died."),
        ("en", "since last year"),
        ("en", "for the first time in ten years"),
        ("en", "the next fiscal year"),
        ("en", "A third smaller than last year."),
        ("en", "two or three years ago"),
        ("en", "in the last year of the war"),
        ("en", "last week of June"),
        ("de", "seit letztem Jahr"),
        ("de", "zum dritten Mal in zwei Jahren"),
        ("de", "in den letzten zwei Jahren"),
        ("de", "Er ist zwei Jahre alt."),
        ("de", "zwei Jahre Haft"),
        ("fr", "depuis deux ans"),
        ("fr", "depuis l'an dernier"),
        ("fr", "ces deux dernières années"),
        ("fr", "cette année-là"),
        ("es", "desde hace dos años"),
        ("es", "en los últimos dos años"),
        ("es", "desde el año pasado"),
        ("it", "negli ultimi due anni"),
        ("it", "dall'anno scorso"),
        ("pt", "desde o ano passado"),
        ("ru", "с прошлого года"),
        ("ru", "за последние два года"),
        ("ru", "через два года после войны"),
        ("ru", "приговорён к двум годам"),
        ("uk", "з минулого року"),
        ("pl", "od zeszłego roku"),
        ("tr", "seçimden iki yıl önce"),
        ("tr", "son iki yılda"),
        ("ar", "منذ العام الماضي"),
        ("ar", "قبل عامين من الحرب"),
        ("he", "מאז השנה שעברה"),
        ("zh", "去年以来"),
        ("zh", "以上周边"),
        ("ja", "来年度の予算"),
        ("ja", "事件の2年前"),
        ("ja", "昨年から続く"),
        ("ko", "지난해부터"),
        ("ko", "지난해보다"),
        ("ko", "2년 전부터"),
        ("hi", "चुनाव से दो साल पहले"),
        ("bn", "নির্বাচনের দুই বছর আগে"),
        ("fa", "دو سال پیش از جنگ"),
        ("vi", "hai năm trước khi"),
        ("id", "sejak tahun lalu"),
        ("sw", "katika miaka miwili iliyopita"),
        ("fi", "viime vuosina"),
        ("sv", "sedan förra året"),
        ("nl", "sinds vorig jaar"),
        ("hu", "tavaly óta"),
        ("el", "δύο χρόνια πριν από τις εκλογές"),
        ("el", "από πέρυσι"),
        ("cs", "od loňska"),
        ("ro", "din anul trecut"),
        ("en", "1,500 years ago"),
        ("en", "two and a half years ago"),
        ("de", "Er überquerte das Meer in 51 Tagen."),
    ],
)
def test_what_only_looks_like_one(language: str, text: str) -> None:
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "It fell in June of last year.", "2030-06"),
        ("en", "It fell on 5 June last year.", "2030-06-05"),
        ("en", "It fell on Tuesday last week.", "2031-03-04"),
        ("en", "They meet on Tuesday next week.", "2031-03-18"),
        ("de", "Im Juni vergangenen Jahres fiel die Brücke.", "2030-06"),
        ("de", "Sie öffnet am Dienstag nächster Woche.", "2031-03-18"),
        ("fr", "Le pont est tombé en juin de l'année dernière.", "2030-06"),
        ("es", "El puente cayó el 5 de junio del año pasado.", "2030-06-05"),
        ("ru", "Мост упал в июне прошлого года.", "2030-06"),
        ("zh", "大桥去年6月坍塌。", "2030-06"),
        ("zh", "下周二开会。", "2031-03-18"),
        ("zh", "上星期天开会。", "2031-03-09"),
        ("ja", "橋は昨年6月に崩落した。", "2030-06"),
        ("ja", "先月12日に崩落した。", "2031-02-12"),
        ("ko", "다리는 지난해 6월 무너졌다.", "2030-06"),
        ("ko", "지난달 12일 오전 무너졌다.", "2031-02-12"),
        ("vi", "Vụ việc xảy ra vào thứ Ba tuần trước.", "2031-03-04"),
        ("id", "Sidang digelar Selasa pekan depan.", "2031-03-18"),
        ("sw", "Daraja lilianguka Jumanne ya wiki iliyopita.", "2031-03-04"),
        ("hi", "पुल पिछले सप्ताह मंगलवार को गिरा।", "2031-03-04"),
        ("fi", "Silta sortui viime viikon tiistaina.", "2031-03-04"),
    ],
)
def test_one_time_says_where_the_other_lies(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]


def test_a_number_of_years_ago_is_no_figure() -> None:
    assert list(quantities(article("Two years ago the bridge of Vellmar fell.", published=THURSDAY))) == []
    served = quantities(article("He served two years in prison.", published=THURSDAY))
    assert [quantity.low for quantity in served] == [2.0]


def test_a_name_of_such_words_is_none() -> None:
    told = article("The magazine Next Week was sold to a printer in Vellmar.", published=THURSDAY)
    assert MentionKind.TIME not in {mention.kind for mention in mentions(told)}
    told = article("The magazine was sold next week to a printer in Vellmar.", published=THURSDAY)
    assert MentionKind.TIME in {mention.kind for mention in mentions(told)}
