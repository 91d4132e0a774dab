"""A corpus with everything in it that is hard, and what one machine makes of it."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENTENTE = os.environ.get("ENTENTE", str(ROOT / "build/release/bin/entente"))
MISSING = [
    what
    for what, there in {
        "PySpark (pip install pyspark)": importlib.util.find_spec("pyspark"),
        "Java (tools/setup --spark)": shutil.which("java"),
        f"{ENTENTE} (tools/build release entente_cli)": os.path.exists(ENTENTE),
    }.items()
    if not there
]
collect_ignore_glob = ["test_*.py"] if MISSING else []
if not MISSING:
    sys.path.insert(0, str(ROOT / "tools/spark"))


def pytest_terminal_summary(terminalreporter):
    for what in MISSING:
        terminalreporter.write_line(f"*** SKIPPED: the Spark job was not tested: {what} is missing", yellow=True)


def pytest_sessionfinish(session, exitstatus):
    if MISSING and exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        session.exitstatus = pytest.ExitCode.OK


COMPANIES = ["Acme", "Borealis Energy", "Borealis Energy Inc.", "Northern Rail"]


def articles() -> list[dict]:
    """Persons with and without first names, a firm with and without its legal form, two of one surname."""
    made = []
    for day in range(1, 25):
        firm, rival = COMPANIES[day % 4], COMPANIES[(day + 1) % 4]
        who = ["Anna Halden", "Mrs Halden", "Piet Roe", "Mr Roe", "John Roe"][day % 5]
        made.append(
            {
                "id": f"day-{day}",
                "title": f"{firm} and {rival} at odds",
                "date": f"2024-03-{day:02}",
                "text": f"{who} visited Norway on Monday and met Olaf Scholz. {firm} criticised {rival}. "
                f"{who} leads {firm}, and Georgia supports Norway. Scholz thanked {who} in Oslo.",
            }
        )
    return made


def write_corpus(folder: Path) -> None:
    made = articles()
    (folder / "more words").mkdir(parents=True)
    lines = [json.dumps(article, ensure_ascii=False).encode() for article in made[:14]]
    nameless = {key: value for key, value in made[14].items() if key != "id"}
    lines[3:3] = [b"no article at all", b"", json.dumps(nameless).encode(), b'{"id": "bad", "text": "\xff\xfe"}']
    lines += [
        b'{"id": "empty"}',
        b"[1, 2]",
        json.dumps({**made[15], "id": "day-2"}).encode(),
        lines[0],
        b'{"id": 7, "text": "Norway left."}',
    ]
    (folder / "march.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    more = [json.dumps(article) for article in [*made[16:], {**made[17], "id": "day-3"}, {**made[18], "id": ""}]]
    (folder / "more words" / "april.jsonl").write_text("\n".join(more) + "\n")
    (folder / "more words" / "scholz.txt").write_text(
        "Olaf Scholz met Anna Halden.\n\nHalden thanked Scholz in Oslo.\n"
    )
    (folder / "accents.txt").write_bytes("Jonas Gahr Støre met Scholz. Støre criticised Acme.".encode("latin-1"))
    page = (
        "<html><head><title>Rail</title></head><body><article><p>Northern Rail sued Acme.</p></article></body></html>"
    )
    (folder / "rail.html").write_text(page)
    (folder / "picture.pdf").write_bytes(b"%PDF-1.4 broken")


FAULTS = 5  # no JSON, no UTF-8, no text, no object, a broken PDF


@dataclass
class Corpus:
    folder: str
    graph: bytes  # what one machine makes of it


def entente(*arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run([ENTENTE, *arguments], capture_output=True, **options)


def on_one_machine(folder: str, work: Path) -> bytes:
    lines = entente("build", "--lines", "--model", "fast", folder).stdout
    merged = entente("merge", "-", "-o", str(work / "one.json"), input=lines)
    assert merged.returncode == 0, merged.stderr
    return (work / "one.json").read_bytes()


@pytest.fixture(scope="session")
def corpus(tmp_path_factory) -> Corpus:
    work = tmp_path_factory.mktemp("corpus")
    write_corpus(work / "news")
    return Corpus(str(work / "news"), on_one_machine(str(work / "news"), work))


@pytest.fixture
def job(tmp_path):
    """Runs the job; returns its exit code. The output is tmp_path / "out"."""
    from entente_spark.job import main

    def run(articles: str, *options: str) -> int:
        common = ["-o", str(tmp_path / "out"), "--model", "fast", "--master", "local[2,4]"]
        program = [] if "--entente" in options else ["--entente", ENTENTE]
        try:
            return main([articles, *common, *program, *options])
        except SystemExit as ended:
            return ended.code

    return run


@pytest.fixture
def wrapped(tmp_path):
    """A program in the place of entente, which does what the script of Python says and then is entente."""

    def make(script: str) -> str:
        path = tmp_path / "wrapped"
        path.write_text(f"#!{sys.executable}\nimport os, signal, sys\nENTENTE = {ENTENTE!r}\n{script}\n")
        path.chmod(0o755)
        return str(path)

    return make
