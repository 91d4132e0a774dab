"""Learns how sure a relation is from the votes for it: a model's section "calibration" (lib/entente/relations/calibration.hpp).

    claims --model MODEL ARTICLES.jsonl > claims.jsonl    (a program of tools/evaluate; articles that no model was trained on)
    fit_confidence.py claims.jsonl --annotated ANNOTATED.jsonl.gz … --out calibration.section

A claim is right where the annotation has the relation anywhere in the article. Prints the weights, what a threshold gives, and how far
confidence and share of right ones are apart (expected calibration error, in ten bins of those that are told), of the confidences as
they are and of those of weights that were learned on four fifths of the articles, for the fifth.
"""
import argparse
import collections
import json
import math
import zlib

import numpy as np
import torch

from annotated import SYMMETRIC, align
from annotations import lines
from export import Section

LEAST = 0.005
FOLDS = 5
# Weights with which a model is read until its own are known; it is no matter which, as long as little is lost that could be true.
FIRST_WEIGHTS = (-0.7, 0.6, 1.5, -0.25, -1.4)


def key(source, kind, target):
    return (min(source, target), kind, max(source, target)) if kind in SYMMETRIC else (source, kind, target)


def labelled(claims, annotated):
    """Claims with their article and whether they are right; those of optional relations are left out."""
    articles = {a["id"]: a for path in annotated for a in lines(path)}
    rows, due = [], 0
    for line in open(claims, encoding="utf-8"):
        told = json.loads(line)
        article = articles.get(told["id"])
        if article is None:
            continue
        who = [align(actor["mentions"], article["mentions"]) or f"?{i}" for i, actor in enumerate(told["actors"])]
        firm = {key(r["source"], r["type"], r["target"]) for r in article["relations"] if not r["optional"]}
        every = {key(r["source"], r["type"], r["target"]) for r in article["relations"]}
        due += len(firm)
        for claim in told["claims"]:
            what = key(who[claim["source"]], claim["type"], who[claim["target"]])
            if what in firm or what not in every:
                rows.append(claim | {"article": told["id"], "what": what, "right": what in firm})
    return rows, due


def odds(p):
    p = min(max(p, LEAST), 1 - LEAST)
    return math.log(p / (1 - p))


def features(row):
    return [1.0, odds(row["layer"]), float(row["rules"]), row["rules"] * odds(row["layer"]), float(row["doubtful"])]


def fit(x, y):
    weights = torch.zeros(x.shape[1], dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights, y, reduction="sum") + 0.5 * (weights[1:] ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weights.detach()


def told_from(rows, sure, threshold, due):
    """Precision, recall and F1 of the relations of articles that are at least so sure somewhere."""
    told = {(r["article"], r["what"]): r["right"] for r, s in zip(rows, sure) if s >= threshold}
    right = sum(told.values())
    p, r = right / max(1, len(told)), right / max(1, due)
    return f"P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / max(1e-9, p + r):.1f}"


def calibration(rows, sure, threshold):
    bins = collections.defaultdict(list)
    for row, s in zip(rows, sure):
        if s >= threshold:
            bins[min(9, int(10 * s))].append((s, row["right"]))
    apart = sum(abs(sum(s for s, _ in b) - sum(r for _, r in b)) for b in bins.values())
    for number, b in sorted(bins.items()):
        print(f"    {number / 10:.1f} to {number / 10 + 0.1:.1f}: {len(b)} told, {100 * sum(r for _, r in b) / len(b):.0f} % right")
    return apart / max(1, sum(map(len, bins.values())))


def save_calibration(path, weights=FIRST_WEIGHTS, tell_from=0.45, tell_rule_from=0.45, doubt_from=0.2, no_fact_from=0.7):
    section = Section()
    section.add("weights", np.array(weights, dtype=np.float32))
    section.add("thresholds", np.array([tell_from, tell_rule_from, doubt_from, no_fact_from], dtype=np.float32))
    section.save(path)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("claims")
    ap.add_argument("--annotated", nargs="+", required=True)
    ap.add_argument("--tell-from", type=float, default=0.45, help="confidence from which a relation is told that the layer alone reads")
    ap.add_argument("--tell-rule-from", type=float, default=0.45, help="confidence from which one is told that a rule has found")
    ap.add_argument("--doubt-from", type=float, default=0.2, help="confidence from which it is doubted")
    ap.add_argument("--no-fact-from", type=float, default=0.7, help="probability of another status from which a rule's fact is none")
    ap.add_argument("--out", help="the section to write")
    args = ap.parse_args()
    torch.set_num_threads(1)
    rows, due = labelled(args.claims, args.annotated)
    x = torch.tensor([features(r) for r in rows], dtype=torch.double)
    y = torch.tensor([float(r["right"]) for r in rows], dtype=torch.double)
    fold = torch.tensor([zlib.crc32(r["article"].encode()) % FOLDS for r in rows])
    print(f"{len(rows)} claims, {int(y.sum())} right, {due} relations annotated")
    weights = [round(w, 3) for w in fit(x, y).tolist()]
    print("weights: bias, layer, rules, layer beside rules, doubtful:", weights)
    if args.out:
        save_calibration(args.out, weights, args.tell_from, args.tell_rule_from, args.doubt_from, args.no_fact_from)
    unseen = torch.zeros(len(rows), dtype=torch.double)
    for k in range(FOLDS):
        unseen[fold == k] = torch.sigmoid(x[fold == k] @ fit(x[fold != k], y[fold != k]))
    for name, sure in (("as they are", [r["confidence"] for r in rows]), ("learned on the other articles", unseen.tolist())):
        print(name)
        for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
            print(f"  from {threshold:.2f}: {told_from(rows, sure, threshold, due)}")
        print(f"  expected calibration error from {args.tell_from:.2f}: {calibration(rows, sure, args.tell_from):.3f}")


if __name__ == "__main__":
    main()
