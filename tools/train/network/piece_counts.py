"""Counts the word pieces of texts: {piece: how often}, for export_accurate.py.

    piece_counts.py --weights FOLDER --texts news.jsonl.xz --out piece-counts.json
"""
import argparse
import collections
import json
import lzma
import os
import re

import pieces


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--weights", required=True)
    ap.add_argument("--texts", required=True)
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    cut = pieces.Pieces(os.path.join(args.weights, "tokenizer.json"))
    words, found = collections.Counter(), collections.Counter()
    with lzma.open(args.texts, "rt", encoding="utf-8") as lines:
        for line in lines:
            words.update(re.findall(r"\w+|[^\w\s]", json.loads(line)["text"]))
    for word, times in words.items():
        for piece in cut.word(word):
            found[piece] += times
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main()
