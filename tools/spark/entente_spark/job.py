"""The steps of the job, and its command line."""

from __future__ import annotations

import argparse
import atexit
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from entente_spark import merging, output, tables
from entente_spark.articles import read_articles
from entente_spark.output import Folder
from entente_spark.program import JobError, Program
from entente_spark.reading import SCHEMA, read_partition

OUTPUTS = ("graph", "tables", "store")
EPILOG = """\
The output is a folder:
  graph.json           the graph, the same that `entente merge` makes of the graphs of all articles on one machine
  tables/NAME.parquet  articles, actors, mentions, relations, evidence; joins: who was taken for whom, and why;
                       faults: which articles could not be read, and why
  store.db             all articles and what was read of them, for `entente store`, `query`, `draw` and `serve`
  report.json          how many articles, faults, actors, relations there are

An article that cannot be read is counted and reported, and the job goes on. It ends with 0, with 1 if it failed, or
with 2 if it was used wrongly; then there is no output, or the old one.

Examples:
  tools/spark/job.py news/ -o week
  spark-submit --master yarn --archives entente.tar.gz#entente tools/spark/job.py hdfs:///news \\
      -o hdfs:///week --entente entente/bin/entente
"""


def whole(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f'found "{text}"; expected a whole number, at least 1')
    return int(text)


def fan(text: str) -> int:
    if whole(text) < 2:
        raise argparse.ArgumentTypeError("found 1; expected at least 2, or nothing would be merged")
    return int(text)


def outputs(text: str) -> list[str]:
    wanted = text.split(",")
    for name in wanted:
        if name not in OUTPUTS:
            raise argparse.ArgumentTypeError(f'there is no output "{name}"; there are {", ".join(OUTPUTS)}')
    return wanted


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tools/spark/job.py",
        description="Reads a corpus with entente on Spark: one graph, tables, and a store of all articles.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("articles", metavar="ARTICLES", help="a folder of articles (.jsonl .txt .html …), or one such file")
    add("-o", "--output", metavar="FOLDER", required=True, help="the folder to write; there must be none of that name")
    add("--overwrite", action="store_true", help="replace that folder, once all of the new one is written")
    add(
        "--table",
        action="store_true",
        help='ARTICLES is a Parquet table: columns "text", and "id" "title" "date" "source" if there are',
    )
    add(
        "--outputs",
        metavar="NAME,…",
        type=outputs,
        default=list(OUTPUTS),
        help="which of graph, tables, store; all without it",
    )
    add("--model", default="accurate", help="accurate (the default), fast, or a model file")
    add("--actors", metavar="FILE", help="your own names and aliases")
    add("--relations", metavar="FILE", help="your own relation types and predicates")
    add("--date", help="the date of articles without a date, as 2023-03-18")
    add(
        "--entente",
        metavar="PROGRAM",
        default="entente",
        help="the program on each executor; entente on its PATH without it",
    )
    add("--ship", action="store_true", help="carry PROGRAM from here to the executors")
    add(
        "--articles-per-task",
        metavar="N",
        type=whole,
        default=500,
        help="how many articles a task reads; 500 without it",
    )
    add(
        "--parts",
        metavar="N",
        type=whole,
        help="how many parts the graph is first merged to; as Spark cuts the data without it",
    )
    add("--fan", metavar="N", type=fan, default=8, help="how many parts a task of the tree merges to one; 8 without it")
    add(
        "--master",
        help="where to run if not under spark-submit; local[*,4] without it: here, each task up to four times",
    )
    return parser.parse_args(arguments)


def tell(text: str) -> None:
    print(f"tools/spark/job.py: {text}", file=sys.stderr, flush=True)


# --- the session ---


@cache
def packed_code() -> str:
    """This package as a file that Spark carries to the executors. It stays as long as the driver runs."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    package = Path(__file__).parent
    return shutil.make_archive(f"{folder}/entente_spark", "zip", package.parent, package.name)


def open_session(master: str | None) -> SparkSession:
    builder = SparkSession.builder.appName("entente")
    if "PYSPARK_GATEWAY_PORT" not in os.environ:  # spark-submit has set all of this
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(master or "local[*,4]").config("spark.ui.enabled", False)
        builder = builder.config("spark.ui.showConsoleProgress", sys.stderr.isatty())
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")  # what fails is told once, by this program
    spark.sparkContext.addPyFile(packed_code())
    return spark


def open_program(spark: SparkSession, options: argparse.Namespace) -> Program:
    """The program, with what of it has to be carried to the executors."""
    path = (shutil.which(options.entente) or options.entente) if options.ship else options.entente
    files = [file for file in (options.actors, options.relations, path if options.ship else None) if file]
    if options.model not in ("accurate", "fast"):
        files.append(options.model)
    for file in files:
        if not os.path.isfile(file):
            raise JobError(f"{file}: no such file; it is to be carried from here to the executors")
        spark.sparkContext.addFile(file)
    return Program(path, options.model, options.actors, options.relations, options.date, frozenset(files))


# --- the steps ---


def read(spark: SparkSession, program: Program, options: argparse.Namespace, folder: Folder) -> DataFrame:
    """The articles with the graph of each; written down, so that no article is read twice."""
    articles = read_articles(spark, options.articles, table=options.table)
    tasks = -(-articles.count() // options.articles_per_task)
    if tasks == 0:
        raise JobError(f"{options.articles}: holds no articles; expected files that end in .jsonl, .txt, .md, .html …")
    rows = articles.repartition(tasks, "place").rdd.mapPartitions(partial(read_partition, program))
    spark.createDataFrame(rows, SCHEMA).write.mode("overwrite").parquet(folder.file("read"))
    return spark.read.parquet(folder.file("read"))


def merge(
    spark: SparkSession, program: Program, options: argparse.Namespace, graphs: DataFrame, folder: Folder
) -> DataFrame:
    """Writes the graph; returns who is who."""
    decided = merging.identify(spark, program, graphs.select("graph").rdd.map(lambda row: row[0]))
    decided.write.mode("overwrite").parquet(folder.file("who"))
    who = spark.read.parquet(folder.file("who"))
    leaves = graphs.select("key", "graph").join(who, "key", "left").select("graph", "who")
    leaves = leaves.repartition(options.parts) if options.parts else leaves
    graph = merging.merge_tree(program, leaves.rdd.map(tuple), options.fan)
    folder.write_lines(spark, graph, "graph.json")
    return who


def write_tables(spark: SparkSession, who: DataFrame, folder: Folder) -> dict[str, int]:
    made = {name: tables.graph_table(spark, folder.file("graph.json"), name) for name in tables.SOURCES}
    made["joins"] = tables.joins_table(spark, who)
    return {name: output.write_table(table, folder, name) for name, table in made.items()}


def run(spark: SparkSession, options: argparse.Namespace, folder: Folder) -> None:
    start = time.monotonic()
    program = open_program(spark, options)
    everything = read(spark, program, options, folder)
    faults = everything.where("fault IS NOT NULL").select("place", "fault")
    report = {"articles": everything.where("graph IS NOT NULL").count(), "faults": faults.count()}
    tell(f"{report['articles']} articles read, {report['faults']} skipped")
    for row in faults.orderBy("place").limit(20).collect():
        tell(f"{row['place']}: {row['fault']}")
    if report["articles"] == 0:
        raise JobError(f"{options.articles}: none of its articles could be read")
    output.write_table(faults, folder, "faults")
    if "graph" in options.outputs or "tables" in options.outputs:
        who = merge(spark, program, options, everything.where("graph IS NOT NULL"), folder)
        if "tables" in options.outputs:
            report |= write_tables(spark, who, folder)
        if "graph" not in options.outputs:
            folder.remove("graph.json")
        folder.remove("who")
    if "store" in options.outputs:
        partitions = -(-report["articles"] // options.articles_per_task)
        output.write_store(program, everything, partitions, folder, "store.db")
    folder.remove("read")
    output.write_report(folder, report | {"seconds": round(time.monotonic() - start)})


def reason(error: Exception) -> str:
    """Why the job failed, without the traces of all that it went through."""
    text = str(error)
    told = re.search(r"JobError: (.*)", text)
    lines = text.strip().splitlines() or [type(error).__name__]
    return told.group(1) if told else lines[0]


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse(arguments)
    try:
        spark = open_session(options.master)
        wanted, folder = Folder(spark, options.output), Folder(spark, f"{options.output.rstrip('/')}.part")
        if wanted.exists() and not options.overwrite:
            tell(f"{options.output}: is there already; name another folder, or replace it by --overwrite")
            return 2
        folder.remove()
        run(spark, options, folder)
        folder.rename_to(wanted)
    except (JobError, PySparkException, Py4JError, OSError) as error:
        tell(reason(error))
        return 1
    return 0
