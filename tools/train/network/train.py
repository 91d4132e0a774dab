"""Trains the network on the treebanks and the name corpora; writes a checkpoint that export.py turns into a section.

    train.py --corpora DIR --vectors FILE --silver FILE --lexicon DIR --out network.pt [--epochs 40] [--width 144] …
"""
import argparse
import collections
import json
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import augment
import corpus
import features
import gazetteer
from model import Network
from tree import decode

LABELS = ["O"] + [p + "-" + t for t in corpus.NAME_TYPES for p in "BILU"]
SILVER_LABELS = ["O"] + [p + "-" + t for t in corpus.SILVER_TYPES for p in "BILU"]


def inventory(train):
    """The closed sets that the network predicts or looks up, each in a fixed order."""
    words, bundles, deprels = collections.Counter(), collections.Counter(), collections.Counter()
    for s in train:
        words.update({features.vocabulary_key(f) for f in s.forms})
        if s.heads:
            bundles.update(zip(s.upos, s.feats))
            deprels.update(s.deprels)
    frequent = sorted(w for w, n in words.items() if n >= 4)
    kept = sorted(b for b, n in bundles.items() if n >= 8)
    return frequent, kept, sorted(deprels)


class Encoder:
    """Sentences → tensors."""

    def __init__(self, words, bundles, deprels, static, silver, known):
        self.known = known
        self.silver = silver
        self.words = {w: i + 1 for i, w in enumerate(words)}
        self.bundles = {b: i for i, b in enumerate(bundles)}
        self.deprels = {d: i for i, d in enumerate(deprels)}
        self.static = static
        self.cache = {}
        self.sentences = {}

    def word(self, form):
        if form not in self.cache:
            key = features.vocabulary_key(form)
            plain = features.normal_form(form).encode("utf-8")
            rows = [self.words.get(key, 0)] + features.hashed_rows(form) + [self.known.get(form, 0)]
            self.cache[form] = (rows, self.static.get(plain, 0))
        return self.cache[form]

    def bundle(self, upos, feats):
        found = self.bundles.get((upos, feats))
        if found is None:  # a rare bundle: the plainest one of its part of speech
            found = min((len(f), i) for (u, f), i in self.bundles.items() if u == upos)[1]
        return found

    def looked_up(self, forms):
        words = [self.word(form) for form in forms]
        return {"rows": np.array([r for r, _ in words]), "static": np.array([v for _, v in words])}

    def changed(self, s, other, fresh):
        """The rows of sentence `s` with the words of `other`, of which those marked in `fresh` have no finer label."""
        part = {**self.arrays(s), **self.looked_up(other.forms)}
        if "silver" in part:
            part["silver"] = np.where(fresh, -100, part["silver"])
        return part

    def arrays(self, s):
        """The rows of one sentence; computed once."""
        if id(s) not in self.sentences:
            part = self.looked_up(s.forms)
            if s.heads:
                part["bundle"] = np.array([self.bundle(u, f) for u, f in zip(s.upos, s.feats)])
                part["head"] = np.array(s.heads)
                part["deprel"] = np.array([self.deprels.get(d, 0) for d in s.deprels])
            if s.names:
                part["name"] = np.array([LABELS.index(t) for t in s.names])
            if tuple(s.forms) in self.silver:
                part["silver"] = np.array([SILVER_LABELS.index(t) for t in self.silver[tuple(s.forms)]])
            self.sentences[id(s)] = (s, part)
        return self.sentences[id(s)][1]

    def batch(self, sentences, augmenter=None):
        longest = max(len(s.forms) for s in sentences)
        size = len(sentences)
        rows = np.zeros((size, longest, 2 + len(features.HASHED)), dtype=np.int64)
        static = np.zeros((size, longest), dtype=np.int64)
        mask = np.zeros((size, longest), dtype=bool)
        gold = {k: np.full((size, longest), -100, dtype=np.int64) for k in ("bundle", "head", "deprel", "name", "silver")}
        open_names = np.zeros((size, longest), dtype=bool)
        for b, s in enumerate(sentences):
            n = len(s.forms)
            other, fresh = augmenter.change(s) if augmenter else (s, None)
            part = self.changed(s, other, fresh) if fresh else self.arrays(s)
            rows[b, :n], static[b, :n], mask[b, :n], open_names[b, :n] = part["rows"], part["static"], True, s.open_names
            for k in part:
                if k in gold:
                    gold[k][b, :n] = part[k]
        gold["source"] = np.array([s.source for s in sentences])
        as_tensor = torch.from_numpy
        return (as_tensor(rows), as_tensor(static), as_tensor(mask), {k: as_tensor(v) for k, v in gold.items()},
                as_tensor(open_names))


def batches(sentences, tokens, rng):
    """Batches of about `tokens` words, of sentences of like length, in random order."""
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i].forms) + rng.random() * 4))
    out, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i].forms))
        if batch and longest * (len(batch) + 1) > tokens:
            out.append(batch)
            batch, longest = [], len(sentences[i].forms)
        batch.append(i)
    out.append(batch)
    rng.shuffle(out)
    return [[sentences[i] for i in b] for b in out]


NAME_WEIGHT = 2.0  # names are rare: their loss per word is small
MISC = torch.tensor([label.endswith("MISC") for label in LABELS])


def name_loss(scores, gold, open_names):
    """Cross-entropy; where the corpus does not mark names of type MISC, "O" means "O or MISC"."""
    known = gold >= 0
    if not known.any():
        return scores.sum() * 0
    logp = F.log_softmax(scores[known], dim=-1)
    target = gold[known]
    plain = logp.gather(1, target.unsqueeze(1)).squeeze(1)
    allowed = MISC.clone()
    allowed[0] = True
    outside = torch.logsumexp(logp.masked_fill(~allowed, -1e9), dim=-1)
    either = open_names[known] & (target == 0)
    return -torch.where(either, outside, plain).mean()


def loss_of(net, batch):
    rows, static, mask, gold, open_names = batch
    states = net.encode(rows, static, mask)
    names, silver = net.names(net.hidden_of_names(net.drop(states, "name_dropout")), gold["source"])
    parts = {"name": NAME_WEIGHT * name_loss(names, gold["name"], open_names)}
    if (gold["silver"] >= 0).any():
        parts["silver"] = F.cross_entropy(silver.flatten(0, 1), gold["silver"].flatten(), ignore_index=-100)
    if (gold["head"] >= 0).any():
        parts["tag"] = F.cross_entropy(net.tag(states).flatten(0, 1), gold["bundle"].flatten(), ignore_index=-100)
        arcs = net.arcs(states)
        closed = torch.cat([torch.ones(mask.shape[0], 1, dtype=torch.bool), mask], dim=1)
        arcs = arcs.masked_fill(~closed.unsqueeze(1), -1e9)
        parts["arc"] = F.cross_entropy(arcs.flatten(0, 1), gold["head"].flatten(), ignore_index=-100)
        labels = net.deprels(states, gold["head"].clamp(min=0))
        parts["label"] = F.cross_entropy(labels.flatten(0, 1), gold["deprel"].flatten(), ignore_index=-100)
    return parts


@torch.no_grad()
def predict(net, encoder, sentences):
    """[(bundle ids, heads, deprel ids, name tags)] in the order given."""
    net.eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))
    out = [None] * len(sentences)
    for at in range(0, len(order), 64):
        chunk = order[at:at + 64]
        rows, static, mask, gold, _ = encoder.batch([sentences[i] for i in chunk])
        states = net.encode(rows, static, mask)
        tags = net.tag(states).argmax(-1)
        arcs = net.arcs(states)
        names = F.log_softmax(net.names(net.hidden_of_names(states), gold["source"])[0], dim=-1)
        heads = torch.zeros(mask.shape, dtype=torch.long)
        for b, i in enumerate(chunk):
            n = len(sentences[i].forms)
            heads[b, :n] = torch.tensor(decode(arcs[b, :n, :n + 1].numpy()))
        labels = net.deprels(states, heads)
        root = encoder.deprels["root"]
        for b, i in enumerate(chunk):
            n = len(sentences[i].forms)
            found = []
            for k in range(n):
                scores = labels[b, k].clone()
                if heads[b, k] == 0:
                    found.append(root)
                else:
                    scores[root] = -1e9
                    found.append(int(scores.argmax()))
            out[i] = (tags[b, :n].tolist(), heads[b, :n].tolist(), found, best_names(names[b, :n].tolist()))
    net.train()
    return out


def follows(a, b):
    """Whether BILOU tag b may come after a (None: the sentence's begin or end)."""
    inside = a is not None and a[0] in "BI"
    if inside:
        return b is not None and b[0] in "IL" and b[2:] == a[2:]
    return b is None or b[0] in "OBU"


ALLOWED = [[follows(a, b) for b in LABELS] for a in LABELS]


def best_names(scores):
    """Viterbi over BILOU."""
    best = [(s if follows(None, l) else -1e9) for s, l in zip(scores[0], LABELS)]
    back = []
    for row in scores[1:]:
        step, pointer = [], []
        for j in range(len(LABELS)):
            i = max((i for i in range(len(LABELS)) if ALLOWED[i][j]), key=lambda i: best[i])
            step.append(best[i] + row[j])
            pointer.append(i)
        best = step
        back.append(pointer)
    last = max((i for i in range(len(LABELS)) if follows(LABELS[i], None)), key=lambda i: best[i])
    path = [last]
    for pointer in reversed(back):
        path.append(pointer[path[-1]])
    return [LABELS[i] for i in reversed(path)]


def spans(tags):
    out, begin = set(), 0
    for i, t in enumerate(tags):
        if t[0] in "BU":
            begin = i
        if t[0] in "LU":
            out.add((begin, i + 1, t[2:]))
    return out


def evaluate(net, encoder, dev, bundles):
    deprels = sorted(encoder.deprels, key=encoder.deprels.get)
    figures = {}
    for name in ("ewt", "gum"):
        total = upos = feats = uas = las = 0
        for s, (tags, heads, labels, _) in zip(dev[name], predict(net, encoder, dev[name])):
            for i in range(len(s.forms)):
                total += 1
                u, f = bundles[tags[i]]
                upos += u == s.upos[i]
                feats += f == s.feats[i]
                uas += heads[i] == s.heads[i]
                # the shared task scores universal relations, without their subtypes
                las += heads[i] == s.heads[i] and deprels[labels[i]].split(":")[0] == s.deprels[i].split(":")[0]
        figures[name] = {k: round(100 * v / total, 2)
                         for k, v in (("upos", upos), ("feats", feats), ("uas", uas), ("las", las))}
    right = said = due = 0
    for s, (_, _, _, tags) in zip(dev["uner"], predict(net, encoder, dev["uner"])):
        gold = spans(s.names)
        mine = {x for x in spans(tags) if x[2] != "MISC"}
        right += len(gold & mine)
        said += len(mine)
        due += len(gold)
    p, r = right / max(1, said), right / due
    figures["uner"] = {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": round(200 * p * r / max(1e-9, p + r), 2)}
    return figures


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--vectors", required=True, help="what distil_vectors.py wrote")
    ap.add_argument("--out", required=True)
    ap.add_argument("--epochs", type=int, default=40)
    ap.add_argument("--width", type=int, default=144)
    ap.add_argument("--layers", type=int, default=4)
    ap.add_argument("--arc", type=int, default=96)
    ap.add_argument("--label", type=int, default=64)
    ap.add_argument("--dropout", type=float, default=0.2)
    ap.add_argument("--word-dropout", type=float, default=0.2)
    ap.add_argument("--affix-dropout", type=float, default=0.15)
    ap.add_argument("--vector-dropout", type=float, default=0.1)
    ap.add_argument("--name-dropout", type=float, default=0.4)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--tokens", type=int, default=1000)
    ap.add_argument("--silver", required=True, help="what silver_names.py wrote")
    ap.add_argument("--lexicon", required=True, help="data/lexicon")
    ap.add_argument("--start", help="a checkpoint to go on from")
    ap.add_argument("--name-width", type=int, default=64)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--every", type=int, default=4, help="epochs between scores")
    ap.add_argument("--check", action="store_true", help="a few steps and a score, to see that all runs")
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)

    train, dev = corpus.load(args.corpora)
    with open(args.vectors, "rb") as file:
        static, vectors = pickle.load(file)
    words, bundles, deprels = inventory(train)
    with open(args.silver, "rb") as file:
        silver = pickle.load(file)
    known = gazetteer.load(args.lexicon)
    encoder = Encoder(words, bundles, deprels, static, silver, known)
    augmenter = augment.Augmenter(train, args.lexicon, random.Random(args.seed))
    config = {"width": args.width, "layers": args.layers, "arc": args.arc, "label": args.label,
              "dropout": args.dropout, "word_dropout": args.word_dropout, "affix_dropout": args.affix_dropout,
              "vector_dropout": args.vector_dropout, "name_dropout": args.name_dropout, "words": len(words) + 1,
              "known": max(known.values()) + 1, "hashed": [rows for _, rows in features.HASHED], "bundles": len(bundles), "deprels": len(deprels),
              "name_tags": len(LABELS),
              "silver_tags": len(SILVER_LABELS), "name_width": args.name_width, "sources": len(corpus.SOURCES)}
    net = Network(config, torch.tensor(vectors))
    rounds = [vars(args)]
    if args.start:
        state = net.state_dict()
        before = torch.load(args.start)
        rounds = before["rounds"] + rounds
        state.update({k: v for k, v in before["state"].items()
                      if k in state and state[k].shape == v.shape})
        net.load_state_dict(state)
    print(json.dumps(config), "parameters", sum(p.numel() for p in net.parameters() if p.requires_grad), flush=True)
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=args.rate, betas=(0.9, 0.98),
                                  weight_decay=1e-4)
    steps = args.epochs * len(batches(train, args.tokens, random.Random(0)))
    warm = min(300, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1.0, (k + 1) / warm) * max(0.01, 1 - max(0, k - warm) / max(1, steps - warm)))
    average = {k: v.detach().clone() for k, v in net.state_dict().items() if v.dtype.is_floating_point}
    step = 0
    for epoch in range(1, args.epochs + 1):
        start, total, count = time.time(), collections.Counter(), 0
        for sentences in batches(train, args.tokens, rng)[:6 if args.check else None]:
            parts = loss_of(net, encoder.batch(sentences, augmenter))
            loss = sum(parts.values())
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            if step % 4 == 0:
                decay = min(0.993, step / (step + 40))
                with torch.no_grad():
                    for k, v in net.state_dict().items():
                        if k in average and k != "vectors.weight":
                            average[k].mul_(decay).add_(v, alpha=1 - decay)
            for k, v in parts.items():
                total[k] += v.item()
            count += 1
        print(f"epoch {epoch}", {k: round(v / count, 3) for k, v in total.items()}, f"{time.time() - start:.0f} s",
              flush=True)
        if epoch % args.every == 0 or epoch == args.epochs:
            kept = {k: v.detach().clone() for k, v in net.state_dict().items()}
            net.load_state_dict({**kept, **average})
            print("  ", json.dumps(evaluate(net, encoder, dev, bundles)), flush=True)
            torch.save({"config": config, "state": net.state_dict(), "words": words, "bundles": bundles,
                        "deprels": deprels, "labels": LABELS, "silver_labels": SILVER_LABELS, "known": known, "rounds": rounds}, args.out)
            net.load_state_dict(kept)


if __name__ == "__main__":
    main()
