"""The one exception of the package."""

from __future__ import annotations

from typing import Literal

ErrorCode = Literal[
    "usage", "not found", "not readable", "bad format", "bad model", "internal", "cancelled", "deadline exceeded"
]


class Error(Exception):
    """A file, a model, a name or an argument that cannot be used. Odd text is never an error.

    ``str(error)`` says where, what was found, and what was expected or what to do next.
    """

    code: ErrorCode
    """What was wrong, for programs."""
    where: str
    """The file with its line, the name of an argument, or empty: as the message begins."""
    file: str
    """The path of the file; empty where the error is not about one."""
    line: int
    """The line of the file, from 1; 0 where the error is not about one line."""

    def __init__(self, message: str, code: ErrorCode = "usage", where: str = "", file: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.where = where
        self.file = file
        self.line = line

    def __reduce__(self) -> tuple[type[Error], tuple[str, ErrorCode, str, str, int]]:
        return type(self), (str(self), self.code, self.where, self.file, self.line)
