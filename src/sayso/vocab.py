"""The closed vocabularies, each member with the IRI of the standard term it stands for, where one exists.

PARC: Pareti (2016) and PolNeAR (Newell, Margolin & Ruths, LREC 2018) for attribution; FactBank (Saurí &
Pustejovsky 2009) for certainty; W3C PROV-O for derivation; W3C Web Annotation (oa) for motivations.
"""

from enum import StrEnum
from typing import Self

PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
OWN = "https://sayso.dev/ns#"


class Term(StrEnum):
    """A word of a closed list; its value is what the ledger stores, `iri` what linked data says."""

    iri: str

    def __new__(cls, value: str, iri: str = "") -> Self:
        """A member from its stored value and, where a standard has the term, its IRI."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.iri = iri or f"{OWN}{cls.__name__}-{value}"
        return member


class AgentKind(Term):
    """What sort of agent stands behind words."""

    PERSON = "person", f"{PROV}Person"
    ORGANIZATION = "organization", f"{PROV}Organization"
    OUTLET = "outlet", f"{SCHEMA}NewsMediaOrganization"
    AGENCY = "agency", f"{OWN}NewsAgency"
    SOFTWARE = "software", f"{PROV}SoftwareAgent"


class SourceKind(Term):
    """What the source of an attribution is, as far as the words show."""

    NAMED = "named"  # "Ana Lenz", "the Interior Ministry"
    ROLE = "role"  # "a ministry spokesman", "the governor"
    UNNAMED = "unnamed"  # "sources", "analysts", "a person familiar with the matter"
    DOCUMENT = "document"  # "the report", "a court filing"
    OUTLET = "outlet"  # "Reuters", "local media"
    NONE = "none"  # "it is said", passive cues
    UNCLEAR = "unclear"  # there may be one, but the reading is not sure enough to put words in a mouth


class Manner(Term):
    """How the content is given: in quotation marks, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CertaintyLevel(Term):
    """FactBank's scale, kept per holder and mention."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Polarity(Term):
    """Whether the event is affirmed or denied."""

    POSITIVE = "+"
    NEGATIVE = "-"


class Mode(Term):
    """What the words do."""

    STATEMENT = "statement"
    HYPOTHESIS = "hypothesis"
    PREDICTION = "prediction"
    OPINION = "opinion"
    QUESTION = "question"


class Bound(Term):
    """How a number is bounded by its wording."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"


class BlockRole(Term):
    """What a block of an article's text is; claims are read from headline, deck, body and caption only."""

    HEADLINE = "headline", f"{SCHEMA}headline"
    DECK = "deck", f"{SCHEMA}alternativeHeadline"
    BYLINE = "byline", f"{SCHEMA}author"
    DATELINE = "dateline", f"{SCHEMA}dateline"
    BODY = "body", f"{SCHEMA}articleBody"
    CAPTION = "caption", f"{SCHEMA}caption"
    CREDIT = "credit", f"{SCHEMA}creditText"
    FURNITURE = "furniture"


class CreditKind(Term):
    """What a credit line declares about where the text comes from."""

    REPUBLICATION = "republication", f"{PROV}wasRevisionOf"  # "The original source of this article is …"
    WIRE = "wire", f"{PROV}hadPrimarySource"  # "(Reuters) -", "AP contributed to this report"
    HAT_TIP = "hat_tip", f"{PROV}wasInfluencedBy"  # "h/t", "via"
    COPYRIGHT = "copyright", f"{SCHEMA}copyrightHolder"  # "Copyright © …"
    TRANSLATION = "translation", f"{SCHEMA}translationOfWork"  # "Translated from …"
    PRESS_RELEASE = "press_release", f"{PROV}hadPrimarySource"  # "Press release by …"


class MentionKind(Term):
    """What a name in the text names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    NAME = "name"  # a proper name whose kind the rules cannot tell
    TIME = "time"
    SYSTEM = "system"  # a weapon, vehicle or device named by type: "Il-76", "S-300"


class Technique(Term):
    """What a loaded expression does."""

    LOADED_WORD = "loaded_word"
    NAME_CALLING = "name_calling"
    EUPHEMISM = "euphemism"
    DOUBT = "doubt"  # scare quotes, "so-called"
    EXAGGERATION = "exaggeration"


class Whose(Term):
    """Whose word a loaded expression is."""

    WRITER = "writer"
    QUOTED = "quoted"


class DerivationKind(Term):
    """How one text came from another."""

    VERBATIM = "verbatim", f"{PROV}wasQuotedFrom"
    TRIMMED = "trimmed", f"{PROV}wasQuotedFrom"
    PARTIAL = "partial", f"{PROV}wasQuotedFrom"
    EDITED = "edited", f"{PROV}wasDerivedFrom"
    REWRITTEN = "rewritten", f"{PROV}wasDerivedFrom"
    SAME_SOURCE = "same_source", f"{PROV}hadPrimarySource"  # both took one wire or press release
    SHARED_QUOTATION = "shared_quotation", f"{PROV}wasInfluencedBy"
    TRANSLATION = "translation", f"{PROV}wasDerivedFrom"
    REVISION = "revision", f"{PROV}wasRevisionOf"
    REPUBLICATION = "republication", f"{PROV}wasDerivedFrom"  # declared, whether or not the original is here


class DirectionBasis(Term):
    """Why we think we know which way a derivation ran."""

    CREDIT_LINE = "credit_line"
    DECLARED_ORIGINAL = "declared_original"
    EARLIER_CLOCK = "earlier_clock"
    CONTAINMENT = "containment"
    LINK = "link"
    CORRECTION = "correction_carried_over"
    UNKNOWN = "unknown"


DECLARED = frozenset(
    {
        DirectionBasis.CREDIT_LINE,
        DirectionBasis.DECLARED_ORIGINAL,
        DirectionBasis.LINK,
    }
)
"""Where a text says itself whose it is."""


class Aspect(Term):
    """What two accounts differ in."""

    NUMBER = "number"
    TIME = "time"
    PLACE = "place"
    ACTOR = "actor"
    CAUSE = "cause"
    POLARITY = "polarity"
    ANSWER = "answer"  # to one question, in words; what the answers differ in is not told


class Difference(Term):
    """What a difference turns out to be: a conflict, or why it only looks like one."""

    CONFLICT = "conflict"
    UPDATE = "update"
    SCOPE = "scope"
    ROUNDING = "rounding"
    BOUND = "bound"  # "at least 60" and 65
    UNDECIDED = "undecided"  # answers to one question, of which nothing tells whether one excludes another


class Lost(Term):
    """What was lost on the way."""

    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    SCOPE = "scope"
    BOUND = "bound"


class DriftWhere(Term):
    """Between which two places it was lost."""

    WITHIN_ARTICLE = "within_article"
    HEADLINE_BODY = "headline_body"
    BETWEEN_OUTLETS = "between_outlets"


class QuestionKind(Term):
    """Which structure of the coverage raises the question."""

    ONE_ORIGIN = "one_origin"
    NO_NAMED_SOURCE = "no_named_source"
    NO_SOURCE = "no_source"
    CONFLICT_OPEN = "conflict_open"
    DENIAL = "denial"
    SUM_FAILS = "sum_fails"
    SAID_UNKNOWN = "said_unknown"  # the coverage itself says it is unknown or under inquiry


class SkipReason(Term):
    """Why something was not read."""

    UNKNOWN_TYPE = "unknown_type"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    NOT_HTML = "not_html"
    NOT_A_PAGE = "not_a_page"  # a redirect, an error page, an image in an archive
    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    BAD_DIGEST = "bad_digest"
    BAD_CHARSET = "bad_charset"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"
    LANGUAGE_UNSUPPORTED = "language_unsupported"
    NOT_LOCATED = "not_located"  # extracted text that could not be found again in the source
    HOT_KEY = "hot_key"
    STAGE_FAILED = "stage_failed"
