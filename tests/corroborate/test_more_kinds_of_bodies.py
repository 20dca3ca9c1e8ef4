"""Kinds of bodies as news names them in many languages, and near misses that are none of the kind."""

import pytest

from sayso.corroborate.bodies import mentions_any
from sayso.corroborate.source_names import read_source
from sayso.vocab import SourceKind

KINDS = {
    "emergency_service": (
        "the emergency crews of Halvard",
        "le service d'urgence halvardien",
        "der Notfalldienst Halvards",
        "el Servicio de Emergencias de Halvard",
        "il servizio di emergenza",
        "Służba ratunkowa Halvardii",
        "служб экстренного реагирования",
        "рятувальникам",
        "serviciul de urgență",
        "τα σωστικά συνεργεία",
        "kurtarma ekiplerinden",
        "جهاز الطوارئ",
        "שירות ההצלה",
        "紧急救援局",
        "緊急サービス",
        "긴급구조국",
    ),
    "fire_service": ("the fire chief", "un vigile del fuoco", "الإطفائيون", "अग्निशमन विभाग"),
    "police": ("les gendarmes", "polis", "polis sözcüsü", "полицајци", "policajci", "公安机关", "قوى الأمن الداخلي"),
    "hospital": ("el centro de salud", "hôpitaux", "gli ospedali", "المشفى", "η κλινική", "医疗中心", "лікарень"),
    "coast_guard": ("la garde maritime", "الحرس البحري", "海岸警备队", "берагавая ахова"),
    "disaster_agency": ("the emergency management agency", "سازمان مدیریت بحران", "防灾局", "krizový štáb"),
    "election_observers": (
        "the Lakeside Monitoring Mission",
        "the ceasefire monitors",
        "международных наблюдателей",
        "мониторинговой миссии",
        "监督团",
        "停火监测团",
        "la misión de monitoreo",
        "بعثة المراقبة",
        "a nemzetközi megfigyelők",
        "mezinárodní pozorovatelé",
        "die Beobachtungsmission",
        "misją obserwacyjną",
        "gözlem misyonu",
        "監視団",
        "감시단",
    ),
    "administration": (
        "the breakaway administration",
        "the self-declared Republic of Dresna",
        "de facto authorities in Dresna",
        "the Southern Transitional Council",
        "Die Verwaltung der abtrünnigen Region Ober-Dresna",
        "separatystyczna administracja Górnej Dresny",
        "власти самопровозглашённой республики",
        "окупаційна адміністрація",
        "les autorités de fait",
        "le autorità separatiste",
        "fiili yönetim",
        "سلطات الأمر الواقع",
        "分离主义当局",
    ),
    "rights_group": ("human rights activists", "les défenseurs des droits de l'homme", "праваабаронцы", "维权人士"),
    "charity": ("mimovládka", "nevladna organizacija", "منظمة إغاثة"),
    "union": ("de spoorbond", "прафсаюз", "el gremio docente"),
    "research_institute": ("the Institute of Geography", "Институт географии", "raziskovalni inštitut"),
    "health_agency": ("the National Institute of Public Health", "het volksgezondheidsinstituut"),
    "red_cross": ("das Rote Kreuz", "Czerwonego Krzyża", "रेड क्रॉस"),
    "customs": ("der Zoll", "die Zollbehörden", "colníci"),
    "company": ("der Reeder", "船东", "gemi sahibi", "ettevõte"),
    "railway": ("l'operatore ferroviario", "国家铁路公司", "чыгунка"),
    "movement": ("the Halvard Liberation Front", "Фронт освобождения Халварда", "جبهة التحرير", "解放阵线"),
    "party": ("правящего Фронта", "the ruling front", "партыя"),
    "energy_company": ("the pipeline operator", "le gestionnaire de réseau", "电网公司", "nätoperatören"),
    "governor": ("the regional government", "الوالي"),
    "prison_service": ("the prison governor", "교정당국", "שירות בתי הסוהר"),
    "weather_service": ("метеоролозите", "मौसम विभाग"),
    "civil_aviation": ("a légügyi hatóság", "नागरिक उड्डयन"),
    "general_staff": ("the Polish army", "armáda", "české armády"),
    "navy": ("la Armada", "portavoz de la Armada de Halvar"),
    "university": ("ülikool", "विश्वविद्यालय"),
    "sport_ministry": ("the Ministry of Sport", "Минспорт", "das Sportministerium", "体育部"),
    "housing_ministry": ("the Housing Ministry", "Минстрой", "وزارة الإسكان"),
    "religious_affairs_ministry": ("the Ministry of Religious Affairs", "وزارة الأوقاف"),
    "education_ministry": ("the Ministry of Education and Sports", "शिक्षा मंत्रालय"),
    "environment_ministry": ("Минприроды", "पर्यावरण मंत्रालय"),
    "chamber_of_commerce": ("the chamber of commerce", "die Handelskammer Halvard", "la Cámara de Comercio", "商会"),
    "bar_association": ("the bar association", "le barreau de Halvard", "نقابة المحامين", "弁護士会"),
    "medical_association": ("the medical association", "die Ärztekammer", "نقابة الأطباء"),
    "geological_survey": ("the geological survey", "Геологическая служба", "地质调查局"),
    "ombudsman": ("la Defensoría del Pueblo", "омбудсмена", "Rzeczniczka Praw Obywatelskich", "옴부즈맨"),
    "human_rights_commission": ("the human rights commission", "人权委员会"),
    "peacekeepers": ("the peacekeeping mission", "les Casques bleus", "миротворцы", "维和部队", "barış gücü"),
    "embassy": ("the embassy", "l'ambassade de Halvarde", "посольство", "السفارة", "大使馆", "Ambassador Jens Lenz"),
    "stock_exchange": ("the stock exchange", "die Wertpapierbörse", "证券交易所"),
    "insurer": ("the insurer", "страховая компания", "保险公司"),
    "forensic_institute": ("the coroner", "судмедэксперты", "الطب الشرعي"),
    "environment_agency": ("the Environment Agency", "Росприроднадзор", "das Umweltamt"),
    "forest_service": ("the forest service", "лесхоз", "das Forstamt"),
    "veterinary_service": ("the veterinary service", "Россельхознадзор"),
    "labour_inspectorate": ("the labour inspectorate", "das Bergamt", "гострудинспекция"),
    "un_environment_programme": ("the UN Environment Programme", "el PNUMA", "联合国环境规划署"),
    "maritime_organization": ("the International Maritime Organization", "国际海事组织"),
    "food_agriculture_organization": ("la FAO", "粮农组织"),
    "monetary_fund": ("the IMF", "Международный валютный фонд"),
    "world_bank": ("the World Bank", "Всемирный банк"),
}

NEAR_MISSES = {
    "emergency_service": (
        "Samuel Okoro",
        "Salvatore Lenz",
        "an emergency session",
        "el hospital y su servicio de emergencia",
    ),
    "fire_service": ("a fire at the mill", "Firenze residents"),
    "police": ("Polish officials", "the insurance policy", "der Gendarmenmarkt"),
    "hospital": ("the hostel owners", "the hospice"),
    "coast_guard": ("a coastal path", "the bodyguard"),
    "disaster_agency": ("a disaster for the town", "the travel agency"),
    "election_observers": ("the computer monitor", "Monika Observer", "analysts", "наблюдатели", "观察人士"),
    "rights_group": ("the rights to the song", "the bird watch"),
    "charity": ("a humane answer", "l'organisation du bal"),
    "union": ("związku", "the reunion"),
    "research_institute": ("the institution", "a geography teacher"),
    "red_cross": ("Redcross Lenz", "a red lorry"),
    "company": ("good companions", "a firmament"),
    "railway": ("the handrail", "the railing"),
    "customs": ("Hans Zoller", "the customers"),
    "court": ("Ludmila Sudova", "Courtney Lenz"),
    "movement": ("a cold front", "the national front-runner", "el frente del Museo Nacional"),
    "party": ("the partner", "a front page"),
    "energy_company": ("an energetic man", "the telephone operator"),
    "governor": ("the governess", "the government"),
    "prison_service": ("a prisoner's wife", "the prism maker"),
    "weather_service": ("a weathered farmer", "the meteor watcher"),
    "civil_aviation": ("civil servants", "the aviary"),
    "general_staff": ("general Halvard", "the staff of the café"),
    "navy": ("armáda", "a naval historian"),
    "university": ("the universal church", "a unicorn"),
    "sport_ministry": ("the sports club", "the Ministry of Transport"),
    "housing_ministry": ("a housing estate", "министар Вера Ленц"),
    "religious_affairs_ministry": ("the religion teacher", "ministar Vera Lenz"),
    "education_ministry": ("an educated guess", "the Ministry of Sport"),
    "environment_ministry": ("the environment", "the environmentalists"),
    "chamber_of_commerce": ("the chamber orchestra", "commerce students"),
    "bar_association": ("the bar owner", "a bar in Halvard"),
    "medical_association": ("a medical student", "the association"),
    "geological_survey": ("a survey of voters", "the seismological institute"),
    "ombudsman": ("the public prosecutor", "the people's army"),
    "human_rights_commission": ("the fishing commission", "the ombudsman"),
    "peacekeepers": ("peace talks", "the zookeeper"),
    "embassy": ("Ambros Lenz", "the messenger"),
    "stock_exchange": ("an exchange of fire", "the livestock owners", "a Bursa resident"),
    "insurer": ("the insurgents", "the insurrection"),
    "forensic_institute": ("the coronation", "Corona Lenz"),
    "environment_agency": ("Arpad Lenz", "the travel agency"),
    "forest_service": ("a forest fire", "the postal service"),
    "veterinary_service": ("a war veteran", "the postal service"),
    "labour_inspectorate": ("the labour union", "a school inspector"),
    "un_environment_programme": ("the Environment Ministry", "the environment programme of the town"),
    "maritime_organization": ("the maritime museum", "Imo State police"),
    "food_agriculture_organization": ("the food market", "the agriculture ministry"),
    "monetary_fund": ("a pension fund", "the hedge fund"),
    "world_bank": ("the savings bank", "the central bank"),
    "administration": (
        "the Lenz administration",
        "die Lenz-Administration",
        "администрация Ленца",
        "the Occupational Health Unit",
        "a separate opinion",
        "the health ministry of the breakaway government",
    ),
}


@pytest.mark.parametrize(
    ("name", "body"), [pytest.param(n, b, id=f"{b}-{n}") for b, names in KINDS.items() for n in names]
)
def test_a_kind_is_told_by_how_news_names_it(name: str, body: str) -> None:
    assert read_source(name, SourceKind.NAMED).body == body


@pytest.mark.parametrize(
    ("name", "body"), [pytest.param(n, b, id=f"{b}-{n}") for b, names in NEAR_MISSES.items() for n in names]
)
def test_what_only_sounds_like_a_kind_is_none_of_it(name: str, body: str) -> None:
    assert read_source(name, SourceKind.NAMED).body != body


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("国家公共卫生研究所", ()),
        ("该国卫生部", ()),
        ("a Halvardei Állami Kórház", ("Halvardei",)),
        ("Halvard Kamu Hastanesi", ("Halvard",)),
        ("משרד הבריאות הממשלתי", ()),
    ],
)
def test_an_adjective_of_many_bodies_is_no_place(name: str, place: tuple[str, ...]) -> None:
    assert read_source(name, SourceKind.NAMED).place == place


@pytest.mark.parametrize("name", ["该机构", "الوكالة", "הרשות", "同庁", "해당 기관", "سازمان", "агентство", "úřad"])
def test_a_noun_that_fits_any_body_is_no_name(name: str) -> None:
    read = read_source(name, SourceKind.NAMED)
    assert (read.body, read.names, read.place) == (None, (), ())


@pytest.mark.parametrize("name", ["the officer", "ο αρχηγός", "Amanda", "a bodyguard"])
def test_a_word_that_begins_like_such_a_noun_goes_back_to_nobody(name: str) -> None:
    assert not mentions_any(name, "anaphors")
