"""The notebooks of docs/notebooks run, and print what they show. With ENTENTE_UPDATE_NOTEBOOKS=1 they are brought up to
date instead."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

nbformat = pytest.importorskip("nbformat")
client = pytest.importorskip("nbclient")

NOTEBOOKS = sorted((ROOT / "docs/notebooks").glob("*.ipynb"))


def printed(notebook: Any) -> list[str]:
    """What the cells print; the reprs of other libraries, which differ from version to version, are not looked at."""
    return [
        output.text for cell in notebook.cells for output in cell.get("outputs", ()) if output.output_type == "stream"
    ]


def pictures(notebook: Any) -> int:
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return sum("image/svg+xml" in output.get("data", {}) for output in outputs)


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")
def test_a_notebook_runs_and_is_fresh(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("ipykernel")
    stored = nbformat.read(path, 4)
    fresh = nbformat.reads(path.read_text(), 4)
    client.NotebookClient(
        fresh, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    if os.environ.get("ENTENTE_UPDATE_NOTEBOOKS"):
        for cell in fresh.cells:
            cell.metadata = {}
        fresh.metadata = stored.metadata
        nbformat.write(fresh, path)
    else:
        assert printed(fresh) == printed(stored), "stale; run with ENTENTE_UPDATE_NOTEBOOKS=1"
    assert pictures(fresh) == pictures(stored) > 0
