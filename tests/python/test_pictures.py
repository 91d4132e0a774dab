"""Pictures, files of other programs, and that the wheel needs nothing of the machine for them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import entente


def test_a_graph_shows_itself_in_notebooks(summit: entente.Graph) -> None:
    picture = summit.draw()
    assert picture._repr_svg_() == picture.svg == summit._repr_svg_()
    assert picture.svg.startswith("<?xml") and ">Ana Petrova</text>" in picture.svg
    assert "SVG" in repr(picture)


def test_options(summit: entente.Graph) -> None:
    small = summit.draw(top=2, legend=False, heading="Two", theme="light", page="portrait")
    assert "Two</text>" in small.svg and 'class="legend' not in small.svg and "prefers-color-scheme" not in small.svg
    assert "Madrid" not in summit.draw(around="portugal").svg
    assert summit.draw(types=["visits"]).svg != summit.draw(families=["encounter"]).svg
    with pytest.raises(entente.Error, match="expected one of auto, light, dark"):
        summit.draw(theme="blue")  # type: ignore[typeddict-item, arg-type]
    with pytest.raises(TypeError, match="there is no option 'colour' of pictures"):
        summit.draw(colour="blue")  # type: ignore[call-arg]


@pytest.mark.parametrize("engine", ["dot", "neato", "fdp", "sfdp", "circo", "twopi"])
def test_every_engine_is_in_the_wheel(summit: entente.Graph, engine: str) -> None:
    assert "Ana Petrova" in summit.draw(engine=engine).svg  # type: ignore[typeddict-item, arg-type]


def test_files_by_ending(summit: entente.Graph, tmp_path: Path) -> None:
    begins = {
        "svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "gv": b"//", "html": b"<!DOCTYPE html>",
        "json": b'{"directed"', "graphml": b"<?xml", "gexf": b"<?xml", "csv": b"Source", "cypher": b"CREATE", "ftm": b"{",
        "ftm.json": b"{", "nodes.csv": b"Id", "txt": b"", "PNG": b"\x89PNG",
    }  # fmt: skip
    for ending, begin in begins.items():
        summit.save(tmp_path / f"summit.{ending}")
        content = (tmp_path / f"summit.{ending}").read_bytes()
        assert content.startswith(begin) and len(content) > 100, ending
    assert (tmp_path / "summit.evidence.csv").exists(), "CSV has four tables"
    assert b"flew to Lisbon on Tuesday" in (tmp_path / "summit.html").read_bytes()
    summit.save(tmp_path / "other", format="gexf", top=3)
    with pytest.raises(entente.Error, match="expected one of .*.json"):
        summit.save(tmp_path / "summit.tiff")
    with pytest.raises(entente.Error, match="none/summit.svg"):
        summit.save(tmp_path / "none/summit.svg")


def test_a_picture_saves_itself(summit: entente.Graph, tmp_path: Path) -> None:
    picture = summit.draw(top=3, theme="light")
    picture.save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text() == picture.svg
    picture.save(tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(entente.Error, match="names no picture"):
        picture.save(tmp_path / "a.json")


def test_the_page_shows_the_text_where_it_was_kept(tmp_path: Path) -> None:
    text = "Ana Petrova met Rui Salgado. A sentence that no relation quotes."
    entente.read(text).save(tmp_path / "kept.html")
    assert "that no relation quotes" in (tmp_path / "kept.html").read_text()
    entente.Pipeline().read(text, keep_text=False).save(tmp_path / "without.html")
    assert "that no relation quotes" not in (tmp_path / "without.html").read_text()


LIBRARIES = """
import entente, pathlib, re, sys
graph = entente.read("Ana Petrova met Rui Salgado in Lisbon.")
for ending in ("png", "pdf", "html"):
    graph.save(pathlib.Path(sys.argv[1]) / f"a.{ending}")
graph.draw(engine="sfdp")
print(*sorted(set(re.findall(r"/\\S+[.]so\\S*", pathlib.Path("/proc/self/maps").read_text()))), sep="\\n")
"""


@pytest.mark.skipif(not list(Path(entente.__file__).parents[1].glob("entente.libs")), reason="no bundled libraries")
def test_a_wheel_needs_no_library_of_the_machine(tmp_path: Path) -> None:
    """What is loaded for reading and for all pictures is the wheel's, the interpreter's, or the C and C++ libraries."""
    command = [sys.executable, "-c", LIBRARIES, tmp_path]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, env={})  # not even a home
    assert shown.stderr == ""
    places = (str(Path(entente.__file__).parents[1]), sys.base_prefix, "/usr/lib/python3")
    allowed = re.compile(r"/(ld-linux-x86-64|libc|libm|libdl|librt|libpthread|libutil|libgcc_s|libstdc\+\+)[.-][^/]*$")
    interpreter = re.compile(r"/lib(python3\.\d+|expat|z|ffi|bz2|lzma|crypto|ssl)\.so[^/]*$")
    others = [line for line in shown.stdout.split() if not line.startswith(places) and not allowed.search(line)]
    assert [line for line in others if not interpreter.search(line)] == []
