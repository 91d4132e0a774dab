"""A folder or table of articles -> rows of place and article.

The ids and sources of the articles are those that `entente build --lines` gives them on one machine: an article without
an id is called by its file and line ("monday.jsonl:7"), and of several articles that share an id but not the text, all
but the first are called "ID~monday.jsonl:7".
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from entente_spark.program import JobError

# What `entente build` takes for an article among the files of a folder, packed by gzip or not.
LINES = "*.{jsonl,ndjson,JSONL,NDJSON}"
FILES = "*.{txt,md,markdown,html,htm,pdf,docx,odt,eml,mht,mhtml,rss,atom}"
COLUMNS = ("id", "title", "date", "source", "text")
SCHEMA = "place string, article binary"


class Line(NamedTuple):
    """A line of a file of articles."""

    path: str
    number: int  # from 1
    id: str | None  # None if the line is no article, which is for the reader to say
    text: str | None  # hash of the text
    article: bytes


LINE_SCHEMA = "path string, number long, id string, text string, article binary"


class Root(NamedTuple):
    """Where the articles are."""

    given: str  # as the user named it
    path: str  # the same wherever a task runs

    @classmethod
    def of(cls, given: str) -> Root:
        return cls(given, given if urlsplit(given).scheme else os.path.abspath(given))

    def shown(self, uri: str) -> str:
        """A file below it, as a program that was given the same name would call it."""
        if urlsplit(self.given).scheme:
            return unquote(uri)
        below = os.path.relpath(unquote(urlsplit(uri).path), self.path)
        return self.given if below == "." else os.path.join(self.given, below)


# --- files of articles on lines ---


def text_hash(text: object) -> str | None:
    return hashlib.sha256(json.dumps(text).encode()).hexdigest() if text is not None else None


def parse_line(path: str, number: int, line: bytes) -> Line:
    """Gives an article without an id its place for one. What is no article stays as it is."""
    try:
        article = json.loads(line)
        given = article.get("id")
    except (ValueError, AttributeError, RecursionError):
        return Line(path, number, None, None, line)
    if given is None or given == "":
        article["id"] = f"{PurePosixPath(path).name}:{number}"
        article["source"] = article.get("source") or path
        line = json.dumps(article).encode()
    if isinstance(given, (dict, list, bool, float)):
        return Line(path, number, None, None, line)
    return Line(path, number, str(article["id"]), text_hash(article.get("text")), line)


def number_lines(
    root: Root, lines_before: dict[tuple[str, int], int], rows: Iterable[tuple[bytes, str, int]]
) -> Iterator[Line]:
    """rows: line, file, and where in the file the block begins that Spark read the line with."""
    seen: dict[tuple[str, int], int] = defaultdict(int)
    for line, uri, block in rows:
        seen[uri, block] += 1
        number = lines_before[uri, block] + seen[uri, block]
        line = bytes(line).removeprefix(b"\xef\xbb\xbf") if number == 1 else bytes(line)
        if line.strip():
            yield parse_line(root.shown(uri), number, line)


def lines_before_blocks(blocks: DataFrame) -> dict[tuple[str, int], int]:
    """How many lines of its file stand before each block."""
    before: dict[tuple[str, int], int] = {}
    path, total = None, 0
    for row in blocks.groupBy("path", "block").count().orderBy("path", "block").collect():
        total = total if row["path"] == path else 0
        path = row["path"]
        before[path, row["block"]] = total
        total += row["count"]
    return before


def with_first_text(articles: DataFrame, *order: str) -> DataFrame:
    """Adds a column with the text, as a hash, of the first article of each id that several texts share, else null."""
    shared = (
        articles.where("id IS NOT NULL")
        .groupBy("id")
        .agg(F.min(F.struct(*order)).alias("first"), F.count_distinct("text").alias("texts"))
        .where("texts > 1")
        .select("id", F.col("first.text").alias("first_text"))
    )
    return articles.join(shared, "id", "left")


def rename(row: tuple[str, int, str, str, bytes, str | None]) -> tuple[str, bytes]:
    """Place and article of a line; the last column is the text of the first article of this id, if they differ."""
    path, number, article_id, text, line, first_text = row
    if first_text is not None and text != first_text:
        article = json.loads(bytes(line))
        article["id"] = f"{article_id}~{PurePosixPath(path).name}:{number}"
        line = json.dumps(article).encode()
    return f"{path}:{number}", bytes(line)


def from_lines(spark: SparkSession, root: Root, files: DataFrame) -> DataFrame:
    """files: the text of JSON Lines files with Spark's metadata of them."""
    lines = files.select(
        F.col("value").cast("binary").alias("line"),
        F.col("_metadata.file_path").alias("path"),
        F.col("_metadata.file_block_start").alias("block"),
    )
    number = partial(number_lines, root, lines_before_blocks(lines))
    numbered = spark.createDataFrame(lines.rdd.mapPartitions(number), LINE_SCHEMA)
    joined = with_first_text(numbered, "path", "number", "text")
    joined = joined.select("path", "number", "id", "text", "article", "first_text")
    return spark.createDataFrame(joined.rdd.map(rename), SCHEMA)


# --- files with one article each ---


def from_file(root: Root, uri: str, content: bytes) -> tuple[str, bytes]:
    path = root.shown(uri)
    if path.endswith(".gz"):
        with suppress(OSError, EOFError):  # entente says that it cannot read it
            content = gzip.decompress(content)
    return path, json.dumps({"file": path, "base64": base64.b64encode(content).decode()}).encode()


def from_files(spark: SparkSession, root: Root, files: DataFrame) -> DataFrame:
    rows = files.select("_metadata.file_path", "content").rdd.map(lambda row: from_file(root, row[0], bytes(row[1])))
    return spark.createDataFrame(rows, SCHEMA)


def from_folder(spark: SparkSession, given: str) -> DataFrame:
    """The articles of a folder, or of one file."""
    root = Root.of(given)

    def files(glob: str, form: str) -> DataFrame:
        packed = glob[:-1] + "," + ",".join(f"{end}.gz" for end in glob[3:-1].split(",")) + "}"
        reader = spark.read.format(form).option("recursiveFileLookup", True).option("pathGlobFilter", packed)
        return reader.option("lineSep", "\n").load(root.path)

    lines = from_lines(spark, root, files(LINES, "text").select("value", "_metadata"))
    return lines.union(from_files(spark, root, files(FILES, "binaryFile")))


# --- tables ---


def from_table(spark: SparkSession, given: str) -> DataFrame:
    """The articles of a Parquet table with a column "text" and, if there are, "id", "title", "date" and "source". Rows
    have no place: an article without an id is called by a hash of it, and of several that share an id but not the text,
    all but one are called "ID~HASH"."""
    table = spark.read.parquet(given)
    if "text" not in table.columns:
        raise JobError(
            f'{given}: has no column "text" (it has {", ".join(table.columns)}); rename the one that holds the '
            'articles, for example by df.withColumnRenamed("body", "text")'
        )
    columns = [F.col(name).cast("string").alias(name) for name in COLUMNS if name in table.columns]
    rows = table.select(*columns, *([] if "id" in table.columns else [F.lit("").alias("id")]))
    short_hash = F.sha2(F.to_json(F.struct(*rows.columns)), 256).substr(1, 16)
    rows = rows.withColumn("id", F.when(F.length("id") > 0, F.col("id")).otherwise(short_hash))
    article = F.struct(*rows.columns)
    hashed = rows.select("id", F.sha2("text", 256).alias("text"), article.alias("article"))
    named = with_first_text(hashed, "text").withColumn(
        "id",
        F.when(F.col("text") != F.col("first_text"), F.concat("id", F.lit("~"), F.substring("text", 1, 16))).otherwise(
            F.col("id")
        ),
    )
    place = F.concat(F.lit(f"{given} (article "), F.col("id"), F.lit(")"))
    line = F.to_json(F.col("article").withField("id", F.col("id"))).cast("binary")
    return named.select(place.alias("place"), line.alias("article"))


def read_articles(spark: SparkSession, given: str, *, table: bool) -> DataFrame:
    """The articles, as rows of SCHEMA."""
    return from_table(spark, given) if table else from_folder(spark, given)
