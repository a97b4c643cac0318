"""Contradictions seeded into invented organisations, and how many of them a checker finds. Nothing here imports `handbook`."""
