"""Public bodies as newspapers in further languages name them, in their case forms, and what names none."""

import pytest

from sayso.corroborate.source_names import read_source
from sayso.vocab import SourceKind

BODIES = {
    "pt": {
        "o Ministério da Defesa": "defence_ministry",
        "o porta-voz do Ministério dos Transportes": "transport_ministry",
        "a ministra da Saúde": "health_ministry",
        "o ministro dos Negócios Estrangeiros": "foreign_ministry",
        "os Bombeiros de Halvarde": "fire_service",
        "a Procuradoria-Geral da República": "prosecutor",
        "a Marinha do Brasil": "navy",
        "Câmara Municipal de Halvarde": "mayor_office",
    },
    "nl": {
        "het ministerie van Defensie": "defence_ministry",
        "de minister van Buitenlandse Zaken": "foreign_ministry",
        "het Openbaar Ministerie in Halvarde": "prosecutor",
        "de politie van Halvarde": "police",
        "een woordvoerder van de brandweer": "fire_service",
        "de burgemeester van Halvarde": "mayor_office",
        "het Havenbedrijf Halvarde": "port_authority",
        "onderwijsminister Lenz": "education_ministry",
    },
    "ro": {
        "Ministerul Apărării Naționale": "defence_ministry",
        "Ministerul Transporturilor": "transport_ministry",
        "purtătorul de cuvânt al Poliției": "police",
        "Parchetul General": "prosecutor",
        "primarul din Halvarde": "mayor_office",
        "Garda de Coastă": "coast_guard",
        "Comisiei Electorale Centrale": "electoral_commission",
    },
    "el": {
        "το Υπουργείο Εθνικής Άμυνας": "defence_ministry",
        "του υπουργού Μεταφορών": "transport_ministry",
        "ο κυβερνητικός εκπρόσωπος": "government",
        "την Πυροσβεστική": "fire_service",
        "το Λιμενικό Σώμα": "coast_guard",
        "το Λιμεναρχείο Χάλβαρντ": "port_authority",
        "ο δήμαρχος": "mayor_office",
        "του πρωθυπουργού": "prime_minister",
    },
    "hu": {
        "a Honvédelmi Minisztérium": "defence_ministry",
        "a pénzügyminiszter": "finance_ministry",
        "a közlekedési miniszternek": "transport_ministry",
        "a rendőrséget": "police",
        "a főügyészség": "prosecutor",
        "a Katasztrófavédelem": "civil_defence",
        "a tűzoltóság szóvivője": "fire_service",
        "a miniszterelnök": "prime_minister",
        "a Vöröskereszttel": "red_cross",
    },
    "cs": {
        "ministerstvo obrany": "defence_ministry",
        "mluvčí ministerstva dopravy": "transport_ministry",
        "ministr zahraničí": "foreign_ministry",
        "policii v Halvardě": "police",
        "hasičům": "fire_service",
        "krajského soudu": "court",
        "od státní zástupkyně": "prosecutor",
        "Českého hydrometeorologického ústavu": "weather_service",
        "ukrajinská armáda": "general_staff",
    },
    "sk": {
        "Ministerstvo vnútra": "interior_ministry",
        "ministrom dopravy": "transport_ministry",
        "hovorca polície": "police",
        "Generálna prokuratúra": "prosecutor",
        "hasičov": "fire_service",
        "nemocnici": "hospital",
        "Pobrežná stráž": "coast_guard",
    },
    "bg": {
        "Министерството на отбраната": "defence_ministry",
        "транспортният министър": "transport_ministry",
        "Министерство на външните работи": "foreign_ministry",
        "прокуратурата": "prosecutor",
        "Гранична полиция": "border_guard",
        "кметът на Халвард": "mayor_office",
        "говорителят на правителството": "government",
        "Централната избирателна комисия": "electoral_commission",
    },
    "hr": {
        "Ministarstvo obrane": "defence_ministry",
        "glasnogovornica Ministarstva prometa": "transport_ministry",
        "Državno odvjetništvo": "prosecutor",
        "vatrogascima": "fire_service",
        "Županijski sud u Halvardu": "court",
        "Lučka uprava Halvard": "port_authority",
        "Crvenog križa": "red_cross",
        "hrvatska policija": "police",
    },
    "sr": {
        "Ministarstvo odbrane": "defence_ministry",
        "Министарство одбране": "defence_ministry",
        "Министарства саобраћаја": "transport_ministry",
        "портпаролка тужилаштва": "prosecutor",
        "ватрогасаца": "fire_service",
        "градоначелник Халварда": "mayor_office",
        "војска": "general_staff",
        "Црвени крст": "red_cross",
        "Државна изборна комисија": "electoral_commission",
        "Tužilaštvo BiH": "prosecutor",
    },
    "sl": {
        "Ministrstvo za obrambo": "defence_ministry",
        "ministrica za promet": "transport_ministry",
        "policisti": "police",
        "tožilstvo": "prosecutor",
        "gasilcem": "fire_service",
        "prostovoljni gasilci": "fire_service",
        "okrožno sodišče": "court",
        "županja": "mayor_office",
        "Rdečega križa": "red_cross",
    },
    "be": {
        "Міністэрства абароны": "defence_ministry",
        "Міністэрстве транспарту": "transport_ministry",
        "міністр замежных спраў": "foreign_ministry",
        "Следчы камітэт": "investigators",
        "пракуратуру": "prosecutor",
        "Генеральны штаб": "general_staff",
        "прэм'ера": "prime_minister",
        "Чырвонага Крыжа": "red_cross",
    },
    "fa": {
        "وزارت دفاع": "defence_ministry",
        "وزیر نیرو": "energy_ministry",
        "وزیر امور خارجه": "foreign_ministry",
        "سخنگوی وزارت بهداشت": "health_ministry",
        "آتش‌نشانی": "fire_service",
        "دادستانی": "prosecutor",
        "استاندار": "governor",
        "سازمان بنادر": "port_authority",
    },
    "sv": {
        "Försvarsdepartementet": "defence_ministry",
        "transportministern": "transport_ministry",
        "utbildningsdepartementets": "education_ministry",
        "Polismyndigheten": "police",
        "Kustbevakningen": "coast_guard",
        "åklagaren": "prosecutor",
        "räddningstjänsten i Halvard": "emergency_service",
        "tingsrätten": "court",
    },
    "et": {
        "Kaitseministeerium": "defence_ministry",
        "rahandusminister": "finance_ministry",
        "haridusministri": "education_ministry",
        "Päästeameti": "emergency_service",
        "prokuratuuri": "prosecutor",
        "riigiprokurör": "prosecutor",
        "maakohtu": "court",
        "linnapea": "mayor_office",
        "Politsei- ja Piirivalveamet": "police",
    },
    "fi": {
        "puolustusministeriö": "defence_ministry",
        "liikenneministerin": "transport_ministry",
        "liikenne- ja viestintäministeriöstä": "transport_ministry",
        "poliisin tiedottaja": "police",
        "Rajavartiolaitos": "border_guard",
        "käräjäoikeudessa": "court",
        "syyttäjän": "prosecutor",
        "Pelastuslaitoksen": "emergency_service",
    },
    "he": {
        "משרד הביטחון": "defence_ministry",
        "דובר משרד התחבורה": "transport_ministry",
        "משטרת ישראל": "police",
        "הפרקליטות": "prosecutor",
        "כבאות והצלה": "fire_service",
        "ראש העירייה": "mayor_office",
        "רשות הנמלים": "port_authority",
    },
    "ja": {
        "防衛相": "defence_ministry",
        "国土交通省": "transport_ministry",
        "外務省の報道官": "foreign_ministry",
        "検察当局": "prosecutor",
        "海上保安庁": "coast_guard",
        "気象庁": "weather_service",
        "最高裁": "court",
        "赤十字": "red_cross",
    },
    "ko": {
        "국방부 대변인": "defence_ministry",
        "국토교통부는": "transport_ministry",
        "외교부 장관": "foreign_ministry",
        "검찰": "prosecutor",
        "해양경찰청": "coast_guard",
        "소방당국": "fire_service",
        "합동참모본부": "general_staff",
        "기상청": "weather_service",
    },
    "id": {
        "Kementerian Pertahanan": "defence_ministry",
        "Menteri Perhubungan": "transport_ministry",
        "juru bicara Kepolisian": "police",
        "Kejaksaan Agung": "prosecutor",
        "Pemadam Kebakaran": "fire_service",
        "Wali Kota Halvard": "mayor_office",
        "Komisi Pemilihan Umum": "electoral_commission",
        "Palang Merah": "red_cross",
    },
    "gaps": {
        "die Deutsche Marine": "navy",
        "la marine ukrainienne": "navy",
        "خفر السواحل": "coast_guard",
        "Червоний Хрест": "red_cross",
        "la marina ucraina": "navy",
        "прем'єра": "prime_minister",
    },
}

UNNAMED = {
    "pt": ("testemunhas", "fontes", "moradores locais"),
    "nl": ("bronnen", "ooggetuigen", "functionarissen"),
    "ro": ("surse", "martorii"),
    "el": ("πηγές", "αυτόπτες μάρτυρες"),
    "hu": ("források", "szemtanúk"),
    "cs": ("zdroje", "očití svědci"),
    "sk": ("svedkovia", "obyvatelia"),
    "bg": ("очевидци", "източници", "служители"),
    "hr": ("svjedoci", "dužnosnici"),
    "sr": ("сведоци", "мештани", "званичници"),
    "sl": ("viri", "domačini"),
    "be": ("крыніцы", "сведкі", "жыхары"),
    "fa": ("منابع", "شاهدان عینی"),
    "sv": ("källor", "vittnen"),
    "et": ("allikad", "pealtnägijad"),
    "fi": ("lähteet", "silminnäkijät"),
    "he": ("מקורות", "גורמים"),
    "ja": ("関係者", "目撃者"),
    "ko": ("소식통", "목격자"),
    "id": ("sumber", "saksi mata"),
}


@pytest.mark.parametrize(
    ("name", "body"), [pytest.param(n, b, id=f"{la}-{n}") for la, of in BODIES.items() for n, b in of.items()]
)
def test_a_body_is_told_in_its_case_forms(name: str, body: str) -> None:
    assert read_source(name, SourceKind.NAMED).body == body


@pytest.mark.parametrize("name", [pytest.param(n, id=f"{la}-{n}") for la, of in UNNAMED.items() for n in of])
def test_people_who_are_only_called_what_they_are_stay_unnamed(name: str) -> None:
    read = read_source(name, SourceKind.NAMED)
    assert read.vague
    assert read.body is None
    assert read.person is None


@pytest.mark.parametrize(
    "name",
    [
        "Marine Le Pen",
        "Marie Léger",
        "Kapoor",
        "Bandaranaike",
        "South Sudan",
        "Afrique du Sud",
        "Судан",
        "アラブ首長国連邦",
        "Armenia",
        "Vladimir",
        "Владимир",
        "der Kommunist",
        "the Lundhavn senator",
        "the primary voters",
        "Arson Lenz",
    ],
)
def test_a_word_that_only_begins_like_one_names_no_body(name: str) -> None:
    assert read_source(name, SourceKind.NAMED).body is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("de politie van Halvarde", "Halvarde"),
        ("polisen i Halvarde", "Halvarde"),
        ("policija u Halvardi", "Halvardi"),
        ("Bombeiros de Halvarde", "Halvarde"),
        ("кметът на Халвард", "Халвард"),
        ("nemocnice v Halvardě", "Halvardě"),
        ("Van Emniyet Müdürlüğü", "Van"),
        ("het ziekenhuis in Halvarde", "Halvarde"),
    ],
)
def test_the_place_stands_behind_its_joint(name: str, place: str) -> None:
    read = read_source(name, SourceKind.NAMED)
    assert read.place == (place,)
    assert read.person is None
