#!/usr/bin/env python3
"""Compares the usual recipe for graphs of news in Python with entente, on tests/quality/articles (of our own writing).

    spacy_recipe.py [--model en_core_web_sm]

The recipe: spaCy finds names and trees; for each verb, each name in a subject is joined with each name in an object or
in a prepositional phrase below the verb. Prints for both: precision, recall and F1 of pairs of actors that a careful
reader joins (of whatever type; a pair that may be left out is neither asked for nor wrong), processor seconds to load, words
a processor second, and the memory of the process at its largest. Each runs in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

QUALITY = Path(__file__).resolve().parents[2] / "tests/quality"
sys.path.insert(0, str(QUALITY))
from articles import Expected, figures, key  # noqa: E402

ROUNDS = 5  # of all articles, for the speed
SUBJECTS = {"nsubj", "nsubjpass"}
OBJECTS = {"dobj", "dative", "attr", "pobj"}


def with_spacy(model):
    import spacy

    nlp = spacy.load(model)

    def names_below(token, doc_names):
        words = {token, *(word for word in token.subtree if word.dep_ in ("conj", "compound", "poss", "appos"))}
        return {name for name in doc_names if any(word in words for word in name)}

    def pairs(text):
        doc = nlp(text)
        names = [name for name in doc.ents if name.label_ in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")]
        found = set()
        for verb in (token for token in doc if token.pos_ in ("VERB", "AUX")):
            subjects, objects = set(), set()
            for child in verb.children:
                if child.dep_ in SUBJECTS:
                    subjects |= names_below(child, names)
                for word in (child, *child.children):
                    if word.dep_ in OBJECTS:
                        objects |= names_below(word, names)
            found |= {(a.text, b.text) for a in subjects for b in objects}
        return [((a,), (b,)) for a, b in found]

    return pairs


def with_entente(model):
    import entente

    pipeline = entente.Pipeline(model)

    def pairs(text):
        graph = pipeline.read(text, keep_text=False)
        ends = [(relation.source, relation.target) for relation in graph.relations if relation.type != "other"]
        return [((a.name, *a.aliases), (b.name, *b.aliases)) for a, b in ends]

    return pairs


def score(pairs, articles):
    """Counts as articles.py has them: right of drawn, drawn, found of required, required."""
    total = [0] * 4
    for article in articles:
        expected = Expected(article.with_suffix(".graph"))

        def actor(names, known=expected.actor_of):
            return next((known[key(name)] for name in names if key(name) in known), "? " + names[0])

        drawn = {frozenset((actor(a), actor(b))) for a, b in pairs(article.read_text())}
        drawn = {pair for pair in drawn if len(pair) == 2}
        allowed = {frozenset((source, target)) for source, _, target in expected.relations}
        required = {frozenset((s, t)) for (s, _, t), needed in expected.relations.items() if needed}
        counts = (len(drawn & allowed), len(drawn), len(drawn & required), len(required))
        total = [a + b for a, b in zip(total, counts)]
    return figures(total)


def measure(way, model):
    start = time.process_time()
    pairs = {"spacy": with_spacy, "entente": with_entente}[way](model)
    loading = time.process_time() - start
    articles = sorted((QUALITY / "articles").glob("*.txt"))
    result = score(pairs, articles)
    texts = [article.read_text() for article in articles]
    start = time.process_time()
    for text in texts * ROUNDS:
        pairs(text)
    words = sum(len(text.split()) for text in texts) * ROUNDS
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**result, "loading": loading, "speed": words / (time.process_time() - start), "memory": memory}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="en_core_web_sm", help="of spaCy")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "MODEL"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(*options.one)))
        return
    print(f"{'':28}  pairs: P     R    F1   loads in  words/s  memory")
    for way, model in (("spacy", options.model), ("entente", "accurate"), ("entente", "fast")):
        command = [sys.executable, __file__, "--one", way, model]
        # One thread each, so that processor time is the thread's.
        threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1", "PATH": ""}
        shown = subprocess.run(command, capture_output=True, text=True, check=True, env=threads).stdout
        f = json.loads(shown)
        print(
            f"{way + ' ' + model:28}  {f['precision']:8.1f} {f['recall']:5.1f} {f['f1']:5.1f} {f['loading']:8.2f} s "
            f"{f['speed']:8,.0f} {f['memory']:5.0f} MB"
        )


if __name__ == "__main__":
    main()
