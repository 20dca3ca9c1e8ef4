"""The concepts of the one thing that a case is about; its press conferences have times and places too."""

INCIDENTS = frozenset(
    {
        "crash",
        "shot_down",
        "hit",
        "destroy",
        "explosion",
        "attack",
        "earthquake",
        "fire",
        "launch",
        "killed",
        "sabotage",
    }
)

BREAKING = frozenset({"burst", "collapse_structure", "landslide", "avalanche", "derail", "collide", "sink", "flood"})
"""What else befalls dams, slopes, trains and ships; lists in eleven languages know it."""
