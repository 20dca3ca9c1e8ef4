"""Trained networks at run time: what any of them needs, and the one that reads two statements at once."""
