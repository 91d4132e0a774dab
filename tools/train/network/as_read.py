"""Annotated articles with the mentions that the library finds in place of the annotated ones.

    claims --model MODEL ARTICLES.jsonl > claims.jsonl      (a program of tools/evaluate; articles that MODEL was not trained on)
    as_read.py ANNOTATED.jsonl.gz --claims claims.jsonl --out AS_READ.jsonl.gz

An actor of the library stands for the annotated actor with which it shares most mentions, or for none. A relation holds
between actors that are mentioned in its sentence; those whose actors the library misses there are left out. The layer of
relations learns so what mentions and links look like that may be wrong.
"""
import argparse
import json

from annotated import align
from annotations import lines, write


def sentence_of(begin, sentences):
    return next((i for i, (low, high) in enumerate(sentences) if low <= begin < high), None)


def as_read(article, actors):
    """The article with the library's actors and mentions; actors: as claims writes them."""
    mentions, standing, there = [], {}, set()
    for number, actor in enumerate(actors):
        name = f"L{number}"
        standing.setdefault(align(actor["mentions"], article["mentions"]), []).append(name)
        for begin, end, form in actor["mentions"]:
            mentions.append([begin, end, name, form])
            there.add((name, sentence_of(begin, article["sentences"])))
    relations = [relation | {"source": source, "target": target} for relation in article["relations"]
                 for source in standing.get(relation["source"], []) for target in standing.get(relation["target"], [])
                 if (source, relation["sentence"]) in there and (target, relation["sentence"]) in there]
    return article | {"as_read": True, "actors": [{"id": f"L{i}", "kind": a["kind"]} for i, a in enumerate(actors)],
                      "mentions": sorted(mentions), "relations": relations}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("annotated")
    ap.add_argument("--claims", required=True)
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    with open(args.claims, encoding="utf-8") as file:
        read = {row["id"]: row["actors"] for row in map(json.loads, file)}
    write(args.out, (as_read(article, read[article["id"]]) for article in lines(args.annotated) if article["id"] in read))


if __name__ == "__main__":
    main()
