"""Articles -> the graph of each. An article that cannot be read gives a fault in place of its graph."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from entente_spark.program import Program, describe_end, failure, start

EXPECTED = 'a line like {"id": "…", "title": "…", "date": "2023-03-18", "text": "…"}'
SCHEMA = "place string, key string, article binary, graph binary, fault string"


class Read(NamedTuple):
    """A row of SCHEMA."""

    place: str  # where the article stands: "news/monday.jsonl:7"
    key: str | None  # what tells it from all others, see article_key
    article: bytes  # as a line of JSON
    graph: bytes | None
    fault: str | None  # why it has no graph


def article_key(article: dict[str, str | None]) -> str:
    """What entente tells articles apart by: id, title, date and source."""
    return json.dumps([article.get(name) or "" for name in ("id", "title", "date", "source")])


def expect_article(line: bytes) -> str | None:
    """Why a line cannot be given to the program; None if it can, which then judges the rest."""
    try:
        article = json.loads(line)
    except UnicodeDecodeError as error:
        return f"is not UTF-8 at byte {error.start + 1}; make it UTF-8 first, for example by iconv"
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error}); expected {EXPECTED}"
    if not isinstance(article, dict):
        return f"is JSON, but no article; expected {EXPECTED}"
    if "nodes" in article and "text" not in article:
        return "is a graph, not an article; entente merge makes one of many"
    return None


class Died(Exception):
    """The program was ended by a signal."""


class Reader:
    """One process of `entente build`, which is given one article at a time: if it dies, it died of that one."""

    def __init__(self, program: Program) -> None:
        self._command = program.command("build", "--lines", "--faults", "--quiet", *program.reading(), "-")
        self._errors = tempfile.TemporaryFile()
        self._process = start(self._command, self._errors, feed=True)

    def read(self, line: bytes) -> bytes:
        """The line that the program writes for a line with an article. Raises Died or JobError."""
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = b""
        if answer.endswith(b"\n"):
            return answer[:-1]
        code = self._process.wait()
        if code < 0:
            raise Died(describe_end(code))
        raise failure(self._command, code, self._errors)

    def close(self) -> None:
        """Ends the process, which is waiting for the next article."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._errors.close()


class Reading:
    """Reads the articles of one partition, by one process after the other if they die."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._reader: Reader | None = None

    def read(self, place: str, line: bytes) -> Read:
        """The graph of one article, or why it has none."""
        fault = expect_article(line)
        if fault is not None:
            return Read(place, None, line, None, fault)
        try:
            answer = self._answer(line)
        except Died as death:
            fault = f"entente {death} twice while it read this article; report that as a fault of entente"
            return Read(place, None, line, None, fault)
        if answer.startswith(b'{"fault"'):
            # The program knows an article by its line of standard input, and a file by its name.
            fault = re.sub(r"^standard input:\d+( \(article .*?\))?: ", "", json.loads(answer)["fault"])
            return Read(place, None, line, None, fault.removeprefix(f"{place}: "))
        return Read(place, article_key(json.loads(answer)["graph"]["articles"][0]), line, answer, None)

    def _answer(self, line: bytes) -> bytes:
        """Tries again if the program dies: a machine without memory may have ended it for the sake of others."""
        for last in (False, True):
            self._reader = self._reader or Reader(self._program)
            try:
                return self._reader.read(line)
            except Died:
                self.close()
                if last:
                    raise
        raise AssertionError("not reached")

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def read_partition(program: Program, rows: Iterable[tuple[str, bytes]]) -> Iterator[Read]:
    """Reads the articles of a partition; rows of place and article."""
    reading = Reading(program)
    try:
        for place, line in rows:
            yield reading.read(place, bytes(line))
    finally:
        reading.close()
