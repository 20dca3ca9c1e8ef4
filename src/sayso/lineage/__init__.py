"""Who copied whom: shared passages, direction and its basis."""
