"""Many articles in one SQLite file, the same that ``entente store`` has."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal

from . import _core
from ._error import Error
from ._graph import Graph
from ._pipeline import Article, ArticleLike, Item, Pipeline, in_order, numbered, remark_on, shared_pipeline, threads_of
from ._types import ArticleRecord


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of a store."""

    name: str
    """Its id; where others have that id, ``"id~2"``, ``"id~3"``."""
    record: ArticleRecord = field(repr=False)
    words: int
    actors: int
    relations: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A sentence or an article that has the words that were looked for."""

    article: str
    """The name of the article."""
    title: str
    date: str
    text: str
    """The sentence, or a piece of the article; the words that were found stand between ``**``."""
    relations: tuple[str, ...]
    """Of a sentence: ``"Olaf Scholz visits Oslo"``."""
    copies: int
    """How many articles have the very same sentence."""


@dataclass(slots=True)
class Added:
    """What became of articles that were to be added."""

    new: int = 0
    updated: int = 0
    known: int = 0
    """Articles whose content was in the store already."""
    skipped: int = 0
    """Articles that could not be read."""


def _filter(since: str | None, until: str | None, source: str | None) -> _core.ArticleFilter:
    return _core.ArticleFilter(since or "", until or "", source or "")


class Store:
    """Articles and what was read of them, in one file: added and removed one by one, searched, and asked as one graph.

    The file is made where there is none, unless ``read_only``. Any number of programs may read while one writes.
    Threads may share a store. ``since`` and ``until`` are days (2023-03-18); ``source`` is words in the source or the
    outlet.

    >>> with Store("news.db") as store:
    ...     added = store.add(["Ana Petrova met Rui Salgado in Lisbon."], date="2023-03-15")
    ...     graph = store.graph(since="2023-03-01")
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        self._core = _core.Store(os.fsencode(path), "read" if read_only else "create")
        self._path = os.fspath(path)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """What was added is safe before this."""
        self._core.close()

    def __repr__(self) -> str:
        return f"<entente.Store {self._path!r}>"

    def __len__(self) -> int:
        """How many articles there are."""
        return self._core.size()[0]

    def add(
        self,
        articles: Iterable[ArticleLike],
        *,
        date: str | None = None,
        n_jobs: int = 1,
        errors: Literal["raise", "warn"] = "raise",
        update: bool = False,
        pipeline: Pipeline | None = None,
    ) -> Added:
        """Reads the articles that are not in the store, as :meth:`Pipeline.pipe` does, and adds them.

        With ``update`` an article of the same id and source, with other content, is replaced. Without a pipeline the
        accurate model reads.
        """
        if isinstance(articles, (str, bytes, os.PathLike, Article)):
            articles = [articles]
        reader = (pipeline or shared_pipeline("accurate"))._core

        def read(item: Item) -> tuple[_core.Packed, list[str]] | Error | None:
            if isinstance(item, Error):
                return item
            try:
                return None if self._core.has(item) else reader.pack(item)
            except Error as error:
                return error

        added = Added()
        try:
            for outcome in in_order(numbered(articles, date), read, threads_of(n_jobs)):
                self._take(outcome, added, errors, update)
        finally:
            self._core.finish()
        return added

    def _take(
        self,
        outcome: tuple[_core.Packed, list[str]] | Error | None,
        added: Added,
        errors: Literal["raise", "warn"],
        update: bool,
    ) -> None:
        if outcome is None:
            added.known += 1
        elif isinstance(outcome, Error):
            if errors == "raise":
                raise outcome
            added.skipped += 1
            warnings.warn(f"skipped: {outcome}", stacklevel=3)
        else:
            packed, remarks = outcome
            remark_on(remarks)
            became = self._core.add(packed, update)
            setattr(added, became, getattr(added, became) + 1)

    def remove(self, article: str) -> None:
        """Removes an article, by its name, source or title."""
        self._core.remove(article)
        self._core.finish()

    def articles(
        self, *, since: str | None = None, until: str | None = None, source: str | None = None
    ) -> tuple[StoredArticle, ...]:
        """Its articles, by date."""
        rows = self._core.articles(_filter(since, until, source))
        return tuple(StoredArticle(name, ArticleRecord(*record), *counts) for name, record, *counts in rows)

    def text(self, article: str) -> str:
        """The text of an article without markup."""
        return self._core.text(article)

    def graph(
        self,
        article: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
    ) -> Graph:
        """The graph of all articles, of those that the settings leave, or of one."""
        if article is not None:
            return Graph(self._core.article_graph(article))
        return Graph(self._core.graph(_filter(since, until, source)))

    def search(
        self,
        words: str,
        *,
        what: Literal["sentences", "articles"] = "sentences",
        most: int = 20,
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
    ) -> tuple[SearchHit, ...]:
        """Sentences that tell relations, or articles, that have all of the words: the most fitting first."""
        rows = self._core.search(words, what == "sentences", most, _filter(since, until, source))
        return tuple(
            SearchHit(name, title, date, text, tuple(relations), copies)
            for name, title, date, text, relations, copies in rows
        )
