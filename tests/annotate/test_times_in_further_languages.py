"""Times in the languages that came to the list of calendar words later, each beside what only looks like one."""

import datetime

import pytest

from factory import article
from sayso.annotate.phrases import tokenise
from sayso.annotate.quantities import quantities
from sayso.annotate.times import times_in
from sayso.model import Clock

THURSDAY = Clock(
    value=datetime.datetime(2031, 3, 13, 12, tzinfo=datetime.UTC), precision="day", text="13 March 2031", basis="meta"
)
FULL, YESTERDAY, TUESDAY = "2031-03-04", "2031-03-12", "2031-03-11"


def names(language: str, text: str, published: Clock | None = THURSDAY) -> list[str]:
    return [time.name for time in times_in(tokenise(text), language, published)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bn", "বাঁধটি ভেঙে পড়ে ৪ মার্চ ২০৩১ তারিখে।"),
        ("bs", "Brana je pukla 4. marta 2031. godine kod Brezovca."),
        ("ca", "La presa es va trencar el 4 de març del 2031 a Vallserra."),
        ("da", "Dæmningen brast den 4. marts 2031 ved Skovbæk."),
        ("et", "Tamm purunes 4. märtsil 2031. aastal Kaasikul."),
        ("fi", "Pato murtui 4. maaliskuuta 2031 Koivulammella."),
        ("he", "הסכר קרס ב-4 במרץ 2031 ליד נחל עדי."),
        ("hi", "बांध 4 मार्च 2031 को टूटा।"),
        ("ht", "Baraj la kase 4 mas 2031 nan Bwanèf."),
        ("id", "Bendungan itu jebol pada 4 Maret 2031 di Sukarimba."),
        ("ms", "Empangan itu pecah pada 4 Mac 2031 di Belmar."),
        ("ko", "댐은 2031년 3월 4일 무너졌다."),
        ("ku", "Bendav di 4'ê Adarê 2031 de hilweşiya."),
        ("lt", "Užtvanka įgriuvo 2031 m. kovo 4 d. prie Ąžuolynės."),
        ("no", "Demningen brast 4. mars 2031 ved Furulia."),
        ("sw", "Bwawa lilipasuka tarehe 4 Machi 2031 huko Mtondoni."),
        ("sw", "Bwawa lilipasuka Machi 4, 2031 huko Mtondoni."),
        ("th", "เขื่อนแตกเมื่อวันที่ 4 มีนาคม 2574 ที่บ้านหนองแก้ว"),
        ("th", "เขื่อนแตกเมื่อวันที่ 4 มี.ค. 2574 ที่บ้านหนองแก้ว"),
        ("th", "เขื่อนแตกเมื่อวันที่ 4 มีนาคม 2031 ที่บ้านหนองแก้ว"),
        ("ur", "بند 4 مارچ 2031 کو ٹوٹا۔"),
        ("vi", "Đập vỡ ngày 4 tháng 3 năm 2031 ở Suối Mơ."),
        ("vi", "Đập vỡ ngày 4 tháng Ba năm 2031 ở Suối Mơ."),
        ("vi", "Đập vỡ sáng 4/3 ở Suối Mơ."),
        ("id", "Bendungan itu jebol Minggu (4/3) di Sukarimba."),
        ("ko", "댐은 지난 4일 무너졌다."),
        ("ko", "4일 소방당국에 따르면 댐이 무너졌다."),
        ("ko", "댐은 4일(현지시간) 무너졌다."),
        ("lt", "Užtvanka įgriuvo kovo 4 dieną."),
    ],
)
def test_dates(language: str, text: str) -> None:
    assert names(language, text) == [FULL]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("bn", "মঙ্গলবারের হামলায় সেতুটি ধসে পড়ে।", TUESDAY),
        ("bn", "গতকাল সেতুটি ধসে পড়ে।", YESTERDAY),
        ("bs", "U utorak se srušio most.", TUESDAY),
        ("bs", "Jučer se srušio most.", YESTERDAY),
        ("ca", "Dimarts va caure el pont.", TUESDAY),
        ("ca", "Ahir va caure el pont.", YESTERDAY),
        ("da", "Tirsdag styrtede broen sammen.", TUESDAY),
        ("da", "Broen styrtede sammen i går.", YESTERDAY),
        ("et", "Sild varises teisipäeval.", TUESDAY),
        ("et", "Sild varises eile.", YESTERDAY),
        ("fi", "Silta sortui tiistaina.", TUESDAY),
        ("fi", "Silta sortui eilen.", YESTERDAY),
        ("he", "הגשר קרס ביום שלישי.", TUESDAY),
        ("he", "הגשר קרס בשבת.", "2031-03-08"),
        ("he", "הגשר קרס ביום ראשון.", "2031-03-09"),
        ("he", "הגשר קרס אתמול.", YESTERDAY),
        ("hi", "पुल मंगलवार को गिरा।", TUESDAY),
        ("ht", "Pon an tonbe madi.", TUESDAY),
        ("ht", "Pon an tonbe yè.", YESTERDAY),
        ("id", "Jembatan itu runtuh pada Selasa.", TUESDAY),
        ("id", "Jembatan itu runtuh kemarin.", YESTERDAY),
        ("ms", "Jambatan itu runtuh pada Selasa.", TUESDAY),
        ("ms", "Jambatan itu runtuh semalam.", YESTERDAY),
        ("ko", "다리는 화요일에 무너졌다.", TUESDAY),
        ("ko", "다리는 어제 무너졌다.", YESTERDAY),
        ("ku", "Pir roja sêşemê hilweşiya.", TUESDAY),
        ("lt", "Tiltas sugriuvo antradienį.", TUESDAY),
        ("lt", "Tiltas sugriuvo vakar.", YESTERDAY),
        ("no", "Brua raste tirsdag.", TUESDAY),
        ("no", "Brua raste i går.", YESTERDAY),
        ("sw", "Daraja lilianguka Jumanne.", TUESDAY),
        ("sw", "Daraja lilianguka jana.", YESTERDAY),
        ("th", "เมื่อวันอังคารที่ผ่านมา สะพานถล่ม", TUESDAY),
        ("th", "เมื่อวานนี้ สะพานถล่ม", YESTERDAY),
        ("ur", "پل منگل کو گرا۔", TUESDAY),
        ("ur", "پل گزشتہ روز گرا۔", YESTERDAY),
        ("vi", "Cây cầu sập vào thứ Ba.", TUESDAY),
        ("vi", "Cây cầu sập hôm qua.", YESTERDAY),
        ("ko", "오는 화요일 회의가 열린다.", "2031-03-18"),
        ("ko", "회의는 오는 20일 열린다.", "2031-03-20"),
        ("ko", "다리는 지난 20일 무너졌다.", "2031-02-20"),
        ("id", "Sidang digelar Selasa depan.", "2031-03-18"),
        ("vi", "Phiên tòa mở vào thứ Ba tới.", "2031-03-18"),
    ],
)
def test_days_placed_by_publication(language: str, text: str, day: str) -> None:
    assert names(language, text) == [day]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("bn", "রাত ১১টা ৩০ মিনিটে আগুন লাগে।", "T23:30"),
        ("ca", "El foc va començar a les 8 del vespre.", "T20:00"),
        ("da", "Branden begyndte klokken 11.30.", "T11:30"),
        ("et", "Tulekahju algas kell 11.30.", "T11:30"),
        ("fi", "Palo alkoi kello 11.30.", "T11:30"),
        ("he", "השריפה פרצה בשעה 8 בערב.", "T20:00"),
        ("hi", "आग शाम 5:30 बजे लगी।", "T17:30"),
        ("ht", "Dife a pran a 3 zè nan apremidi.", "T15:00"),
        ("id", "Kebakaran terjadi pukul 11.30 WIB.", "T11:30+07:00"),
        ("id", "Kebakaran terjadi pukul 8 malam.", "T20:00"),
        ("ms", "Kebakaran berlaku pada pukul 8 malam.", "T20:00"),
        ("ko", "불은 오후 3시 30분 시작됐다.", "T15:30"),
        ("ko", "불은 오전 11시 반께 시작됐다.", "T11:30"),
        ("lt", "Gaisras kilo 11.30 val. vakar sandėlyje.", "2031-03-12T11:30"),
        ("no", "Brannen startet kl. 11.30.", "T11:30"),
        ("th", "ไฟไหม้เมื่อเวลา 11.30 น.", "T11:30"),
        ("ur", "آگ صبح 11 بجے لگی۔", "T11:00"),
        ("vi", "Đám cháy xảy ra lúc 3 giờ chiều.", "T15:00"),
    ],
)
def test_hours(language: str, text: str, name: str) -> None:
    assert names(language, text)[0] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("bn", "২০২৯ সালে বাঁধটি তৈরি হয়।", "2029"),
        ("fi", "Pato valmistui vuonna 2029.", "2029"),
        ("he", "הסכר נבנה בשנת 2029.", "2029"),
        ("ko", "댐은 2029년에 지어졌다.", "2029"),
        ("ko", "댐은 2030년 11월 완공됐다.", "2030-11"),
        ("lt", "Užtvanka baigta 2029 metais.", "2029"),
        ("lt", "Užtvanka baigta 2030 metų lapkritį.", "2030-11"),
        ("th", "ในปี 2572 มีการสร้างเขื่อน", "2029"),
        ("ur", "بند 2029ء میں بنا۔", "2029"),
        ("vi", "Đập xây xong cuối tháng 11 năm 2030.", "2030-11"),
        ("vi", "Đập xây xong tháng 11/2030.", "2030-11"),
        ("fi", "Pato murtui helmikuussa.", "2031-02"),
        ("sw", "Bwawa lilipasuka mwezi Februari.", "2031-02"),
    ],
)
def test_months_and_years(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bn", "জুনায়েদ কারিম ৩ জনকে উদ্ধার করেন।"),  # a name that begins like June
        ("bn", "তিনি ৪টা গাড়ি কিনেছেন।"),
        ("bs", "Druga grupa broji 4 vojnika."),
        ("ca", "El segon ferit té 4 fills."),
        ("da", "Holdet fik 11.30 point."),
        ("da", "En march på 4 kilometer."),
        ("et", "Kiri saabus mail teel."),  # "in May" or "by mail"
        ("fi", "Kolme kuukautta myöhemmin tuli 4 miestä."),
        ("he", "הוא צם יום שני ברציפות."),  # a second day in a row, not Monday
        ("he", "הצוותים פועלים במרץ."),  # with vigour, not in March
        ("he", "במאי הסרט בן 40 נפצע."),  # a film director, not in May
        ("he", "היום השני של הדיונים נדחה."),
        ("hi", "वे कल आएंगे या कल आए थे।"),  # yesterday or tomorrow
        ("hi", "यह मामला आज तक अनसुलझा है।"),
        ("hi", "11 बजे"),  # of which half of the day
        ("ht", "Li mete yon mas sou figi li."),
        ("id", "Setelah dua minggu, 3/4 warga kembali."),  # a week, a fraction
        ("id", "Skornya 11.30."),
        ("ko", "12일 동안 계속된 수색은 3일째 비로 멈췄다."),  # for twelve days, the third day
        ("ko", "3일 만에 구조된 5명은 5개월 뒤 퇴원했다."),  # after three days, five months
        ("ko", "2000년 전 사원이다."),  # 2000 years ago
        ("ko", "음력 1월 1일 행사였다."),
        ("ko", "그는 2일 휴가를 썼다."),
        ("ko", "오늘날 이 다리는 없다."),
        ("ku", "Kanûn nû ye û 3 kes razî ne."),  # the law
        ("lt", "Prie kelio augo liepos ir 12 balandžių."),  # lindens, pigeons
        ("lt", "Balandžio 12 plunksnų rasta."),
        ("no", "Laget fikk 11.30 poeng."),
        ("sw", "Mkutano ulianza saa 3:00 asubuhi."),  # nine o'clock: hours are counted from dawn
        ("th", "มีผู้ชม 2567 คน"),
        ("ur", "بدھ مت کے 4 پیروکار آئے۔"),  # Buddhism, not Wednesday
        ("ur", "ہفتے میں 3 بار پانی آتا ہے۔"),  # a week, not Saturday
        ("vi", "Đây là lần thứ ba, nạn nhân thứ hai đã về."),  # the third time, the second victim
        ("vi", "Mỗi tháng 5 triệu đồng, trong 3 tháng 2 ngày."),
        ("vi", "Trong tháng 5 người bị bắt."),  # in the month five people, not in May
        ("vi", "Lễ rơi vào ngày 15 tháng 7 âm lịch."),
        ("vi", "Có 3/4 dân số đồng ý sau 5 năm 2000 cuộc họp."),
    ],
)
def test_what_only_looks_like_a_time(language: str, text: str) -> None:
    assert names(language, text) == []


def test_a_day_of_no_month_has_no_place_without_publication() -> None:
    assert names("ko", "댐은 지난 4일 무너졌다.", None) == ["---04"]
    assert names("vi", "Đập vỡ ngày 4/3 ở Suối Mơ.", None) == ["--03-04"]


def test_a_month_that_is_none_gives_no_date() -> None:
    assert names("vi", "Tỉ lệ ngày 4/15 là thấp.") == []
    assert names("ko", "15월 4일은 없다.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bn", "৩ মে ২০৩১ তারিখে ৩১ জন নিহত হন।"),
        ("bs", "U 11.30 sati 3. maja poginulo je 31 ljudi."),
        ("ca", "El 3 de maig a les 8 del vespre van morir 31 persones."),
        ("da", "Den 3. maj kl. 11.30 døde 31 personer."),
        ("et", "3. mail kell 11.30 hukkus 31 inimest."),
        ("fi", "3. toukokuuta kello 11.30 kuoli 31 ihmistä."),
        ("he", "ב-3 במאי 2031 בשעה 8 בערב נהרגו 31 בני אדם."),
        ("hi", "3 मई 2031 को 31 लोग मारे गए।"),
        ("ht", "Nan dat 3 me 2031, 31 moun mouri."),
        ("id", "Pada Selasa (3/5) pukul 11.30 WIB, 31 orang tewas."),
        ("ko", "지난 12일 오후 3시 30분쯤 공장에서 불이 나 31명이 숨졌다."),
        ("ku", "Di 3'ê Gulanê 2031 de 31 kes mirin."),
        ("lt", "2031 m. gegužės 3 d. 11.30 val. žuvo 31 žmogus."),
        ("no", "Den 3. mai kl. 11.30 døde 31 personer."),
        ("sw", "Tarehe 3 Mei 2031 watu 31 walifariki."),
        ("th", "เมื่อวันที่ 3 พ.ค. 2574 เวลา 11.30 น. มีผู้เสียชีวิต 31 คน"),
        ("ur", "3 مئی 2031 کو صبح 11 بجے 31 افراد ہلاک ہوئے۔"),
        ("vi", "Sáng 3/5, lúc 3 giờ chiều, 31 người chết."),
    ],
)
def test_the_numbers_of_a_date_count_nobody(language: str, text: str) -> None:
    assert [(q.low, q.measure) for q in quantities(article(text, language=language))] == [(31, "killed")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ko", "1894년 7월 25일 전쟁이 났다", "1894-07-25"),
        ("en", "on 1 January 1850 the bridge fell", "1850-01-01"),
        ("de", "Am 3. Mai 1500 Menschen evakuiert", "2031-05-03"),
    ],
)
def test_a_year_long_ago_is_no_year_of_now_and_a_count_is_no_year(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]
