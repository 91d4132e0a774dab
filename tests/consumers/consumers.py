"""Opens what entente writes with the programs that it is written for.

    consumers.py CONSUMER ENTENTE SOURCE_FOLDER WORK_FOLDER

Ends with 77 (skipped) and says so where the consumer is not installed; tools/setup --check installs them.
"""

import csv
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

SKIPPED = 77


def skip(what):
    print(f"SKIPPED: {what} is not installed; tools/setup --check installs it")
    sys.exit(SKIPPED)


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        skip(f"the Python module {name}")


def tool(name):
    return shutil.which(name) or skip(name)


class Case:
    """One network as entente writes it: `graph` is its JSON."""

    def __init__(self, entente, source, folder):
        self.entente, self.source, self.folder = entente, source, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.graph = json.loads(self.write("json").read_text(encoding="utf-8"))
        self.nodes = {node["id"]: node for node in self.graph["nodes"]}
        assert len(self.nodes) >= 3 and len(self.graph["edges"]) >= 3, "a network too small to show anything"

    def write(self, ending):
        path = self.folder / f"graph.{ending}"
        subprocess.run([self.entente, *self.source, "-o", str(path)], check=True)
        return path

    def fields_of(self, thing, lists):
        """What docs/graph-format.md promises to formats for other programs; lists as `lists` makes them."""
        if "mentions" in thing:
            fields = {key: thing[key] for key in ("name", "type", "description", "gender", "country", "salience")}
            fields |= {"mentions": len(thing["mentions"]), "aliases": lists(thing["aliases"])}
        else:
            time = thing["time"] or {}
            fields = {key: thing[key] for key in ("type", "predicate", "status", "speaker", "confidence")}
            fields |= {"time": time.get("text"), "from": time.get("from"), "to": time.get("to")}
            fields |= {"evidence": len(thing["evidence"])}
            for name, key in (("articles", "article"), ("sentences", "text")):
                fields[name] = lists(list(dict.fromkeys(said[key] for said in thing["evidence"])))
        return {key: value for key, value in fields.items() if value not in (None, "", [])}


def joined(items):
    return "; ".join(items)


def xml(value):
    """XML has no control characters."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", value) if isinstance(value, str) else value


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: found\n  {found}\nbut expected\n  {expected}")


def frozen(fields):
    return tuple(sorted((key, str(value)) for key, value in fields.items()))


def compare(case, nodes, edges, clean=xml):
    """nodes: id → fields; edges: (source, target, fields)."""
    expected = {clean(i): {k: clean(v) for k, v in case.fields_of(n, joined).items()} for i, n in case.nodes.items()}
    expect("ids", sorted(nodes), sorted(expected))
    for node, fields in nodes.items():
        expect(node, fields, expected[node])
    rows = Counter(
        (clean(e["source"]), clean(e["target"]), frozen({k: clean(v) for k, v in case.fields_of(e, joined).items()}))
        for e in case.graph["edges"]
    )
    found = Counter((source, target, frozen(fields)) for source, target, fields in edges)
    expect("relations", found, rows)


def networkx_json(case):
    networkx = module("networkx")
    try:
        graph = networkx.node_link_graph(case.graph, edges="edges")
    except TypeError:  # before NetworkX 3.4
        graph = networkx.node_link_graph(case.graph, link="edges")
    expect("nodes", dict(graph.nodes(data=True)), {i: {k: v for k, v in n.items() if k != "id"} for i, n in case.nodes.items()})
    expect("edges", graph.number_of_edges(), len(case.graph["edges"]))
    expect("directed multigraph", (graph.is_directed(), graph.is_multigraph()), (True, True))
    expect("articles", graph.graph["articles"], case.graph["graph"]["articles"])
    for edge in case.graph["edges"]:
        data = graph.get_edge_data(edge["source"], edge["target"], edge["key"])
        expect("edge", data, {k: v for k, v in edge.items() if k not in ("source", "target", "key")})


def networkx_graphml(case):
    networkx = module("networkx")
    graph = networkx.read_graphml(case.write("graphml"))
    compare(case, dict(graph.nodes(data=True)), [(u, v, dropped(d, "id")) for u, v, d in graph.edges(data=True)])
    articles = json.loads(graph.graph["articles"])
    expect("articles", articles, case.graph["graph"]["articles"])


def networkx_gexf(case):
    networkx = module("networkx")
    graph = networkx.read_gexf(case.write("gexf"))
    edges = list(graph.edges(data=True))
    expect("labels", Counter(d["label"] for _, _, d in edges), Counter(xml(e["type"]) for e in case.graph["edges"]))
    nodes = {i: dropped(d, "label") for i, d in graph.nodes(data=True)}
    compare(case, nodes, [(u, v, dropped(d, "id", "label")) for u, v, d in edges])


def gexf_schema(case):
    """Against the rules of the format, with what a grammar cannot say: ids that are used are declared, once."""
    path = case.write("gexf")
    rules = Path(__file__).with_name("gexf.rng")

    def verdict(file):
        return subprocess.run(
            [tool("xmllint"), "--noout", "--relaxng", str(rules), str(file)], capture_output=True, text=True)

    done = verdict(path)
    if done.returncode != 0:
        sys.exit(done.stderr)
    text = path.read_text(encoding="utf-8")
    elements = list(ElementTree.fromstring(text).iter())
    of = lambda tag, key: [e.get(key) for e in elements if e.tag.endswith("}" + tag)]
    for tag in ("attribute", "node", "edge"):
        expect(f"{tag} ids that come twice", [i for i, n in Counter(of(tag, "id")).items() if n > 1], [])
    expect("values of nothing declared", set(of("attvalue", "for")) - set(of("attribute", "id")), set())
    expect("edges of no node", set(of("edge", "source") + of("edge", "target")) - set(of("node", "id")), set())
    # The test of the test: what is no GEXF is refused.
    for good, bad in (('type="long"', 'type="number"'), (' label="', ' name="'), ("<edges>", "<edges><edge/>")):
        broken = case.folder / "broken.gexf"
        broken.write_text(text.replace(good, bad, 1), encoding="utf-8")
        expect(f"refused: {bad}", verdict(broken).returncode != 0, True)


def dropped(fields, *names):
    return {key: value for key, value in fields.items() if key not in names}


def igraph_graphml(case):
    igraph = module("igraph")
    graph = igraph.Graph.Read_GraphML(str(case.write("graphml")))
    present = lambda d: {k: v for k, v in d.items() if k != "id" and v is not None and v != "" and v == v}
    ids = graph.vs["id"]
    nodes = {v["id"]: present(v.attributes()) for v in graph.vs}
    for fields in nodes.values():
        fields["mentions"] = int(fields["mentions"])
    edges = []
    for edge in graph.es:
        fields = present(edge.attributes())
        fields["evidence"] = int(fields["evidence"])
        edges.append((ids[edge.source], ids[edge.target], fields))
    compare(case, nodes, edges)


def python_csv(case):
    path = case.write("csv")

    def rows(file):
        with open(file, newline="", encoding="utf-8") as lines:
            return list(csv.DictReader(lines, strict=True))

    def armless(value):  # what a spreadsheet would take for a formula has an apostrophe in front
        return "'" + value if isinstance(value, str) and re.match(r"[=+\-@\x00-\x1f]", value) else value

    def typed(row):
        fields = {key: value for key, value in row.items() if value}
        for key in ("salience", "confidence"):
            if key in fields:
                fields[key] = float(fields[key])
        for key in ("mentions", "evidence"):
            if key in fields:
                fields[key] = int(fields[key])
        return fields

    actors = [typed(row) for row in rows(path.with_suffix(".nodes.csv"))]
    nodes = {row.pop("Id"): dropped(row, "Label") | {"name": row["Label"]} for row in actors}
    edges = [typed(row) for row in rows(path)]
    compare(case, nodes, [(e.pop("Source"), e.pop("Target"), e) for e in edges], clean=armless)


def graphviz(case):
    """The picture's DOT: Graphviz reads it back, with every actor drawn that the picture has."""
    path = case.write("dot")
    count = subprocess.run(
        [tool("gvpr"), 'BEG_G { printf("%d %d", nNodes($G), nEdges($G)) }', str(path)],
        check=True, capture_output=True, text=True)
    nodes, edges = map(int, count.stdout.split())
    expect("Graphviz talks", count.stderr, "")
    if nodes < 3 or edges < 2:
        sys.exit(f"Graphviz finds {nodes} nodes and {edges} edges")
    drawn = subprocess.run([tool("dot"), "-Tsvg", str(path)], check=True, capture_output=True)
    expect("an image", b"<svg" in drawn.stdout, True)


def schema(case):
    jsonschema = module("jsonschema")
    rules = json.loads((Path(__file__).parents[2] / "docs/graph.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(rules)
    jsonschema.validate(case.graph, rules)
    # The test of the test: what is not a graph is refused.
    for edge, value in (("status", "maybe"), ("confidence", 2), ("evidence", []), ("time", {"from": "soon"})):
        broken = json.loads(json.dumps(case.graph))
        broken["edges"][0][edge] = value
        try:
            jsonschema.validate(broken, rules)
        except jsonschema.ValidationError:
            continue
        sys.exit(f"the schema takes an edge with {edge} {value!r}")


def cypher(case):
    """Neo4j's own grammar and semantic checks."""
    node = tool("node")
    home = Path(os.environ.get("ENTENTE_NODE_MODULES", ""))
    if not (home / "@neo4j-cypher/language-support").is_dir():
        skip("the npm package @neo4j-cypher/language-support")
    checker = Path(__file__).with_name("cypher.cjs")
    done = subprocess.run([node, str(checker), str(home), str(case.write("cypher"))], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    kinds = json.loads(done.stdout)
    articles = len(case.graph["graph"]["articles"])
    expect("statements", kinds, {"Article": articles, "Actor": len(case.nodes), "relation": len(case.graph["edges"])})


def main():
    name, entente, source, work = sys.argv[1:5]
    source, work = Path(source), Path(work) / name
    check = globals()[name]
    check(Case(entente, ["merge", str(source / "tests/consumers/odd.json")], work / "odd"))
    articles = sorted(str(path) for path in (source / "data/articles").glob("*.txt"))
    check(Case(entente, ["build", *articles], work / "articles"))
    print(f"{name}: read as it was written")


main()
