"""The same as the C++ program, byte for byte, and the program itself as python -m entente."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest

import entente
from conftest import SUMMIT

Program = Callable[..., bytes]


@pytest.mark.parametrize("model", ["accurate", "fast"])
def test_the_same_graph(program: Program, articles: list[Path], model: str) -> None:
    pipeline = entente.Pipeline(model)  # type: ignore[arg-type]
    for article in articles:
        made = program("build", str(article), "--model", model, "--format", "json")
        assert pipeline.read(article).to_json().encode() == made, article.name


def test_the_same_graph_of_many(program: Program, articles: list[Path]) -> None:
    made = program("build", *map(str, articles), "--format", "json", "--jobs", "2")
    assert entente.read(articles, n_jobs=2).to_json().encode() == made


def test_the_same_graph_of_a_text(program: Program) -> None:
    made = program("build", "-", "--date", "2023-03-15", "--format", "json", stdin=SUMMIT)
    assert entente.read(SUMMIT, date="2023-03-15").to_json().encode() == made


@pytest.mark.parametrize("ending", ["svg", "html", "graphml", "gexf", "gv", "cypher", "ftm", "txt", "dot"])
def test_the_same_files(program: Program, articles: list[Path], tmp_path: Path, ending: str) -> None:
    article = articles[0]
    program("build", str(article), "-o", str(tmp_path / f"program.{ending}"))
    entente.read(article).save(tmp_path / f"python.{ending}")
    assert (tmp_path / f"python.{ending}").read_bytes() == (tmp_path / f"program.{ending}").read_bytes()


def run(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "entente", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True)


def test_the_program_as_a_module(tmp_path: Path, articles: list[Path]) -> None:
    assert run("--version").stdout == f"entente {entente.__version__}\n"
    done = run("build", articles[0], "-o", tmp_path / "graph.png")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "graph.png").read_bytes().startswith(b"\x89PNG")
    assert "visits" in run("build", "-", stdin=SUMMIT).stdout
    wrong = run("bild")
    assert wrong.returncode == 2 and "the nearest is build" in wrong.stderr
    missing = run("build", tmp_path / "none.txt")
    assert missing.returncode == 1 and "no such file or folder" in missing.stderr


def test_the_module_prints_what_the_program_prints(program: Program, articles: list[Path]) -> None:
    for arguments in (("build", str(articles[0])), ("explain", str(articles[1])), ("types",), ("build", "--help")):
        assert run(*arguments).stdout.encode() == program(*arguments)
