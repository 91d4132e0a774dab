"""Where the results go: a folder that is built under another name, and renamed when all of it is there."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from py4j.java_gateway import JavaObject
from pyspark import RDD
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from entente_spark.program import JobError, Program, run


class Folder:
    """A folder on any file system that Spark knows (local, HDFS, S3 …)."""

    def __init__(self, spark: SparkSession, path: str) -> None:
        self.path = path
        java: Any = spark.sparkContext._jvm
        self._hadoop = java.org.apache.hadoop.fs
        root = self._hadoop.Path(path)
        self._files = root.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        self._files.setWriteChecksum(False)  # no .crc beside the files of a local folder

    def _path(self, name: str = "") -> JavaObject:
        return self._hadoop.Path(f"{self.path}/{name}" if name else self.path)

    def exists(self) -> bool:
        return bool(self._files.exists(self._path()))

    def file(self, name: str) -> str:
        return f"{self.path}/{name}"

    def remove(self, name: str = "") -> None:
        self._files.delete(self._path(name), True)

    def take(self, local: str, name: str) -> None:
        """Moves a file of this machine into the folder."""
        self._files.copyFromLocalFile(True, True, self._hadoop.Path(f"file://{local}"), self._path(name))

    def write(self, name: str, text: str) -> None:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", delete=False) as file:
            file.write(text)
        os.chmod(file.name, 0o644)
        self.take(file.name, name)

    def write_lines(self, spark: SparkSession, lines: RDD[bytes], name: str) -> None:
        """One file of the lines in one partition, written by the executor that has them."""
        rows = spark.createDataFrame(lines.map(lambda line: (bytes(line).decode(),)), "value string")
        rows.write.option("lineSep", "\n").mode("overwrite").text(self.file(f"{name}.part"))
        written = self._files.globStatus(self._path(f"{name}.part/part-*"))
        self._rename(written[0].getPath(), self._path(name))
        self.remove(f"{name}.part")

    def rename_to(self, other: Folder) -> None:
        """Takes the place of the other."""
        if other.exists():
            other.remove()
        self._rename(self._path(), other._path())

    def _rename(self, old: JavaObject, new: JavaObject) -> None:
        if not self._files.rename(old, new):
            raise JobError(f"{new.toString()}: cannot be written; the results are in {old.toString()}")


def write_table(table: DataFrame, folder: Folder, name: str) -> int:
    """Writes a Parquet table; returns how many rows it has."""
    path = folder.file(f"tables/{name}.parquet")
    table.write.mode("overwrite").parquet(path)
    return table.sparkSession.read.parquet(path).count()


def line_with_graph(article: bytes, graph: bytes) -> bytes:
    """The line of an article, an object of JSON, with its graph."""
    return bytes(article).rstrip()[:-1] + b', "graph": ' + bytes(graph) + b"}\n"


def in_order(read: DataFrame, partitions: int) -> DataFrame:
    """The articles in the order of their files and lines: of several with the same content a store keeps the first."""
    number = F.regexp_extract("place", r":(\d+)$", 1).try_cast("long")
    path = F.regexp_replace("place", r":\d+$", "")
    placed = read.where("graph IS NOT NULL").select(path.alias("path"), number.alias("number"), "article", "graph")
    return placed.repartitionByRange(partitions, "path", "number").sortWithinPartitions("path", "number")


def write_store(program: Program, read: DataFrame, partitions: int, folder: Folder, name: str) -> None:
    """The store of all articles, made on the driver, which takes one partition after the other."""
    rows = in_order(read, partitions).toLocalIterator(prefetchPartitions=True)
    lines = (line_with_graph(row["article"], row["graph"]) for row in rows)
    with tempfile.TemporaryDirectory() as local:
        store = str(Path(local, name))
        command = program.command("store", store, "add", "--graphs", "--quiet", *program.reading(), "-")
        for _ in run(command, lines):
            pass
        folder.take(store, name)


def write_report(folder: Folder, report: dict[str, Any]) -> None:
    folder.write("report.json", json.dumps(report, indent=1, ensure_ascii=False) + "\n")
