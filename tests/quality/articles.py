"""Scores graphs against the articles of tests/quality/articles, of our own writing, with what a careful reader draws.

    articles.py PROGRAM [--verbose]      (the entente program)

NAME.txt is the article; NAME.graph says who is in it and who does what to whom:

    person: Helena Corvo | Corvo | Portugal's prime minister     a kind, then all names, the best first
    place?: Atlantic                                             "?": may be left out, and is not wrong
    Helena Corvo -meets-> Sidi Ould Maham                        source, type, target, by their first names
    ? Spain -visits-> Lisbon planned                             "?" as above; the status where it is not asserted

The types are those of `entente types`. Prints, for each article and for all, precision, recall and F1 of
  actors   nodes that are an actor of the article, each actor once: a second node for the same actor is wrong
  typed    (source, type, target); the direction counts unless the type goes both ways
What may be left out is neither asked for nor held against a graph. Statuses are for the reader; they are not scored.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
KINDS = {"person", "country", "organisation", "place", "group", "other"}
RELATION = re.compile(r"(?P<optional>\? )?(?P<source>.+?) -(?P<type>\w+)-> (?P<target>.+?)"
                      r"(?: (?:planned|possible|requested|negated|ended))?$")


class BadGraph(Exception):
    pass


def relation_types():
    """The names of the types, and those of them that go both ways."""
    rows = (HERE.parent.parent / "data/lexicon/relation_types.tsv").read_text().splitlines()
    columns = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return {c[0] for c in columns}, {c[0] for c in columns if "sym" in c}


TYPES, SYMMETRIC = relation_types()


def key(name):
    """A name as it is compared: without accents, case, punctuation, a leading article and "'s"."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"'s\b", "", plain))
    return " ".join(words[1:] if words and words[0] in ("the", "a", "an") else words)


class Expected:
    """What a careful reader draws."""

    def __init__(self, path):
        self.actor_of = {}  # key of a name → the actor, by its first name
        self.required = set()
        self.relations = {}  # triple → whether it is required
        for number, line in enumerate(path.read_text().splitlines(), 1):
            try:
                self.read(line.strip())
            except BadGraph as error:
                raise BadGraph(f"{path}:{number}: {error}") from None

    def read(self, line):
        if not line:
            return
        if relation := RELATION.match(line):
            self.read_relation(relation)
            return
        kind, colon, names = line.partition(": ")
        if not colon or kind.rstrip("?") not in KINDS:
            raise BadGraph(f'"{line}": expected "KIND: NAME | NAME" or "NAME -TYPE-> NAME STATUS"')
        names = [name.strip() for name in names.split("|")]
        for name in names:
            self.actor_of.setdefault(key(name), names[0])
        if not kind.endswith("?"):
            self.required.add(names[0])

    def read_relation(self, relation):
        ends = [self.actor_of.get(key(relation[end])) for end in ("source", "target")]
        for end, actor in zip(("source", "target"), ends):
            if actor is None:
                raise BadGraph(f'no actor is called "{relation[end]}"')
        if relation["type"] not in TYPES:
            raise BadGraph(f'there is no relation type "{relation["type"]}"')
        triple = ordered(ends[0], relation["type"], ends[1])
        self.relations[triple] = self.relations.get(triple, False) or not relation["optional"]


def ordered(source, kind, target):
    return (target, kind, source) if kind in SYMMETRIC and source > target else (source, kind, target)


def of_article(expected, graph, verbose):
    """Counts per figure: right of drawn, drawn, found of required, required."""
    meaning = {}
    for node in graph["nodes"]:
        names = [key(name) for name in [node["name"], *node["aliases"]]]
        meaning[node["id"]] = next((expected.actor_of[name] for name in names if name in expected.actor_of), None)
    found = {actor for actor in meaning.values() if actor}
    stray = sum(actor is None for actor in meaning.values())
    doubled = len(meaning) - stray - len(found)
    hits = len(found & expected.required)

    drawn = set()
    for edge in graph["edges"]:
        source, target = (meaning[edge[end]] or f"? {edge[end]}" for end in ("source", "target"))
        if edge["type"] != "other" and source != target:
            drawn.add(ordered(source, edge["type"], target))
    required = {triple for triple, needed in expected.relations.items() if needed}
    if verbose:
        report("actor missing", expected.required - found)
        report("actor unknown", {node["name"] for node in graph["nodes"] if meaning[node["id"]] is None})
        report("missing", {" ".join(triple) for triple in required - drawn})
        report("unwanted", {" ".join(triple) for triple in drawn - expected.relations.keys()})
    return {"actors": [hits, hits + stray + doubled, hits, len(expected.required)],
            "typed": [len(drawn & expected.relations.keys()), len(drawn), len(drawn & required), len(required)]}


def report(what, items):
    for item in sorted(items):
        print(f"    {what}: {item}")


def figures(counts):
    """Precision, recall and F1 in percent."""
    right, drawn, hits, required = counts
    precision = right / drawn if drawn else 0.0
    recall = hits / required if required else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}


def score(program, verbose=False):
    """Figures of all articles together; the table goes to standard output."""
    total = {"actors": [0] * 4, "typed": [0] * 4}
    articles = sorted((HERE / "articles").glob("*.txt"))
    for article in articles:
        expected = Expected(article.with_suffix(".graph"))
        built = subprocess.run([program, "build", article, "--format", "json"], stdout=subprocess.PIPE, check=True).stdout
        if verbose:
            print(article.stem)
        counts = of_article(expected, json.loads(built), verbose)
        for name, values in counts.items():
            total[name] = [a + b for a, b in zip(total[name], values)]
        show(article.stem, counts)
    show(f"all {len(articles)}", total)
    return {name: figures(counts) for name, counts in total.items()}


def show(what, counts):
    cells = []
    for name, values in counts.items():
        f = figures(values)
        cells.append(f"{name}  P {f['precision']:5.1f}  R {f['recall']:5.1f}  F1 {f['f1']:5.1f}")
    print(f"{what:12}  {'   '.join(cells)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--verbose", action="store_true", help="also what is missing and what is unwanted")
    options = parser.parse_args()
    try:
        score(options.program, options.verbose)
    except BadGraph as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
