# extends of nothing.
extends DoesNotExist  # expect refused: DoesNotExist
