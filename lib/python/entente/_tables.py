"""A graph as tables of pandas, which is imported only here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas

from ._types import Actor, ArticleRecord, Evidence, Relation, Time

if TYPE_CHECKING:
    from ._graph import Frames, Graph

_DATES = ("date", "date_from", "date_to")


def _time(time: Time | None) -> tuple[str | None, str | None, str | None]:
    return (time.text, time.start, time.end) if time else (None, None, None)


_ACTORS = ("id", "name", "type", "description", "gender", "country", "salience", "mentions", "aliases")


def _actor(actor: Actor) -> tuple[Any, ...]:
    described = (actor.id, actor.name, actor.type, actor.description, actor.gender, actor.country)
    return (*described, actor.salience, len(actor.mentions), list(actor.aliases))


_RELATIONS = (
    "source", "target", "source_name", "label", "target_name", "type", "family", "predicate", "status", "speaker",
    "time_text", "date_from", "date_to", "confidence", "evidence", "sentence",
)  # fmt: skip


def _relation(relation: Relation) -> tuple[Any, ...]:
    names = (relation.source.id, relation.target.id, relation.source.name, relation.label, relation.target.name)
    kind = (relation.type, relation.family, relation.predicate, relation.status, relation.speaker)
    return (*names, *kind, *_time(relation.time), relation.confidence, len(relation.evidence), relation.sentence)


_EVIDENCE = (
    "relation", "article", "begin", "end", "predicate_begin", "predicate_end", "predicate", "speaker",
    "time_text", "date_from", "date_to", "confidence", "sentence",
)  # fmt: skip


def _evidence(relation: int, place: Evidence) -> tuple[Any, ...]:
    where = (relation, place.article, place.begin, place.end, place.predicate_begin, place.predicate_end)
    return (*where, place.predicate, place.speaker, *_time(place.time), place.confidence, place.sentence)


_ARTICLES = ("id", "title", "date", "source", "outlet")


def _article(article: ArticleRecord) -> tuple[Any, ...]:
    return (article.id, article.title, article.date or None, article.source, article.outlet)


def _frame(rows: Sequence[tuple[Any, ...]], columns: Sequence[str], index: str | None = None) -> pandas.DataFrame:
    frame = pandas.DataFrame(rows, columns=list(columns))
    for column in set(_DATES).intersection(columns):
        frame[column] = pandas.to_datetime(frame[column], errors="coerce")
    return frame if index is None else frame.set_index(index)


def frames(graph: Graph) -> Frames:
    """The tables that :meth:`Graph.to_pandas` gives."""
    from ._graph import Frames

    places = [_evidence(i, place) for i, relation in enumerate(graph.relations) for place in relation.evidence]
    return Frames(
        actors=_frame([_actor(actor) for actor in graph.actors], _ACTORS, "id"),
        relations=_frame([_relation(relation) for relation in graph.relations], _RELATIONS),
        evidence=_frame(places, _EVIDENCE),
        articles=_frame([_article(article) for article in graph.articles], _ARTICLES, "id"),
    )
