"""What can be read, and how what cannot is told."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import entente
from conftest import PACT, SUMMIT


def test_a_text_becomes_actors_and_relations(summit: entente.Graph) -> None:
    assert {str(actor) for actor in summit.actors} >= {"Ana Petrova", "Rui Salgado", "Portugal", "Lisbon"}
    visit = summit.between("petrova", "lisbon")[0]
    assert str(visit) == "Ana Petrova visits Lisbon"
    assert (visit.type, visit.family, visit.status, visit.symmetric) == ("visits", "encounter", "asserted", False)
    assert visit.predicate == "fly to"
    assert visit.time == entente.Time("on Tuesday", "2023-03-14", "2023-03-14")
    assert 0.5 < visit.confidence <= 0.99
    assert visit.sentence == "Ana Petrova flew to Lisbon on Tuesday."


def test_offsets_count_characters_of_the_text() -> None:
    text = "“Zoë Müller” arrived in Łódź on Monday. 🙂 Zoë Müller met Jan Kowalski in Łódź."
    graph = entente.read(text)
    muller = graph.find("zoe muller")
    assert {text[mention.begin : mention.end] for mention in muller.mentions if mention.form == "name"} == {
        "Zoë Müller"
    }
    for relation in graph.relations:
        for place in relation.evidence:
            assert text[place.begin : place.end] == place.sentence
            assert text[place.predicate_begin : place.predicate_end] in place.sentence


def test_status_and_what_is_denied(summit: entente.Graph) -> None:
    statuses = {str(relation): relation.status for relation in summit.relations}
    assert statuses["Ana Petrova visits Madrid (planned)"] == "planned"
    assert "negated" in statuses.values()


def test_speaker_is_the_id_of_an_actor() -> None:
    graph = entente.read("Rui Salgado said that Spain had attacked Portugal.")
    attack = graph.relations_where(types="attacks")[0]
    assert attack.speaker == "rui-salgado"
    assert graph.relations_where(speaker="salgado") == (attack,)


def test_a_file_and_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SUMMIT)
    (tmp_path / "two.md").write_text("---\ndate: 2023-03-17\n---\n# A pact\n\n" + PACT)
    both = entente.read([tmp_path / "one.txt", tmp_path / "two.md"])
    assert [article.source for article in both.articles] == [str(tmp_path / "one.txt"), str(tmp_path / "two.md")]
    assert both.articles[1].date == "2023-03-17"
    assert both == entente.read(tmp_path)
    assert both == entente.read(tmp_path / "one.txt") | entente.read(tmp_path / "two.md")
    assert {article.id for article in both.articles} <= {place.article for r in both.relations for place in r.evidence}


def test_texts_of_a_list_are_told_apart() -> None:
    graph = entente.read(
        [SUMMIT, PACT, entente.Article(PACT, id="pact"), {"text": PACT, "title": "A pact", "extra": "1"}]
    )
    assert [article.id for article in graph.articles] == ["a-pact", "pact", "text:1", "text:2"]


def test_html_and_bytes_of_any_encoding() -> None:
    page = (
        "<html><head><title>A visit</title></head><body><article><p>José Núñez met Ana Petrova in Málaga on Monday.</p>"
    )
    page += "<p>The two talked about fishing and about the price of ferries to Africa.</p></article></body></html>"
    graph = entente.read(page.encode("latin-1"))
    assert graph.articles[0].title == "A visit"
    assert graph.find("José Núñez") == graph.find("jose nunez")


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00\x01", "a" * 10000, "\ud800 lone", "((((", "🙂" * 500, b"\xff\xfe\x00"]
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_text_is_never_an_error(text: str | bytes) -> None:
    assert len(entente.read(text)) == 0


def test_another_language_is_remarked() -> None:
    text = (
        "Der Bundeskanzler traf am Montag den französischen Präsidenten in Berlin, und sie sprachen über die Lage. " * 5
    )
    with pytest.warns(UserWarning, match="English"):
        entente.read(text)


def test_a_path_as_a_string_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(SUMMIT)
    with pytest.warns(UserWarning, match="pathlib.Path"):
        entente.read(str(path))


def test_errors_say_where_and_what(tmp_path: Path) -> None:
    with pytest.raises(entente.Error, match="no such file or folder") as missing:
        entente.read(tmp_path / "missing.txt")
    assert (missing.value.code, missing.value.where) == ("not found", str(tmp_path / "missing.txt"))
    with pytest.raises(entente.Error, match="expected one like 2023-03-18") as date:
        entente.read(SUMMIT, date="yesterday")
    assert date.value.code == "bad format"
    again = pickle.loads(pickle.dumps(date.value))
    assert (str(again), again.code, again.where) == (str(date.value), date.value.code, date.value.where)
    with pytest.raises(entente.Error, match="expected a key text"):
        entente.read({"title": "no text"})
    with pytest.raises(entente.Error, match="model"):
        entente.read(SUMMIT, model=tmp_path / "none.model")


def test_both_models(summit: entente.Graph) -> None:
    fast = entente.read(SUMMIT, date="2023-03-15", model="fast")
    assert fast.find("petrova").name == "Ana Petrova"
    assert fast.articles == summit.articles


def test_names_and_predicates_of_ones_own(tmp_path: Path) -> None:
    relations = (
        "type\tlobbies\tlobbies\tstatement\tdirected\t02\tREQUEST\ttries to win over\n[lobbies]\nA lobby/woo B\n"
    )
    path = tmp_path / "relations.tsv"
    path.write_text(relations)
    for given in (relations, path):
        pipeline = entente.Pipeline(actors="Borealis Pact\torganisation\tthe Pact|Borealis\n", relations=given)
        graph = pipeline.read("Norway lobbied Borealis last week.")
        assert graph.find("borealis").name == "Borealis Pact"
        lobbying = graph.between("norway", "borealis")[0]
        assert (lobbying.type, lobbying.family) == ("lobbies", "statement")
        assert graph.relations_where(types="lobbies") == (lobbying,)
        assert pipeline.read([PACT, "Norway lobbied Borealis."]).draw(types=["lobbies"]).svg.count("lobbies") > 0
    path.write_text("# mine\ntype\tonly\n")
    with pytest.raises(entente.Error, match="relations.tsv:2: ") as wrong:
        entente.Pipeline(relations=path)
    assert (wrong.value.file, wrong.value.line) == (str(path), 2)
    with pytest.raises(entente.Error, match="missing.tsv: no such file"):
        entente.Pipeline(actors=tmp_path / "missing.tsv")
