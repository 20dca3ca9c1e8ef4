"""Sayso: on whose say-so? An evidence ledger of news coverage, every claim word for word."""
