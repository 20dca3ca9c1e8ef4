"""Refusals, denials, wishes, decisions and approvals are nobody's statements; others are. All invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Article, Attribution

SILENT = [
    ("es", "El ministro nunca dijo que el puente fuera seguro."),
    ("es", "La alcaldesa jamás afirmó que la fábrica cerraría."),
    ("es", "El ministro se negó a decir si el puente es seguro."),
    ("es", "La fiscal rechazó confirmar si habrá juicio."),
    ("de", "Der Konzern lehnte es ab, die Zahlen zu kommentieren."),
    ("de", "Das Ministerium weigerte sich zu sagen, ob es Tote gab."),
    ("it", "La questura non ha precisato se l'uomo fosse armato."),
    ("pt", "O ministro nunca disse que a ponte era segura."),
    ("pt", "A prefeita jamais afirmou que a fábrica fecharia."),
    ("ca", "L'alcaldessa es va negar a dir si la fàbrica tancaria."),
    ("ro", "Procurorul a refuzat să spună dacă bărbatul va fi judecat."),
    ("ro", "Compania a refuzat să comenteze informația."),
    ("cs", "Mluvčí odmítl říct, zda most vydrží."),
    ("cs", "Policie odmítla potvrdit, zda byl muž zadržen."),
    ("cs", "Firma odmítla komentovat únik."),
    ("sk", "Hovorca odmietol povedať, či most vydrží."),
    ("sk", "Polícia odmietla potvrdiť, či muža zadržali."),
    ("sk", "Firma odmietla komentovať únik."),
    ("sl", "Policija je zavrnila komentar o izpustu."),
    ("sr", "Портпарол је одбио да каже да ли ће мост издржати."),
    ("sr", "Portparol je odbio da kaže da li će most izdržati."),
    ("bg", "Говорителят отказа да каже дали мостът ще издържи."),
    ("bg", "Полицията отказа да потвърди дали мъжът е задържан."),
    ("be", "Прадстаўнік адмовіўся сказаць, ці вытрымае мост."),
    ("nl", "De woordvoerder weigerde te zeggen of de brug het houdt."),
    ("nl", "De politie bevestigde de gegevens niet."),
    ("sv", "Polisen bekräftade inte uppgifterna."),
    ("sv", "Talespersonen vägrade säga om bron håller."),
    ("da", "Politiet bekræftede ikke oplysningerne."),
    ("da", "Talsmanden nægtede at sige, om broen holder."),
    ("no", "Politiet bekreftet ikke opplysningene."),
    ("no", "Talspersonen nektet å si om broen holder."),
    ("fi", "Ministeri ei koskaan sanonut, että silta on turvallinen."),
    ("el", "Ο εκπρόσωπος αρνήθηκε να πει αν η γέφυρα θα αντέξει."),
    ("el", "Η αστυνομία αρνήθηκε να επιβεβαιώσει ότι ο άνδρας συνελήφθη."),
    ("el", "Η εταιρεία αρνήθηκε να σχολιάσει τη διαρροή."),
    ("tr", "Sözcü köprünün dayanıp dayanmayacağını söylemeyi reddetti."),
    ("tr", "Şirket sızıntı hakkında yorum yapmayı reddetti."),
    ("ar", "رفض المتحدث أن يقول ما إذا كان الجسر سيصمد."),
    ("fa", "سخنگو از گفتن اینکه پل دوام می\u200cآورد خودداری کرد."),
    ("hi", "प्रवक्ता ने यह कहने से इनकार किया कि पुल टिकेगा या नहीं।"),
    ("hi", "कंपनी ने रिसाव पर टिप्पणी करने से इनकार कर दिया।"),
    ("ur", "ترجمان نے یہ بتانے سے انکار کیا کہ پل محفوظ ہے یا نہیں۔"),
    ("bn", "মুখপাত্র বলতে অস্বীকার করেন যে সেতুটি নিরাপদ কি না।"),
    ("id", "Juru bicara menolak mengatakan apakah jembatan itu aman."),
    ("id", "Perusahaan menolak mengomentari kebocoran itu."),
    ("id", "Jaksa enggan memastikan apakah pria itu ditahan."),
    ("ms", "Jurucakap itu enggan mengulas kebocoran tersebut."),
    ("ms", "Polis enggan mengesahkan sama ada lelaki itu ditahan."),
    ("vi", "Bộ trưởng chưa bao giờ nói rằng cây cầu an toàn."),
    ("vi", "Người phát ngôn từ chối cho biết liệu cây cầu có an toàn hay không."),
    ("zh", "部长从未说过大桥是安全的。"),
    ("zh", "发言人拒绝透露大桥是否安全。"),
    ("zh", "警方拒绝证实男子已被逮捕。"),
    ("ja", "大臣は橋が安全だとは一度も言っていない。"),
    ("ko", "대변인은 다리가 안전한지 밝히기를 거부했다."),
    ("th", "รัฐมนตรีไม่เคยกล่าวว่าสะพานปลอดภัย"),
    ("th", "โฆษกปฏิเสธที่จะบอกว่าสะพานปลอดภัยหรือไม่"),
    ("sw", "Msemaji alikataa kusema kama daraja ni salama."),
    ("es", "El alcalde jamás ha confirmado que hubo un vertido."),
    ("es", "Los vecinos nunca denunciaron que faltara agua."),
    ("it", "Mai il sindaco ha detto che l'acqua è potabile."),
    ("pt", "Nunca o prefeito disse que a água era potável."),
    ("cs", "Ředitelka odmítla uvést, kolik lidí se zranilo."),
    ("sk", "Riaditeľ odmietol prezradiť, koľko ľudí prepustia."),
    ("hr", "Ravnateljica odbija odgovoriti je li voda pitka."),
    ("sr", "Директорка одбија да коментарише да ли је вода исправна."),
    ("bg", "Директорката отказва да уточни колко души са ранени."),
    ("el", "Η διευθύντρια αρνείται να απαντήσει αν το νερό είναι πόσιμο."),
    ("nl", "De burgemeester weigert te bevestigen dat het water vervuild is."),
    ("nl", "De politie bevestigde gisteren de cijfers niet."),
    ("sv", "Kommunen bekräftar inte att vattnet är förorenat."),
    ("da", "Borgmesteren afviste at svare på, om vandet er rent."),
    ("no", "Ordføreren avviste å kommentere om vannet er rent."),
    ("fi", "Johtaja ei ole koskaan kertonut, että vesi on puhdasta."),
    ("de", "Die Direktorin lehnt eine Stellungnahme ab."),
    ("ar", "رفضت المديرة تأكيد أن الماء ملوث."),
    ("hi", "निदेशक ने यह बताने से इनकार किया कि कितने लोग घायल हैं।"),
    ("id", "Wali kota menolak menjelaskan berapa orang terluka."),
    ("vi", "Giám đốc từ chối xác nhận rằng nước bị ô nhiễm."),
    ("zh", "校方从未表示学校会搬迁。"),
    ("ja", "市長は何人がけがをしたか説明を拒否した。"),
    ("ko", "시장은 몇 명이 다쳤는지 답변을 거부했다."),
    ("th", "ผู้ว่าการไม่ได้กล่าวว่าน้ำสะอาด"),
    ("sw", "Meya alikataa kuthibitisha kuwa maji ni safi."),
    ("es", "La consejera nunca llegó a decir que la presa estuviera llena."),
    ("pt", "O governador se nega a informar quantos foram demitidos."),
    ("ro", "Prefectul nu a confirmat că barajul a cedat."),
    ("cs", "Firma nechtěla potvrdit, že hráz povolila."),
    ("cs", "Hejtman nechtěl spekulovat, zda hráz vydrží."),
    ("cs", "Vedení se odmítlo vyjádřit k tomu, zda bude propouštět."),
    ("sk", "Vedenie sa odmietlo vyjadriť k tomu, či bude prepúšťať."),
    ("hr", "Uprava nije htjela potvrditi da je brana popustila."),
    ("hr", "Uprava odbija komentirati navode da je brana popustila."),
    ("bg", "Управата не пожела да потвърди, че язовирът е прелял."),
    ("ru", "Губернатор не стал подтверждать, что плотина прорвана."),
    ("fa", "شرکت حاضر نشد بگوید که سد شکسته است."),
    ("id", "Gubernur tidak mau menjelaskan mengapa bendungan itu jebol."),
    ("ja", "会社は決壊の原因について明言を避けた。"),
    ("th", "ผู้ว่าการไม่ยืนยันว่าเขื่อนพัง"),
    ("sl", "Podjetje je zavrnilo pojasniti, ali je jez popustil."),
]
WISHED = [
    ("bg", "Кметицата иска да се затвори заводът."),
    ("fi", "Valtuusto päätti, että tehdas suljetaan."),
    ("fi", "Hallitus päätti sulkea tehtaan keväällä."),
    ("fi", "Johtokunta päätti torstaina, että koulu muuttaa."),
    ("tr", "Sendika fabrikanın açık kalmasını istiyor."),
    ("tr", "Belediye başkanı köprünün kapatılmasını istiyor."),
    ("tr", "Veliler okulun taşınmamasını istiyor."),
    ("ko", "정부는 다리를 폐쇄하기로 했다."),
    ("bg", "Кметът иска да построи нов мост."),
    ("bg", "Жителите искат да се преместят."),
    ("lt", "Meras nusprendė, kad tiltas bus uždarytas."),
    ("tr", "Hükümet yeni bir köprü yapmak istiyor."),
    ("bg", "Правителството иска да построи нов мост."),
    ("ko", "정부는 내년부터 요금을 올리기로 했다."),
    ("fi", "Oikeus päätti, että mies vangitaan."),
    ("tr", "İşçiler ücretlerinin ödenmesini istiyor."),
]
APPROVED = [
    ("he", "הממשלה אישרה את התקציב."),
    ("he", "הוועדה אישרה את בניית הגשר."),
    ("he", "מועצת העיר אישרה את סגירת המפעל."),
    ("he", "הכנסת אישרה את החוק בקריאה שלישית."),
    ("he", "השרה אישרה את מינויו של המנהל."),
    ("he", "הממשלה מאשרת את ההסכם עם החברה."),
]
# language, text, who says it, its cue, a part of what is said
SAID = [
    ("es", "El ministro nunca negó que hubiera un vertido.", "El ministro", "nunca negó", "un vertido"),
    (
        "es",
        "El ministro, que se negó a dar detalles, confirmó que hay dos heridos.",
        "El ministro",
        "confirmó",
        "heridos",
    ),
    ("es", "El alcalde rechazó los comentarios y dijo que el agua es potable.", "El alcalde", "dijo", "potable"),
    ("es", "Un funcionario que rehusó identificarse dijo que el puente cayó.", "Un funcionario", "dijo", "cayó"),
    ("pt", "O prefeito negou ter dito que a água era potável.", "O prefeito", "negou", "ter dito"),
    ("ro", "Ministrul a refuzat oferta și a spus că podul rămâne închis.", "Ministrul", "a spus", "închis"),
    ("cs", "Ministr, který odmítl uvést podrobnosti, potvrdil, že most spadl.", "Ministr", "potvrdil", "most spadl"),
    ("sr", "Министар је одбио оптужбе и рекао да је мост безбедан.", "Министар", "рекао", "безбедан"),
    ("ru", "Чиновник, отказавшийся назвать своё имя, сообщил, что мост упал.", "Чиновник", "сообщил", "упал"),
    ("ru", "Мэр никогда не отрицал, что был сброс.", "Мэр", "не отрицал", "сброс"),
    ("el", "Ο υπουργός αρνήθηκε ότι η γέφυρα είναι επικίνδυνη.", "Ο υπουργός", "αρνήθηκε", "επικίνδυνη"),
    ("nl", "De minister zei dat de brug niet veilig is.", "De minister", "zei", "niet veilig"),
    ("nl", "De burgemeester sloot niet uit dat de brug dichtgaat.", "De burgemeester", "sloot niet uit", "dichtgaat"),
    ("sv", "Ministern sade att bron inte är säker.", "Ministern", "sade", "inte är säker"),
    ("sv", "Polisen bekräftade uppgifterna.", "Polisen", "bekräftade", "uppgifterna"),
    ("da", "Myndighederne nægter at have kendt til lækagen.", "Myndighederne", "nægter", "lækagen"),
    ("no", "Ordføreren avviste at broen er farlig.", "Ordføreren", "avviste", "farlig"),
    ("tr", "Vali iddiaları reddetti.", "Vali", "reddetti", "iddiaları"),
    ("hi", "मंत्री ने इनकार किया कि पुल खतरनाक है।", "मंत्री", "इनकार किया", "खतरनाक"),
    ("id", "Menteri membantah bahwa jembatan itu berbahaya.", "Menteri", "membantah", "berbahaya"),
    ("vi", "Quan chức từ chối nêu tên cho biết cây cầu đã sập.", "Quan chức", "cho biết", "cây cầu đã sập"),
    ("zh", "一名不愿具名的官员透露，大桥已经倒塌。", "官员", "透露", "大桥已经倒塌"),
    ("zh", "一名拒绝透露姓名的官员说，大桥已经倒塌。", "官员", "说", "大桥已经倒塌"),
    ("ko", "시의회는 공장을 닫기로 했다고 밝혔다.", "시의회", "밝혔다", "공장을 닫기로 했다"),
    ("bg", "Опозицията иска оставката на кмета.", "Опозицията", "иска", "оставката"),
    ("he", "המשטרה אישרה את הפרטים.", "המשטרה", "אישרה", "הפרטים"),
    ("he", "בית החולים אישר את מותו של הנהג.", "בית החולים", "אישר", "מותו"),
    ("he", "המשטרה אישרה כי הנהג נעצר.", "המשטרה", "אישרה", "הנהג נעצר"),
]


def read(of: Article) -> list[Attribution]:
    """What somebody says."""
    return [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_who_refuses_to_say_or_never_said_says_nothing(language: str, text: str) -> None:
    assert not read(article(text, language=language))


@pytest.mark.parametrize(("language", "text"), WISHED)
def test_what_somebody_wants_or_decides_is_not_said(language: str, text: str) -> None:
    assert not read(article(text, language=language))


@pytest.mark.parametrize(("language", "text"), APPROVED)
def test_what_is_approved_is_done(language: str, text: str) -> None:
    assert not read(article(text, language=language))


@pytest.mark.parametrize(("language", "text", "who", "cue", "what"), SAID)
def test_who_speaks_beside_a_refusal_or_denies_says_it(language: str, text: str, who: str, cue: str, what: str) -> None:
    found = [
        (a.source_name or "", " ".join(part.exact for part in a.cue), " ".join(part.exact for part in a.content))
        for a in read(article(text, language=language))
    ]
    assert any(who in name and cue in by and what in words for name, by, words in found), found


def test_a_never_is_part_of_its_verb_and_not_of_a_name() -> None:
    (one,) = read(article("El ministro nunca negó que hubiera un vertido.", language="es"))
    assert (one.source_name, one.cue[0].exact) == ("El ministro", "nunca negó")
