"""What a game would have been: one decision changed, other luck, what each decision was worth. Data and its words."""

from game.study.whatif.plan import plan_of, rerun, without_turn

__all__ = ["plan_of", "rerun", "without_turn"]
