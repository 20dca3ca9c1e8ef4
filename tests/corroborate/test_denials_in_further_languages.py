"""Denials, verbs of denial and what is said to be unknown, in languages whose words of denial are not set apart alike.

Each row is a sentence as news prints it; those that hold a look-alike ("air raid", "not only", "by the month") must
not be read as denials: a wrong denial turns an account round.
"""

import pytest

from sayso import lexicon
from sayso.corroborate.denial import asserted_part, denied_part, is_negated, rejects
from sayso.corroborate.unknowns import says_unknown

NEGATED = [
    ("bn", "হামলায় কেউ আহত হয়নি"),
    ("bn", "ওস্তভিক বন্দরে কোনো জাহাজ নেই"),
    ("bn", "বাঁধটি ভেঙে পড়েনি"),
    ("bn", "সেতুটি খোলা হবে না"),
    ("bs", "U napadu nije bilo poginulih."),
    ("bs", "Niko iz općine Haldorf neće dati izjavu."),
    ("bs", "Nijedan vagon nije izgorio."),
    ("ca", "L'explosió no va causar cap mort a Haldorf."),
    ("ca", "Ningú va resultar ferit."),
    ("ca", "El pont mai es va ensorrar."),
    ("hi", "हमले में कोई घायल नहीं हुआ"),
    ("hi", "पुल नहीं टूटा है, प्रवक्ता ने कहा"),
    ("ht", "Pon an pa t tonbe."),
    ("ht", "Lapolis poko arete moun."),
    ("ht", "P ap gen eleksyon ane sa a."),
    ("ht", "Okenn bato pa koule."),
    ("id", "Tidak ada korban jiwa dalam ledakan itu."),
    ("id", "Kapal itu bukan milik Norvia."),
    ("id", "Bendungan belum runtuh."),
    ("id", "Tak ada tawanan di dalam pesawat."),
    ("ms", "Tiada tawanan di dalam pesawat itu."),
    ("ms", "Empangan itu belum runtuh."),
    ("ko", "이번 폭발로 인한 사망자는 없었다."),
    ("ko", "배에는 포로가 타고 있지 않았다."),
    ("ko", "그 배는 노르비아 소유가 아니다."),
    ("ko", "다리는 무너지지 않았다고 시 당국은 말했다."),
    ("ku", "Di teqînê de kes nehatiye kuştin."),
    ("ku", "Leşkeran êrîşî bendavê nekir."),
    ("ku", "Li keştiyê girtî tune."),
    ("ku", "Hikûmet nikare pirê vebike."),
    ("lt", "Per sprogimą niekas nežuvo."),
    ("lt", "Laive nebuvo belaisvių."),
    ("lt", "Užtvanka nėra sugriauta."),
    ("lt", "Haldorfo ligoninėje nėra vietų."),
    ("sw", "Hakuna aliyeuawa katika mlipuko huo."),
    ("sw", "Meli hiyo haikuwa na wafungwa."),
    ("sw", "Wanajeshi hawakushambulia bwawa la Ostwick."),
    ("sw", "Polisi si waliofyatua risasi."),
    ("th", "ไม่มีผู้เสียชีวิตจากเหตุระเบิด"),
    ("th", "เรือลำนั้นมิได้บรรทุกนักโทษ"),
    ("th", "เขื่อนยังไม่พังทลาย"),
    ("th", "น้ำดื่มในเมืองไม่เพียงพอ"),
    ("ur", "حملے میں کوئی زخمی نہیں ہوا"),
    ("ur", "جہاز پر نہ قیدی تھے اور نہ گولہ بارود"),
    ("vi", "Không có ai thiệt mạng trong vụ nổ."),
    ("vi", "Con đập chưa bị vỡ."),
    ("vi", "Con tàu chẳng chở tù binh nào."),
    ("vi", "Không quân không tấn công bệnh viện."),
    ("vi", "Ngân hàng không mở cửa."),
    ("ja", "この爆発による死者はいなかった。"),
    ("ja", "船に捕虜は乗っていない。"),
    ("ja", "市長は辞任せず、職にとどまった。"),
    ("ar", "ولم يصب أحد في الانفجار"),
    ("cs", "Nikdo nezahynul a most nebude uzavřen."),
    ("fa", "در این حمله کسی کشته نشد"),
    ("hr", "Most neće biti zatvoren."),
    ("da", "De kunne ikke kunne åbne broen."),
    ("fr", "Aucune personne n'a été blessée."),
    ("zh", "委员会不同意该报告"),
    ("zh", "家属没收到通知"),
    ("en", "The strike was not justified."),
    ("it", "Il ponte, non più disponibile, è chiuso."),
    ("cs", "Ani nebyl zraněn."),
    ("ar", "اعتقل بدون سند قانوني"),
    ("lt", "Jis dar neturi duomenų."),
    ("hi", "हमला हुआ ही नहीं"),
    ("hi", "जहाज पर न कैदी थे और न गोला बारूद"),
]

PLAIN = [
    ("bn", "শুধু তাই নয়, দুটি সেতুও ভেঙেছে"),
    ("bn", "নতুন বাঁধ নিয়ে শহরের মানুষ মিছিল করেছে"),
    ("bn", "বিস্ফোরণ হয়েছে কি না পুলিশ দেখছে"),
    ("bn", "হামলায় নয় জন আহত হয়েছেন"),
    ("bn", "এতে কোনো সন্দেহ নেই যে বাঁধ ভেঙেছে"),
    ("bs", "Napad je pogodio ne samo most nego i bolnicu."),
    ("bs", "Bezbrižni Nikola i Nemanja stigli su u nišansku kolonu."),
    ("bs", "Poginulo je ne manje od pet osoba, bez sumnje u požaru."),
    ("ca", "L'atac va danyar no només el pont sinó també l'hospital."),
    ("ca", "Una organització no governamental va repartir aigua."),
    ("ca", "El cap de policia va anar cap a Haldorf, més dur que abans."),
    ("hi", "हमले में न केवल पुल बल्कि अस्पताल भी ढह गया"),
    ("hi", "नगर के नेता ने नाव को निशाना बनाया"),
    ("hi", "कंपनी ने नया बांध बनाया"),
    ("hi", "एक अधिकारी ने नाम न छापने की शर्त पर बताया कि पुल टूट गया"),
    ("ur", "ایک اہلکار نے نام ظاہر نہ کرنے کی شرط پر بتایا کہ پل ٹوٹ گیا"),
    ("th", "เจ้าหน้าที่ซึ่งไม่ประสงค์ออกนามกล่าวว่าสะพานพัง"),
    ("vi", "Một quan chức không muốn nêu tên cho biết cây cầu đã sập."),
    ("id", "Seorang pejabat yang tidak mau disebutkan namanya mengatakan jembatan runtuh."),
    ("bn", "নাম প্রকাশ না করার শর্তে এক কর্মকর্তা বলেন, সেতু ভেঙেছে"),
    ("ko", "이름을 밝히지 않은 관계자는 다리가 무너졌다고 말했다."),
    ("en", "An official who asked not to be named said the bridge fell."),
    ("hi", "यही नहीं, दो पुल भी टूट गए"),
    ("ht", "Pa egzanp, pon an tonbe madi."),
    ("ht", "Yo jwenn san moun ki blese nan janm."),
    ("ht", "Pri a monte pa mwa."),
    ("ht", "Reyinyon an fini a 8 p.m. nan Pòtdal."),
    ("id", "Serangan itu menghancurkan tidak hanya jembatan tetapi juga rumah sakit."),
    ("id", "Pesawat tanpa awak menghantam gudang."),
    ("id", "Tidak kurang dari 20 orang tewas."),
    ("ms", "Serangan itu memusnahkan bukan sahaja jambatan tetapi juga hospital."),
    ("ms", "Tidak kurang daripada 20 orang maut."),
    ("id", "Warga membuka bukaan di tembok beton."),
    ("ko", "다리뿐만 아니라 병원도 무너졌다."),
    ("ko", "적지 않은 주민이 다쳤다."),
    ("ko", "차 안 시신 두 구가 발견됐다."),
    ("ko", "안개 속에서 배가 가라앉았다."),
    ("ku", "Birîndar li nexweşxaneyê ne."),
    ("ku", "Êrîşê ne tenê pir, nexweşxane jî hilweşand."),
    ("ku", "Nexweş û karmend li navenda bajêr man."),
    ("ku", "Guman tune ku bendav hilweşiya."),
    ("lt", "Per ataką sugriautas ne tik tiltas, bet ir ligoninė."),
    ("lt", "Žuvo daugiau nei 20 žmonių."),
    ("lt", "Be to, nukentėjo du tiltai."),
    ("lt", "Kareivis dingo be žinios."),
    ("lt", "Netrukus nelaimė palietė ir kaimyninį miestą."),
    ("sw", "Shambulio hilo liliharibu si tu daraja bali pia hospitali."),
    ("sw", "Watu hawa walijeruhiwa hapa Haldorf."),
    ("sw", "Bila shaka bwawa lilibomoka."),
    ("th", "ไม่เพียงแต่สะพาน โรงพยาบาลก็พังด้วย"),
    ("th", "มีผู้เสียชีวิตไม่ต่ำกว่า 20 คน"),
    ("th", "โรงเลื่อยไม้ไฟไหม้เมื่อเดือนมิถุนายน"),
    ("ur", "حملے میں نہ صرف پل بلکہ اسپتال بھی تباہ ہوا"),
    ("ur", "اس میں کوئی شک نہیں"),
    ("ur", "نہر کے کنارے نیا پل بنا"),
    ("vi", "Vụ tấn công phá hủy không chỉ cây cầu mà cả bệnh viện."),
    ("vi", "Không quân Norvia tiến hành không kích vào kho hàng."),
    ("vi", "Máy bay không người lái rơi gần sân bay hàng không Haldorf."),
    ("vi", "Họ hỏi con đập có vỡ hay không."),
    ("ja", "橋だけでなく病院も崩れた。"),
    ("ja", "まず二人ずつ、わずか一分で必ず渡った。"),
    ("ja", "攻撃ではないかとみられる。"),
    ("ja", "少なくない住民がいたずら電話を受けた。"),
    ("zh", "无人机袭击了机场，造成不少伤亡"),
    ("zh", "渡轮在非洲海岸沉没"),
    ("zh", "市长非常愤怒"),
]

REJECTED = [
    ("bn", "মেয়র হামলার অভিযোগ অস্বীকার করেছেন"),
    ("bn", "মন্ত্রণালয় ওই খবর নাকচ করেছে"),
    ("ca", "El ministeri va negar l'atac contra l'hospital."),
    ("ca", "L'alcaldessa desmenteix les acusacions."),
    ("he", "דובר הצבא הכחיש את הדיווח על התקיפה."),
    ("he", "העירייה דחתה את הטענות."),
    ("hi", "मंत्रालय ने हमले के आरोपों का खंडन किया"),
    ("hi", "महापौर ने आरोपों से इनकार किया"),
    ("ht", "Minis la demanti enfòmasyon an."),
    ("ht", "Majistra a te rejte akizasyon yo."),
    ("id", "Kementerian membantah telah menyerang rumah sakit."),
    ("id", "Wali kota menepis tuduhan itu."),
    ("ms", "Kementerian menafikan serangan terhadap hospital itu."),
    ("ko", "국방부는 병원 공격을 부인했다."),
    ("ko", "시장은 의혹을 일축했다."),
    ("ku", "Wezaretê îdia red kir."),
    ("ku", "Şaredar êrîş înkar kir."),
    ("lt", "Ministerija paneigė kaltinimus."),
    ("lt", "Meras neigia, kad užtvanka buvo užminuota."),
    ("sw", "Wizara ilikanusha madai ya shambulio."),
    ("sw", "Meya amepinga madai hayo."),
    ("th", "กระทรวงกลาโหมปฏิเสธว่าได้โจมตีโรงพยาบาล"),
    ("ur", "وزارت نے حملے کے الزامات کی تردید کی"),
    ("ur", "میئر نے الزامات مسترد کر دیے"),
    ("vi", "Bộ Quốc phòng phủ nhận việc tấn công bệnh viện."),
    ("vi", "Thị trưởng bác bỏ cáo buộc này."),
    ("ja", "被告は起訴内容を否認した。"),
    ("fi", "Ministeriö kiisti iskun sairaalaan."),
    ("et", "Ministeerium lükkas süüdistused kategooriliselt tagasi."),
    ("hu", "A minisztérium megcáfolta a hírt."),
    ("da", "Ministeriet afviste påstanden."),
]

NOT_REJECTED = [
    ("bn", "মুখপাত্র মন্তব্য করতে অস্বীকার করেছেন"),
    ("bn", "মন্ত্রণালয় হামলার খবর অস্বীকার করেনি"),
    ("bn", "আদালত তাঁর আবেদন খারিজ করেছে"),
    ("ca", "El portaveu es va negar a fer declaracions."),
    ("ca", "El govern no va negar l'atac."),
    ("ca", "El tribunal va rebutjar el recurs."),
    ("he", "הדובר לא הכחיש את הדיווח."),
    ("he", "הוא כתב ספר על הכחשת השואה."),
    ("hi", "प्रवक्ता ने टिप्पणी करने से इनकार किया"),
    ("hi", "मंत्रालय ने हमले से इनकार नहीं किया"),
    ("hi", "मंत्रालय ने हमले की न तो पुष्टि की और न खंडन"),
    ("hi", "अदालत ने उनकी याचिका खारिज कर दी"),
    ("hi", "सरकार ने इसका नकारात्मक असर बताया"),
    ("ht", "Minis la pa t demanti enfòmasyon an."),
    ("id", "Kementerian tidak membantah serangan itu."),
    ("id", "Juru bicara menolak berkomentar."),
    ("id", "Pengadilan menepis permohonan banding."),
    ("ko", "국방부는 공격을 부인하지 않았다."),
    ("ko", "시장 부인이 병원을 찾았다."),
    ("ko", "대변인은 시인도 부인도 하지 않았다."),
    ("ku", "Wezaretê êrîş înkar nekir."),
    ("ku", "Dadgehê serlêdana wî red kir."),
    ("lt", "Ministerija nepaneigė šios žinios."),
    ("lt", "Gandai turėjo neigiamą poveikį."),
    ("lt", "Teismas atmetė skundą."),
    ("sw", "Wizara haikukanusha shambulio hilo."),
    ("sw", "Mahakama ilikataa ombi lake."),
    ("th", "โฆษกปฏิเสธที่จะให้ความเห็น"),
    ("th", "กระทรวงไม่ได้ปฏิเสธข่าวนี้"),
    ("ur", "ترجمان نے تبصرہ کرنے سے انکار کیا"),
    ("ur", "وزارت نے حملے کی تردید نہیں کی"),
    ("ur", "عدالت نے درخواست مسترد کر دی"),
    ("vi", "Bộ Quốc phòng không phủ nhận vụ tấn công."),
    ("vi", "Người phát ngôn từ chối bình luận."),
    ("vi", "Tòa án bác bỏ đơn kiện."),
    ("ja", "報道官は攻撃を否定も肯定もしなかった。"),
    ("ja", "市長は計画に否定的だ。"),
    ("es", "El portavoz se negó a comentar el ataque."),
    ("fi", "Tiedottaja kieltäytyi kommentoimasta iskua."),
    ("fi", "Ilmavoimat torjui hyökkäyksen satamaan."),
    ("cs", "Mluvčí odmítl komentovat zprávu."),
    ("tr", "Bakanlık saldırıyı yalanlamadı."),
]

UNKNOWN = [
    ("bn", "হতাহতের সংখ্যা এখনো জানা যায়নি"),
    ("bn", "ঘটনার কারণ খতিয়ে দেখা হচ্ছে"),
    ("bs", "Uzrok eksplozije još nije poznat, istraga je u toku."),
    ("bs", "Za sada se ne zna broj povrijeđenih, ne zna se ni uzrok."),
    ("ca", "De moment es desconeix la causa de l'explosió."),
    ("ca", "L'agència no ha pogut verificar aquesta informació."),
    ("hi", "विस्फोट का कारण अभी स्पष्ट नहीं है"),
    ("hi", "इस दावे की स्वतंत्र पुष्टि नहीं हो सकी"),
    ("ht", "Yo poko konnen konbyen moun ki mouri."),
    ("ht", "Kòz eksplozyon an anba ankèt."),
    ("id", "Penyebab ledakan belum diketahui."),
    ("id", "Kantor berita tidak dapat memverifikasi klaim itu secara independen."),
    ("ko", "폭발 원인은 아직 밝혀지지 않았다."),
    ("ko", "경찰이 정확한 경위를 조사하고 있다."),
    ("ku", "Hejmara kuştiyan hîn nayê zanîn."),
    ("ku", "Lêpirsîn didome."),
    ("lt", "Kol kas neaišku, kas sukėlė sprogimą."),
    ("lt", "Tyrimas tęsiamas, vyksta tyrimas ir Ostvike."),
    ("sw", "Idadi ya waliokufa bado haijulikani."),
    ("sw", "Madai hayo hayajathibitishwa kwa njia huru."),
    ("th", "ขณะนี้ ยังไม่ทราบสาเหตุของการระเบิด"),
    ("th", "ตำรวจอยู่ระหว่างการสอบสวนเหตุที่เกิดขึ้น"),
    ("ur", "دھماکے کی وجہ تاحال معلوم نہیں"),
    ("ur", "واقعے کی تحقیقات جاری ہیں"),
    ("vi", "Nguyên nhân vụ nổ hiện chưa rõ."),
    ("vi", "Thông tin này không thể được kiểm chứng độc lập."),
]

KNOWN = [
    ("bn", "নিহতের সংখ্যা জানা গেছে"),
    ("bs", "Poznato je koliko je ljudi poginulo."),
    ("ca", "Es coneix la causa de l'explosió."),
    ("hi", "मंत्रालय ने हमले की पुष्टि की है"),
    ("ht", "Lapolis konnen kòz eksplozyon an."),
    ("id", "Penyebab ledakan telah diketahui."),
    ("ko", "폭발 원인은 가스 누출로 밝혀졌다."),
    ("ku", "Hejmara kuştiyan tê zanîn."),
    ("lt", "Priežastis žinoma ir patvirtinta; vyko tiriamasis darbas."),
    ("sw", "Idadi ya waliokufa inajulikana."),
    ("th", "ทราบสาเหตุของการระเบิดแล้ว"),
    ("ur", "دھماکے کی وجہ معلوم ہو گئی"),
    ("vi", "Nguyên nhân vụ nổ đã rõ ràng."),
]

NOT_ONLY = [
    ("en", "The blast shook not only the bridge but no fewer than five houses."),
    ("de", "Der Angriff traf nicht nur die Brücke, er wird nicht ausgeschlossen."),
    ("fr", "Une route et une personne ont été touchées, sans précédent."),
    ("es", "Sin embargo, un vehículo no tripulado golpeó el puente."),
    ("it", "L'attacco ha colpito non soltanto il ponte, non si esclude il dolo."),
    ("pt", "Uma organização não governamental distribuiu água, nada mais nada menos."),
    ("nl", "De aanval trof niet enkel de brug; geen wonder."),
    ("pl", "Żołnierz zaginął bez wieści nie później niż w maju."),
    ("ru", "Солдат пропал без вести, взрыв не исключён."),
    ("uk", "Солдат зник без вісти, вибух не виключають."),
    ("be", "Удар пашкодзіў не толькі мост, салдат прапаў без вестак."),
    ("bg", "Ударът засегна не само моста."),
    ("cs", "Není pochyb, že most spadl."),
    ("sk", "Niet pochýb, že most spadol."),
    ("sr", "Нема сумње да је мост пао."),
    ("hr", "Nema sumnje da je most pao."),
    ("sl", "Brez dvoma je most padel, ne nazadnje tudi zid."),
    ("hu", "A támadás nem csak a hidat érte, nem kizárt a robbantás."),
    ("tr", "Füze depoyu yok etti."),
    ("et", "Halva ilma tõttu kukkus sild kokku ja keegi ründas sadamat."),
    ("fi", "Isku osui ei vain sillan vaan ilman muuta sairaalankin kattoon."),
    ("el", "Η έκρηξη χτύπησε όχι μόνο τη γέφυρα· δεν αποκλείεται δολιοφθορά."),
    ("ro", "Atacul a lovit nu doar podul, fără îndoială."),
    ("sv", "Attacken träffade inte bara bron utan också sjukhuset."),
    ("da", "Angrebet skete uden for byen og ramte ikke kun broen."),
    ("no", "Angrepet traff ikke bare broen, men uten tvil også sykehuset."),
    ("en", "The strike hit not just the bridge."),
    ("ar", "لا يزال الجسر مغلقا غير أن المستشفى يعمل"),
    ("fa", "حمله نه تنها پل بلکه بیمارستان را ویران کرد"),
    ("he", "התקיפה פגעה לא רק בגשר, ללא ספק"),
]

# What the text denies, and what it affirms beside.
PARTS = [
    ("bn", "সেতু ভাঙেনি কিন্তু হাসপাতাল ধসে পড়েছে", "সেতু", "হাসপাতাল"),
    ("bs", "Most nije pao ali bolnica jeste", "most", "bolnica"),
    ("ca", "L'alcalde va parlar de tres vaixells sense dir de qui eren", "dir", "vaixells"),
    ("ca", "El pont no va caure però l'hospital sí", "pont", "hospital"),
    ("et", "Linnapea rääkis kolmest laevast ilma omanikku nimetamata", "omanikku", "laevast"),
    ("fi", "Kaupunginjohtaja puhui kolmesta laivasta ilman nimiä", "nimiä", "laivasta"),
    ("he", "ראש העיר דיבר על שלוש ספינות בלי לומר של מי הן", "לומר", "ספינות"),
    ("hi", "पुल नहीं टूटा लेकिन अस्पताल ढह गया", "पुल", "अस्पताल"),
    ("ht", "Pon an pa tonbe men lopital la tonbe", "pon", "lopital"),
    ("id", "Wali kota menyebut tiga kapal tanpa menyebut pemiliknya", "pemiliknya", "kapal"),
    ("ja", "橋は崩れなかったが、病院は崩れた", "橋", "病院"),
    ("ko", "다리는 무너지지 않았다고 한다 그러나 병원은 무너졌다", "다리", "병원"),
    ("ku", "Pir nehat girtin lê nexweşxane hat girtin", "pir", "nexweşxane"),
    ("lt", "Meras kalbėjo apie tris laivus be vėliavų", "vėliavų", "laivus"),
    ("sw", "Daraja halikuwa limebomoka lakini hospitali ilibomoka", "daraja", "hospitali"),
    ("sw", "Meli haikuwa na wafungwa lakini ilibeba chakula", "wafungwa", "chakula"),
    ("th", "นายกเทศมนตรีพูดถึงเรือสามลำโดยไม่ระบุชื่อ", "ระบุชื่อ", "เรือ"),
    ("ur", "پل نہیں ٹوٹا لیکن اسپتال گر گیا", "پل", "اسپتال"),
    ("vi", "Trên tàu không còn tù binh nhưng có đạn", "tù binh", "đạn"),
    ("vi", "Thị trưởng nhắc đến ba con tàu mà không nói của ai", "nói", "tàu"),
]


@pytest.mark.parametrize(("language", "text"), NEGATED)
def test_a_word_of_denial_is_seen(language: str, text: str) -> None:
    assert is_negated(text, language)


@pytest.mark.parametrize(("language", "text"), [*PLAIN, *NOT_ONLY])
def test_what_only_looks_like_a_denial_denies_nothing(language: str, text: str) -> None:
    assert not is_negated(text, language)


@pytest.mark.parametrize(("language", "text"), REJECTED)
def test_a_verb_of_denial_rejects_what_another_says(language: str, text: str) -> None:
    assert rejects(text, language)


@pytest.mark.parametrize(("language", "text"), NOT_REJECTED)
def test_a_denial_denied_a_refusal_and_a_court_reject_nothing(language: str, text: str) -> None:
    assert not rejects(text, language)


@pytest.mark.parametrize(("language", "text"), UNKNOWN)
def test_what_is_said_to_be_unknown_is_seen(language: str, text: str) -> None:
    assert says_unknown(text, language)


@pytest.mark.parametrize(("language", "text"), KNOWN)
def test_what_is_known_is_not_said_to_be_unknown(language: str, text: str) -> None:
    assert not says_unknown(text, language)


@pytest.mark.parametrize(("language", "text", "denied", "affirmed"), PARTS)
def test_a_denial_reaches_no_further_than_its_clause(language: str, text: str, denied: str, affirmed: str) -> None:
    assert denied in denied_part(text, language)
    assert affirmed not in denied_part(text, language)
    assert affirmed in asserted_part(text, language)


def test_every_listed_phrase_that_denies_nothing_is_read_so() -> None:
    """A phrase that is not in the letters a text is read in would never be found: capitals, a composed sign."""
    for language, phrases in lexicon.load("function_words").tables["not_denying"].items():
        for phrase in phrases.split("|"):
            assert not is_negated(f"xx {phrase} xx", language), (language, phrase)


def test_every_word_of_denial_is_found() -> None:
    for language, words in lexicon.load("function_words").tables["negation"].items():
        for word in words.split():
            assert is_negated(f"xx {word} xx", language), (language, word)


def test_every_verb_of_denial_is_found() -> None:
    for language, forms in lexicon.load("denials").tables["denials"].items():
        for form in forms.split("|"):
            told = " ".join("xx" if word == "*" else word.rstrip("*") for word in form.split())
            assert rejects(f"yy {told} yy", language), (language, form)


@pytest.mark.parametrize("name", ["Ana", "Ada", "Theo", "Sam", "Li", "Yao", "bus", "fire"])
def test_a_small_word_of_one_language_is_no_name_or_thing_of_another(name: str) -> None:
    """What is small in any language counts as little in the names of all: a "bus company" is told by its buses."""
    listed = lexicon.load("function_words").tables["words"].values()
    assert all(name.casefold() not in str(words).split() for words in listed)
