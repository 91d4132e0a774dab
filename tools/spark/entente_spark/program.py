"""Runs the entente program, wherever the task that needs it is."""

from __future__ import annotations

import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, TypeVar

CHUNK = 16 << 20  # bytes of a graph that go through Spark as one row, whose size is limited


T = TypeVar("T")


class JobError(Exception):
    """The job cannot go on. Says what failed, where, and what to do next."""


def unless_empty(items: Iterable[T]) -> Iterator[T] | None:
    """The same items, or None if there are none: the program refuses an empty input."""
    rest = iter(items)
    for first in rest:
        return chain([first], rest)
    return None


@dataclass(frozen=True)
class Program:
    """The program and the files that it reads articles with. Travels to the executors with each task."""

    path: str = "entente"
    model: str = "accurate"
    actors: str | None = None
    relations: str | None = None
    date: str | None = None
    shipped: frozenset[str] = field(default_factory=frozenset)  # those of the above that Spark carries to the executors

    def _file(self, path: str) -> str:
        if path not in self.shipped:
            return path
        from pyspark import SparkFiles

        return SparkFiles.get(Path(path).name)

    def command(self, *arguments: str) -> list[str]:
        return [self._file(self.path), *arguments]

    def _files(self, **paths: str | None) -> list[str]:
        return [word for name, path in paths.items() if path for word in (f"--{name}", self._file(path))]

    def reading(self) -> list[str]:
        """The options of verbs that read articles."""
        date = ["--date", self.date] if self.date else []
        return ["--model", self._file(self.model), *self._files(actors=self.actors, relations=self.relations), *date]

    def merging(self) -> list[str]:
        """The options of verbs that know types of relations."""
        return self._files(relations=self.relations)


def describe_end(code: int) -> str:
    """How a process ended: "ended with 2", "was ended by SIGSEGV"."""
    return f"ended with {code}" if code >= 0 else f"was ended by {signal.Signals(-code).name}"


def start(command: list[str], errors: IO[bytes], *, feed: bool) -> subprocess.Popen[bytes]:
    """Starts the program, with a pipe to its standard input if it is to be fed. Raises JobError if it is not there."""
    try:
        stdin = subprocess.PIPE if feed else subprocess.DEVNULL
        return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=errors)
    except OSError as error:
        raise JobError(
            f"{command[0]}: cannot be run on an executor ({error.strerror}); install entente there, name it with "
            "--entente, or carry it along with --ship"
        ) from error


def failure(command: list[str], code: int, errors: IO[bytes]) -> JobError:
    """What the program said before it failed. `errors` is what it wrote to standard error."""
    errors.seek(0)
    said = errors.read().decode("utf-8", "replace").strip().splitlines()
    return JobError(f"{' '.join(command[:2])} {describe_end(code)}: {said[-1] if said else 'it said nothing'}")


def run(command: list[str], lines: Iterable[bytes] | None = None, *, chunks: bool = False) -> Iterator[bytes]:
    """What the program writes when it reads these lines: line by line without their ends, or in chunks of any cut.

    Raises JobError if it does not end with 0.
    """
    with tempfile.TemporaryFile() as errors:
        process = start(command, errors, feed=lines is not None)
        feeder = Feeder(process, lines) if lines is not None else None
        written = process.stdout
        assert written is not None
        with process:
            try:
                if chunks:
                    yield from iter(lambda: written.read(CHUNK), b"")
                else:
                    yield from (line.rstrip(b"\n") for line in written)
            except BaseException:
                process.kill()
                raise
        if feeder is not None:
            feeder.finish()
        if process.returncode != 0:
            raise failure(command, process.returncode, errors)


class Feeder:
    """Writes to the standard input of a process while somebody else reads what it writes."""

    def __init__(self, process: subprocess.Popen[bytes], pieces: Iterable[bytes]) -> None:
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._feed, args=(process.stdin, pieces), daemon=True)
        self._thread.start()

    def _feed(self, stdin: IO[bytes], pieces: Iterable[bytes]) -> None:
        try:
            with stdin:
                for piece in pieces:
                    stdin.write(piece)
        except BrokenPipeError:
            pass  # the process has ended; its exit code says why
        except BaseException as error:
            self._error = error

    def finish(self) -> None:
        """Waits for the end; raises what the pieces raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
