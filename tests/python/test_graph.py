"""Queries, filters, and the ways to NetworkX, pandas and files."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

import entente
from conftest import PACT, SUMMIT


def test_find_takes_names_in_any_case(summit: entente.Graph) -> None:
    assert summit.find("PETROVA") == summit.find("ana-petrova") == summit.find(summit.find("petrova"))
    with pytest.raises(entente.Error, match="the nearest are .*Rui Salgado") as missing:
        summit.find("Salgato")
    assert missing.value.code == "not found"
    assert summit.namesakes("petrova") == (summit.find("petrova"),)


def test_an_actor_of_another_graph_is_refused(summit: entente.Graph) -> None:
    other = entente.read("Jan Kowalski met Ewa Nowak.").find("kowalski")
    with pytest.raises(entente.Error, match="not in this graph"):
        summit.neighbors(other)


def test_neighbors(summit: entente.Graph) -> None:
    near = summit.neighbors("petrova")
    assert {str(neighbor) for neighbor in near} >= {"Lisbon", "Rui Salgado", "Bulgaria"}
    assert all(neighbor.distance == 1 and neighbor.relations for neighbor in near)
    assert {n.actor.name for n in summit.neighbors("lisbon", depth=2)} > {
        n.actor.name for n in summit.neighbors("lisbon")
    }
    assert summit.neighbors("lisbon", direction="out") == ()
    assert [n.actor.name for n in summit.neighbors("petrova", types="visits", statuses=["planned"])] == ["Madrid"]


def test_paths(summit: entente.Graph) -> None:
    path = summit.path("lisbon", "portugal")
    assert path is not None
    assert [actor.name for actor in path.actors] == ["Lisbon", "Ana Petrova", "Rui Salgado", "Portugal"]
    assert len(path) == len(path.relations) == 3
    assert 0 < path.confidence <= 1
    assert summit.path("lisbon", "portugal", max_hops=2) is None
    assert path in summit.paths("lisbon", "portugal")
    with pytest.raises(entente.Error, match="name two actors"):
        summit.path("petrova", "Ana Petrova")


def test_what_is_denied_connects_nobody() -> None:
    graph = entente.read("Carla Vidal did not meet Ana Petrova.")
    assert graph.between("vidal", "petrova")[0].status == "negated"
    assert graph.path("vidal", "petrova") is None
    assert graph.path("vidal", "petrova", negated=True) is not None
    assert graph.relations_where(negated=False) == ()


def test_rank_groups_components_timeline(summit: entente.Graph) -> None:
    ranked = summit.rank("degree")
    assert ranked[0].actor.name == "Ana Petrova"
    assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)
    assert {actor for group in summit.groups() for actor in group} <= set(summit.actors)
    assert sum(map(len, summit.components())) == len(summit.actors)
    days = [entry.start for entry in summit.timeline("petrova")]
    assert days == sorted(days) and "2023-03-14" in days
    assert "Ana Petrova visits Lisbon" in [str(e.relation) for e in summit.timeline() if not e.of_article]
    with pytest.raises(entente.Error, match="expected one of pagerank"):
        summit.rank("fame")  # type: ignore[arg-type]


def test_common_between_ego_subgraph(summit: entente.Graph) -> None:
    assert "Ana Petrova" in {found.actor.name for found in summit.common("lisbon", "salgado")}
    assert all(
        {r.source.name, r.target.name} == {"Ana Petrova", "Rui Salgado"} for r in summit.between("petrova", "salgado")
    )
    ego = summit.ego("petrova")
    assert {actor.name for actor in ego.actors} == {"Ana Petrova"} | {str(n) for n in summit.neighbors("petrova")}
    assert {str(r) for r in summit.subgraph(["petrova", "lisbon"]).relations} == {"Ana Petrova visits Lisbon"}
    assert {r.type for r in summit.subgraph(types="visits").relations} == {"visits"}


@pytest.mark.parametrize(
    ("setting", "words"),
    [({"types": "visit"}, "visits"), ({"statuses": "planed"}, "planned"), ({"families": ["x"]}, "encounter"),
     ({"since": "May"}, "2023-03-18"), ({"article": "none"}, "none")],
)  # fmt: skip
def test_wrong_filters_say_what_was_expected(summit: entente.Graph, setting: dict[str, str], words: str) -> None:
    with pytest.raises(entente.Error, match=words):
        summit.relations_where(**setting)  # type: ignore[arg-type]


def test_an_unknown_setting_is_a_type_error(summit: entente.Graph) -> None:
    with pytest.raises(TypeError, match="there is no setting 'type' of relations; expected one of types"):
        summit.neighbors("petrova", type="visits")  # type: ignore[call-arg]


def test_json_both_ways(summit: entente.Graph, tmp_path: Path) -> None:
    text = summit.to_json()
    assert entente.Graph.from_json(text).to_json() == text
    assert entente.Graph.from_json(text.encode()) == summit
    assert json.loads(summit.to_json(one_line=True)) == json.loads(text) == summit.to_dict()
    summit.save(tmp_path / "summit.json")
    assert entente.Graph.load(tmp_path / "summit.json") == summit
    assert pickle.loads(pickle.dumps(summit)) == summit
    with pytest.raises(entente.Error, match="json"):
        entente.Graph.from_json('{"nodes": 3}')
    with pytest.raises(entente.Error, match="no such file"):
        entente.Graph.load(tmp_path / "none.json")


def test_values_are_those_of_the_json(summit: entente.Graph) -> None:
    data = summit.to_dict()
    for actor, node in zip(summit.actors, data["nodes"], strict=True):
        assert (actor.id, actor.name, actor.type, list(actor.aliases)) == (
            node["id"], node["name"], node["type"], node["aliases"])  # fmt: skip
        assert (actor.gender, actor.country, actor.salience) == (node["gender"], node["country"], node["salience"])
        assert [(m.article, m.begin, m.end, m.form) for m in actor.mentions] == [
            (m["article"], m["begin"], m["end"], m["form"]) for m in node["mentions"]]  # fmt: skip
    for relation, edge in zip(summit.relations, data["edges"], strict=True):
        assert (relation.source.id, relation.target.id, relation.type) == (edge["source"], edge["target"], edge["type"])
        assert (relation.status, relation.speaker, relation.confidence) == (
            edge["status"], edge["speaker"], edge["confidence"])  # fmt: skip
        assert [place.sentence for place in relation.evidence] == [place["text"] for place in edge["evidence"]]


def test_networkx_is_what_it_reads_from_the_json(summit: entente.Graph) -> None:
    networkx = pytest.importorskip("networkx")
    graph = summit.to_networkx()
    read = networkx.node_link_graph(summit.to_dict(), edges="edges")
    assert graph.graph == read.graph
    assert dict(graph.nodes(data=True)) == dict(read.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(read.edges(keys=True, data=True))
    assert networkx.shortest_path(graph.to_undirected(), "lisbon", "portugal")[1] == "ana-petrova"
    back = entente.Graph.from_json(json.dumps(networkx.node_link_data(graph, edges="edges")))
    assert back.actors == summit.actors
    assert set(back.relations) == set(summit.relations), "NetworkX has edges in the order of their sources"


def test_pandas(summit: entente.Graph) -> None:
    pandas = pytest.importorskip("pandas")
    frames = summit.to_pandas()
    assert list(frames.actors.index) == [actor.id for actor in summit.actors]
    assert len(frames.relations) == len(summit)
    visits = frames.relations.query("type == 'visits' and status == 'asserted'")
    assert visits[["source_name", "target_name"]].values.tolist() == [["Ana Petrova", "Lisbon"]]
    assert visits.date_from.iloc[0] == pandas.Timestamp("2023-03-14")
    assert len(frames.evidence) == sum(len(relation.evidence) for relation in summit.relations)
    joined = frames.evidence.join(frames.relations.type, on="relation")
    assert set(joined.type) == {relation.type for relation in summit.relations}
    assert frames.articles.date.iloc[0] == pandas.Timestamp("2023-03-15")
    assert entente.merge([]).to_pandas().relations.empty


def test_merging_does_not_depend_on_order() -> None:
    one, two, three = (entente.Pipeline().read(entente.Article(text, id=id_)) for text, id_ in
                       ((SUMMIT, "summit"), (PACT, "pact"), ("Rui Salgado visited Sofia.", "visit")))  # fmt: skip
    assert entente.merge([one, two, three]) == entente.merge([three, one, two]) == (two | three) | one
    assert entente.merge([one]) == one
    assert not entente.merge([])


def test_values_are_immutable_and_hashable(summit: entente.Graph) -> None:
    with pytest.raises(AttributeError):
        summit.actors[0].name = "x"  # type: ignore[misc]
    assert len(set(summit.relations)) == len(summit.relations)
    assert repr(summit) == f"<entente.Graph of 1 article: {len(summit.actors)} actors, {len(summit)} relations>"


def test_relation_types() -> None:
    types = {type_.name: type_ for type_ in entente.relation_types()}
    assert types["visits"].family == "encounter" and not types["visits"].symmetric
    assert types["meets"].symmetric
