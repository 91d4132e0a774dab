"""What README.md and docs/python.md show for Python runs as it stands."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["README.md", "docs/python.md"])
def test_blocks_run_one_after_the_other(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("networkx")
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    for folder, file in (("news", "a.html"), (".", "article.txt")):
        os.makedirs(folder, exist_ok=True)
        Path(folder, file).write_text("<p>Ana Petrova met Rui Salgado in Lisbon.</p>")
    blocks = BLOCK.findall((ROOT / name).read_text())
    assert blocks
    values: dict[str, object] = {}
    for block in blocks:
        if "import spacy" in block:
            pytest.importorskip("spacy")
        if "week.json" in block:
            continue  # of the command line's own output
        exec(compile(block, name, "exec"), values)
    assert Path("graph.svg").exists()
