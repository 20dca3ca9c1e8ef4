"""The views and search tables that make a ledger readable in Datasette or the `sqlite3` shell."""

VIEWS = (
    """CREATE VIEW appearances AS
SELECT claims.id AS claim_id, claims.text AS claim, mention.article_id, article.publisher,
       json_extract(article.published, '$.value') AS published, mention.id AS claim_mention_id,
       mention.span_start, mention.span_end, mention.quote,
       COALESCE(attribution.source_name, attribution.resolved_name) AS source,
       attribution.source_kind, attribution.manner, certainty.value AS certainty, certainty.mode, certainty.polarity
FROM claims JOIN json_each(claims.mention_ids) AS link
JOIN claim_mentions AS mention ON mention.id = link.value
JOIN articles AS article ON article.id = mention.article_id
LEFT JOIN attributions AS attribution ON attribution.id = mention.attribution_id
LEFT JOIN certainties AS certainty ON certainty.claim_mention_id = mention.id""",
    """CREATE VIEW claims_by_origins AS
SELECT claims.id AS claim_id, claims.text AS claim, corroboration.articles, corroboration.publishers,
       corroboration.low AS origins_at_least, corroboration.high AS origins_at_most
FROM claims JOIN corroborations AS corroboration ON corroboration.claim_id = claims.id
ORDER BY corroboration.articles DESC, claims.id""",
    """CREATE VIEW origin_groups AS
SELECT corroboration.claim_id, json_extract(part.value, '$.origin') AS origin,
       json_array_length(part.value, '$.article_ids') AS articles, json_extract(part.value, '$.certain') AS certain,
       json_extract(part.value, '$.reasons[0].detail') AS reason
FROM corroborations AS corroboration JOIN json_each(corroboration.groups) AS part""",
    """CREATE VIEW accounts AS
SELECT contradictions.id AS contradiction_id, contradictions.aspect, contradictions.topic, contradictions.verdict,
       json_extract(account.value, '$.value') AS value, mention.quote, mention.article_id, article.publisher
FROM contradictions JOIN json_each(contradictions."values") AS account
JOIN json_each(account.value, '$.mention_ids') AS link
JOIN claim_mentions AS mention ON mention.id = link.value
JOIN articles AS article ON article.id = mention.article_id""",
    """CREATE VIEW drift_quotes AS
SELECT drifts.lost, drifts."where", before.quote AS from_quote, before.article_id AS from_article,
       later.quote AS to_quote, later.article_id AS to_article
FROM drifts JOIN claim_mentions AS before ON before.id = drifts.from_mention_id
JOIN claim_mentions AS later ON later.id = drifts.to_mention_id""",
    """CREATE VIEW copies AS
SELECT derivations.kind, derived.publisher AS derived_publisher, derived.headline AS derived_headline,
       coalesce(origin.publisher, agents.name) AS origin_publisher, origin.headline AS origin_headline,
       derivations.coverage, derivations.directed, derivations.basis,
       json_extract(derivations.reasons, '$[0].detail') AS reason, derivations.derived_id, derivations.origin_id
FROM derivations JOIN articles AS derived ON derived.id = derivations.derived_id
LEFT JOIN articles AS origin ON origin.id = derivations.origin_id
LEFT JOIN agents ON agents.id = derivations.origin_id""",
)

MEMBERS = (
    """CREATE VIEW claim_members AS
SELECT claims.id AS claim_id, link.key + 1 AS place, link.value AS claim_mention_id
FROM claims JOIN json_each(claims.mention_ids) AS link""",
    """CREATE VIEW contradiction_members AS
SELECT contradictions.id AS contradiction_id, account.key + 1 AS account,
       json_extract(account.value, '$.value') AS value, link.value AS claim_mention_id
FROM contradictions JOIN json_each(contradictions."values") AS account
JOIN json_each(account.value, '$.mention_ids') AS link""",
)
"""The lists of ids in JSON columns, one row an id, for joins of the reader's own."""


def _search(name: str, table: str, columns: str) -> tuple[str, ...]:
    """An FTS5 index over `table` that follows every insert, update and delete."""
    new = ", ".join(f"new.{column}" for column in columns.split(", "))
    old = ", ".join(f"old.{column}" for column in columns.split(", "))
    remove = f"INSERT INTO {name} ({name}, rowid, {columns}) VALUES ('delete', old.rowid, {old});"  # noqa: S608
    insert = f"INSERT INTO {name} (rowid, {columns}) VALUES (new.rowid, {new});"  # noqa: S608
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5 ({columns}, content='{table}', tokenize='unicode61')",
        f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {insert} END",
        f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {name}_update AFTER UPDATE ON {table} BEGIN {remove} {insert} END",
    )


SEARCH = (*_search("articles_search", "articles", "headline, text"), *_search("claims_search", "claims", "text"))
