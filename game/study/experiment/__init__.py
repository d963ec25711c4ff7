"""Experiments: arms on common luck, measures with intervals, expectations with verdicts."""
