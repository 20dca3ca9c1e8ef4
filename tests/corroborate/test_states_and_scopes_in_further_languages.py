"""What befell those whom a figure counts, and what narrows a figure, in the languages that came to the lists later."""

import datetime

import pytest

from factory import article, said
from sayso.annotate.names import NameStage
from sayso.annotate.quantities import quantities
from sayso.corroborate.counted_states import states_of
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.scopes import has_part, opens_with_part, scopes
from sayso.model import Clock

DAY = Clock(value=datetime.datetime(2031, 3, 11, tzinfo=datetime.UTC), precision="day", text="", basis="test")


def _profile(language: str, text: str) -> Profile:
    made = article(text, language=language, published=DAY)
    records = [made, *said(made, text, by="Ostara Vel"), *quantities(made), *NameStage().run(made.id, [made])]
    (profile,) = Profiles(records).ordered()
    return profile


def _states(language: str, text: str) -> frozenset[str]:
    """The states of the figure 31."""
    profile = _profile(language, text)
    (figure,) = (f for f in profile.figures if f.low == 31)
    return states_of(profile, figure)


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("be", "У Вярбоўцы эвакуявалі 31 чалавека.", "evacuated"),
        ("be", "31 чалавек загінуў у Вярбоўцы.", "dead"),
        ("be", "31 вёска засталася без святла.", "without_power"),
        ("bn", "ভূমিধসে ৩১ জন নিহত হয়েছেন।", "dead"),
        ("bn", "পুলিশ ৩১ জনকে গ্রেপ্তার করেছে।", "arrested"),
        ("bn", "নৌকাডুবিতে ৩১ জন নিখোঁজ রয়েছেন।", "missing"),
        ("bs", "U Brezovcu je evakuisano 31 ljudi.", "evacuated"),
        ("bs", "Policija je uhapsila 31 osobu.", "arrested"),
        ("bs", "31 selo je ostalo bez struje.", "without_power"),
        ("ca", "A Vallserra han rescatat 31 persones.", "rescued"),
        ("ca", "Hi ha 31 persones desaparegudes.", "missing"),
        ("ca", "31 pobles continuen sense llum.", "without_power"),
        ("da", "I Skovbæk blev 31 personer anholdt.", "arrested"),
        ("da", "31 personer er savnet.", "missing"),
        ("da", "31 huse blev beskadiget.", "damaged"),
        ("et", "Kaasikul evakueeriti 31 inimest.", "evacuated"),
        ("et", "31 inimest sai surma.", "dead"),
        ("et", "31 küla on elektrita.", "without_power"),
        ("fa", "در این حادثه 31 نفر زخمی شدند.", "injured"),
        ("fa", "پلیس 31 نفر را بازداشت کرد.", "arrested"),
        ("fi", "Koivulammella pidätettiin 31 ihmistä.", "arrested"),
        ("fi", "31 ihmistä on kateissa.", "missing"),
        ("fi", "31 kylää on ilman sähköä.", "without_power"),
        ("he", "בנחל עדי נעצרו 31 בני אדם.", "arrested"),
        ("he", "31 בני אדם נהרגו.", "dead"),
        ("he", "31 בתים נהרסו.", "destroyed"),
        ("hi", "हादसे में 31 लोग घायल हो गए।", "injured"),
        ("hi", "पुलिस ने 31 लोगों को गिरफ्तार किया।", "arrested"),
        ("hi", "नाव डूबने से 31 लोग लापता हैं।", "missing"),
        ("ht", "Lapolis arete 31 moun.", "arrested"),
        ("ht", "31 moun blese nan Bwanèf.", "injured"),
        ("ht", "31 moun san kay.", "homeless"),
        ("ko", "이 사고로 31명이 숨졌다.", "dead"),
        ("ko", "경찰은 31명을 체포했다.", "arrested"),
        ("ko", "주민 31명이 대피했다.", "evacuated"),
        ("ku", "Di teqînê de 31 kes birîndar bûn.", "injured"),
        ("ku", "31 kes hatin girtin.", "arrested"),
        ("lt", "Ąžuolynėje evakuota 31 žmonių.", "evacuated"),
        ("lt", "Žuvo 31 žmonių.", "dead"),
        ("lt", "31 kaimas liko be elektros.", "without_power"),
        ("no", "I Furulia ble 31 personer pågrepet.", "arrested"),
        ("no", "31 personer er savnet.", "missing"),
        ("no", "31 bygder er uten strøm.", "without_power"),
        ("sw", "Huko Mtondoni watu 31 wamekamatwa.", "arrested"),
        ("sw", "Watu 31 wameokolewa.", "rescued"),
        ("sw", "Vijiji 31 viko bila umeme.", "without_power"),
        ("th", "ตำรวจจับกุม 31 คน", "arrested"),
        ("th", "บาดเจ็บ 31 คน", "injured"),
        ("th", "สูญหาย 31 คน", "missing"),
        ("ur", "حادثے میں 31 افراد زخمی ہوئے۔", "injured"),
        ("ur", "پولیس نے 31 افراد کو گرفتار کیا۔", "arrested"),
        ("ur", "31 افراد لاپتہ ہیں۔", "missing"),
        ("vi", "Ở Suối Mơ có 31 người mất tích.", "missing"),
        ("vi", "Công an bắt giữ 31 người.", "arrested"),
        ("vi", "31 xã bị mất điện.", "without_power"),
        ("bg", "В Еленово бяха евакуирани 31 души.", "evacuated"),
        ("bg", "31 души са задържани.", "arrested"),
        ("cs", "V Lipovci policie zadržela 31 lidí.", "arrested"),
        ("cs", "31 lidí je pohřešováno.", "missing"),
        ("el", "Στο Λιβαδερό συνελήφθησαν 31 άτομα.", "arrested"),
        ("el", "31 άτομα τραυματίστηκαν.", "injured"),
        ("hr", "U Brezovcu je uhićena 31 osoba.", "arrested"),
        ("hr", "31 osoba je spašena.", "rescued"),
        ("hu", "Erdőfalván 31 embert letartóztattak.", "arrested"),
        ("hu", "31 ember eltűnt.", "missing"),
        ("id", "Di Sukarimba 31 orang ditangkap.", "arrested"),
        ("id", "Sebanyak 31 orang tewas.", "dead"),
        ("id", "31 rumah terendam.", "flooded"),
        ("ja", "住民31人が避難した。", "evacuated"),
        ("ja", "警察は31人を逮捕した。", "arrested"),
        ("ja", "31棟が浸水した。", "flooded"),
        ("nl", "In Elzenhof werden 31 mensen aangehouden.", "arrested"),
        ("nl", "31 mensen zijn vermist.", "missing"),
        ("pt", "Em Vale Sereno foram resgatadas 31 pessoas.", "rescued"),
        ("pt", "31 pessoas morreram.", "dead"),
        ("ro", "La Poienari au fost arestate 31 de persoane.", "arrested"),
        ("ro", "31 de persoane sunt dispărute.", "missing"),
        ("sk", "V Lipovci polícia zadržala 31 ľudí.", "arrested"),
        ("sk", "31 ľudí je nezvestných.", "missing"),
        ("sl", "V Lipovcu je umrlo 31 ljudi.", "dead"),
        ("sl", "31 ljudi je pogrešanih.", "missing"),
        ("sl", "31 poškodovanih hiš je v Lipovcu.", "damaged"),
        ("sr", "U Lipovcu je uhapšena 31 osoba.", "arrested"),
        ("sr", "У Липовцу је евакуисана 31 особа.", "evacuated"),
        ("sv", "I Granby greps 31 personer.", "arrested"),
        ("sv", "31 personer skadades.", "injured"),
        ("sv", "31 skadade hus finns i Granby.", "damaged"),
    ],
)
def test_what_befell_those_who_are_counted(language: str, text: str, state: str) -> None:
    assert _states(language, text) == {state}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("be", "У школе 31 вучань."),
        ("bs", "U ambulanti ima 31 krevet za mrtvačnicu."),  # a morgue, not the dead
        ("ca", "Hi ha 31 morters a la plaça."),  # mortars
        ("cs", "Nemocnice léčí 31 pacientů s mrtvicí."),  # a stroke
        ("cs", "Na farmě je 31 kusů dobytka."),  # cattle, not conquered
        ("da", "I skolen går 31 elever."),
        ("el", "Στο νεκροταφείο υπάρχουν 31 δέντρα."),  # a cemetery
        ("et", "Päästeametis töötab 31 inimest."),  # the rescue board
        ("fi", "Pelastuslaitoksella on 31 työntekijää."),
        ("he", "במת העץ הוקמה ל-31 זמרים."),  # a stage, not "dead"
        ("he", "בחווה יש 31 כבשים."),  # sheep, not conquered
        ("hr", "Bolnica liječi 31 pacijenta, radi i mrtvozornik."),
        ("hu", "Az iskolában 31 diák tanul."),
        ("id", "Lukas membawa 31 buku."),  # a name
        ("ja", "構造31人が調べた。"),  # a structure
        ("ko", "이 구조물은 31명이 만들었다."),
        ("ko", "경상북도 주민 31명이 모였다."),  # a province, not the lightly hurt
        ("ko", "정전 협정 뒤 31명이 남았다."),  # an armistice, not a power cut
        ("ku", "31 mirov hatin civînê."),  # people, not the dead
        ("lt", "Ežere pagauta 31 žuvis."),  # fish, not the dead
        ("nl", "De school heeft 31 leerlingen."),
        ("no", "I skolen går 31 elever."),
        ("pt", "O morteiro pesa 31 quilos."),
        ("ro", "Primăria are 31 de angajați."),
        ("sk", "Nemocnica lieči 31 pacientov s mŕtvicou."),
        ("sl", "Prijeten večer je preživelo 31 gostov."),  # pleasant, not caught
        ("sv", "Det saknas 31 läkare i Granby."),  # the posts are vacant
        ("sw", "Shule ina wanafunzi 31."),
        ("th", "ตายาย 31 คน"),  # grandparents
        ("ur", "سکول میں 31 طلبہ ہیں۔"),
        ("vi", "Bà mất 31 con gà."),  # lost hens
        ("bn", "বিদ্যালয়ে ৩১ জন ছাত্র আছে।"),
        ("hi", "स्कूल में 31 छात्र हैं।"),
        ("fa", "در مدرسه 31 دانش‌آموز هستند."),
        ("sr", "Болница лечи 31 пацијента с мртвачницом."),
        ("bg", "В училището има 31 ученици."),
        ("ht", "Lekòl la gen 31 elèv."),
    ],
)
def test_words_that_only_begin_like_a_state(language: str, text: str) -> None:
    assert _states(language, text) == frozenset()


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("da", "Syv blev såret, 31 personer blev evakueret.", "evacuated"),
        ("fi", "Seitsemän kuoli, 31 ihmistä evakuoitiin.", "evacuated"),
        ("ko", "7명이 숨졌고, 31명이 대피했다.", "evacuated"),
        ("vi", "7 người chết, 31 người sơ tán.", "evacuated"),
        ("id", "Tujuh orang tewas, 31 orang mengungsi.", "evacuated"),
        ("he", "שבעה נהרגו, 31 בני אדם פונו.", "evacuated"),
        ("lt", "7 žmonės žuvo, 31 žmonių evakuota.", "evacuated"),
        ("cs", "Sedm lidí zemřelo, 31 lidí bylo evakuováno.", "evacuated"),
    ],
)
def test_what_befell_others_in_the_sentence_is_not_theirs(language: str, text: str, state: str) -> None:
    assert _states(language, text) == {state}


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("bn", "সাধারণত 31 জন যাত্রী থাকেন।", "usual"),
        ("bn", "হাসপাতালে 31 জন চিকিৎসা নিচ্ছেন।", "treated"),
        ("bs", "U drugom avionu bilo je 31 ljudi.", "another"),
        ("bs", "U bolnici se liječe 31 osoba.", "treated"),
        ("ca", "Normalment hi treballen 31 persones.", "usual"),
        ("ca", "L'hospital ha atès 31 ferits i n'hi ha 31 d'atesos.", "treated"),
        ("da", "På hospitalet behandles 31 personer.", "treated"),
        ("da", "Normalt arbejder her 31 personer.", "usual"),
        ("he", "בדרך כלל עובדים כאן 31 בני אדם.", "usual"),
        ("he", "בבית החולים טופלו 31 פצועים.", "treated"),
        ("hi", "अस्पताल में 31 लोगों का इलाज चल रहा है।", "treated"),
        ("hi", "आमतौर पर यहाँ 31 लोग काम करते हैं।", "usual"),
        ("ht", "Te gen 31 moun nan dezyèm avyon an.", "another"),
        ("ht", "Yo jwenn 31 sitwayen ayisyen.", "nationals"),
        ("id", "Biasanya 31 orang bekerja di sini.", "usual"),
        ("id", "Sebanyak 31 orang dirawat.", "treated"),
        ("id", "Di pesawat kedua ada 31 orang.", "another"),
        ("ja", "2機目には31人が乗っていた。", "another"),
        ("ja", "通常31人が働いている。", "usual"),
        ("ko", "평소 31명이 일한다.", "usual"),
        ("ko", "다른 항공기에 31명이 탔다.", "another"),
        ("ko", "시신 31구가 송환됐다.", "handed_over"),
        ("ku", "Di balafira din de 31 kes hebûn.", "another"),
        ("lt", "Paprastai čia dirba 31 žmogus.", "usual"),
        ("lt", "Sąraše yra 31 pavardė.", "handed_over"),
        ("no", "På sykehuset behandles 31 personer.", "treated"),
        ("no", "Blant dem er 31 norske statsborgere.", "nationals"),
        ("sw", "Kwa kawaida watu 31 hufanya kazi hapa.", "usual"),
        ("sw", "Watu 31 wanapata matibabu.", "treated"),
        ("th", "โดยปกติ มี 31 คน", "usual"),
        ("ur", "ہسپتال میں 31 افراد زیر علاج ہیں۔", "treated"),
        ("ur", "عام طور پر یہاں 31 افراد کام کرتے ہیں۔", "usual"),
        ("vi", "Thông thường có 31 người làm việc ở đây.", "usual"),
        ("vi", "Bệnh viện đang điều trị 31 người.", "treated"),
        ("vi", "Có 31 công dân nước ngoài.", "nationals"),
    ],
)
def test_what_narrows_a_figure(language: str, text: str, scope: str) -> None:
    assert scope in scopes(_profile(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bn", "হামলায় 31 বেসামরিক নাগরিক নিহত হন।"),  # civilians
        ("bs", "Poginulo je 31 ljudi."),
        ("ca", "El segon dia van morir 31 persones."),  # the second day
        ("da", "Den anden dag døde 31 personer."),
        ("he", "ביום השני נהרגו 31 אזרחים."),
        ("hi", "हमले में 31 नागरिक मारे गए, सेना में भर्ती जारी है।"),  # civilians, and the army's recruiting
        ("ht", "Dezyèm jou a 31 moun mouri."),
        ("id", "Hari kedua 31 orang tewas."),
        ("ja", "テロリスト31人が死亡した。"),  # "list" inside "terrorist"
        ("ko", "두 번째 날 31명이 숨졌다."),
        ("ku", "Roja duyem 31 kes mirin."),
        ("lt", "Partiją palaiko 31 narys."),  # "supports", not "remains"
        ("no", "Den andre dagen døde 31 personer."),
        ("sw", "Raia 31 waliuawa."),  # civilians
        ("th", "เจ้าหน้าที่รักษาความปลอดภัย 31 คน"),  # guards, not those who are treated
        ("ur", "حملے میں 31 شہری ہلاک ہوئے۔"),
        ("vi", "Ngày thứ hai, 31 người chết."),
    ],
)
def test_words_that_narrow_nothing(language: str, text: str) -> None:
    assert scopes(_profile(language, text)) == frozenset()


@pytest.mark.parametrize(
    ("language", "behind"),
    [
        ("bn", ", যাদের মধ্যে 8 শিশু"),
        ("bs", ", među njima 8 djece"),
        ("ca", ", dels quals 8 nens"),
        ("da", ", heraf 8 børn"),
        ("he", ", מתוכם 8 ילדים"),
        ("hi", ", जिनमें 8 बच्चे हैं"),
        ("ht", ", pami yo 8 timoun"),
        ("id", ", di antaranya 8 anak"),
        ("ja", "、このうち8人は子ども"),
        ("ko", ", 이 중 8명은 어린이"),
        ("ku", ", di nav wan de 8 zarok"),
        ("lt", ", iš jų 8 vaikai"),
        ("no", ", hvorav 8 barn"),
        ("sw", ", wakiwemo watoto 8"),
        ("th", " ในจำนวนนี้ เป็นเด็ก 8 คน"),
        ("ur", "، جن میں 8 بچے ہیں"),
        ("vi", ", trong đó 8 trẻ em"),
    ],
)
def test_the_smaller_figure_is_a_part(language: str, behind: str) -> None:
    assert has_part(f"31{behind}", language)
    assert opens_with_part(behind.lstrip(" ,،、"), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "31명이 이 중대한 사고로 다쳤고 이중 국적자는 8명이다"),  # grave, dual
        ("hi", "रैली में 31 लोग शामिल हुए, 8 बसें आईं"),  # took part
        ("da", "31 kom og 8 gik"),
        ("he", "31 באו ו-8 הלכו"),
        ("vi", "31 người đến và 8 người đi"),
        ("id", "31 datang dan 8 pergi"),
        ("ja", "31人が来て8人が帰った"),
        ("lt", "31 atėjo, 8 išėjo"),
        ("sw", "31 walikuja na 8 waliondoka"),
    ],
)
def test_two_figures_side_by_side_are_no_part(language: str, text: str) -> None:
    assert not has_part(text, language)
