"""A reason not to go on, said in one sentence to the person who gave the command."""


class Refusal(Exception):
    """The text is one Swedish sentence that says what to do."""
