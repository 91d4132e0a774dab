"""Reading: articles in, graphs out."""

from __future__ import annotations

import os
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, Union

from . import _core
from ._error import Error
from ._graph import Graph, merge


@dataclass(frozen=True)
class Article:
    """A text with what is known of it. Without an id it is called by its title, or by its place in the list."""

    text: str | bytes
    """Plain text, HTML or Markdown, which its beginning tells; bytes may have any encoding."""
    id: str = ""
    title: str = ""
    date: str | None = None
    """As 2023-03-18; "next week" is resolved from it."""
    source: str = ""
    """A path or an address. An ending such as .html tells the format."""


ArticleLike = str | bytes | os.PathLike[str] | Article | Mapping[str, str]
"""A text, the path of a file or folder of articles, an :class:`Article`, or a mapping with its keys."""

Lexicon = str | os.PathLike[str]
"""The path of a file (``pathlib.Path``), or what would stand in it, with line breaks."""


def _bytes(text: str | bytes) -> bytes:
    # A lone surrogate becomes "?": one character, so that offsets still fit.
    return text.encode("utf-8", "replace") if isinstance(text, str) else bytes(text)


def _lexicon(given: Lexicon | None) -> bytes:
    if given is None:
        return b""
    if isinstance(given, str):
        return _bytes(given)
    try:
        return Path(given).read_bytes()
    except OSError as error:
        name = os.fspath(given)
        code: Literal["not found", "not readable"]
        code = "not found" if isinstance(error, FileNotFoundError) else "not readable"
        raise Error(f"{name}: {(error.strerror or str(error)).lower()}", code, name) from error


def _name_of(lexicon: Lexicon | None, argument: str) -> str:
    """What errors call it."""
    return argument if lexicon is None or isinstance(lexicon, str) else os.fspath(lexicon)


def _core_article(given: str | bytes | Article | Mapping[str, str], date: str | None) -> _core.Article:
    if isinstance(given, Mapping):
        known = {name: given[name] for name in ("text", "id", "title", "date", "source") if name in given}
        if "text" not in known:
            raise Error(
                f"a mapping with the keys {', '.join(given) or '(none)'}; expected a key text", "usage", "article"
            )
        given = Article(**known)
    elif not isinstance(given, Article):
        given = Article(given)
    return _core.Article(_bytes(given.text), given.id, given.title, given.date or date, given.source)


def _warn_of_path(text: str) -> None:
    """A path that is given as a string would be read as a text of one word."""
    if len(text) < 1000 and "\n" not in text and os.path.exists(text):
        warnings.warn(f"{text!r} is read as text; for the file of this name give pathlib.Path({text!r})", stacklevel=4)


def remark_on(remarks: Iterable[str]) -> None:
    for remark in remarks:
        warnings.warn(remark, stacklevel=4)


Item = Union[_core.Article, Error]
"""An article, or why it is none."""

Taken = TypeVar("Taken")
Made = TypeVar("Made")


def threads_of(n_jobs: int) -> int:
    if n_jobs == 0 or n_jobs < -1:
        raise Error(
            f"n_jobs: found {n_jobs}; expected a number of threads, or -1 for one for each processor", "usage", "n_jobs"
        )
    return len(os.sched_getaffinity(0)) if n_jobs == -1 else n_jobs


def in_order(items: Iterator[Taken], work: Callable[[Taken], Made], threads: int) -> Iterator[Made]:
    """What ``work`` makes of each item, in their order; at most four items for each thread are under way or wait."""
    if threads == 1:
        yield from map(work, items)
        return
    waiting: deque[Future[Made]] = deque()
    pool = ThreadPoolExecutor(threads, thread_name_prefix="entente")
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) == 4 * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _single(given: str | bytes | Article | Mapping[str, str], date: str | None) -> _core.Article:
    if isinstance(given, str):
        _warn_of_path(given)
    return _core_article(given, date)


def numbered(articles: Iterable[ArticleLike], date: str | None) -> Iterator[Item]:
    """All articles; texts without id and title are called by their place, so that they can be told apart."""
    given = iter(articles) if not isinstance(articles, list) else articles
    if isinstance(given, list) and all(isinstance(item, os.PathLike) for item in given):
        yield from _files([os.fspath(item) for item in given if isinstance(item, os.PathLike)], date)
        return
    for number, item in enumerate(given, 1):
        if isinstance(item, os.PathLike):
            yield from _files([os.fspath(item)], date)
            continue
        article = _single(item, date)
        if not article.id and not article.title:
            article.id = f"text:{number}"
        yield article


def _files(paths: list[str], date: str | None) -> Iterator[Item]:
    stream = _core.Articles([os.fsencode(path) for path in paths], date or "")
    while True:
        try:
            item = stream.next()
        except Error as error:
            yield error
            continue
        if item is None:
            return
        remark_on(item[1])
        yield item[0]


class Pipeline:
    """Reads articles. Building one takes some tens of milliseconds; one serves a whole program and all its threads.

    ``model`` is ``"accurate"``, ``"fast"`` (some five times as many words a second), or the path of a model file.
    ``actors`` are names and aliases of your own, ``relations`` types and predicates of your own: a path, or the text of
    such a file (see docs/cli.md).
    """

    def __init__(
        self,
        model: Literal["accurate", "fast"] | os.PathLike[str] = "accurate",
        *,
        actors: Lexicon | None = None,
        relations: Lexicon | None = None,
    ) -> None:
        self._core = _core.Reader(
            os.fspath(model),
            _lexicon(actors),
            _lexicon(relations),
            _name_of(actors, "actors"),
            _name_of(relations, "relations"),
        )

    def read(
        self,
        articles: ArticleLike | Iterable[ArticleLike],
        *,
        date: str | None = None,
        n_jobs: int = 1,
        keep_text: bool = True,
    ) -> Graph:
        """The graph of one article, or of all of several.

        A ``str`` is a text; a ``pathlib.Path`` is a file or a folder, of anything that the program reads (text, HTML,
        Markdown, JSON Lines, PDF, DOCX, mail, feeds; docs/cli.md). ``date`` is that of articles that come without.
        ``keep_text`` keeps the articles for pages (``graph.save("week.html")``). Raises :class:`Error` for files and
        dates that cannot be used; odd text gives fewer findings and sometimes a warning.
        """
        if isinstance(articles, (str, bytes, Article, Mapping)):
            graph, remarks = self._core.read(_single(articles, date), keep_text)
            remark_on(remarks)
            return Graph(graph)
        given = [articles] if isinstance(articles, os.PathLike) else list(articles)
        return merge(self._graphs(numbered(given, date), n_jobs, "raise", keep_text))

    def pipe(
        self,
        articles: Iterable[ArticleLike],
        *,
        date: str | None = None,
        n_jobs: int = 1,
        errors: Literal["raise", "warn"] = "raise",
        keep_text: bool = False,
    ) -> Iterator[Graph]:
        """A graph for each article, in their order, by ``n_jobs`` threads (-1: one for each processor).

        No more than four articles for each thread are held at a time, so that ``articles`` may be a generator over any
        number. Threads run beside each other: the interpreter lock is released. With ``errors="warn"`` an article that
        cannot be read is a warning, and the others go on.
        """
        if isinstance(articles, (str, bytes, os.PathLike, Article, Mapping)):
            raise TypeError("pipe takes many articles: a list or an iterator; read takes one")
        return self._graphs(numbered(articles, date), n_jobs, errors, keep_text)

    def _graphs(
        self, items: Iterator[Item], n_jobs: int, errors: Literal["raise", "warn"], keep_text: bool
    ) -> Iterator[Graph]:
        for outcome in in_order(items, lambda item: self._attempt(item, keep_text), threads_of(n_jobs)):
            if isinstance(outcome, Error):
                if errors == "raise":
                    raise outcome
                warnings.warn(f"skipped: {outcome}", stacklevel=2)
                continue
            graph, remarks = outcome
            remark_on(remarks)
            yield Graph(graph)

    def _attempt(self, item: Item, keep_text: bool) -> tuple[_core.Graph, list[str]] | Error:
        if isinstance(item, Error):
            return item
        try:
            return self._core.read(item, keep_text)
        except Error as error:
            return error


_shared: dict[str, Pipeline] = {}
_lock = threading.Lock()


def shared_pipeline(model: Literal["accurate", "fast"] | os.PathLike[str]) -> Pipeline:
    name = os.fspath(model)
    with _lock:
        if name not in _shared:
            _shared[name] = Pipeline(model)
        return _shared[name]


def read(
    articles: ArticleLike | Iterable[ArticleLike],
    *,
    date: str | None = None,
    model: Literal["accurate", "fast"] | os.PathLike[str] = "accurate",
    n_jobs: int = 1,
) -> Graph:
    """The graph of an article, or of several: ``entente.read("Xi Jinping met Vladimir Putin.", date="2023-03-18")``.

    As :meth:`Pipeline.read` of a pipeline that is built once for each model and kept. A ``str`` is a text; a
    ``pathlib.Path`` is a file or a folder.
    """
    return shared_pipeline(model).read(articles, date=date, n_jobs=n_jobs)
