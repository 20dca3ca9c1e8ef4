"""What a run will cost, before it is begun: a sample is measured, and the sums are shown."""
