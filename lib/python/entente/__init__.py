"""English news into a graph of who does what to whom, with the sentence that says so.

>>> import entente
>>> graph = entente.read("Volodymyr Zelensky met Joe Biden in Washington on Wednesday.", date="2022-12-22")
>>> [str(relation) for relation in graph.between("zelensky", "biden")]
['Joe Biden meets Volodymyr Zelensky']
>>> graph.save("graph.svg")

Nothing is downloaded: the language models are in the package.
"""

from __future__ import annotations

from pathlib import Path as _Path
from typing import Any

from . import _core
from ._error import Error
from ._graph import ActorLike, Frames, Graph, RelationFilter, merge
from ._picture import Picture, PictureOptions
from ._pipeline import Article, ArticleLike, Pipeline, read
from ._store import Added, SearchHit, Store, StoredArticle
from ._types import (
    Actor,
    ArticleRecord,
    CommonActor,
    Evidence,
    Mention,
    Neighbor,
    Path,
    RankedActor,
    Relation,
    RelationType,
    Time,
    TimelineEntry,
)

__version__: str = _core.version

_core.use_fonts(str(_Path(__file__).with_name("fonts")))


def relation_types() -> tuple[RelationType, ...]:
    """The vocabulary of relations."""
    rows: list[tuple[Any, ...]] = [*_core.relation_types()]
    return tuple(RelationType(*row) for row in rows)


__all__ = [
    "Actor",
    "ActorLike",
    "Added",
    "Article",
    "ArticleLike",
    "ArticleRecord",
    "CommonActor",
    "Error",
    "Evidence",
    "Frames",
    "Graph",
    "Mention",
    "Neighbor",
    "Path",
    "Picture",
    "PictureOptions",
    "Pipeline",
    "RankedActor",
    "Relation",
    "RelationFilter",
    "RelationType",
    "SearchHit",
    "Store",
    "StoredArticle",
    "Time",
    "TimelineEntry",
    "merge",
    "read",
    "relation_types",
]
