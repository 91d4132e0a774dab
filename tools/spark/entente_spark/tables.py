"""The graph file -> tables. Columns are called as docs/graph-format.md calls the columns of CSV.

The graph file has an article, an actor or a relation on each of its lines, so that the executors read it in pieces.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from pyspark.sql import DataFrame, SparkSession

Row = tuple[Any, ...]

TIME = "time_text string, date_from string, date_to string"
ENDS = "source string, target string, key int, relation_type string, status string"

SCHEMAS = {
    "articles": "id string, title string, date string, source string, outlet string",
    "actors": "id string, name string, type string, aliases array<string>, description string, gender string, "
    "country string, salience double, mentions int",
    "mentions": "actor string, article string, begin int, end int, form string",
    "relations": f"{ENDS}, predicate string, speaker string, {TIME}, confidence double, evidence int",
    "evidence": f"{ENDS}, article string, sentence_begin int, sentence_end int, predicate_begin int, "
    f"predicate_end int, predicate string, speaker string, {TIME}, confidence double, sentence string",
}


def time_columns(time: dict[str, str] | None) -> Row:
    time = time or {}
    return time.get("text"), time.get("from"), time.get("to")


def ends(edge: dict[str, Any]) -> Row:
    return edge["source"], edge["target"], edge["key"], edge["type"], edge["status"]


def article_rows(node: dict[str, Any]) -> Iterator[Row]:
    if "mentions" not in node:
        yield node["id"], node["title"], node["date"], node["source"], node.get("outlet")


def actor_rows(node: dict[str, Any]) -> Iterator[Row]:
    if "mentions" in node:
        plain = ("id", "name", "type", "aliases", "description", "gender", "country")
        yield *(node[name] for name in plain), float(node["salience"]), len(node["mentions"])


def mention_rows(node: dict[str, Any]) -> Iterator[Row]:
    for mention in node.get("mentions", ()):
        yield node["id"], mention["article"], mention["begin"], mention["end"], mention["form"]


def relation_rows(edge: dict[str, Any]) -> Iterator[Row]:
    time = time_columns(edge["time"])
    yield *ends(edge), edge["predicate"], edge["speaker"], *time, float(edge["confidence"]), len(edge["evidence"])


def evidence_rows(edge: dict[str, Any]) -> Iterator[Row]:
    """What a place does not say itself, it says as the relation does."""
    for place in edge["evidence"]:
        predicate = place["predicate"]
        yield (
            *ends(edge),
            *(place["article"], place["begin"], place["end"], predicate["begin"], predicate["end"]),
            *(predicate.get("lemmas", edge["predicate"]), place.get("speaker", edge["speaker"])),
            *time_columns(place.get("time", edge["time"])),
            *(float(place.get("confidence", edge["confidence"])), place["text"]),
        )


# How the lines begin that a table is made of, and its rows from one of them.
SOURCES: dict[str, tuple[str, Callable[[dict[str, Any]], Iterator[Row]]]] = {
    "articles": ('{"id"', article_rows),
    "actors": ('{"id"', actor_rows),
    "mentions": ('{"id"', mention_rows),
    "relations": ('{"source"', relation_rows),
    "evidence": ('{"source"', evidence_rows),
}


def rows_of_line(beginning: str, rows: Callable[[dict[str, Any]], Iterator[Row]], line: str) -> Iterator[Row]:
    line = line.strip()
    if line.startswith(beginning):
        yield from rows(json.JSONDecoder().raw_decode(line)[0])  # after it stands what divides or ends a list


def graph_table(spark: SparkSession, graph: str, name: str) -> DataFrame:
    """The table of that name, from the graph file."""
    beginning, rows = SOURCES[name]
    lines = spark.read.option("lineSep", "\n").text(graph).rdd
    return spark.createDataFrame(lines.flatMap(lambda row: rows_of_line(beginning, rows, row[0])), SCHEMAS[name])


def joins_of(who: bytes) -> Iterator[Row]:
    """Persons who were taken for one that is called otherwise, of an article."""
    line = json.loads(who)
    for person in line["persons"]:
        if "reason" in person:
            yield line["name"], person["name"], person["person"], person["reason"]


def joins_table(spark: SparkSession, who: DataFrame) -> DataFrame:
    schema = "article string, name string, actor string, reason string"
    return spark.createDataFrame(who.select("who").rdd.flatMap(lambda row: joins_of(bytes(row[0]))), schema)
