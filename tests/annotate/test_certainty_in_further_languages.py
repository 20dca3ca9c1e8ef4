"""Certainty in ten further languages, of other scripts and orders: plain, doubted, told, to come, unknown, judged.

Rows marked "near" have a word of the list inside another word, or in a clause that is not the sentence's own.
"""

import pytest

from certainty_of import values

PLAIN, DENIED = "certain statement +", "certain statement -"
POSSIBLE, PROBABLE = "possible hypothesis +", "probable statement +"
AHEAD, OPEN = "certain prediction +", "underspecified hypothesis +"
ASKED, HOPED = "underspecified question +", "possible prediction +"

CATALAN = [
    ("El pont va caure divendres a la nit.", PLAIN),
    ("El pont no es va tancar divendres.", DENIED),
    ("Potser el pont va caure divendres a la nit.", POSSIBLE),
    ("Probablement el camió va topar amb la barana.", PROBABLE),
    ("El conductor hauria fugit a peu cap al bosc.", POSSIBLE),
    ("Es diu que el conductor va fugir a peu.", POSSIBLE),
    ("L'ajuntament obrirà el pont divendres.", AHEAD),
    ("Els veïns tornaran a casa seva dilluns.", AHEAD),
    ("La presa podria cedir divendres.", "possible prediction +"),
    ("Si continua la pluja, la presa es trencarà.", "possible prediction +"),
    ("No se sap si el pont va ser tocat.", OPEN),
    ("No hi ha proves que la presa tingués fuites.", OPEN),
    ("La decisió és una vergonya per a tota la vall.", "certain opinion +"),
    ("L'ajuntament hauria de tancar la carretera.", "certain opinion +"),
    ("És poc probable que la presa cedeixi.", "probable statement -"),
    ("No hi ha dubte que el pont va caure.", PLAIN),
    # near
    ("Un veterà de la vall mirà el riu des de la secretaria.", PLAIN),
    ("Cap a la vall van baixar tres camions.", PLAIN),
    ("Cap veí no va sortir de casa.", DENIED),
    ("L'alcaldessa es va negar a dir si la fàbrica tancaria.", DENIED),
    ("Els bombers van trobar l'home que podria haver calat foc.", PLAIN),
    ("El jutge declarà culpable el conductor.", PLAIN),
    ("No va ser possible obrir el pont de nit.", DENIED),
    ("La policia va detenir dos homes sospitosos a la vall.", PLAIN),
    ("L'incendi va cremar no menys de 40 cases.", PLAIN),
]

BOSNIAN = [
    ("Most se srušio u petak navečer.", PLAIN),
    ("Most nije bio zatvoren u petak.", DENIED),
    ("Možda se most srušio u petak navečer.", POSSIBLE),
    ("Most je vjerovatno pogodila barža.", PROBABLE),
    ("Vozač je navodno pobjegao pješice.", POSSIBLE),
    ("Općina će otvoriti most u petak.", AHEAD),
    ("Općina neće otvoriti most u petak.", "certain prediction -"),
    ("Brana može popustiti u petak.", "possible prediction +"),
    ("Ako se kiša nastavi, brana će popustiti.", "possible prediction +"),
    ("Nije poznato da li je most pogođen.", OPEN),
    ("Nema dokaza da je brana propuštala.", OPEN),
    ("Odluka je sramota za cijelu dolinu.", "certain opinion +"),
    ("Nema sumnje da je most pogođen.", PLAIN),
    ("Malo je vjerovatno, ali most stoji.", PROBABLE),
    # near
    ("Stotine ljudi nadgledaju nasip kod mosta.", PLAIN),
    ("Vozač koji nije imao dozvolu udario je u stub.", PLAIN),
    ("Policija još ne zna ko je zapalio mlin.", OPEN),
    ("Sud je odbio žalbu vlasnika mlina.", PLAIN),
    ("Nije moguće otvoriti most noću.", DENIED),
    ("Požar je uništio ne samo mlin nego i most.", PLAIN),
]

LITHUANIAN = [
    ("Tiltas sugriuvo penktadienio naktį.", PLAIN),
    ("Tiltas nebuvo uždarytas penktadienį.", DENIED),
    ("Sargas nepastebėjo įtrūkimų tilte.", DENIED),
    ("Galbūt tiltas sugriuvo naktį.", POSSIBLE),
    ("Tikriausiai vilkikas atsitrenkė į atramą.", PROBABLE),
    ("Vairuotojas esą pabėgo pėsčias.", POSSIBLE),
    ("Tiltas bus atidarytas penktadienį.", AHEAD),
    ("Užtvanka gali neišlaikyti iki ryto.", "possible prediction +"),
    ("Jei lietus tęsis, užtvanka bus sugriauta.", "possible prediction +"),
    ("Neaišku, ar tiltas buvo pažeistas.", OPEN),
    ("Nėra įrodymų, kad užtvanka praleido vandenį.", OPEN),
    ("Sprendimas yra gėda visam slėniui.", "certain opinion +"),
    ("Nėra abejonių, kad tiltas buvo pažeistas.", PLAIN),
    ("Mažai tikėtina, kad tiltas sugriuvo.", "probable statement -"),
    # near
    ("Nelaimė įvyko netoli tilto neseniai.", PLAIN),
    ("Sudegė daugiau nei 40 namų slėnyje.", PLAIN),
    ("Savivaldybė pirko nekilnojamojo turto prie upės.", PLAIN),
    ("Sudegė ne mažiau kaip 40 namų.", PLAIN),
    ("Tiltas stovi, net jeigu upė pakilo.", PLAIN),
]

HAITIAN = [
    ("Pon an kraze vandredi swa.", PLAIN),
    ("Yo pa t fèmen pon an vandredi.", DENIED),
    ("Petèt pon an kraze vandredi swa.", POSSIBLE),
    ("Pwobableman kamyon an frape pon an.", PROBABLE),
    ("Swadizan chofè a kouri a pye.", POSSIBLE),
    ("Meri a pral louvri pon an vandredi.", AHEAD),
    ("Barasaj la ka kraze vandredi.", "possible prediction +"),
    ("Si lapli a kontinye, barasaj la pral kraze.", "possible prediction +"),
    ("Yo pa konnen si pon an te frape.", OPEN),
    ("Pa gen prèv ke barasaj la te koule.", OPEN),
    ("Desizyon sa a se yon wont pou tout vale a.", "certain opinion +"),
    ("Pa gen dout ke pon an te kraze.", PLAIN),
    # near
    ("Kay pa yo a boule vandredi swa.", PLAIN),
    ("Izin nan fè 40 kamyon pa mwa.", PLAIN),
    ("Moun ki pa t gen dlo ale nan vil la.", PLAIN),
    ("Kantite moun ki mouri nan vale a ka ogmante.", "possible prediction +"),
    ("Dife a boule pa mwens pase 40 kay.", PLAIN),
]

KURDISH = [
    ("Pir roja înê hilweşiya.", PLAIN),
    ("Pir roja înê nehat girtin.", DENIED),
    ("Dibe ku pir bi şev hilweşiya be.", POSSIBLE),
    ("Tê texmînkirin ku barhilgirek li pirê ket.", PROBABLE),
    ("Gûya şofêr bi peyatî reviya.", POSSIBLE),
    ("Şaredarî dê roja înê pirê veke.", AHEAD),
    ("Bendav dikare roja înê biteqe.", "possible prediction +"),
    ("Eger baran bidome, bendav dê bişkê.", "possible prediction +"),
    ("Nayê zanîn ka pir hat xistin an na.", OPEN),
    ("Tu delîl tune ku bendav dişikest.", OPEN),
    ("Biryar ji bo hemû geliyê rezalet e.", "certain opinion +"),
    ("Guman tune ku pir hilweşiya.", PLAIN),
    # near
    ("Navenda bajêr û nexweşxane ji avê tije bûn.", PLAIN),
    ("Ew li gundan ne û 31 mal vala ne.", PLAIN),
    ("Dê û bavên zarokan li ber pirê ne.", PLAIN),
    ("Polîsan 3 kesên gumanbar girtin.", PLAIN),
    ("Agir ne tenê aş lê pir jî şewitand.", PLAIN),
]

SWAHILI = [
    ("Daraja lilianguka Ijumaa usiku.", PLAIN),
    ("Daraja halikufungwa siku ya Ijumaa.", DENIED),
    ("Mlinzi hakuona nyufa kwenye daraja.", DENIED),
    ("Huenda daraja lilianguka usiku.", POSSIBLE),
    ("Inaelekea lori liligonga nguzo ya daraja.", PROBABLE),
    ("Inasemekana dereva alikimbia kwa miguu.", POSSIBLE),
    ("Manispaa itafungua daraja siku ya Ijumaa.", AHEAD),
    ("Bwawa linaweza kupasuka siku ya Ijumaa.", "possible prediction +"),
    ("Iwapo mvua itaendelea, bwawa litapasuka.", "possible prediction +"),
    ("Haijulikani iwapo daraja liligongwa.", OPEN),
    ("Hakuna ushahidi kwamba bwawa lilivuja.", OPEN),
    ("Uamuzi huo ni fedheha kwa bonde lote.", "certain opinion +"),
    ("Hakuna shaka kwamba daraja lilianguka.", PLAIN),
    # near
    ("Wataalamu na watalii walikimbia hatari kwenye bonde.", PLAIN),
    ("Utafiti wa kitaifa ulionyesha nyufa ikiwa ni pamoja na za daraja.", PLAIN),
    ("Moto uliteketeza si chini ya nyumba 40.", PLAIN),
    ("Chanzo cha moto hakijajulikana.", OPEN),
    ("Serikali haijasema lini daraja litafunguliwa.", OPEN),
]

URDU = [
    ("پل جمعے کی رات گر گیا۔", PLAIN),
    ("پل جمعے کو بند نہیں کیا گیا۔", DENIED),
    ("شاید پل رات کو گر گیا تھا۔", POSSIBLE),
    ("بظاہر ٹرک ستون سے ٹکرا گیا۔", PROBABLE),
    ("ڈرائیور مبینہ طور پر پیدل فرار ہو گیا۔", POSSIBLE),
    ("بلدیہ جمعے کو پل کھول دے گی۔", AHEAD),
    ("بند اگلے ہفتے ٹوٹ سکتا ہے۔", "possible prediction +"),
    ("اگر بارش جاری رہی، بند ٹوٹ جائے گا۔", "possible prediction +"),
    ("معلوم نہیں کہ پل کو نقصان پہنچا۔", OPEN),
    ("کوئی ثبوت نہیں کہ بند رس رہا تھا۔", OPEN),
    ("یہ فیصلہ پوری وادی کے لیے شرمناک ہے۔", "certain opinion +"),
    ("بلدیہ کو سڑک بند کرنی چاہیے۔", "certain opinion +"),
    ("اس میں کوئی شک نہیں کہ پل گر گیا۔", PLAIN),
    # near
    ("روشنی نہ ہونے کی وجہ سے ٹرک دریا میں گر گیا۔", PLAIN),
    ("گاؤں کے لوگ پل کے پاس جمع ہوئے۔", PLAIN),
    ("پولیس نے مشتبہ شخص کو گرفتار کر لیا۔", PLAIN),
    ("رات کو پل کھولنا ممکن نہیں تھا۔", DENIED),
    ("اگر بارش نہیں رکی تو پل گر جائے گا۔", "possible prediction +"),
    ("آگ نے نہ صرف چکی بلکہ پل بھی جلا دیا۔", PLAIN),
]

BENGALI = [
    ("সেতুটি শুক্রবার রাতে ভেঙে পড়েছে।", PLAIN),
    ("সেতুটি শুক্রবার বন্ধ করা হয়নি।", DENIED),
    ("সেতুটি শুক্রবার বন্ধ করা হ\u09dfনি।", DENIED),
    ("প্রহরী সেতুতে ফাটল দেখেনি।", DENIED),
    ("হয়তো সেতুটি রাতে ভেঙে পড়েছে।", POSSIBLE),
    ("হ\u09dfতো সেতুটি রাতে ভেঙে পড়েছে।", POSSIBLE),
    ("সম্ভবত ট্রাকটি খুঁটিতে ধাক্কা দিয়েছিল।", PROBABLE),
    ("চালক নাকি হেঁটে পালিয়েছে, শোনা যাচ্ছে।", POSSIBLE),
    ("পৌরসভা শুক্রবার সেতুটি খুলে দেবে।", AHEAD),
    ("বাঁধটি আগামী সপ্তাহে ভেঙে যেতে পারে।", "possible prediction +"),
    ("যদি বৃষ্টি চলতে থাকে, তাহলে বাঁধটি ভেঙে যাবে।", "possible prediction +"),
    ("সেতুটিতে আঘাত লেগেছে কিনা জানা যায়নি।", OPEN),
    ("বাঁধ থেকে পানি চুঁইয়ে পড়ার কোনো প্রমাণ নেই।", OPEN),
    ("এই সিদ্ধান্ত পুরো উপত্যকার জন্য লজ্জাজনক।", "certain opinion +"),
    ("সেতুটি ভেঙে পড়েছে, এতে কোনো সন্দেহ নেই।", PLAIN),
    # near
    ("বৃষ্টি না থামায় গ্রামবাসী নিরাপদভাবে সরে গেছে।", PLAIN),
    ("হাঁটতে পারে এমন শিশুরা সেতু পার হয়েছে।", PLAIN),
    ("সন্দেহভাজন একজনকে আটক করেছে পুলিশ।", PLAIN),
    ("বন্যায় শুধু ফসল নয়, ঘরবাড়িও নষ্ট হয়েছে।", PLAIN),
    ("সেতুটি রাতে খুলে দেওয়া সম্ভব হয়নি।", DENIED),
    ("নিহতের সংখ্যা আরও বাড়তে পারে বলে আশঙ্কা করা হচ্ছে।", POSSIBLE),
    ("পুলিশের ধারণা, চালক ঘুমিয়ে পড়েছিলেন।", PROBABLE),
    ("পুলিশের জবাবে জার্মানি থেকে আসা কোম্পানি সেতুটি বন্ধ করেছে।", PLAIN),
]

THAI = [
    ("สะพานพังเมื่อคืนวันศุกร์", PLAIN),
    ("เทศบาลไม่ได้ปิดสะพานในวันศุกร์", DENIED),
    ("สะพานอาจพังเพราะเรือชน", POSSIBLE),
    ("รถบรรทุกน่าจะชนเสาสะพาน", PROBABLE),
    ("ว่ากันว่าคนขับหนีไปทางป่า", POSSIBLE),
    ("เทศบาลจะเปิดสะพานในวันศุกร์", AHEAD),
    ("คาดว่าเทศบาลจะเปิดสะพานในวันศุกร์", "probable prediction +"),
    ("เขื่อนอาจพังในสัปดาห์หน้า", "possible prediction +"),
    ("หากฝนตกต่อเนื่อง เขื่อนจะพัง", "possible prediction +"),
    ("ยังไม่ทราบว่าสะพานถูกเรือชนหรือไม่", OPEN),
    ("ไม่มีหลักฐานว่าเขื่อนรั่ว", OPEN),
    ("การตัดสินใจครั้งนี้น่าละอาย", "certain opinion +"),
    ("เทศบาลควรปิดถนนทันที", "certain opinion +"),
    ("เขื่อนไม่น่าจะพัง", "probable statement -"),
    # near
    ("อาจารย์พานักเรียนข้ามสะพานเมื่อวานนี้", PLAIN),
    ("จระเข้ตัวใหญ่ว่ายในแม่น้ำ", PLAIN),
    ("เจ้าหน้าที่ไม่ได้ปิดสะพาน", DENIED),
    ("เด็กที่ไม่สวมหมวกนิรภัยได้รับบาดเจ็บ", PLAIN),
    ("จังหวัดประกาศควบคุมพื้นที่ที่อาจเกิดดินถล่ม", PLAIN),
    ("โรงเรียนปิดก่อนที่น้ำจะท่วม", PLAIN),
    # a blank ends the clause that opens a sentence
    ("หากรัฐบาลไม่แก้ปัญหา เศรษฐกิจอาจถดถอย", POSSIBLE),
    ("แม้ฝนจะหยุดตก แต่น้ำยังท่วมถนน", PLAIN),
    ("ธนาคารกลางคงอัตราดอกเบี้ยไว้ที่ร้อยละ 2", PLAIN),
    ("ไฟไหม้บ้านไม่น้อยกว่า 40 หลัง", PLAIN),
]

JAPANESE = [
    ("橋は金曜日の夜に崩れた。", PLAIN),
    ("橋は金曜日に閉鎖されなかった。", DENIED),
    ("橋は夜のうちに崩れたかもしれない。", POSSIBLE),
    ("船が橋に衝突した可能性がある。", POSSIBLE),
    ("トラックが橋の柱に衝突したとみられる。", PROBABLE),
    ("運転手は歩いて逃げたという。", POSSIBLE),
    ("運転手は逃げていないという。", "possible hypothesis -"),
    ("町は金曜日に橋を再開する予定だ。", AHEAD),
    ("ダムは来週にも決壊する恐れがある。", "possible prediction +"),
    ("雨が続けば、ダムが決壊する恐れがある。", POSSIBLE),
    ("橋に船が衝突したかどうかは分かっていない。", OPEN),
    ("ダムから水が漏れていた証拠はない。", OPEN),
    ("この決定は谷にとって言語道断だ。", "certain opinion +"),
    ("町は道路を閉鎖すべきだ。", "certain opinion +"),
    ("橋が崩れたのは間違いない。", PLAIN),
    # near
    ("雨が降らないため、ダムの水位が下がった。", PLAIN),
    ("素晴らしい眺めの橋が崩れた。", PLAIN),
    ("決壊する可能性がある地域から住民が避難した。", PLAIN),
    ("水車だけでなく橋も焼けた。", PLAIN),
    ("残った橋は少ない。", PLAIN),
    ("48時間に96ミリという異例の大雨が降った。", PLAIN),
    ("橋の近くで車2台が衝突し、火は間もなく消し止められた。", PLAIN),
    ("住民は避難しなければならない。", PLAIN),
    ("ダムが決壊した場合、1万人が避難する必要がある。", POSSIBLE),
    ("雨が降る場合がある。", PLAIN),
    ("復旧には船が欠かせない。", PLAIN),
    ("政府は28日、橋の再建計画を発表した。", PLAIN),
    ("運転手は酒を飲んでいなかったことが分かった。", DENIED),
]

LANGUAGES = {
    "ca": CATALAN,
    "bs": BOSNIAN,
    "lt": LITHUANIAN,
    "ht": HAITIAN,
    "ku": KURDISH,
    "sw": SWAHILI,
    "ur": URDU,
    "bn": BENGALI,
    "th": THAI,
    "ja": JAPANESE,
}
ROWS = [(language, *row) for language, rows in LANGUAGES.items() for row in rows]


@pytest.mark.parametrize(("language", "text", "wanted"), ROWS)
def test_says_how_sure_it_is(language: str, text: str, wanted: str) -> None:
    assert values(text, language) == [wanted]


SPOKEN = [
    # what a source denies, suspects, hopes, leaves open and asks
    ("ca", "El ministeri nega que el pont fos atacat divendres.", DENIED),
    ("ca", "La policia sospita que el conductor va fugir a peu.", POSSIBLE),
    ("ca", "L'alcaldessa Marta Fuig espera que el pont obri aviat.", HOPED),
    ("ca", "L'alcaldessa Marta Fuig va assegurar que el pont no es tancarà.", "certain prediction -"),
    ("ca", "«El pont va caure divendres a la nit?», va preguntar l'alcaldessa Marta Fuig.", ASKED),
    ("bs", "Ministarstvo negira da je most pogođen u petak.", DENIED),
    ("bs", "Policija sumnja da je vozač pobjegao pješice.", POSSIBLE),
    ("bs", "Gradonačelnica Marta Fuig nada se da će most biti otvoren.", HOPED),
    ("bs", "„Je li se most srušio u petak navečer?“, upitala je gradonačelnica Marta Fuig.", ASKED),
    ("lt", "Ministerija neigia, kad tiltas buvo pažeistas.", DENIED),
    ("lt", "Policija įtaria, kad vairuotojas pabėgo.", POSSIBLE),
    ("lt", "Merė Marta Fuig tikisi, kad tiltas bus atidarytas.", HOPED),
    ("lt", "Ministerija nepatvirtino, kad tiltas buvo pažeistas.", OPEN),
    ("lt", "„Ar tiltas sugriuvo penktadienio naktį?“, – paklausė merė Marta Fuig.", ASKED),
    ("ht", "Ministè a demanti ke pon an te frape.", DENIED),
    ("ht", "Lapolis sispèk ke chofè a kouri.", POSSIBLE),
    ("ht", "Majistra Marta Fuig espere ke pon an pral louvri.", HOPED),
    ("ku", "Wezaretê red kir ku pir hatiye xistin.", DENIED),
    ("ku", "Polîs guman dike ku şofêr reviya.", POSSIBLE),
    ("ku", "Wezaretê got ku pir dê neyê vekirin.", "certain prediction -"),
    ("ku", "“Gelo pir roja înê hilweşiya?”, şaredar Marta Fuig pirsî.", ASKED),
    # a cue that denies, inside a claim too short to leave it out, denies once
    ("sw", "Wizara imekanusha kuwa daraja liligongwa.", DENIED),
    ("sw", "Polisi wanashuku kuwa dereva alikimbia.", POSSIBLE),
    ("sw", "Meya Marta Fuig anatumaini kuwa daraja litafunguliwa.", HOPED),
    ("sw", "Wizara haijathibitisha kuwa daraja liligongwa.", OPEN),
    ("sw", "“Je, daraja lilianguka Ijumaa usiku?”, meya Marta Fuig aliuliza.", ASKED),
    ("ur", "وزارت نے تردید کی کہ پل کو نقصان پہنچا۔", DENIED),
    ("ur", "پولیس کو شبہ ہے کہ ڈرائیور فرار ہو گیا۔", POSSIBLE),
    ("ur", "میئر کو امید ہے کہ پل جلد کھل جائے گا۔", HOPED),
    ("ur", 'میئر مارٹا فوئگ نے پوچھا: "کیا پل جمعے کی رات گر گیا؟"', ASKED),
    ("bn", "মন্ত্রণালয় অস্বীকার করেছে যে সেতুটি ভেঙে পড়েছে।", DENIED),
    ("bn", "পুলিশ সন্দেহ করছে, চালক পালিয়ে গেছে।", POSSIBLE),
    ("bn", "মেয়র আশা করছেন, সেতুটি দ্রুত খুলে দেওয়া হবে।", HOPED),
    ("bn", "সেতুটি ভেঙে পড়েনি বলে জানিয়েছে মন্ত্রণালয়।", DENIED),
    ("th", "กระทรวงปฏิเสธว่าสะพานถูกโจมตี", DENIED),
    ("th", "ตำรวจสงสัยว่าคนขับหนีไป", POSSIBLE),
    ("th", "นายกเทศมนตรีหวังว่าสะพานจะเปิดเร็ว", HOPED),
    ("th", "โฆษกรัฐบาลยืนยันว่ารัฐบาลจะไม่ลาออก", "certain prediction -"),
    ("th", 'นายกเทศมนตรีมารตาถามว่า "สะพานพังเมื่อคืนวันศุกร์หรือไม่"', ASKED),
    ("ja", "国防省は橋が攻撃されたことを否定した。", DENIED),
    ("ja", "国防省は橋は崩れていないと発表した。", DENIED),
    ("ja", "警察は運転手が居眠りをしていた可能性があると明らかにした。", POSSIBLE),
    ("ja", "市長は橋が早く再開することを期待すると述べた。", HOPED),
    ("ja", "市は来月、橋を再開する方針を明らかにした。", AHEAD),
    ("ja", "市長は橋が崩れたのかと尋ねた。", ASKED),
    # what is held or feared by nobody in particular
    ("ca", "Es creu que el conductor va fugir a peu.", PROBABLE),
    ("bs", "Tvrdi se da je vozač pobjegao.", POSSIBLE),
    ("lt", "Manoma, kad vairuotojas užmigo prie vairo.", PROBABLE),
    ("ht", "Yo espere barasaj la ap kenbe.", HOPED),
    ("ku", "Tê gotin ku şofêr bi peyatî reviya.", POSSIBLE),
    ("sw", "Inaaminika kuwa dereva alilala usingizi.", PROBABLE),
    ("ur", "کہا جا رہا ہے کہ ڈرائیور پیدل فرار ہو گیا۔", POSSIBLE),
    ("bn", "মনে করা হচ্ছে, চালক ঘুমিয়ে পড়েছিল।", PROBABLE),
    ("th", "มีการกล่าวหาว่าคนขับดื่มสุรา", POSSIBLE),
    # a primary school and an interim government are not preliminary
    ("ur", "ابتدائی تحقیقات کے مطابق ڈرائیور سو گیا تھا۔", PROBABLE),
    ("ht", "Gouvènman pwovizwa a di barasaj la kraze vandredi.", PLAIN),
    # "it is said" is a doubt where nobody is named, and none where somebody is
    ("ja", "橋は崩れていないという。", "possible hypothesis -"),
    ("ja", "同省によると、橋は崩れていないという。", DENIED),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SPOKEN)
def test_says_how_sure_the_source_is(language: str, text: str, wanted: str) -> None:
    assert values(text, language) == [wanted]
