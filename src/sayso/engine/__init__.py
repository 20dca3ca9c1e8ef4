"""Runs stages over records; knows nothing of what they do."""
