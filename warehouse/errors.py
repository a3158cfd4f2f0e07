"""What goes wrong with a lake, said for people."""

from __future__ import annotations


class LakeError(Exception):
    """Something is wrong with the lake; `advice` says what to do, `exit_code` how the command line ends."""

    exit_code = 3

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice
