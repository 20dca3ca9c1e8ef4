"""From a decoded payload to articles whose every character points back into it."""
