"""One statement read: every cue in it tried against the constructions its kind allows."""

import functools
from collections.abc import Callable

from sayso.annotate import cues, guard, markers
from sayso.annotate.account_markers import with_account_markers
from sayso.annotate.accounts import read_accounts
from sayso.annotate.after_semicolons import read_after_semicolons
from sayso.annotate.as_clauses import read_about_first, read_as, read_carried, read_carried_whole
from sayso.annotate.body_figures import read_body_figures
from sayso.annotate.called import read_called
from sayso.annotate.closing_labels import read_closing_label
from sayso.annotate.closings import read_closing, read_noun_closing, read_noun_within
from sayso.annotate.colon_quotes import read_quoted_speaker
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.disputes import read_dispute
from sayso.annotate.documented import read_documented
from sayso.annotate.frames import frames_after, frames_before
from sayso.annotate.headlines import (
    read_headline_colon,
    read_headline_dash,
    settle_denials,
    settle_tagged,
    settle_topic,
)
from sayso.annotate.hearers import settle_hearers
from sayso.annotate.held_subjects import read_colon_quote, read_held
from sayso.annotate.impersonals import read_impersonal, read_raised
from sayso.annotate.interrupted import read_interrupted
from sayso.annotate.issuing import read_issued
from sayso.annotate.lead_ins import read_lead_in
from sayso.annotate.led_quotations import read_led
from sayso.annotate.main_clauses import settle_second_place
from sayso.annotate.modals import read_modals
from sayso.annotate.mood_behind_colons import read_mood_behind_colon
from sayso.annotate.named_figures import read_named_figures
from sayso.annotate.noun_claims import read_noun
from sayso.annotate.noun_phrases import ENDS, Passage
from sayso.annotate.object_first import read_object_first
from sayso.annotate.objects_before import read_object_before
from sayso.annotate.perspectives import read_perspective
from sayso.annotate.positions import read_positions
from sayso.annotate.quotatives import read_following, read_label_quotation, read_quotative, read_rumoured
from sayso.annotate.reading import Reading, Statement, trim_contents
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.relative_clauses import read_relative_clauses
from sayso.annotate.relative_says import read_relative_says
from sayso.annotate.said_asides import read_said_aside
from sayso.annotate.speech_tags import read_tags
from sayso.annotate.split_verbs import find_split, read_split
from sayso.annotate.stances import read_stances
from sayso.annotate.tallied import read_tallied
from sayso.annotate.told_last import read_told_last
from sayso.annotate.unlisted_verbs import read_unlisted
from sayso.annotate.unspaced_counts import read_set_counts
from sayso.annotate.unspaced_speech import read_unowned, read_unspaced
from sayso.annotate.verb_clauses import read_verb
from sayso.annotate.verb_final import read_verb_final
from sayso.annotate.verb_first import read_verb_first
from sayso.annotate.verb_second import read_said_by_none
from sayso.annotate.versions import read_versions

ASKING = frozenset("？؟?")
MAX_CUES = 25  # in one statement, outside quotations; in PolNeAR (training split) no sentence has more than 8


def read_statement(
    passage: Passage, statement: Statement, *, headline: bool, before: Stretch | None = None, stamped: bool = False
) -> list[Relation]:
    """The relations of one statement; `before` is the sentence it may refer back to.

    `stamped` says that it opens an entry of a live report, behind the time: there "Mayor: C" is set as in headlines.
    """
    tokens = passage.tokens
    stop = statement.end
    while stop > statement.first and tokens.raw[stop - 1] in ENDS and passage.is_outside(stop - 1, statement.level):
        stop -= 1
    reading = Reading(passage, statement, headline, stop, before)
    _read_headline(reading, stamped=stamped)
    found = cues.find(tokens.low[statement.first : statement.end], passage.grammar)
    placed = [Cue(cue.first + statement.first, cue.end + statement.first, cue.kind) for cue in found]
    if passage.grammar.framing_endings:
        known = {cue.first for cue in placed}
        place = (passage, statement.first, stop, statement.level)
        framing = [*frames_after(*place), *frames_before(*place)]
        placed = sorted([*placed, *(cue for cue in framing if cue.first not in known)], key=lambda cue: cue.first)
    if headline and reading.has("bare_subjects") and reading.is_mark(statement.end - 1, ASKING):
        return reading.found  # "Did the body announce …?": nobody says that it did
    placed = with_account_markers(reading, placed)
    outside = [cue for cue in placed if reading.outside(cue.first) and reading.outside(cue.end - 1)]
    if len(outside) > MAX_CUES:
        return []
    if not read_carried_whole(reading):
        disputed = read_dispute(reading)
        outside = [cue for cue in outside if cue.first >= disputed]
        first, end = read_documented(reading)
        outside = [cue for cue in outside if cue.end <= first or cue.first >= end]
        _read_cues(reading, outside)
    for read in _BESIDE_CUES:
        read(reading)
    read_said_aside(reading, outside)
    read_unspaced(reading)
    read_rumoured(reading)
    settle_second_place(reading)
    markers.link_relayed(reading)
    markers.nest_between(reading)
    trim_contents(reading)
    settle_topic(reading)
    settle_denials(reading)
    settle_tagged(reading)
    markers.read_hearsay(reading)
    read_quoted_speaker(reading)
    settle_hearers(reading)
    guard.keep_sound(reading)
    read_after_semicolons(reading)
    read_unowned(reading)
    return reading.found


_BESIDE_CUES: tuple[Callable[[Reading], object], ...] = (
    read_unlisted,
    read_tallied,
    read_named_figures,
    read_body_figures,
    read_accounts,
    read_stances,
    read_versions,
    read_set_counts,
    read_relative_clauses,
    read_modals,
    read_interrupted,
    read_tags,
    read_told_last,
    read_perspective,
    read_lead_in,
    read_led,
    read_colon_quote,
    read_mood_behind_colon,
    read_positions,
)


def _read_headline(reading: Reading, *, stamped: bool) -> None:
    """Read what only headlines, and the entries of a live report, set so."""
    outside = reading.statement.level < 0
    if reading.headline:
        read_lead_in(reading)
    read_label_quotation(reading)
    if not reading.has("headline_dash"):
        read_closing_label(reading)
    colon = (reading.headline or stamped) and outside and not reading.found and read_headline_colon(reading)
    if reading.headline and outside and not colon and reading.has("headline_dash"):
        read_headline_dash(reading)


def _read_cues(reading: Reading, found: list[Cue]) -> None:
    """Read the cues in the order of the text; a verb parted from its particle stands before its other readings."""
    parted = {cue.first: (cue, particle) for cue, particle in find_split(reading)}
    particles = {k for _, particle in parted.values() for k in range(*particle)}
    places = sorted({cue.first for cue in found} | set(parted))
    whole = {cue.first: cue for cue in found}
    for place in places:
        if place in parted and (place not in whole or whole[place].end - place == 1):
            read_split(reading, *parted[place])
        elif place in whole and place not in particles:
            _read_cue(reading, whole[place])


def _read_cue(reading: Reading, cue: Cue) -> None:
    """Read a cue by the first construction that fits; a form of several kinds may fit several."""
    relays = cue.kind & (CueKind.CITING | CueKind.CITED)
    if reading.has("guarded") and not relays and any(first <= cue.first < end for first, end in reading.asides):
        return
    if cue.kind & CueKind.HEARSAY:
        if not (cue.kind & CueKind.BEFORE and markers.read_sourced(reading, cue)):
            reading.hearsay.append(cue)
        return
    for read in _that_fit(cue.kind):
        if read(reading, cue):
            return


def _read_any_verb(reading: Reading, cue: Cue) -> bool:
    """Read a verb in the order its language has; "as S said" and "that is what S said" come first."""
    if reading.has("verb_final"):
        return read_verb_final(reading, cue)
    if reading.has("quotative"):
        return read_quotative(reading, cue)
    if read_carried(reading, cue) or read_about_first(reading, cue) or read_object_first(reading, cue):
        return True
    if reading.has("verb_first"):
        return read_verb_first(reading, cue)
    if read_issued(reading, cue) or read_as(reading, cue) or read_said_by_none(reading, cue):
        return True
    if read_relative_says(reading, cue):
        return True
    if read_verb(reading, cue) or read_held(reading, cue) or read_called(reading, cue):
        return True
    return read_object_before(reading, cue) is not None


def _read_any_marker(reading: Reading, cue: Cue) -> bool:
    """Read "according to S" in the order its language has."""
    return read_following(reading, cue) if reading.has("quotative") else markers.read_marker(reading, cue)


_CONSTRUCTIONS: tuple[tuple[CueKind, Callable[[Reading, Cue], bool]], ...] = (
    (CueKind.CITING | CueKind.CITED, markers.note_relayed),
    (CueKind.IMPERSONAL, read_impersonal),
    (CueKind.RAISED, read_raised),
    (CueKind.CLOSING, read_closing),
    (CueKind.CLOSING, read_noun_within),
    (VERB, _read_any_verb),
    (CueKind.NOUN, read_noun_closing),
    (CueKind.NOUN, read_noun),
    (CueKind.BEFORE | CueKind.AFTER | CueKind.OWN, _read_any_marker),
)


@functools.cache
def _that_fit(kind: CueKind) -> tuple[Callable[[Reading, Cue], bool], ...]:
    """The constructions that a kind of cue allows, in their order."""
    return tuple(read for kinds, read in _CONSTRUCTIONS if kind & kinds)
