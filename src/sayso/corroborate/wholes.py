"""A case without the statements that are parts of longer ones, for what reads each text once through."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Claim, ClaimMention, Record
from sayso.parts import whole_of
from sayso.stage import of


def without_parts(group: Sequence[Record]) -> list[Record]:
    """The records without the mentions that are parts of others; claims that consist of these alone go with them."""
    parts = whole_of(of(group, ClaimMention))
    kept: list[Record] = []
    for record in group:
        if isinstance(record, Claim):
            ids = tuple(one for one in record.mention_ids if one not in parts)
            kept += [replace(record, mention_ids=ids)] if ids else []
        elif not isinstance(record, ClaimMention) or record.id not in parts:
            kept.append(record)
    return kept
