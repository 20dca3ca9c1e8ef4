"""A small invented coverage of one event, as files: enough for every stage to have something to do."""

import json
from pathlib import Path

REPORTS: dict[str, str] = {
    "wire.json": json.dumps({
        "url": "https://norlandpress.example/2031/05/pier", "domain": "norlandpress.example", "language": "en",
        "published": "2031-05-04T09:10:00Z", "headline": "At least 12 dead in Halden pier blast, port authority says",
        "text": "HALDEN (Norland Press) - At least 12 people were killed when a fuel store exploded on Pier Four in"
        " Halden on Sunday, the Port Authority said.\n\n\"We heard two detonations,\" harbour master Ida Brekke told"
        " reporters. The Interior Ministry said a drone had probably hit the store.\n\nThe rebel Coast Front denied"
        " that it had launched any drone. It is not known who was on the pier.",
    }),
    "copy.json": json.dumps({
        "url": "https://valeherald.example/pier-blast", "domain": "valeherald.example", "language": "en",
        "published": "2031-05-04T11:30:00Z", "headline": "Drone kills 12 in Halden",
        "text": "At least 12 people were killed when a fuel store exploded on Pier Four in Halden on Sunday, the Port"
        " Authority said.\n\n\"We heard two detonations,\" harbour master Ida Brekke told reporters. A drone hit the"
        " store.",
    }),
    "own.md": "# What the nurses of Halden counted\n\nBy Marta Osei\n\nVale Tribune, May 5, 2031\n\nThe district"
    " hospital received 17 bodies from Pier Four, head nurse Per Lund said on Monday.\n\nNurses said that many of the"
    " wounded spoke of a smell of gas before the blast.\n\nClick here to subscribe to our newsletter.\n",
    "spanish.json": json.dumps({
        "url": "https://diariodelcabo.example/halden", "domain": "diariodelcabo.example", "language": "es",
        "published": "2031-05-04T13:00:00Z", "headline": "Al menos 12 muertos en el puerto de Halden",
        "text": "Al menos 12 personas murieron en una explosión en el muelle cuatro de Halden, según la Autoridad"
        " Portuaria. El Ministerio del Interior dijo que un dron probablemente alcanzó el depósito.",
    }, ensure_ascii=False),
    "page.html": "<!doctype html><html lang='en'><head><title>Blast at Halden: what we know</title></head><body><nav>"
    "<a href='/'>Home</a></nav><article><h1>Blast at Halden: what we know</h1><p>The ministry&#8217;s figure rose to"
    " 15 dead on Monday morning, spokesman Jon Aas said in Halden after a night of searching the ruins.</p><p>He said"
    " that &ldquo;no one should guess&rdquo; at the cause while divers were still at work under the pier, and that the"
    " inquiry would take weeks.</p></article><footer>All rights reserved.</footer></body></html>",
}  # fmt: skip


def write(folder: Path) -> Path:
    """The folder, with the reports in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in REPORTS.items():
        (folder / name).write_text(content, "utf-8")
    return folder
