#!/usr/bin/env python3
"""Draws relations at random from graphs (one a line, as `entente build --lines` writes them) for a reader to judge.

    draw_relations.py graphs.jsonl [--count 100] [--seed 1] [--without TITLES] > list.md

Prints a numbered list: what was read, its status, time and speaker, and the sentence. TITLES: a file of titles, one a
line, whose articles are left out. Every relation of every article has the same chance.
"""
import argparse
import json
import random
import sys


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("graphs")
    ap.add_argument("--count", type=int, default=100)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--without")
    args = ap.parse_args()
    hidden = set()
    if args.without:
        with open(args.without, encoding="utf-8") as file:
            hidden = {line.strip() for line in file}
    relations = []
    with open(args.graphs, encoding="utf-8") as file:
        for line in file:
            graph = json.loads(line)
            if graph["graph"]["articles"][0].get("title") in hidden:
                continue
            names = {node["id"]: node.get("name", node["id"]) for node in graph["nodes"]}
            relations += [(names[e["source"]], names[e["target"]], e) for e in graph["edges"]]
    if not relations:
        sys.exit(f"draw_relations.py: no relations in {args.graphs}; is it what `entente build --lines` wrote?")
    drawn = random.Random(args.seed).sample(relations, min(args.count, len(relations)))
    for number, (source, target, edge) in enumerate(drawn, 1):
        evidence = edge["evidence"][0]
        more = "".join(f"; {key}: {edge[key]}" for key in ("time", "speaker") if edge.get(key))
        print(f"{number}. {source} —{edge['type']}→ {target} [{edge.get('status')}{more}; predicate: {edge.get('predicate')}]")
        print(f"   {evidence['text']}\n")


if __name__ == "__main__":
    main()
