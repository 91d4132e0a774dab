"""Opens what entente writes with the programs that it is written for.

    consumers.py CONSUMER ENTENTE SOURCE_FOLDER WORK_FOLDER

Ends with 77 (skipped) and says so where the consumer is not installed; tools/setup --check installs them, and
tests/consumers/install those that are large.
"""

import csv
import importlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

SKIPPED = 77


def skip(what, installer="tools/setup --check"):
    print(f"SKIPPED: {what} is not installed; {installer} installs it")
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

    def fields_of(self, thing):
        """What docs/graph-format.md promises to formats for other programs."""
        if "mentions" in thing:
            fields = {key: thing[key] for key in ("name", "type", "description", "gender", "country", "salience", "aliases")}
            fields |= {"mentions": len(thing["mentions"])}
        else:
            time = thing["time"] or {}
            fields = {key: thing[key] for key in ("type", "predicate", "status", "speaker", "confidence")}
            fields |= {"family": families().get(thing["type"], "other")}
            fields |= {"time_text": time.get("text"), "date_from": time.get("from"), "date_to": time.get("to")}
            fields |= {"evidence": len(thing["evidence"])}
            for name, key in (("articles", "article"), ("sentences", "text")):
                fields[name] = [said[key] for said in thing["evidence"]]
        return {key: value for key, value in fields.items() if value not in (None, "", [])}


def families():
    rows = (Path(__file__).parents[2] / "data/lexicon/relation_types.tsv").read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0]: row.split("\t")[2] for row in rows if row and not row.startswith("#")}


def lists(fields):
    """Lists are arrays of JSON."""
    return {k: json.loads(v) if k in ("aliases", "articles", "sentences") else v for k, v in fields.items()}


def kinds(case):
    """One name for each relation between two: Gephi keeps one edge of a kind."""
    seen = Counter()
    for edge in case.graph["edges"]:
        seen[key := (edge["source"], edge["target"], edge["type"])] += 1
        yield edge["type"] if seen[key] == 1 else f"{edge['type']} {seen[key]}"


def weights(case):
    return sum(len(edge["evidence"]) for edge in case.graph["edges"])


def xml(value):
    """XML has no control characters; in lists they are escaped as JSON has it."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", value) if isinstance(value, str) else value


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: found\n  {found}\nbut expected\n  {expected}")


def frozen(fields):
    return tuple(sorted((key, str(value)) for key, value in fields.items()))


def compare(case, nodes, edges, clean=xml, left_out=()):
    """nodes: id → fields; edges: (source, target, fields)."""

    def wanted(thing):
        return {key: clean(value) for key, value in case.fields_of(thing).items() if key not in left_out}

    expected = {clean(i): wanted(n) for i, n in case.nodes.items()}
    expect("ids", sorted(nodes), sorted(expected))
    for node, fields in nodes.items():
        expect(node, lists(fields), expected[node])
    rows = Counter((clean(e["source"]), clean(e["target"]), frozen(wanted(e))) for e in case.graph["edges"])
    found = Counter((source, target, frozen(lists(fields))) for source, target, fields in edges)
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
    nodes, edges = dict(graph.nodes(data=True)), list(graph.edges(data=True))
    expect("labels", {d["label"] for d in nodes.values()}, {xml(n["name"]) for n in case.nodes.values()})
    expect("weights", sum(d["weight"] for _, _, d in edges), weights(case))
    expect("edges without a label", [d for _, _, d in edges if not d["label"]], [])
    compare(case, {i: dropped(d, "label") for i, d in nodes.items()},
            [(u, v, dropped(d, "id", "label", "weight")) for u, v, d in edges])
    articles = json.loads(graph.graph["articles"])
    expect("articles", articles, case.graph["graph"]["articles"])


def networkx_gexf(case):
    """NetworkX knows GEXF 1.2, which calls the same elements by another namespace."""
    networkx = module("networkx")
    old = case.folder / "graph.1.2.gexf"
    text = case.write("gexf").read_text(encoding="utf-8").replace("http://gexf.net/1.3/viz", "http://www.gexf.net/1.2draft/viz")
    old.write_text(text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft"), encoding="utf-8")
    graph = networkx.read_gexf(old)
    edges = list(graph.edges(data=True))
    expect("weights", sum(d["weight"] for _, _, d in edges), weights(case))
    timed = [e for e in case.graph["edges"] if any(days(case, said, e) for said in e["evidence"])]
    expect("edges with spells", sum("spells" in d for _, _, d in edges), len(timed))
    nodes = {i: dropped(d, "label", "spells", "viz") for i, d in graph.nodes(data=True)}
    compare(case, nodes, [(u, v, dropped(d, "id", "label", "spells", "weight", "viz")) for u, v, d in edges])


def days(case, said, edge):
    """The first day of an evidence: what the text tells, else its article's."""
    time = said.get("time", edge["time"]) or {}
    dates = {article["id"]: article["date"] for article in case.graph["graph"]["articles"]}
    return time.get("from") or time.get("to") or dates[said["article"]]


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
    expect("kinds", of("edge", "kind"), [xml(kind) for kind in kinds(case)])
    edges = list(zip(of("edge", "source"), of("edge", "target"), of("edge", "kind")))
    expect("edges that Gephi would merge", [e for e, n in Counter(edges).items() if n > 1], [])
    # The test of the test: what is no GEXF is refused.
    for good, bad in (('type="long"', 'type="number"'), (' label="', ' name="'), ("<edges>", "<edges><edge/>"),
                      ('kind="', 'sort="'), (' start="2', ' start="x2'), (' r="', ' r="9')):
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
        del fields["label"]
    expect("weights", sum(graph.es["weight"]), weights(case))
    edges = []
    for edge in graph.es:
        fields = present(edge.attributes())
        fields["evidence"] = int(fields["evidence"])
        edges.append((ids[edge.source], ids[edge.target], dropped(fields, "label", "weight")))
    compare(case, nodes, edges)


def armless(value):
    """What a spreadsheet would take for a formula has an apostrophe in front."""
    return "'" + value if isinstance(value, str) and re.match(r"[=+\-@＝＋－＠\x00-\x1f]", value) else value


def csv_tables(case):
    path = case.write("csv")
    tables = {}
    for name, file in (("relations", path), *((n, path.with_suffix(f".{n}.csv")) for n in ("nodes", "evidence", "articles"))):
        with open(file, newline="", encoding="utf-8") as lines:
            tables[name] = list(csv.DictReader(lines, strict=True))
    return tables


def python_csv(case):
    def typed(row):
        fields = {key: value for key, value in row.items() if value and value != "[]"}
        for key in ("salience", "confidence"):
            if key in fields:
                fields[key] = float(fields[key])
        for key in ("mentions", "evidence"):
            if key in fields:
                fields[key] = int(fields[key])
        return fields

    tables = csv_tables(case)
    actors = [typed(row) for row in tables["nodes"]]
    nodes = {row.pop("Id"): dropped(row, "Label") | {"name": row["Label"]} for row in actors}
    relations = [typed(row) for row in tables["relations"]]
    for number, row in enumerate(relations):
        expect("the number of a relation", row["Id"], str(number))
        row["type"] = row.pop("relation_type")
    expect("kinds", [row["Kind"] for row in relations], [armless(kind) for kind in kinds(case)])
    edges = [(e["Source"], e["Target"], dropped(e, "Source", "Target", "Id", "Kind", "Label", "Weight")) for e in relations]
    compare(case, nodes, edges, clean=armless, left_out=("articles", "sentences"))
    expect("evidence", [(int(e["relation"]), e["article"], int(e["sentence_begin"]), e["sentence"]) for e in tables["evidence"]],
           [(number, armless(said["article"]), said["begin"], armless(said["text"]))
            for number, edge in enumerate(case.graph["edges"]) for said in edge["evidence"]])
    expect("articles", [(a["Id"], a["title"], a["published"]) for a in tables["articles"]],
           [(armless(a["id"]), armless(a["title"]), a["date"] or "") for a in case.graph["graph"]["articles"]])


def sqlite(case):
    """The tables with the columns as they are called: none is a word of SQL."""
    tables = csv_tables(case)
    database = sqlite3.connect(":memory:")
    for name, rows in tables.items():
        database.execute(f"create table {name} ({', '.join(rows[0])})")
        database.executemany(f"insert into {name} values ({', '.join('?' * len(rows[0]))})", [list(r.values()) for r in rows])
    told = database.execute(
        "select count(*) from evidence join relations on evidence.relation = relations.Id join articles on article = articles.Id "
        "join nodes a on a.Id = relations.Source join nodes b on b.Id = relations.Target "
        "where relations.relation_type = evidence.relation_type and evidence.source = relations.Source").fetchone()
    expect("evidence that joins relations, articles and actors", told, (weights(case),))


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


def graphviz_source(case):
    """The plain file: every actor and relation, laid out by Graphviz, and no text that Graphviz takes for its own."""
    path = case.write("gv")
    told = subprocess.run(
        [tool("gvpr"), 'N { printf("n %s\\n", $.name) } E { printf("e %s\\n", $.label) }', str(path)],
        check=True, capture_output=True, text=True, encoding="utf-8")
    lines = told.stdout.splitlines()
    expect("nodes", sum(line.startswith("n ") for line in lines), len(case.nodes))
    expect("edges", sum(line.startswith("e ") for line in lines), len(case.graph["edges"]))
    drawn = subprocess.run([tool("dot"), "-Tsvg", str(path)], check=True, capture_output=True)
    expect("Graphviz talks", [line for line in drawn.stderr.decode().splitlines() if "fontname" not in line], [])
    texts = {"".join(t.itertext()) for t in ElementTree.fromstring(drawn.stdout).iter("{http://www.w3.org/2000/svg}text")}
    names = {re.sub(r"[\x00-\x1f]", " ", node["name"]) for node in case.nodes.values()}
    expect("names that are not drawn as they are", {n for n in names if n.strip() not in {t.replace("\u00a0", " ").strip() for t in texts}}, set())


def ftm(case):
    """FollowTheMoney's own model: schemas, properties, and what may stand at the ends of a link."""
    if not (home() / "python/bin/python").exists():
        skip("the Python package followthemoney", "tests/consumers/install")
    checker = Path(__file__).with_name("ftm.py")
    found = json.loads(output([str(home() / "python/bin/python"), str(checker), str(case.write("ftm"))]))
    links = found.pop("links")
    expect("links", sum(links.values()), len(case.graph["edges"]))
    expect("articles", found["Article"], len(case.graph["graph"]["articles"]))
    expect("actors", sum(found.get(s, 0) for s in ("Person", "PublicBody", "Organization", "Company", "Address", "Asset")), len(case.nodes))
    print(f"{case.folder.name}: {links}")


def home():
    return Path(os.environ.get("ENTENTE_CONSUMERS", ""))


def output(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def java(consumer, file):
    """What consumers/java/CONSUMER and its program say of the file."""
    jars = home() / "java" / consumer.lower()
    if not shutil.which("javac") or not list(jars.glob("*.jar")):
        skip(f"{consumer} (Java)", "tests/consumers/install")
    program = Path(__file__).with_name(f"{consumer}.java")
    said = output([tool("java"), "-cp", f"{jars}/*", str(program), str(file)])
    return json.loads(next(line for line in said.splitlines() if line.startswith("{")))


def gephi(case):
    """Gephi's own importers keep every relation, by name, weight and time."""
    relations = len(case.graph["edges"])
    found = java("Gephi", case.write("gexf"))
    expect("GEXF", (found["nodes"], found["edges"], found["labelled"]), (len(case.nodes), relations, relations))
    expect("evidence", (found["weights"], found["sentences"]), (weights(case), weights(case)))
    timed = [e for e in case.graph["edges"] if any(days(case, said, e) for said in e["evidence"])]
    expect("edges on the line of time", found["timed"], len(timed))
    expect("colors", found["colors"] > 1, True)
    found = java("Gephi", case.write("graphml"))
    expect("GraphML: labels", (found["nodes"], found["labelled"], found["named"] > 0), (len(case.nodes), found["edges"], True))
    case.write("csv")
    found = java("Gephi", case.folder / "graph.csv")
    expect("CSV", (found["edges"], found["weights"]), (relations, weights(case)))
    expect("the column of types", "relation_type String" in found["edge_columns"], True)


def neo4j(case):
    """A Neo4j server in the process takes every statement, twice, and holds what was written."""
    found = java("Neo4j", case.write("cypher"))
    edges, articles = case.graph["edges"], case.graph["graph"]["articles"]
    mentioned = {(i, m["article"]) for i, n in case.nodes.items() for m in n["mentions"]}
    expect("Neo4j", dropped(found, "statements", "seconds"), {
        "articles": len(articles), "dated": sum(a["date"] is not None for a in articles), "actors": len(case.nodes),
        "persons": sum(n["type"] == "person" for n in case.nodes.values()), "mentioned": len(mentioned), "relations": len(edges),
        "from": sum((e["time"] or {}).get("from") is not None for e in edges), "lists": len(edges)})
    print(f"{case.folder.name}: {found['statements']} statements in {found['seconds']} s")


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
    modules = home() / "node_modules"
    if not (modules / "@neo4j-cypher/language-support").is_dir():
        skip("the npm package @neo4j-cypher/language-support")
    checker = Path(__file__).with_name("cypher.cjs")
    done = subprocess.run([node, str(checker), str(modules), str(case.write("cypher"))], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    articles = len(case.graph["graph"]["articles"])
    mentioned = len({(i, m["article"]) for i, n in case.nodes.items() for m in n["mentions"]})
    expect("rows", json.loads(done.stdout), {
        "constraints": 2, "rows": articles + len(case.nodes) + mentioned + len(case.graph["edges"])})


def main():
    name, entente, source, work = sys.argv[1:5]
    source, work = Path(source), Path(work) / name
    check = globals()[name]
    check(Case(entente, ["merge", str(source / "tests/consumers/odd.json")], work / "odd"))
    articles = sorted(str(path) for path in (source / "data/articles").glob("*.txt"))
    check(Case(entente, ["build", *articles], work / "articles"))
    print(f"{name}: read as it was written")


main()
