"""牵头 (qiantou): a training tabletop simulator for leading without authority."""

__version__ = "0.1.0"
