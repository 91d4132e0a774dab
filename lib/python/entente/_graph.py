"""The graph of actors and relations: what articles say, to be asked, drawn and handed on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict

from . import _core
from ._error import Error
from ._picture import Picture, PictureOptions, core_options
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
    Time,
    TimelineEntry,
)

if TYPE_CHECKING:
    import networkx
    import pandas
    from typing_extensions import Self, Unpack

ActorLike = Actor | str
"""An actor of the graph, or a name, alias or id of one, in any case."""


class RelationFilter(TypedDict, total=False):
    """Which relations a query looks at. Every setting narrows; without any, all pass."""

    types: str | Sequence[str]
    """One of these types: ``"visits"``."""
    families: str | Sequence[str]
    statuses: str | Sequence[str]
    negated: bool
    """False leaves out what is said not to hold."""
    min_confidence: float
    speaker: ActorLike
    """The actor to whom it is attributed."""
    article: str
    """The id of an article that says so."""
    since: str
    """Of that day or later, as 2023-03-18."""
    until: str


class Frames(NamedTuple):
    """A graph as tables of pandas."""

    actors: pandas.DataFrame
    """A row for each actor, by its id."""
    relations: pandas.DataFrame
    """A row for each relation, with the ids and the names of its two actors and its first sentence."""
    evidence: pandas.DataFrame
    """A row for each place that says so; the column ``relation`` is the index of the relations."""
    articles: pandas.DataFrame
    """A row for each article, by its id."""


def _listed(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _time(row: tuple[str, str | None, str | None] | None) -> Time | None:
    return None if row is None else Time(*row)


class Graph:
    """Actors, and the relations between them, each with the sentences that say so. A graph does not change.

    Queries take actors as values of this graph or by any of their names, and settings of :class:`RelationFilter` as
    keyword arguments: ``graph.neighbors("putin", families="conflict", since="2023-03-01")``.
    """

    def __init__(self, core: _core.Graph) -> None:
        """For the package alone: :func:`entente.read`, :meth:`from_json` and :meth:`load` make graphs."""
        self._core = core

    # What is in it

    @cached_property
    def articles(self) -> tuple[ArticleRecord, ...]:
        """The articles that it was read from."""
        return tuple(ArticleRecord(*row) for row in self._core.articles())

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order of their first mention."""
        return tuple(self._actor(row) for row in self._core.actors())

    def _actor(self, row: tuple[Any, ...]) -> Actor:
        id_, name, type_, aliases, description, gender, country, salience, mentions = row
        places = tuple(Mention(self.articles[at].id, begin, end, form) for at, begin, end, form in mentions)
        return Actor(
            id=id_,
            name=name,
            type=type_,
            aliases=tuple(aliases),
            description=description,
            gender=gender or None,
            country=country or None,
            salience=salience,
            mentions=places,
        )

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All relations, in the order of the text."""
        return tuple(self._relation(row) for row in self._core.relations())

    def _relation(self, row: tuple[Any, ...]) -> Relation:
        source, target, type_, label, family, symmetric, predicate, status, speaker, time, confidence, evidence = row
        return Relation(
            source=self.actors[source],
            target=self.actors[target],
            type=type_,
            label=label,
            family=family,
            symmetric=symmetric,
            predicate=predicate,
            status=status,
            speaker=speaker or None,
            time=_time(time),
            confidence=confidence,
            evidence=tuple(self._evidence(place) for place in evidence),
        )

    def _evidence(self, row: tuple[Any, ...]) -> Evidence:
        at, begin, end, text, predicate_begin, predicate_end, lemmas, speaker, time, confidence = row
        article = self.articles[at].id
        words = (predicate_begin, predicate_end, lemmas)
        return Evidence(article, begin, end, text, *words, speaker or None, _time(time), confidence)

    def __len__(self) -> int:
        """How many relations there are."""
        return self._core.relation_count()

    def __bool__(self) -> bool:
        return self._core.actor_count() > 0

    def __repr__(self) -> str:
        count = len(self.articles)
        read = "1 article" if count == 1 else f"{count:,} articles"
        return f"<entente.Graph of {read}: {self._core.actor_count():,} actors, {len(self):,} relations>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and self.to_json() == other.to_json()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Graph.from_json, (self.to_json(),)

    # Who is who

    def find(self, name: ActorLike) -> Actor:
        """The actor whose id, name, alias or surname it is, of several the one that is clearly more prominent.

        Case, accents and punctuation do not matter; ``"id:bush"`` means the actor of that id. Raises :class:`Error`
        with the nearest names where there is none, with the candidates where several are equally prominent.
        """
        return self.actors[self._number(name)]

    def namesakes(self, name: str) -> tuple[Actor, ...]:
        """The actor that :meth:`find` gives, then who else goes by that name, the most prominent first."""
        return tuple(self.actors[at] for at in self._core.namesakes(name))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {actor.id: number for number, actor in enumerate(self.actors)}

    def _number(self, actor: ActorLike) -> int:
        if isinstance(actor, Actor):
            if actor.id not in self._numbers:
                raise Error(f"{actor.name} ({actor.id}) is not in this graph", "not found", actor.id)
            return self._numbers[actor.id]
        return self._core.find(actor)

    # Questions

    def _filter(self, settings: RelationFilter, negated: bool = True) -> _core.Filter:
        made = _core.Filter()
        made.negated = negated
        given: dict[str, Any] = dict(settings)
        for name, value in given.items():
            if name not in RelationFilter.__annotations__:
                known = ", ".join(RelationFilter.__annotations__)
                raise TypeError(f"there is no setting {name!r} of relations; expected one of {known}")
            if name in ("types", "families", "statuses"):
                value = _listed(value)
            elif name == "speaker":
                value = self.find(value).id
            setattr(made, name, value)
        return made

    def _chosen(self, numbers: Iterable[int]) -> tuple[Relation, ...]:
        return tuple(self.relations[number] for number in numbers)

    def relations_where(self, **settings: Unpack[RelationFilter]) -> tuple[Relation, ...]:
        """The relations that pass: ``graph.relations_where(types="visits", statuses="planned")``."""
        return self._chosen(self._core.matching(self._filter(settings)))

    def neighbors(
        self,
        actor: ActorLike,
        *,
        depth: int = 1,
        direction: Literal["both", "out", "in"] = "both",
        **settings: Unpack[RelationFilter],
    ) -> tuple[Neighbor, ...]:
        """Who is related to an actor within so many relations: the nearest first, then those with more relations."""
        rows = self._core.neighbors(self._number(actor), depth, direction, self._filter(settings))
        return tuple(Neighbor(self.actors[at], distance, self._chosen(edges)) for at, distance, edges in rows)

    def between(self, a: ActorLike, b: ActorLike, **settings: Unpack[RelationFilter]) -> tuple[Relation, ...]:
        """The relations between two actors, either way."""
        return self._chosen(self._core.between(self._number(a), self._number(b), self._filter(settings)))

    def common(self, a: ActorLike, b: ActorLike, **settings: Unpack[RelationFilter]) -> tuple[CommonActor, ...]:
        """Who is related to both."""
        rows = self._core.common(self._number(a), self._number(b), self._filter(settings))
        return tuple(CommonActor(self.actors[at], self._chosen(one), self._chosen(two)) for at, one, two in rows)

    def path(
        self,
        start: ActorLike,
        end: ActorLike,
        *,
        max_hops: int = 6,
        directed: bool = False,
        **settings: Unpack[RelationFilter],
    ) -> Path | None:
        """How two actors are connected: the most certain of the shortest paths, or None where there is none.

        What is said not to hold connects nobody, unless ``negated=True``.
        """
        found = self._paths(start, end, max_hops, directed, False, 1, settings)
        return found[0] if found else None

    def paths(
        self,
        start: ActorLike,
        end: ActorLike,
        *,
        max_hops: int = 6,
        directed: bool = False,
        most: int = 100,
        **settings: Unpack[RelationFilter],
    ) -> tuple[Path, ...]:
        """All paths that meet nobody twice, at most so many: the shortest first, then the more certain."""
        return self._paths(start, end, max_hops, directed, True, most, settings)

    def _paths(
        self,
        start: ActorLike,
        end: ActorLike,
        max_hops: int,
        directed: bool,
        every: bool,
        most: int,
        settings: RelationFilter,
    ) -> tuple[Path, ...]:
        a, b = self._number(start), self._number(end)
        if a == b:
            raise Error(f"both names mean {self.actors[a].name}; name two actors", "usage", "path")
        rows = self._core.paths(a, b, max_hops, directed, every, most, self._filter(settings, negated=False))
        return tuple(
            Path(tuple(self.actors[at] for at in actors), self._chosen(edges), confidence)
            for actors, edges, confidence in rows
        )

    def rank(
        self,
        by: Literal["pagerank", "betweenness", "degree", "mentions"] = "pagerank",
        **settings: Unpack[RelationFilter],
    ) -> tuple[RankedActor, ...]:
        """All actors, the most important first. What is said not to hold counts only with ``negated=True``."""
        rows = self._core.rank(by, self._filter(settings, negated=False))
        return tuple(RankedActor(self.actors[at], score) for at, score in rows)

    def components(self, **settings: Unpack[RelationFilter]) -> tuple[tuple[Actor, ...], ...]:
        """Actors that are connected with each other at all: the largest set first."""
        return self._sets(self._core.components(self._filter(settings, negated=False)))

    def groups(self, **settings: Unpack[RelationFilter]) -> tuple[tuple[Actor, ...], ...]:
        """Actors that have more relations with each other than with the rest (modularity, Louvain's method)."""
        return self._sets(self._core.groups(self._filter(settings, negated=False)))

    def _sets(self, rows: Iterable[Iterable[int]]) -> tuple[tuple[Actor, ...], ...]:
        return tuple(tuple(self.actors[at] for at in row) for row in rows)

    def timeline(self, actor: ActorLike | None = None, **settings: Unpack[RelationFilter]) -> tuple[TimelineEntry, ...]:
        """What is said of each day, the earliest first, of all actors or of one; what has no date is left out."""
        number = None if actor is None else self._number(actor)
        entries = []
        for start, end, of_article, edge, place in self._core.timeline(number, self._filter(settings)):
            relation = self.relations[edge]
            entries.append(TimelineEntry(start, end, of_article, relation, relation.evidence[place]))
        return tuple(entries)

    # Parts and unions

    def subgraph(self, actors: Iterable[ActorLike] = (), **settings: Unpack[RelationFilter]) -> Graph:
        """The part with these actors (all where none is named) and the relations between them that pass."""
        numbers = [self._number(actor) for actor in actors]
        return Graph(self._core.subgraph(numbers, self._filter(settings)))

    def ego(self, actor: ActorLike, *, depth: int = 1, **settings: Unpack[RelationFilter]) -> Graph:
        """An actor, who is within so many relations of it, and all relations between them."""
        return Graph(self._core.ego(self._number(actor), depth, self._filter(settings)))

    def __or__(self, other: Graph) -> Graph:
        """The union of both, as :func:`entente.merge` makes it."""
        return merge([self, other])

    # Pictures

    def draw(self, **options: Unpack[PictureOptions]) -> Picture:
        """A picture of the main actors and the lines between them. See :class:`PictureOptions`."""
        svg = self._core.write("svg", core_options(options)).decode()

        def save(path: str, ending: str) -> None:
            if ending not in ("svg", "png", "pdf", "dot", "html"):
                raise Error(f"{path}: its ending names no picture; expected .svg .png .pdf .dot .html", "usage", path)
            self._core.save(os.fsencode(path), ending, core_options(options))

        return Picture(svg, save)

    def _repr_svg_(self) -> str:
        return self.draw().svg

    # Files and other libraries

    def save(self, path: str | os.PathLike[str], format: str | None = None, **options: Unpack[PictureOptions]) -> None:
        """Writes the graph; the ending of the path picks the format, or ``format`` does.

        ``.json`` (which :meth:`load` reads), pictures (``.svg .png .pdf .dot``), a page to explore (``.html``), files
        for other programs (``.graphml .gexf .cypher .ftm .gv``, and ``.csv``: four tables), a list to read (``.txt``).
        The options are those of :meth:`draw`, for pictures and pages.
        """
        name = os.fspath(path)
        self._core.save(os.fsencode(name), format or _format_of(name), core_options(options))

    def to_json(self, *, one_line: bool = False) -> str:
        """The graph as docs/graph-format.md describes it: the same text for the same graph."""
        return self._core.json(one_line)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """A graph that :meth:`to_json`, the program, or NetworkX's ``node_link_data`` wrote."""
        return cls(_core.Graph.from_json(text.encode("utf-8", "replace") if isinstance(text, str) else text, "json"))

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """A graph from a file that :meth:`save` wrote as JSON."""
        name = os.fspath(path)
        try:
            content = FilePath(path).read_bytes()
        except OSError as error:
            code: Literal["not found", "not readable"]
            code = "not found" if isinstance(error, FileNotFoundError) else "not readable"
            raise Error(f"{name}: {(error.strerror or str(error)).lower()}", code, name) from error
        return cls(_core.Graph.from_json(content, name))

    def to_dict(self) -> dict[str, Any]:
        """The graph as the values that :meth:`to_json` writes."""
        made: dict[str, Any] = json.loads(self.to_json(one_line=True))
        return made

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """A ``networkx.MultiDiGraph``: ids are the nodes; values are those of docs/graph-format.md."""
        import networkx

        data = self.to_dict()
        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(**data["graph"])
        for node in data["nodes"]:
            graph.add_node(node.pop("id"), **node)
        for edge in data["edges"]:
            graph.add_edge(edge.pop("source"), edge.pop("target"), edge.pop("key"), **edge)
        return graph

    def to_pandas(self) -> Frames:
        """Four tables: actors, relations, evidence, articles. Dates are dates."""
        from ._tables import frames

        return frames(self)


def _format_of(path: str) -> str:
    """The format that the path's ending names: the longest that fits."""
    lower = path.lower()
    if lower.endswith(".txt"):
        return "text"
    if lower.endswith(".ftm.json"):
        return "ftm"
    fitting = [name for name in _core.formats() if lower.endswith("." + name)]
    if not fitting:
        known = " ".join("." + name for name in _core.formats())
        raise Error(f"{path}: its ending names no format; expected one of .txt {known}, or format=", "usage", path)
    return max(fitting, key=len)


def merge(graphs: Iterable[Graph]) -> Graph:
    """Graphs of many articles become one: actors that are the same become one, relations keep all their evidence.

    The order of the graphs makes no difference.
    """
    return Graph(_core.Graph.merge([graph._core for graph in graphs]))
