"""Which language a text is in, as BCP 47: "en", "sr", "zh-Hans", or "und" where it cannot be told.

py3langid's model decides (naive Bayes over byte n-grams), of languages with a press of their own, and
close languages are told apart by letters that only one of them has, then by words of `close_languages.toml`.
Regions are not kept: a page's "en-US" says where its publisher sits, not how it writes.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from sayso import lexicon
from sayso.extract.language_model import model

UNKNOWN = "und"
SAMPLE = 2_000  # code points read; more changes nothing on the pages of the measuring set
SCRIPT_SAMPLE = 400  # letters whose script is looked up
MIN_LETTERS = 20  # below this only a script that one language owns decides
LONG = 80  # letters from which on py3langid's tempered posterior may be low and yet right
SURE, SURE_IF_SHORT = 0.3, 0.5  # on leads of 20 to 120 characters of 93 reports: no wrong answer outside groups
SURE_AGAINST_DECLARED = 0.6  # a page's own declaration is often the template's, but not to be overruled lightly

_SCRIPT_OWNERS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "GREEK": "el", "HEBREW": "he", "THAI": "th", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "ORIYA": "or", "SINHALA": "si",
}  # fmt: skip
_CYRILLIC_LETTERS = {
    "uk": "ґєїҐЄЇ", "be": "ўЎ", "mk": "ѓќѕЃЌЅ", "sr": "ђћЂЋ", "kk": "әғқңұӘҒҚҢҰ", "ru": "ёЁ",
}  # fmt: skip
_NOT_WITH = {  # letters that rule a Cyrillic language out
    "ru": "іїєґўјљњђћџ", "uk": "ыэъёўјљњђћџ", "be": "иъїєґщјљњђћџ", "bg": "ыэёіїєґўјљњђћџ", "sr": "щъыьэюяёіїєґў",
    "mk": "щъыьэюяёіїєґўђћ",
}  # fmt: skip
_GROUPS = {"south_slavic": ("hr", "sr", "bs"), "north_germanic": ("no", "nn", "da"), "malay": ("id", "ms")}
_ALIASES = {
    "nb": "no",
    "iw": "he",
    "in": "id",
    "sh": "sr",
    "cmn": "zh",
    "fil": "tl",
    "ji": "yi",
    "ua": "uk",
    "cz": "cs",
}
_TRADITIONAL_REGIONS = frozenset({"tw", "hk", "mo", "hant"})
_WORD = re.compile(r"[^\W\d_]+")
# The commonest characters whose two forms differ (Tongyong Guifan Hanzi Biao, 2013, annex 1).
_SIMPLIFIED = frozenset(
    "这们个国说来时会为对发过还让从开关于进战与军动机产经长门问间现实报导员乌场点头电话总统队边车东华议岁两万亿专业丝严丧临举义乐习书买乱争亏亚"
    "亲仅仓仪价众优伤传伟体余俩债倾偿储儿党兰兴养内冈册写冲决况冻净减凤则刚创删别刘刹剂剑剧劝办务劳势勋区医协单卖卢卫却厂厅历厉压厌县叁双变叙"
    "号叶吓吕吗听启呕员响哑唤啸嘱团园围图圆圣坏块坚坛坝坟坠垒垦垫墙壮声壳处备复够夹夺奋奖妇妈娱孙学宁宝审宪宾对寻导寿将尔尘尝层届属岂岗岛峡币"
    "帅师帐带帮库应废广庄庆归当录彻征径忆忧怀态怜总恋恳恶悦悬惊惧惨惩惯愤愿"
)
_TRADITIONAL = frozenset(
    "這們個國說來時會為對發過還讓從開關於進戰與軍動機產經長門問間現實報導員烏場點頭電話總統隊邊車東華議歲兩萬億專業絲嚴喪臨舉義樂習書買亂爭虧亞"
    "親僅倉儀價眾優傷傳偉體餘倆債傾償儲兒黨蘭興養內岡冊寫沖決況凍淨減鳳則剛創刪別劉剎劑劍劇勸辦務勞勢勳區醫協單賣盧衛卻廠廳歷厲壓厭縣參雙變敘"
    "號葉嚇呂嗎聽啟嘔員響啞喚嘯囑團園圍圖圓聖壞塊堅壇壩墳墜壘墾墊牆壯聲殼處備復夠夾奪奮獎婦媽娛孫學寧寶審憲賓對尋導壽將爾塵嘗層屆屬豈崗島峽幣"
    "帥師帳帶幫庫應廢廣莊慶歸當錄徹徵徑憶憂懷態憐總戀懇惡悅懸驚懼慘懲慣憤願"
)


def identify(text: str, declared: str | None = None) -> str:
    """The language of `text`, given what its page declares, if anything.

    The declaration decides where the text is too short to tell or cannot tell the declared language from a
    close one; it is overruled where the text is surely another language.
    """
    sample = unicodedata.normalize("NFC", text[:SAMPLE])
    said = normalised(declared)
    base, sure = _read(sample)
    if base == said.split("-")[0] != UNKNOWN:
        chosen = base
    elif said != UNKNOWN and (sure < SURE_AGAINST_DECLARED or len(sample) < LONG or _close(base, said)):
        chosen = said.split("-")[0]
    else:
        chosen = base if sure >= (SURE if len(sample) >= LONG else SURE_IF_SHORT) else UNKNOWN
    return _with_script(sample, said) if chosen == "zh" else chosen


def normalised(tag: str | None) -> str:
    """A declared language tag as we write it: "en_US" → "en", "zh-TW" → "zh-Hant"; "und" for what is none."""
    parts = re.split(r"[-_]", (tag or "").strip().lower())
    base = _ALIASES.get(parts[0], parts[0])
    if not re.fullmatch(r"[a-z]{2,3}", base) or base in ("mul", "zxx", "xx"):
        return UNKNOWN
    if base in ("zh", "yue") and len(parts) > 1:
        return "zh-Hant" if _TRADITIONAL_REGIONS & set(parts[1:]) else "zh-Hans"
    return "zh" if base == "yue" else base


def _read(sample: str) -> tuple[str, float]:
    """The base language and how sure we are of it, from 0 to 1."""
    letters = list(itertools.islice(filter(str.isalpha, sample), SCRIPT_SAMPLE))
    scripts: Counter[str] = Counter()
    for letter, count in Counter(letters).items():
        scripts[unicodedata.name(letter, "?").split()[0]] += count
    if not scripts:
        return UNKNOWN, 0.0
    owned = _owned(scripts)
    if owned:
        return owned, 1.0
    if len(letters) < MIN_LETTERS and scripts["CJK"] < MIN_LETTERS / 3:
        return UNKNOWN, 0.0
    if scripts["CYRILLIC"] * 2 > sum(scripts.values()):
        return _cyrillic(sample)
    ranked = model().rank(sample)
    return _nearest(sample, ranked)


def _owned(scripts: Mapping[str, int]) -> str | None:
    total = sum(scripts.values())
    kana = scripts.get("HIRAGANA", 0) + scripts.get("KATAKANA", 0)
    if kana * 10 > total and kana + scripts.get("CJK", 0) > total / 2:
        return "ja"
    return next((_SCRIPT_OWNERS[name] for name, n in scripts.items() if name in _SCRIPT_OWNERS and n * 2 > total), None)


def _cyrillic(sample: str) -> tuple[str, float]:
    lower = sample.lower()
    owned = Counter({language: sum(map(lower.count, letters)) for language, letters in _CYRILLIC_LETTERS.items()})
    against = {language: sum(map(lower.count, letters)) for language, letters in _NOT_WITH.items()}
    ranked = model().rank(sample)
    best, sure = ranked[0]
    letters = sum(map(str.isalpha, lower))
    if against.get(best, 0) * 50 > letters or best not in against:  # one letter in 50 is no foreign name
        language, votes = owned.most_common(1)[0]
        if votes * 100 > letters and against.get(language, 0) * 50 <= letters:
            return language, max(sure, SURE_AGAINST_DECLARED)
    return best, sure


def _nearest(sample: str, ranked: list[tuple[str, float]]) -> tuple[str, float]:
    best, sure = ranked[0]
    group = next((name for name, members in _GROUPS.items() if best in members), None)
    if group is None:
        return best, sure
    members = _GROUPS[group]
    mass = sum(share for language, share in ranked if language in members)
    words = Counter(_WORD.findall(sample.lower()))
    own = {language: set(table["words"]) for language, table in lexicon.load("close_languages").tables[group].items()}
    votes = {
        language: sum(words[w] / sum(w in other for other in own.values()) for w in own[language])
        for language in members
    }
    top = max(votes.values())
    leaders = [language for language in members if votes[language] == top]
    return (leaders[0] if len(leaders) == 1 and top else best), mass


def _close(one: str, other: str) -> bool:
    return any({one, other.split("-", maxsplit=1)[0]} <= set(members) for members in _GROUPS.values())


def _with_script(sample: str, said: str) -> str:
    simplified = sum(ch in _SIMPLIFIED - _TRADITIONAL for ch in sample)
    traditional = sum(ch in _TRADITIONAL - _SIMPLIFIED for ch in sample)
    if simplified == traditional:
        return said if said.startswith("zh-") else "zh"
    return "zh-Hans" if simplified > traditional else "zh-Hant"
