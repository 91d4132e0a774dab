"""Many articles in one file."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import entente
from conftest import PACT, SUMMIT

ARTICLES = [
    entente.Article(SUMMIT, id="summit", date="2023-03-15", source="https://news.example/summit"),
    entente.Article(PACT, id="pact", date="2023-03-17"),
    entente.Article("Rui Salgado visited Sofia.", id="visit", date="2023-03-20"),
]


@pytest.fixture
def store(tmp_path: Path) -> entente.Store:
    store = entente.Store(tmp_path / "news.db")
    store.add(ARTICLES)
    return store


def test_its_graph_is_that_of_the_articles(store: entente.Store) -> None:
    assert len(store) == 3
    assert store.graph() == entente.read(ARTICLES)
    assert store.graph("pact") == entente.read(ARTICLES[1])
    assert [article.id for article in store.graph(since="2023-03-16", until="2023-03-18").articles] == ["pact"]


def test_articles_are_added_once(store: entente.Store) -> None:
    assert store.add([*ARTICLES, "Ana Petrova met Carla Vidal."], n_jobs=2) == entente.Added(new=1, known=3)
    changed = entente.Article(SUMMIT + "More.", id="summit", date="2023-03-15", source="https://news.example/summit")
    assert store.add([changed], update=True) == entente.Added(updated=1)
    assert store.text("summit").endswith("More.")
    assert len(store) == 4


def test_types_of_ones_own_stay(tmp_path: Path) -> None:
    """A store, a file, a pickle and NetworkX keep what a pipeline's own types are called."""
    relations = "type\tlobbies\tlobbies hard\tstatement\tdirected\n[lobbies]\nA lobby/woo B\n"
    pipeline = entente.Pipeline(relations=relations)
    articles = [entente.Article("Norway lobbied France.", id="a"), entente.Article("Spain wooed France.", id="b")]
    read = pipeline.read(articles)
    store = entente.Store(tmp_path / "own.db")
    store.add(articles, pipeline=pipeline)
    read.save(tmp_path / "own.json")
    networkx = pytest.importorskip("networkx")
    node_link = networkx.node_link_data(read.to_networkx(), edges="edges")
    for graph in (
        store.graph(),
        entente.Graph.load(tmp_path / "own.json"),
        entente.Graph.from_json(json.dumps(node_link)),
        pickle.loads(pickle.dumps(read)),
        entente.merge([store.graph("a"), store.graph("b")]),
    ):
        assert graph == read
        lobbying = graph.relations_where(types="lobbies")
        assert [(relation.label, relation.family) for relation in lobbying] == [("lobbies hard", "statement")] * 2
    assert store.graph("a").relations[0].label == "lobbies hard"


def test_lists_search_and_removal(store: entente.Store) -> None:
    assert [article.name for article in store.articles()] == ["summit", "pact", "visit"]
    assert [article.name for article in store.articles(source="example")] == ["summit"]
    hit = store.search("Lisbon")[0]
    assert (hit.article, hit.text) == ("summit", "Ana Petrova flew to **Lisbon** on Tuesday.")
    assert "Ana Petrova visits Lisbon" in hit.relations
    assert [found.article for found in store.search("defence pact", what="articles")] == ["pact"]
    store.remove("pact")
    assert len(store) == 2 and store.search("defence", what="articles") == ()


def test_what_cannot_be_used(store: entente.Store, tmp_path: Path) -> None:
    with pytest.raises(entente.Error, match="missing"):
        store.text("missing")
    with pytest.warns(UserWarning, match="skipped: .*none.txt"):
        assert store.add([tmp_path / "none.txt"], errors="warn") == entente.Added(skipped=1)
    with pytest.raises(entente.Error, match="none.db"):
        entente.Store(tmp_path / "none.db", read_only=True)
    (tmp_path / "text.db").write_text("no store")
    with pytest.raises(entente.Error, match="text.db"):
        entente.Store(tmp_path / "text.db")
    store.close()
    with pytest.raises(entente.Error, match="the store is closed"):
        len(store)


def test_the_program_takes_it_for_its_own(store: entente.Store, tmp_path: Path) -> None:
    """What the package has read need not be read again by the program."""
    store.close()
    news = tmp_path / "news.db"
    listed = subprocess.run([sys.executable, "-m", "entente", "store", news, "list"], capture_output=True, text=True)
    assert (listed.returncode, "summit" in listed.stdout) == (0, True), listed.stderr
    again = subprocess.run([sys.executable, "-m", "entente", "store", news, "reread"], capture_output=True, text=True)
    assert (again.returncode, "0 " in again.stderr) == (0, True), again.stderr
