"""Keeps annotations of articles apart from the articles' text, which is not ours to pass on.

    annotations.py part ANNOTATED.jsonl.gz … --out news.jsonl.gz                    annotated articles → annotations alone
    annotations.py join news.jsonl.gz --articles FILE… --out OUT.gz                 … and back, with the articles' text
    annotations.py pick ANNOTATED.jsonl.gz … --ids held-out.txt --out OUT.gz        the annotated articles of a list

Annotations have the id of the article and the fields of annotated news: sentences, actors, mentions, relations; all places
are code points of the text; `hasty` marks articles that were read only once, `length` those of which only so many code points were. `text_hash` tells whether the text is the one that was annotated. Articles that have no id of their own (unlabelled
news) are called by a digest of their text. Files may be compressed with gzip or xz.
"""
import argparse
import gzip
import hashlib
import json
import lzma
import sys

FIELDS = ("sentences", "actors", "mentions", "relations", "hasty")


def lines(path):
    with (lzma if path.endswith(".xz") else gzip).open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def articles_of(paths):
    for path in paths:
        for article in lines(path):
            yield {"id": "unl-" + hash_of(article["text"])[:12]} | article


def hash_of(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def write(path, rows):
    # without a time of writing: the same rows give the same bytes
    with open(path, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        for row in rows:
            file.write((json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8"))


def part(files):
    for path in files:
        for article in lines(path):
            yield {"id": article["id"], "text_hash": hash_of(article["text"])} | {k: article[k] for k in FIELDS if k in article}


def join(annotations, articles):
    wanted = {row["id"]: row for path in annotations for row in lines(path)}
    for article in articles_of(articles):
        row = wanted.pop(article["id"], None)
        if row is None:
            continue
        text = article["text"][:row.get("length")]
        if hash_of(text) != row["text_hash"]:
            print(f"{article['id']}: the text is not the one that was annotated; left out", file=sys.stderr)
            continue
        yield article | {"text": text} | {k: row[k] for k in FIELDS if k in row}
    for name in wanted:
        print(f"{name}: no such article in {' '.join(articles)}; left out", file=sys.stderr)


def pick(files, ids):
    with open(ids, encoding="utf-8") as file:
        wanted = set(file.read().split())
    return (article for path in files for article in lines(path) if article["id"] in wanted)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("part", "join", "pick"))
    ap.add_argument("files", nargs="+")
    ap.add_argument("--articles", nargs="+")
    ap.add_argument("--ids")
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    if args.what == "join" and not args.articles:
        ap.error("join needs --articles")
    if args.what == "pick" and not args.ids:
        ap.error("pick needs --ids")
    made = {"part": lambda: part(args.files), "join": lambda: join(args.files, args.articles), "pick": lambda: pick(args.files, args.ids)}
    write(args.out, made[args.what]())


if __name__ == "__main__":
    main()
