"""Many articles: in order, by threads, as a stream, without the interpreter lock, in bounded memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import entente
from conftest import PACT, SUMMIT


def numbered(count: int) -> Iterator[entente.Article]:
    for number in range(count):
        padding = SUMMIT * (number % 3)  # some take longer than others
        yield entente.Article(f"Ana Petrova met Rui Salgado. {padding}", id=f"article-{number}")


@pytest.mark.parametrize("n_jobs", [1, 2, 5, -1])
def test_order_and_results_do_not_depend_on_threads(n_jobs: int) -> None:
    pipeline = entente.Pipeline("fast")
    alone = [pipeline.read(article, keep_text=False).to_json() for article in numbered(20)]
    assert [graph.to_json() for graph in pipeline.pipe(numbered(20), n_jobs=n_jobs)] == alone


def test_articles_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[str]:
        while True:
            taken.append(1)
            yield PACT

    stream = entente.Pipeline("fast").pipe(endless(), n_jobs=2)
    for _ in range(3):
        next(stream)
    assert len(taken) <= 3 + 4 * 2
    stream.close()  # type: ignore[attr-defined]


def test_the_interpreter_runs_on_while_articles_are_read() -> None:
    """A thread that only counts gets on at the same time: reading holds no lock."""
    pipeline = entente.Pipeline()
    long = "\n\n".join([SUMMIT] * 200)
    done = threading.Event()
    ticks = 0

    def count() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    start = time.perf_counter()
    pipeline.read(long)
    taken = time.perf_counter() - start
    done.set()
    thread.join()
    assert taken > 0.2, "too short a reading to say anything"
    assert ticks > taken / 0.001 / 20


def test_one_pipeline_serves_many_threads() -> None:
    pipeline = entente.Pipeline("fast")
    expected = pipeline.read(SUMMIT).to_json()
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(pipeline.read(SUMMIT).to_json())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


def test_pictures_by_many_threads(summit: entente.Graph) -> None:
    expected = summit.draw().svg
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(summit.draw().svg)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 6


def test_an_article_that_cannot_be_read(tmp_path: Path) -> None:
    pipeline = entente.Pipeline("fast")
    (tmp_path / "good.txt").write_text(PACT)
    mixed = [
        entente.Article(PACT, id="a"),
        tmp_path / "missing.txt",
        tmp_path / "good.txt",
        entente.Article(PACT, date="x"),
    ]
    with pytest.raises(entente.Error, match="missing.txt"):
        list(pipeline.pipe(mixed))
    with pytest.warns(UserWarning) as warned:
        graphs = list(pipeline.pipe(mixed, errors="warn", n_jobs=2))
    assert [graph.articles[0].id for graph in graphs] == ["a", "good.txt"] or len(graphs) == 2
    assert [str(w.message)[:8] for w in warned] == ["skipped:"] * 2
    with pytest.raises(entente.Error, match="n_jobs"):
        list(pipeline.pipe([PACT], n_jobs=0))
    with pytest.raises(TypeError, match="read takes one"):
        pipeline.pipe(PACT)


def test_json_lines_and_folders(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(
        '{"id": "a", "text": "Ana Petrova met Rui Salgado."}\n{"id": "b", "text": "x"}\n'
    )
    graphs = list(entente.Pipeline("fast").pipe([tmp_path / "news.jsonl"]))
    assert [graph.articles[0].id for graph in graphs] == ["a", "b"]


def test_ctrl_c_ends_a_long_reading() -> None:
    code = (
        "import entente, signal, time, sys\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.5)\n"
        "signal.signal(signal.SIGALRM, signal.default_int_handler)\n"
        "start = time.time()\n"
        "try:\n"
        "    entente.read('Ana Petrova met Rui Salgado in Lisbon on Monday. ' * 100000)\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(0 if time.time() - start < 20 else 4)\n"
        "sys.exit(3)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0


def resident() -> int:
    """Bytes that this process holds in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_no_leak_over_many_articles() -> None:
    """Graphs, their values, JSON, pictures and errors: what a round of articles takes is given back."""
    count = int(os.environ.get("ENTENTE_LEAK_ARTICLES", "1000"))
    pipeline = entente.Pipeline("fast")

    def rounds(articles: int) -> None:
        for number, graph in enumerate(pipeline.pipe(numbered(articles), n_jobs=2)):
            assert graph.relations and graph.actors
            entente.Graph.from_json(graph.to_json()).rank()
            with pytest.raises(entente.Error):
                graph.find("nobody of that name")
            if number % 50 == 0:
                graph.draw()

    rounds(300)  # caches and arenas are filled
    before = resident()
    rounds(count)
    grown = (resident() - before) / count
    print(f"{grown:.0f} bytes an article over {count} articles")
    assert grown < 2000, "a graph of this article alone takes some 20,000 bytes"
