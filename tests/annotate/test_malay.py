"""Malay in invented sentences: who says what, what is the writer's, what numbers count, how sure it is, and when."""

import pytest

from certainty_of import values
from factory import article
from sayso.annotate.claims import claim_mentions
from told_by import attributions, counted, sayings

ROWS: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Jurucakap polis, Salmah Idris, berkata dua orang hilang.",
        [("Jurucakap polis, Salmah Idris", "dua orang hilang")],
    ),
    (
        '"Kapal itu sudah uzur," ujar Budi Orsk kepada pemberita, Isnin (3/2).',
        [("Budi Orsk", '"Kapal itu sudah uzur,"')],
    ),
    ("ORLEMAR, 3 Mac - Kerajaan negeri memaklumkan sungai itu tercemar.", [("Kerajaan negeri", "sungai itu tercemar")]),
    (
        "Menurut Kementerian Pengangkutan, jambatan itu ditutup sejak Ahad.",
        [("Kementerian Pengangkutan", "jambatan itu ditutup sejak Ahad")],
    ),
    (
        "Jabatan Kesihatan, yang merekodkan 14 mangsa cedera, menolak laporan itu.",
        [("Jabatan Kesihatan", "14 mangsa cedera"), ("Jabatan Kesihatan", "laporan itu")],
    ),
    (
        "Polis mengaku sudah menahan suspek dan menggesa penduduk bertenang.",
        [("Polis", "sudah menahan suspek"), ("Polis", "penduduk bertenang")],
    ),
    (
        'Jurucakap pelabuhan berkata kapal itu tenggelam. "Tiada mangsa," katanya.',
        [("Jurucakap pelabuhan", "kapal itu tenggelam"), ("Jurucakap pelabuhan", '"Tiada mangsa,"')],
    ),
    (
        '"Semua pintu dibuka," tegas beliau, sambil menambah bahawa siasatan berjalan.',
        [("beliau", '"Semua pintu dibuka,"'), ("beliau", "bahawa siasatan berjalan")],
    ),
    ("Menteri itu menafikan bahawa empangan itu retak.", [("Menteri itu", "bahawa empangan itu retak")]),
    (
        "Dalam satu kenyataan, syarikat itu berkata kilang akan dibuka semula minggu depan.",
        [("syarikat itu", "kilang akan dibuka semula minggu depan")],
    ),
    (
        "Ketua polis daerah, Superintenden Halim Dor, ketika dihubungi berkata, siasatan masih berjalan.",
        [("Ketua polis daerah, Superintenden Halim Dor", "siasatan masih berjalan")],
    ),
    ("Kata menteri, cukai tidak akan dinaikkan.", [("menteri", "cukai tidak akan dinaikkan")]),
    ("Menurut polis pula, jalan itu sudah dibuka.", [("polis", "jalan itu sudah dibuka")]),
    ("Bomba mengesahkan tiga pekerja maut di kilang itu.", [("Bomba", "tiga pekerja maut di kilang itu")]),
    ("Saksi memberitahu polis bahawa pemandu itu tertidur.", [("Saksi", "bahawa pemandu itu tertidur")]),
    (
        "Terdahulu, Presiden Orsk dilaporkan berkata beliau tidak akan meletak jawatan.",
        [("Presiden Orsk", "beliau tidak akan meletak jawatan")],
    ),
    (
        '"Kami akan membina semula rumah itu," katanya pada sidang media di Orlemar.',
        [(None, '"Kami akan membina semula rumah itu,"')],
    ),
    ("Jambatan itu ditutup. Beliau berkata demikian ketika melawat bandar itu.", []),
    ("Difahamkan, kerajaan akan meletak jawatan.", [(None, "kerajaan akan meletak jawatan")]),
    ("Jika menteri berkata jambatan ditutup, penduduk akan membantah.", []),
    ("Dengan kata lain, bantuan tidak akan tiba.", []),
    ("Jurucakap itu enggan mengulas mengenai kebocoran tersebut.", []),
    ("Majlis itu dibuka oleh gabenor semalam.", []),
    ("Punca kebakaran belum disahkan oleh mana-mana pihak.", []),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_who_says_what(text: str, told: list[tuple[str | None, str]]) -> None:
    found = attributions(text, "ms")
    found.sort(key=lambda one: one.content[0].start)
    assert sayings(found) == told


def test_what_nobody_is_named_for_is_the_writers() -> None:
    of = article("Jambatan itu runtuh pada pagi Isnin.", language="ms")
    assert [m.attribution_id for m in claim_mentions(of, [])] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seramai 41 penyokong meninggal dunia akibat berhimpit.", [(41, 41, "killed")]),
        ("Tiga puluh empat orang maut dan seratus dua belas cedera.", [(34, 34, "killed"), (112, 112, "injured")]),
        ("Jumlah kematian meningkat kepada 34 orang.", [(34, 34, "killed")]),
        ("Angka korban mencecah 34 orang.", [(34, 34, "killed")]),
        ("Letupan itu mengorbankan 17 orang.", [(17, 17, "killed")]),
        ("Kebakaran itu meragut nyawa lapan pekerja.", [(8, 8, "killed")]),
        ("Sekurang-kurangnya 27 orang masih hilang.", [(27, None, "missing")]),
        ("Polis menahan sembilan lelaki.", [(9, 9, "arrested")]),
        ("Lebih 2,000 penduduk dipindahkan.", [(2000, None, "evacuated")]),
        ("Dua belas anggota polis turut cedera.", [(12, 12, "police injured")]),
        ("Kira-kira 300 penunjuk perasaan ditahan.", [(270, 330, "protester arrested")]),
        ("12 mangsa dikejarkan ke hospital.", [(12, 12, "hospitalised")]),
        ("Tiada korban jiwa dilaporkan.", [(0, 0, "killed")]),
        ("Paras air mencecah 4.5 meter.", [(4.5, 4.5, "metre")]),
        ("Lelaki berusia 61 tahun maut.", [(61, 61, "age")]),
    ],
)
def test_what_numbers_count(text: str, expected: list[tuple[float, float | None, str]]) -> None:
    assert counted(text, "ms") == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Empangan itu pecah pada malam Selasa.", "certain statement +"),
        ("Mungkin empangan itu pecah pada waktu malam.", "possible hypothesis +"),
        ("Sekolah akan dibuka semula minggu depan.", "certain prediction +"),
        ("Empangan itu tidak diperiksa pada Mac.", "certain statement -"),
        ("Jika empangan pecah, bandar akan ditenggelami air.", "possible prediction +"),
        ("Punca letupan belum diketahui.", "underspecified hypothesis +"),
    ],
)
def test_how_sure_it_is(text: str, sure: str) -> None:
    assert values(text, "ms") == [sure]
