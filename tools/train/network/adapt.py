"""Adapts the packaged encoder to news: it fills in masked words of unlabelled articles, and learns what capitals mean.

    adapt.py --weights FOLDER --texts news.jsonl.xz --out adapted.pt [--steps 4000]

Method: masked language modelling (Devlin et al. 2019); whole words are masked. Saves its state every few minutes and
goes on from it when started again.
"""
import argparse
import json
import lzma
import os
import re
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import pieces
import transformer

WORD = re.compile(r"\w+|[^\w\s]")


def prepare(path, cut, out):
    """All texts as one row of pieces, shapes and word beginnings, kept in a file."""
    if not os.path.exists(out):
        ids, shapes, begins = [], [], []
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for form in WORD.findall(json.loads(line)["text"]):
                    found = cut.word(form)
                    ids.extend(found)
                    shapes.extend([pieces.shape_of(form)] * len(found))
                    begins.extend([True] + [False] * (len(found) - 1))
        np.savez(out, ids=np.array(ids, dtype=np.uint16), shapes=np.array(shapes, dtype=np.uint8),
                 begins=np.array(begins, dtype=bool))
    data = np.load(out)
    return data["ids"], data["shapes"], data["begins"]


def batch(data, rng, size, length):
    """Windows at random places: ids with masks, shapes, targets (-100 where nothing is asked)."""
    ids, shapes, begins = data
    starts = rng.integers(0, len(ids) - length, size)
    at = starts[:, None] + np.arange(length)
    x, s, b = ids[at].astype(np.int64), shapes[at].astype(np.int64), begins[at]
    word = np.cumsum(b, axis=1)
    chosen = np.take_along_axis(rng.random((size, length + 1)) < 0.15, word, axis=1)
    y = np.where(chosen, x, -100)
    lot = rng.random((size, length))
    x = np.where(chosen & (lot < 0.8), pieces.MASK, x)
    x = np.where(chosen & (lot >= 0.9), rng.integers(1000, 30522, (size, length)), x)
    # headlines: some windows lose what capitals tell
    style = rng.random(size)
    letters = (s >= 1) & (s <= 5)
    s = np.where((style < 0.03)[:, None] & letters, 3, s)
    s = np.where(((style >= 0.03) & (style < 0.06))[:, None] & letters, 2, s)
    s = np.where(((style >= 0.06) & (style < 0.09))[:, None] & letters, 1, s)
    x[:, 0], s[:, 0], y[:, 0] = pieces.CLS, 0, -100
    x[:, -1], s[:, -1], y[:, -1] = pieces.SEP, 0, -100
    return torch.from_numpy(x), torch.from_numpy(s), torch.from_numpy(y)


class Filler(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        width = encoder.config["width"]
        self.encoder = encoder
        self.change = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)
        self.bias = nn.Parameter(torch.zeros(encoder.config["pieces"]))
        nn.init.eye_(self.change.weight)

    def forward(self, x, s, y):
        states = self.encoder(x, s)
        asked = y >= 0
        hidden = self.norm(F.gelu(self.change(states[asked])))
        return F.cross_entropy(F.linear(hidden, self.encoder.pieces.weight, self.bias).float(), y[asked])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--weights", required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    ap.add_argument("--texts", required=True, help="lines of JSON, each with a text; compressed by xz")
    ap.add_argument("--out", required=True)
    ap.add_argument("--steps", type=int, default=4000)
    ap.add_argument("--size", type=int, default=32)
    ap.add_argument("--length", type=int, default=128)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--save-minutes", type=float, default=4)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    data = prepare(args.texts, pieces.Pieces(os.path.join(args.weights, "tokenizer.json")), args.out + ".pieces.npz")
    print(f"{len(data[0])} pieces", flush=True)
    net = Filler(transformer.packaged(args.weights, dropout=0.0))  # an epoch is not finished: nothing is learned by heart
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    done = 0
    if os.path.exists(args.out):
        saved = torch.load(args.out, weights_only=False)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        done = saved["done"]
    warm = min(300, max(1, args.steps // 10))
    last, total, count = time.time(), 0.0, 0
    began = time.time()
    for step in range(done, args.steps):
        rng = np.random.default_rng([args.seed, step])
        rate = args.rate * min(1.0, (step + 1) / warm) * max(0.02, 1 - max(0, step - warm) / (args.steps - warm))
        for group in optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = net(*batch(data, rng, args.size, args.length))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        total, count = total + loss.item(), count + 1
        if (step + 1) % 50 == 0:
            print(f"step {step + 1} loss {total / count:.3f} {(time.time() - began) / count:.2f} s a step", flush=True)
            total, count, began = 0.0, 0, time.time()
        if time.time() - last > 60 * args.save_minutes or step + 1 == args.steps:
            torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "done": step + 1,
                        "encoder": net.encoder.state_dict(), "config": net.encoder.config}, args.out + ".new")
            os.replace(args.out + ".new", args.out)
            last = time.time()


if __name__ == "__main__":
    main()
