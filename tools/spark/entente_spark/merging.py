"""The graphs of all articles -> one, the same that `entente merge` makes of them.

Who is who can only be decided from all articles together. So that is done first, by one task, from what little of each
graph it looks at; what is decided goes to the graphs where they are, and these merge by a tree: each task merges some,
and the next round merges what these made, until one is left.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pyspark import RDD
from pyspark.sql import DataFrame, SparkSession

from entente_spark.program import Program, run, unless_empty
from entente_spark.reading import article_key

WHO_SCHEMA = "key string, who binary"


# --- who is who ---


def with_ends(lines: Iterable[bytes]) -> Iterator[bytes]:
    return (bytes(line) + b"\n" for line in lines)


def sightings(program: Program, graphs: Iterable[bytes]) -> Iterator[bytes]:
    """What the identification looks at in each graph."""
    if lines := unless_empty(with_ends(graphs)):
        yield from run(program.command("identify", "--strict", "--sightings", "-"), lines)


def decide(program: Program, seen: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Rows of WHO_SCHEMA, from the sightings of all articles."""
    if lines := unless_empty(with_ends(seen)):
        for line in run(program.command("identify", "--strict", "-"), lines):
            yield article_key(json.loads(line)["article"]), line


def identify(spark: SparkSession, program: Program, graphs: RDD[bytes]) -> DataFrame:
    """Who the persons of each article are; articles whose persons keep their ids are left out."""
    seen = graphs.mapPartitions(partial(sightings, program)).repartition(1)
    return spark.createDataFrame(seen.mapPartitions(partial(decide, program)), WHO_SCHEMA)


# --- the tree ---


def merge_articles(program: Program, rows: Iterable[tuple[bytes, bytes | None]]) -> Iterator[bytes]:
    """The leaf of the tree: articles of one partition, rows of graph and who is who in it, merge to a part."""
    with tempfile.TemporaryDirectory() as folder:
        graphs, who = Path(folder, "graphs.jsonl"), Path(folder, "who.jsonl")
        with graphs.open("wb") as graph_lines, who.open("wb") as who_lines:
            for graph, persons in rows:
                graph_lines.write(bytes(graph) + b"\n")
                who_lines.write(bytes(persons) + b"\n" if persons is not None else b"")
        if graphs.stat().st_size > 0:
            options = ["--strict", "--who", str(who), *program.merging(), "--format", "jsonl"]
            yield from run(program.command("merge", *options, str(graphs)), chunks=True)


def merge_parts(program: Program, form: str, parts: Iterable[bytes]) -> Iterator[bytes]:
    """A node of the tree: chunks of parts, one part after the other, merge to a larger part, or to the graph."""
    if pieces := unless_empty(parts):
        command = program.command("merge", "--strict", "--parts", *program.merging(), "--format", form, "-")
        yield from run(command, pieces, chunks=form == "jsonl")


def grouped(fan: int, part: int, chunks: Iterable[bytes]) -> Iterator[tuple[tuple[int, int, int], bytes]]:
    """Chunks of a part, by the group that merges it, the part, and their order."""
    return (((part // fan, part, place), chunk) for place, chunk in enumerate(chunks))


def merge_round(program: Program, parts: RDD[bytes], fan: int) -> RDD[bytes]:
    """Merges each `fan` parts to one; the last round gives the graph, line by line, for one part."""
    groups = -(-parts.getNumPartitions() // fan)
    shuffled = parts.mapPartitionsWithIndex(partial(grouped, fan)).repartitionAndSortWithinPartitions(
        groups, lambda key: key[0]
    )
    form = "json" if groups == 1 else "jsonl"
    return shuffled.values().mapPartitions(partial(merge_parts, program, form))


def merge_tree(program: Program, graphs: RDD[tuple[bytes, bytes | None]], fan: int) -> RDD[bytes]:
    """The lines of the graph file, in one partition."""
    parts = merge_round(program, graphs.mapPartitions(partial(merge_articles, program)), fan)
    while parts.getNumPartitions() > 1:
        parts = merge_round(program, parts, fan)
    return parts
