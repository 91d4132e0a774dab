"""Distils the word vectors of a packaged spaCy model into a table for train.py.

    distil_vectors.py MODEL_FOLDER --out vectors.pickle [--dimensions 160]

MODEL_FOLDER is the folder that holds "vocab/vectors" (en_core_web_md, MIT). Words are kept in lower case; rows are
rotated to their principal components and cut.
"""
import argparse
import json
import pickle

import msgpack
import numpy as np

from features import normal_form

MASK = (1 << 64) - 1


def murmur64a(data, seed=1):
    """MurmurHash64A (Appleby), by which spaCy's vocabulary names its strings."""
    m = 0xC6A4A7935BD1E995
    h = seed ^ (len(data) * m & MASK)
    full = len(data) // 8 * 8
    for i in range(0, full, 8):
        k = int.from_bytes(data[i:i + 8], "little") * m & MASK
        h = (h ^ ((k ^ (k >> 47)) * m & MASK)) * m & MASK
    if full < len(data):
        h = (h ^ int.from_bytes(data[full:], "little")) * m & MASK
    h = (h ^ (h >> 47)) * m & MASK
    return h ^ (h >> 47)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("--out", required=True)
    ap.add_argument("--dimensions", type=int, default=160)
    args = ap.parse_args()
    with open(f"{args.model}/vocab/strings.json", encoding="utf-8") as file:
        strings = json.load(file)
    with open(f"{args.model}/vocab/key2row", "rb") as file:
        rows = msgpack.unpackb(file.read(), strict_map_key=False)
    vectors = np.load(f"{args.model}/vocab/vectors").astype(np.float64)
    found = {}
    for s in strings:
        row = rows.get(murmur64a(s.encode("utf-8")))
        if row is None or len(s) > 40 or " " in s or "/" in s or s.startswith("@"):
            continue
        key = normal_form(s)
        if key not in found or key == s:  # the lower-case spelling wins
            found[key] = row
    used = sorted(set(found.values()))
    renumber = {row: i + 1 for i, row in enumerate(used)}  # 0 is the unknown word
    table = vectors[used]
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-6
    mean = table.mean(axis=0)
    _, _, axes = np.linalg.svd(table - mean, full_matrices=False)
    reduced = (table - mean) @ axes[:args.dimensions].T
    reduced /= reduced.std()
    full = np.zeros((len(used) + 1, args.dimensions), dtype=np.float32)
    full[1:] = reduced
    words = {key.encode("utf-8"): renumber[row] for key, row in sorted(found.items())}
    with open(args.out, "wb") as file:
        pickle.dump((words, full), file)
    print(f"{len(words)} words, {full.shape[0]} rows of {args.dimensions} dimensions")


if __name__ == "__main__":
    main()
