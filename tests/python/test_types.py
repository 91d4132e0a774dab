"""The package is typed: mypy in its strict mode finds nothing wrong in it, nor in code that uses it rightly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import entente

USE = """
from pathlib import Path
import entente

graph = entente.read("Ana Petrova met Rui Salgado.", date="2023-03-15")
relation: entente.Relation = graph.relations[0]
name: str = relation.source.name
path = graph.path("petrova", "salgado", max_hops=3, families=["encounter"], since="2023-03-01")
steps: int = 0 if path is None else len(path)
days: list[str] = [entry.start for entry in graph.timeline("petrova")]
svg: str = graph.draw(top=10, theme="light").svg
frames = graph.to_pandas()
total: int = len(frames.relations)
for part in entente.Pipeline("fast").pipe([Path("a.txt"), "text", entente.Article("text")], n_jobs=2, errors="warn"):
    part.save("a.json")
"""

MISUSE = """
import entente

graph = entente.read("Ana Petrova met Rui Salgado.")
graph.draw(theme="blue")
graph.neighbors("petrova", type="visits")
graph.rank("fame")
entente.read(3)
"""


def mypy(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--cache-dir",
        str(folder / "cache"),
        *arguments,
    ]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder)


@pytest.fixture(autouse=True)
def needs_mypy() -> None:
    pytest.importorskip("mypy")


def test_the_package_is_typed(tmp_path: Path) -> None:
    assert (Path(entente.__file__).parent / "py.typed").exists()
    assert (Path(entente.__file__).parent / "_core.pyi").exists()
    found = mypy("-p", "entente", "--disable-error-code", "import-untyped", "--disable-error-code", "import-not-found",
                 "--disable-error-code", "untyped-decorator", "--disable-error-code", "unused-ignore", folder=tmp_path)  # fmt: skip
    assert found.stdout == ""


def test_right_use_passes_and_wrong_use_does_not(tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(USE)
    assert mypy("use.py", folder=tmp_path).stdout == ""
    (tmp_path / "misuse.py").write_text(MISUSE)
    lines = {
        line.split(":")[1] for line in mypy("misuse.py", folder=tmp_path).stdout.splitlines() if ": error:" in line
    }
    assert lines == {"5", "6", "7", "8"}
