"""Across articles: same claims, independent origins, conflicts, drift, open questions."""
