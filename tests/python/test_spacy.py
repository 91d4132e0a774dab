"""The component for spaCy, where spaCy is installed."""

from __future__ import annotations

import pytest

import entente
from conftest import SUMMIT

spacy = pytest.importorskip("spacy")


def test_the_component_sets_a_graph() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entente", config={"date": "2023-03-15"})
    doc = nlp(SUMMIT)
    graph = doc._.entente
    assert graph == entente.read(SUMMIT, date="2023-03-15")
    mention = graph.find("petrova").mentions[0]
    assert doc.char_span(mention.begin, mention.end).text == "Ana Petrova"


def test_docs_can_be_stored_and_sent() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entente", config={"model": "fast"})
    docs = list(nlp.pipe([SUMMIT] * 4, n_process=2))
    assert len({doc._.entente.to_json() for doc in docs}) == 1
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(docs[0].to_bytes())
    assert again._.entente == docs[0]._.entente
    assert spacy.blank("en")(SUMMIT)._.entente is None
