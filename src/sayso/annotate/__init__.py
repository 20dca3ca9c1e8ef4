"""What one article says: attributions, claim mentions, certainty, quantities, names, times, loaded words."""
