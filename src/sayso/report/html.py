"""The dossier: one self-contained HTML file, no script, no network.

All text of a case is hostile: Jinja escapes every value, addresses are linked only if they are plain web
addresses, and the page's Content-Security-Policy allows nothing but its own style sheet, by its hash
(CSP Level 3, `style-src 'sha256-…'`).
"""

import base64
import functools
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.report.page import page
from sayso.report.records import CaseRecords


def dossier(records: CaseRecords) -> str:
    """The page of a case as one HTML document, readable at 360 px, on paper, light and dark."""
    environment = _environment()
    style = environment.get_template("dossier.css").render()
    return environment.get_template("dossier.html").render(page=page(records), style_hash=_csp_hash(style))


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sayso.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
