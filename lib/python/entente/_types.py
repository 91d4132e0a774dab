"""What a graph holds, as plain values. Offsets count characters of the article as it was given: ``text[begin:end]``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ActorType = Literal["person", "country", "organisation", "place", "group", "other"]
Family = Literal["encounter", "alignment", "statement", "conflict", "belonging", "other"]
Status = Literal["asserted", "planned", "possible", "requested", "negated", "ended"]
Form = Literal["name", "adjective", "metonym", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article that a graph was read from. What is not known is empty."""

    id: str
    title: str
    date: str
    """As 2023-03-18."""
    source: str
    """A path or an address."""
    outlet: str
    """Who published it."""


@dataclass(frozen=True, slots=True)
class Time:
    """When something happens: as written, and as days where the article's date tells them."""

    text: str
    start: str | None
    """The first day, as 2023-03-18."""
    end: str | None
    """The last day."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an article that names or means an actor."""

    article: str
    """The id of the article."""
    begin: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, organisation, place or group of the articles."""

    id: str
    """Unique in its graph, and readable: ``"xi-jinping"``."""
    name: str
    type: ActorType
    aliases: tuple[str, ...] = field(repr=False)
    """What else the articles call it."""
    description: str = field(repr=False)
    """What it is, in the articles' words; may be empty."""
    gender: Literal["feminine", "masculine"] | None = field(repr=False)
    country: str | None = field(repr=False)
    """The id of the country that the text gives it."""
    salience: float = field(repr=False)
    """Its share of the article, 0 to 1."""
    mentions: tuple[Mention, ...] = field(repr=False)
    """Every place that names it, in the order of the text."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in an article that says what a relation says."""

    article: str
    """The id of the article."""
    begin: int
    """Where the sentence begins."""
    end: int
    sentence: str
    predicate_begin: int
    """Where the words begin that carry the relation."""
    predicate_end: int
    predicate: str
    """Their lemmas."""
    speaker: str | None
    """The id of the actor to whom this place attributes it."""
    time: Time | None
    confidence: float

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Relation:
    """What one actor does to another, with every place that says so. ``str()`` reads as a sentence does."""

    source: Actor
    target: Actor
    type: str
    """A row of :func:`entente.relation_types`: ``"visits"``."""
    label: str = field(repr=False)
    """What stands between the two names: ``"visits"``, ``"does not visit"``."""
    family: Family = field(repr=False)
    symmetric: bool = field(repr=False)
    """The type has no direction."""
    predicate: str
    """The words that carry it, as lemmas: ``"travel to"``."""
    status: Status
    """Whether it holds."""
    speaker: str | None
    """The id of the actor to whom all evidence attributes it."""
    time: Time | None
    """Where the evidence agrees on it."""
    confidence: float
    evidence: tuple[Evidence, ...] = field(repr=False)
    """At least one."""

    @property
    def sentence(self) -> str:
        """The first sentence that says so."""
        return self.evidence[0].sentence

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences that say so."""
        return tuple(place.sentence for place in self.evidence)

    def __str__(self) -> str:
        worded = self.status in ("asserted", "negated", "ended")
        return f"{self.source.name} {self.label} {self.target.name}" + ("" if worded else f" ({self.status})")


@dataclass(frozen=True, slots=True)
class Neighbor:
    """An actor that is reached from another."""

    actor: Actor
    distance: int
    """In relations, at least 1."""
    relations: tuple[Relation, ...] = field(repr=False)
    """To actors that are one nearer."""

    def __str__(self) -> str:
        return str(self.actor)


@dataclass(frozen=True, slots=True)
class CommonActor:
    """An actor that two others have in common."""

    actor: Actor
    to_first: tuple[Relation, ...] = field(repr=False)
    to_second: tuple[Relation, ...] = field(repr=False)

    def __str__(self) -> str:
        return str(self.actor)


@dataclass(frozen=True, slots=True)
class Path:
    """From one actor to another: ``relations[i]`` is between ``actors[i]`` and ``actors[i + 1]``, either way."""

    actors: tuple[Actor, ...]
    relations: tuple[Relation, ...]
    confidence: float
    """The product of those of the relations."""

    def __len__(self) -> int:
        return len(self.relations)

    def __str__(self) -> str:
        return "; ".join(str(relation) for relation in self.relations)


@dataclass(frozen=True, slots=True)
class RankedActor:
    """An actor with its score."""

    actor: Actor
    score: float

    def __str__(self) -> str:
        return f"{self.actor} ({self.score:.3g})"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What one place of evidence says of one day or span of days."""

    start: str
    """The first day, as 2023-03-18."""
    end: str
    of_article: bool
    """The days are those of the article: the text gives no others."""
    relation: Relation
    evidence: Evidence = field(repr=False)

    def __str__(self) -> str:
        days = self.start if self.start == self.end else f"{self.start} to {self.end}"
        return f"{days}: {self.relation}"


@dataclass(frozen=True, slots=True)
class RelationType:
    """A row of the vocabulary of relations."""

    name: str
    label: str
    family: Family
    symmetric: bool
    cameo: str
    """Root codes of CAMEO; may be empty."""
    plover: str
    """The event type of PLOVER; may be empty."""
    meaning: str
