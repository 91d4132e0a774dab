#!/usr/bin/env python3
"""identity.py PROGRAM GRAPHS.jsonl [SEED]: how well surnames find their persons across articles.

GRAPHS holds a graph on each line (entente build --lines, or store export --lines). Of 30 surnames of ten articles or
more, those of most articles and, of these, first those that several persons bear, every fifth article loses the full
name: the person is called by the surname alone, as a paper does that takes him for known. The merge must give him back. Whom the full name
meant is known, so that no hand decides what is right. Prints a line for each surname and the sums:
  found   masked sightings that joined the person of the full name: the node where most of his other sightings stand
  wrong   masked sightings that joined somebody else
  main    mentions of the main bearer that stand at his node, masked ones included
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import tempfile
import unicodedata

ARGUMENTS = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ARGUMENTS.add_argument("program")
ARGUMENTS.add_argument("graphs")
ARGUMENTS.add_argument("seed", nargs="?", type=int, default=1)
ARGS = ARGUMENTS.parse_args()
PROGRAM, GRAPHS, SEED = ARGS.program, ARGS.graphs, ARGS.seed
SURNAMES, MASKED, ARTICLES = 30, 5, 10
OFFICES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/lexicon/offices.tsv")
with open(OFFICES, encoding="utf-8") as rows:  # "Vice President" is no name
    OFFICE_NAMES = {name for row in rows if row[0] != "#" for name in "|".join(row.rstrip("\n").split("\t")[:2]).split("|")}


def merged(graphs):
    """The merged network's ids by (article, id there), read off the places of mentions."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "graphs.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(graph) + "\n" for graph in graphs)
        out = os.path.join(folder, "all.json")
        subprocess.run([PROGRAM, "merge", path, "-o", out], check=True)
        with open(out, encoding="utf-8") as file:
            network = json.load(file)
    at = {}
    for node in network["nodes"]:
        for mention in node["mentions"]:
            if node["type"] == "person":
                at[mention["article"], mention["begin"], mention["end"]] = node["id"]
    return at


def surname(name):
    words = [] if name.lower() in OFFICE_NAMES else name.split()
    return words[-1] if len(words) > 1 and re.fullmatch(r"[A-Z]\w[\w'-]+", words[-1]) else None


def slug(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def persons(graph):
    return [node for node in graph["nodes"] if node["type"] == "person" and node["mentions"]]


def place(graph, node):
    mention = node["mentions"][0]
    return graph["graph"]["articles"][0]["id"], mention["begin"], mention["end"]


def mask(graph, node, word):
    """The article knows the person by the surname alone."""
    old, new = node["id"], slug(word)
    if any(other["id"] == new for other in graph["nodes"]):
        return False
    node.update(id=new, name=word, aliases=[])
    for edge in graph["edges"]:
        for end in ("source", "target", "speaker"):
            if edge.get(end) == old:
                edge[end] = new
        for evidence in edge["evidence"]:
            if evidence.get("speaker") == old:
                evidence["speaker"] = new
    return True


def same(one, other):
    """Also where the reader took a word too many for the name: "democrat-hillary-clinton"."""
    return one == other or one.endswith("-" + other) or other.endswith("-" + one)


def home(word, whose):
    """The node of the person's sightings that kept their names; his id may be another when one of them lost it."""
    kept = collections.Counter(
        after[place(whole[number], next(n for n in whole[number]["nodes"] if n["id"] == id))]
        for number, id, owner, _ in sightings[word]
        if owner == whose and (number, id) not in lost_names
    )
    return kept.most_common(1)[0][0] if kept else whose


with open(GRAPHS, encoding="utf-8") as lines:
    whole = [json.loads(line) for line in lines]
ids = collections.Counter()
for graph in whole:  # articles of one id could not be told apart here
    article = graph["graph"]["articles"][0]
    ids[article["id"]] += 1
    if ids[article["id"]] > 1:
        article["id"] = f"{article['id']}-copy{ids[article['id']]}"
        for node in graph["nodes"]:
            for mention in node["mentions"]:
                mention["article"] = article["id"]
        for edge in graph["edges"]:
            for evidence in edge["evidence"]:
                evidence["article"] = article["id"]
truth = merged(whole)
sightings = collections.defaultdict(list)  # by surname: (graph, node, whose)
for number, graph in enumerate(whole):
    for node in persons(graph):
        word = surname(node["name"])
        if word:
            sightings[word].append((number, node["id"], truth[place(graph, node)], len(node["mentions"])))
bearers = {word: collections.Counter(s[2] for s in all) for word, all in sightings.items()}
several = [w for w in sightings if len(bearers[w]) > 1 and len(sightings[w]) >= ARTICLES]
rest = [w for w in sightings if len(bearers[w]) == 1 and len(sightings[w]) >= ARTICLES]
order = lambda words: sorted(words, key=lambda w: (-len(sightings[w]), w))
chosen = order(several)[: SURNAMES * 2 // 3]
chosen += order([word for word in several + rest if word not in chosen])[: SURNAMES - len(chosen)]

draw = random.Random(SEED)
masked = json.loads(json.dumps(whole))
hidden = collections.defaultdict(list)
lost_names = set()
for word in chosen:
    for number, id, whose, mentions in sightings[word]:
        if draw.randrange(MASKED) == 0:
            graph = masked[number]
            node = next(n for n in graph["nodes"] if n["id"] == id)
            if mask(graph, node, word):
                hidden[word].append((place(graph, node), whose, mentions))
                lost_names.add((number, id))
after = merged(masked)

total = collections.Counter()
for word in chosen:
    main = bearers[word].most_common(1)[0][0]
    count = collections.Counter(masked=len(hidden[word]))
    lost = 0
    for where, whose, mentions in hidden[word]:
        got = after[where]
        right = same(got, home(word, whose))
        count["found"] += right
        count["wrong"] += not right and "~" not in got and got != slug(word)
        lost += mentions if whose == main and not right else 0
    mentions = sum(s[3] for s in sightings[word] if s[2] == main)
    count["main"], count["kept"] = mentions, mentions - lost
    total.update(count)
    print(f"{word:16} bearers {len(bearers[word]):2}  articles {len(sightings[word]):4}  masked {count['masked']:3}  "
          f"found {count['found']:3}  wrong {count['wrong']:2}  main {100 * count['kept'] / max(1, mentions):5.1f} %")
joined = total["found"] + total["wrong"]
print(f"masked {total['masked']}, found {100 * total['found'] / max(1, total['masked']):.1f} %, "
      f"wrong {100 * total['wrong'] / max(1, joined):.1f} % of the joins, main bearers keep {100 * total['kept'] / max(1, total['main']):.1f} % of their mentions")
