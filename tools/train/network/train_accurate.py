"""Trains the accurate model: the encoder and all heads together; writes a checkpoint for export_accurate.py.

    train_accurate.py --weights FOLDER --corpora DIR --news FILE --tokens FILE --silver FILE --out accurate.pt

Saves its state every few minutes and goes on from it when started again. Several processes train together when RANK,
WORLD_SIZE, MASTER_ADDR and MASTER_PORT are set, as torchrun does: each reads its share of the batches, their gradients are
averaged, and the first one writes.
"""
import argparse
import collections
import json
import os
import pickle
import random
import time

import torch
import torch.distributed
import torch.nn.functional as F
from torch import nn

import meaning
import pieces
import transformer
import windows
from heads import Heads
from train import LABELS, SILVER_LABELS, best_names, inventory, name_loss, spans
from tree import decode
from windows import NEWS_LABELS


class Accurate(Heads):
    def __init__(self, encoder, config):
        super().__init__(config, encoder.config["width"], len(LABELS), len(SILVER_LABELS), sources=3)
        self.encoder = encoder
        self.news = nn.Linear(config["name_width"], len(NEWS_LABELS))
        self.meaning = meaning.Meaning(encoder.config["width"], config)

    def words(self, batch):
        """States of the words by sentence: sentences × longest × width."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.encoder(batch["ids"], batch["shapes"], batch["mask"])
        x = x.float()
        owner = batch["pieces"].flatten()
        kept = owner >= 0
        total = torch.zeros(batch["words"] + 1, x.shape[-1]).index_add(0, owner[kept], x.flatten(0, 1)[kept])
        count = torch.zeros(batch["words"] + 1).index_add(0, owner[kept], torch.ones(int(kept.sum())))
        mean = total / count.clamp(min=1).unsqueeze(1)
        return F.dropout(mean[batch["place"]], self.config["dropout"], self.training)


def losses(net, batch, grammar_only=False):
    states = whole = net.words(batch)
    hidden = net.hidden_of_names(states)
    (names, silver), news = net.names(hidden, batch["source"]), net.news(hidden)
    parts = {"name": 2.0 * name_loss(names, batch["name"], batch["open"])}
    for key, scores, weight in (("silver", silver, 1.0), ("news", news, 2.0)):
        if (batch[key] >= 0).any():
            parts[key] = weight * F.cross_entropy(scores.flatten(0, 1), batch[key].flatten(), ignore_index=-100)
    rows = (batch["head"][:, 0] >= 0).nonzero().squeeze(1)
    if len(rows):
        states, gold = states[rows], {k: batch[k][rows] for k in ("bundle", "head", "deprel", "inside")}
        parts["tag"] = F.cross_entropy(net.tag(states).flatten(0, 1), gold["bundle"].flatten(), ignore_index=-100)
        closed = torch.cat([torch.ones(len(rows), 1, dtype=torch.bool), gold["inside"]], dim=1)
        arcs = net.arcs(states).masked_fill(~closed.unsqueeze(1), -1e9)
        parts["arc"] = F.cross_entropy(arcs.flatten(0, 1), gold["head"].flatten(), ignore_index=-100)
        labels = net.deprels(states, gold["head"].clamp(min=0))
        parts["label"] = F.cross_entropy(labels.flatten(0, 1), gold["deprel"].flatten(), ignore_index=-100)
    return parts if grammar_only else parts | meaning.losses(net.meaning, whole, batch)


@torch.no_grad()
def evaluate(net, batcher, dev, bundles, most=None):
    net.eval()
    figures = {}
    root = batcher.deprels["root"]
    names_of = sorted(batcher.deprels, key=batcher.deprels.get)
    for name in ("ewt", "gum", "uner"):
        total = upos = uas = las = right = said = due = 0
        some = windows.chunks(windows.windows(dev[name], batcher.cut)[:most])
        for part in windows.batches(some, 16, random.Random(1)):
            batch = batcher.batch(part)
            states, items = net.words(batch), batch["items"]
            if name == "uner":
                scores = F.log_softmax(net.names(net.hidden_of_names(states), batch["source"])[0], dim=-1)
                for i, item in enumerate(items):
                    gold = spans(item.sentence.names)
                    mine = {x for x in spans(best_names(scores[i, :len(item.sentence.forms)].tolist())) if x[2] != "MISC"}
                    right, said, due = right + len(gold & mine), said + len(mine), due + len(gold)
                continue
            tags, arcs = net.tag(states).argmax(-1), net.arcs(states)
            heads = torch.zeros(batch["place"].shape, dtype=torch.long)
            for i, item in enumerate(items):
                n = len(item.sentence.forms)
                heads[i, :n] = torch.tensor(decode(arcs[i, :n, :n + 1].numpy()))
            labels = net.deprels(states, heads)
            labels[..., root] = -1e9
            labels = labels.argmax(-1)
            for i, item in enumerate(items):
                s = item.sentence
                for k in range(len(s.forms)):
                    total += 1
                    upos += bundles[tags[i, k]][0] == s.upos[k]
                    hit = int(heads[i, k]) == s.heads[k]
                    label = "root" if heads[i, k] == 0 else names_of[labels[i, k]]
                    uas += hit
                    las += hit and label.split(":")[0] == s.deprels[k].split(":")[0]
        if name == "uner":
            p, r = right / max(1, said), right / max(1, due)
            figures[name] = {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": round(200 * p * r / max(1e-9, p + r), 2)}
        else:
            figures[name] = {k: round(100 * v / total, 2) for k, v in (("upos", upos), ("uas", uas), ("las", las))}
    figures |= meaning.evaluate(net, [batcher.batch(b) for b in windows.batches(
        windows.chunks(windows.windows(dev["news"], batcher.cut)[:most]), 16, random.Random(1))])
    net.train()
    return figures


def take_weights(net, before):
    """Takes the weights of a checkpoint. Layers may have grown: the new units answer by chance at first, and nothing
    listens to them, so that the network says what it said before. Returns the names of those without weights."""
    state = net.state_dict()
    for name, weights in before.items():
        mine = state.get(name)
        if mine is None or mine.shape == weights.shape:
            continue
        if mine.shape[-1] > weights.shape[-1] and mine.dim() > 1:
            mine[..., weights.shape[-1]:] = 0.0
        mine[tuple(slice(n) for n in weights.shape)] = weights
        before[name] = mine
    return net.load_state_dict(before, strict=False).missing_keys


def hide_words(batch, share):
    """Hides words of annotated articles at random, so that what surrounds them has to tell: four in five behind the mask,
    the others behind any piece (Devlin et al. 2019)."""
    annotated = torch.tensor([item.marks is not None for item in batch["items"]])
    words = torch.zeros(batch["words"] + 1, dtype=torch.bool)
    words[batch["place"][annotated][batch["inside"][annotated]]] = True
    hidden = words & (torch.rand(len(words)) < share)
    there = (batch["pieces"] >= 0) & hidden[batch["pieces"].clamp(min=0)]
    other = torch.randint(1000, int(batch["ids"].max()) + 1, batch["ids"].shape)
    batch["ids"] = torch.where(there, torch.where(torch.rand(there.shape) < 0.8, pieces.MASK, other), batch["ids"])
    return batch


def average_gradients(net, processes):
    """Makes the gradients of all processes the mean of theirs."""
    for p in net.parameters():
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    flat = torch.cat([p.grad.flatten() for p in net.parameters()])
    torch.distributed.all_reduce(flat)
    flat /= processes
    at = 0
    for p in net.parameters():
        p.grad.copy_(flat[at:at + p.numel()].view_as(p))
        at += p.numel()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--weights", "--corpora", "--silver", "--out"):
        ap.add_argument(option, required=True)
    ap.add_argument("--news", nargs="+", required=True, help="annotated articles; those of all files but the first are complete")
    ap.add_argument("--tokens", nargs="+", required=True, help="what news_tokens.py wrote for each")
    ap.add_argument("--start", help="a checkpoint to go on from, with all heads that it has")
    ap.add_argument("--grammar-only", action="store_true", help="leave out the heads that read meaning")
    ap.add_argument("--held-out", help="a file of the ids of articles that are only scored, one in a line")
    ap.add_argument("--news-times", type=int, default=2, help="annotated articles are read so often in an epoch")
    ap.add_argument("--adapted", help="what adapt.py wrote; without it the packaged weights")
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--size", type=int, default=16, help="windows in a batch")
    ap.add_argument("--encoder-rate", type=float, default=1.5e-4)
    ap.add_argument("--head-rate", type=float, default=1.5e-3)
    ap.add_argument("--dropout", type=float, default=0.15)
    ap.add_argument("--encoder-dropout", type=float, default=0.05)
    ap.add_argument("--mask", type=float, default=0.0, help="share of the words of annotated articles that are hidden")
    ap.add_argument("--arc", type=int, default=128)
    ap.add_argument("--label", type=int, default=96)
    ap.add_argument("--name-width", type=int, default=128)
    ap.add_argument("--digest", type=int, default=256)
    ap.add_argument("--link", type=int, default=64)
    ap.add_argument("--mention-hidden", type=int, default=128)
    ap.add_argument("--relation-hidden", type=int, default=384)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--save-minutes", type=float, default=4)
    ap.add_argument("--check", action="store_true", help="a few steps and a score, to see that all runs")
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    processes, rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
    if processes > 1:
        torch.distributed.init_process_group("gloo")
    cut = pieces.Pieces(os.path.join(args.weights, "tokenizer.json"))
    items = windows.treebanks(args.corpora)
    _, bundles, deprels = inventory([i.sentence for i in items])
    news = []
    for articles, tokens in zip(args.news, args.tokens):
        with open(tokens, encoding="utf-8") as file:
            news += windows.news(articles, json.load(file), articles != args.news[0])
    with open(args.silver, "rb") as file:
        silver = pickle.load(file)
    dev = windows.development(args.corpora)
    held_out = set(open(args.held_out, encoding="utf-8").read().split()) if args.held_out else set()
    dev["news"] = [item for item in news if item.document in held_out]
    annotated_items = [item for item in news if item.document not in held_out]
    items += annotated_items
    batcher = windows.Batcher(cut, bundles, deprels, LABELS, SILVER_LABELS, silver)
    encoder = transformer.packaged(args.weights, args.encoder_dropout)
    if args.adapted:
        encoder.load_state_dict(torch.load(args.adapted, weights_only=False)["encoder"])
    config = {"bundles": len(bundles), "deprels": len(deprels), "arc": args.arc, "label": args.label,
              "name_width": args.name_width, "dropout": args.dropout, "digest": args.digest, "link": args.link,
              "mention_hidden": args.mention_hidden, "relation_hidden": args.relation_hidden}
    net = Accurate(encoder, config)
    rounds = [vars(args)]
    if args.start:
        before = torch.load(args.start, weights_only=False)
        print("new:", " ".join(take_weights(net, before["state"])))
        rounds = before.get("rounds", [before["options"]]) + rounds
    inside = {id(p) for p in encoder.parameters()}
    groups = [{"params": list(encoder.parameters()), "base": args.encoder_rate, "weight_decay": 0.01},
              {"params": [p for p in net.parameters() if id(p) not in inside], "base": args.head_rate, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=args.encoder_rate, betas=(0.9, 0.98), fused=True)
    plan = []  # of one epoch after the other
    for epoch in range(args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        parts = [items] + [annotated_items] * (args.news_times - 1)
        plan += windows.batches([c for part in parts for c in windows.chunks(windows.windows(part, cut, rng))], args.size, rng)
    plan = plan[rank:len(plan) // processes * processes:processes]
    if args.check:
        plan = plan[:6]
    done = 0
    state_file = args.out + ".state"
    if os.path.exists(state_file):
        saved = torch.load(state_file, weights_only=False)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        done = saved["done"]
    print(f"{len(items)} sentences, {len(plan)} steps, from {done}", json.dumps(config), flush=True)
    last, began, total, count = time.time(), time.time(), collections.Counter(), 0
    warm = max(1, len(plan) // 12)
    epoch_steps = max(1, len(plan) // args.epochs)
    for step in range(done, len(plan)):
        factor = min(1.0, (step + 1) / warm) * max(0.01, 1 - max(0, step - warm) / max(1, len(plan) - warm))
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
        seed = args.seed * 100_000 + step * processes + rank
        torch.manual_seed(seed)
        parts = losses(net, hide_words(batcher.batch(plan[step], random.Random(seed)), args.mask), args.grammar_only)
        loss = sum(parts.values())
        optimiser.zero_grad()
        loss.backward()
        if processes > 1:
            average_gradients(net, processes)
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        for k, v in parts.items():
            total[k] += v.item()
        count += 1
        if rank > 0:
            continue
        if (step + 1) % 50 == 0 or args.check:
            print(f"step {step + 1}", {k: round(v / count, 3) for k, v in sorted(total.items())},
                  f"{(time.time() - began) / count:.2f} s a step", flush=True)
            began, total, count = time.time(), collections.Counter(), 0
        finished = step + 1 == len(plan)
        if time.time() - last > 60 * args.save_minutes or finished:
            torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "done": step + 1}, state_file + ".new")
            os.replace(state_file + ".new", state_file)
            last = time.time()
        if finished or (step + 1) % (2 * epoch_steps) == 0 and len(plan) - step > epoch_steps // 2:
            print("  ", json.dumps(evaluate(net, batcher, dev, bundles, 8 if args.check else None if finished else 100)), flush=True)
            began = time.time()
    if rank > 0:
        return
    torch.save({"config": config, "encoder": encoder.config, "state": net.state_dict(), "bundles": bundles, "deprels": deprels,
                "labels": LABELS, "silver_labels": SILVER_LABELS, "news_labels": NEWS_LABELS, "options": vars(args), "rounds": rounds}, args.out)


if __name__ == "__main__":
    main()
