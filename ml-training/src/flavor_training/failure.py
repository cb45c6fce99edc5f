"""What cannot be trained, checked or read, as one sentence for people."""


class TrainingError(Exception):
    """Something is wrong with what was given; the message names it and what is allowed."""
