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
