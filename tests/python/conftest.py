"""Tests of the Python package as it is installed: run them with the interpreter of an environment that has the wheel.

ENTENTE_PROGRAM is the path of the C++ program, whose results must be the same; by default that of the release preset.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Callable

import pytest

import entente

ROOT = Path(__file__).parents[2]

SUMMIT = """\
Ana Petrova flew to Lisbon on Tuesday. She is the president of Bulgaria. Petrova met Rui Salgado, the prime minister of
Portugal, in the afternoon. Petrova will visit Madrid next week. Salgado said that Spain had attacked the plan. Carla
Vidal, the foreign minister of Spain, did not meet Petrova.
"""

PACT = """\
Portugal signed a defence pact with Bulgaria on Friday. Carla Vidal criticised Rui Salgado. Salgado accused Spain of
blocking the pact.
"""


@pytest.fixture(scope="session")
def summit() -> entente.Graph:
    return entente.read(SUMMIT, date="2023-03-15")


@pytest.fixture(scope="session")
def articles() -> list[Path]:
    """The sample articles of the project: text, HTML and Markdown."""
    return sorted((ROOT / "data/articles").iterdir())


@pytest.fixture(scope="session")
def program() -> Callable[..., bytes]:
    """The C++ program: program("build", path) is what it prints."""
    path = Path(os.environ.get("ENTENTE_PROGRAM", ROOT / "build/release/bin/entente"))
    if not path.exists():
        pytest.skip(f"the C++ program is not built ({path})")

    def run(*arguments: str, stdin: str = "") -> bytes:
        return subprocess.run([path, *arguments], input=stdin.encode(), capture_output=True, check=True).stdout

    return run
