"""A component for spaCy: ``nlp.add_pipe("entente")`` reads a Doc's text and sets ``doc._.entente``, a Graph.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("entente")
>>> doc = nlp("Volodymyr Zelensky met Joe Biden in Washington on Wednesday.")
>>> [str(relation) for relation in doc._.entente.relations]
['Joe Biden meets Volodymyr Zelensky']

The component needs nothing of the others in its pipeline. Offsets are those of ``doc.text``:
``doc.char_span(mention.begin, mention.end, alignment_mode="expand")`` is a mention as a Span.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ._graph import Graph
from ._pipeline import Article, Pipeline

_KEY = "entente"


def _graph_of(doc: Doc) -> Graph | None:
    """None where the component has not read the Doc. The Doc itself holds JSON, so that it can be stored and sent."""
    text = doc.user_data.get(_KEY)
    return None if text is None else Graph.from_json(text)


if not Doc.has_extension("entente"):
    Doc.set_extension("entente", getter=_graph_of)


class Reader:
    """The component: reads the text of each Doc."""

    def __init__(self, pipeline: Pipeline, date: str | None) -> None:
        self._pipeline = pipeline
        self._date = date

    def __call__(self, doc: Doc) -> Doc:
        graph = self._pipeline.read(Article(doc.text, date=self._date), keep_text=False)
        doc.user_data[_KEY] = graph.to_json(one_line=True)
        return doc


@Language.factory("entente", default_config={"model": "accurate", "actors": None, "relations": None, "date": None})
def make_reader(
    nlp: Language, name: str, model: Any, actors: str | None, relations: str | None, date: str | None
) -> Reader:
    """For spaCy: the settings are those of :class:`entente.Pipeline`; ``date`` is that of all texts."""
    return Reader(Pipeline(model, actors=actors, relations=relations), date)
