"""The one file a case is kept in: tables, views, queries."""
