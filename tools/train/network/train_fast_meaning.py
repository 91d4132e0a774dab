"""Teaches the fast model to read meaning: mentions, who is who, and relations.

    train_fast_meaning.py --sections FOLDER --corpora DIR --news FILE… --tokens FILE… --silver FILE --out fast-meaning.pt --sections-out FOLDER

FOLDER holds the sections that export.py wrote. What a word's form says stays as it is there; the recurrent layers and the
heads of tags, names and trees go on learning beside the new heads, so that the layers come to serve both. Saves its state
every few minutes and goes on from it when started again. Writes the sections encoder, tagger, names, parser, mentions,
relations and, where there is none yet, calibration.
"""
import argparse
import collections
import json
import os
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import annotated
import features
import meaning
import windows
from export import KNOWN_SEED, VECTOR_SEED, WORD_SEED, Section
from export_accurate import save_meaning
from heads import Heads
from train import LABELS, SILVER_LABELS, name_loss
from train_accurate import evaluate

MOST_WORDS = 400  # of a sentence
# Taken from the scores of descriptions at the end: actors that have no name, the model does not read well enough. With them
# more is found, and more of it is wrong (docs/quality.md).
UNREAD = 10.0


class Forms:
    """Numbers the forms of words, and knows what each says by itself: the input of the first layer."""

    def __init__(self, encoder):
        self.arrays = {name: array for name, array in encoder.arrays().items()}
        self.numbers, self.inputs = {}, []

    def word(self, form):
        """[number], as pieces.Pieces gives the pieces of a word."""
        if form not in self.numbers:
            self.numbers[form] = len(self.numbers)
            self.inputs.append(self.embed(form))
        return [self.numbers[form]]

    def slot(self, name, key, seed):
        slots = self.arrays[name + ".slots"].ravel()
        code = features.hash_bytes(key, seed)
        at = code & (len(slots) - 1)
        while True:
            row = int(slots[at]) & 0xFFFF
            if row == 0 or int(slots[at]) >> 16 == code >> 48:
                return row
            at = (at + 1) & (len(slots) - 1)

    def embed(self, form):
        rows = [("vectors", self.slot("vectors", features.normal_form(form).encode("utf-8"), VECTOR_SEED)),
                ("words", self.slot("words", features.vocabulary_key(form), WORD_SEED)),
                ("known", self.slot("known", form.encode("utf-8"), KNOWN_SEED))]
        rows += [(f"hashed{i}", row) for i, row in enumerate(features.hashed_rows(form))]
        return sum(self.arrays[t + ".rows"][r].astype(np.float32) * self.arrays[t + ".scales"][r, 0] for t, r in rows)

    def table(self):
        total = F.layer_norm(torch.from_numpy(np.stack(self.inputs)), (self.inputs[0].shape[0],))
        gain, bias = torch.from_numpy(self.arrays["input_norm"].copy())
        return total * gain + bias


class Recurrence(torch.autograd.Function):
    """states[t] = keep[t] × states[t - 1] + put[t] over the words of each sentence, for the first half of the units from left to right,
    for the second from right to left. keep, put: words × width; there, back: the place of each word among steps × sentences in either
    direction. All places are written once and read once, which is much faster than what indexing does backwards by itself."""

    @staticmethod
    def spread(x, there, back, places):
        out = x.new_zeros(places, x.shape[1])
        half = x.shape[1] // 2
        out[:, :half][there] = x[:, :half]
        out[:, half:][back] = x[:, half:]
        return out

    @staticmethod
    def collect(x, there, back):
        half = x.shape[1] // 2
        return torch.cat([x[:, :half][there], x[:, half:][back]], dim=-1)

    @staticmethod
    def forward(ctx, keep, put, there, back, sentences, steps):
        width = keep.shape[1]
        keep, states = (Recurrence.spread(x, there, back, steps * sentences).view(steps, sentences, width) for x in (keep, put))
        for t in range(1, steps):
            states[t].addcmul_(keep[t], states[t - 1])
        ctx.save_for_backward(keep, states, there, back)
        return Recurrence.collect(states.view(-1, width), there, back)

    @staticmethod
    def backward(ctx, wanted):
        keep, states, there, back = ctx.saved_tensors
        steps, sentences, width = states.shape
        of_put = Recurrence.spread(wanted, there, back, steps * sentences).view(steps, sentences, width)
        for t in range(steps - 2, -1, -1):
            of_put[t].addcmul_(keep[t + 1], of_put[t + 1])
        of_keep = torch.zeros_like(keep)
        torch.mul(of_put[1:], states[:-1], out=of_keep[1:])
        return (*(Recurrence.collect(x.view(-1, width), there, back) for x in (of_keep, of_put)), None, None, None, None)


class Layer(nn.Module):
    """model.Scan as the sections hold it: over a plain normalisation, with open forget gates. x: words × width, sentence after
    sentence; at: the last arguments of Recurrence."""

    def __init__(self, weights, bias):
        super().__init__()
        self.weights, self.bias = nn.Parameter(weights), nn.Parameter(bias)

    def forward(self, x, at, kept):
        value, forget, gate = F.linear(F.layer_norm(x, x.shape[1:]) * kept, self.weights, self.bias).chunk(3, dim=-1)
        forget = torch.sigmoid(forget)
        states = Recurrence.apply(forget, (1 - forget) * value, *at)
        gate = torch.sigmoid(gate)
        return gate * torch.tanh(states) + (1 - gate) * x


class FastMeaning(Heads):
    """config: as Heads and meaning.Meaning read it, with width, layers and layer_dropout."""

    def __init__(self, config, table):
        super().__init__(config, config["width"], len(LABELS), len(SILVER_LABELS), sources=3)
        width = config["width"]
        self.table = table
        self.layers = nn.ModuleList([Layer(torch.zeros(3 * width, width), torch.zeros(3 * width)) for _ in range(config["layers"])])
        self.meaning = meaning.Meaning(width, config)
        self.label_head = nn.Linear(width, config["label"])
        self.root = None
        self.root_arc, self.root_label = nn.Parameter(torch.zeros(config["arc"])), nn.Parameter(torch.zeros(config["label"]))

    def words(self, batch):
        """States of the words by sentence: sentences × longest × width."""
        inside, owner = batch["inside"], batch["pieces"].flatten()
        sentences, steps = inside.shape
        row, step = inside.nonzero().T
        at = (step * sentences + row, (inside.sum(1)[row] - 1 - step) * sentences + row, sentences, steps)
        x = self.table[batch["ids"].flatten()[owner >= 0]]
        kept = torch.ones(1)
        if self.training:
            x = F.dropout(x, self.config["layer_dropout"])
        for layer in self.layers:
            if self.training:  # what is dropped is dropped in a whole sentence
                kept = F.dropout(torch.ones(sentences, x.shape[1]), self.config["layer_dropout"])[row]
            x = layer(x, at, kept)
        x = F.dropout(F.layer_norm(x, x.shape[1:]), self.config["dropout"], self.training)
        return x.new_zeros(sentences, steps, x.shape[1]).masked_scatter(inside.unsqueeze(-1), x)

    def arcs(self, states):
        dependent = self.drop(F.relu(self.arc_dependent(states)))
        root = F.relu(self.root_arc).expand(len(states), 1, -1)
        head = self.drop(torch.cat([root, F.relu(self.arc_head(states))], dim=1))
        return self.arc_product(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def deprels(self, states, heads):
        of_heads = torch.cat([self.root_label.expand(len(states), 1, -1), self.label_head(states)], dim=1)
        chosen = torch.gather(of_heads, 1, heads.unsqueeze(-1).expand(-1, -1, self.config["label"]))
        return self.label_out(self.drop(F.relu(self.label_dependent(states) + chosen)))


def losses(net, batch):
    states = net.words(batch)
    parts = {}
    rows = ((batch["name"][:, 0] >= 0) | (batch["silver"][:, 0] >= 0)).nonzero().squeeze(1)
    if len(rows):
        names, silver = net.names(net.hidden_of_names(states[rows]), batch["source"][rows])
        parts["name"] = 2.0 * name_loss(names, batch["name"][rows], batch["open"][rows])
        if (batch["silver"] >= 0).any():
            parts["silver"] = F.cross_entropy(silver.flatten(0, 1), batch["silver"][rows].flatten(), ignore_index=-100)
    rows = (batch["head"][:, 0] >= 0).nonzero().squeeze(1)
    if len(rows):
        some, gold = states[rows], {k: batch[k][rows] for k in ("bundle", "head", "deprel", "inside")}
        parts["tag"] = F.cross_entropy(net.tag(some).flatten(0, 1), gold["bundle"].flatten(), ignore_index=-100)
        closed = torch.cat([torch.ones(len(rows), 1, dtype=torch.bool), gold["inside"]], dim=1)
        arcs = net.arcs(some).masked_fill(~closed.unsqueeze(1), -1e9)
        parts["arc"] = F.cross_entropy(arcs.flatten(0, 1), gold["head"].flatten(), ignore_index=-100)
        labels = net.deprels(some, gold["head"].clamp(min=0))
        parts["label"] = F.cross_entropy(labels.flatten(0, 1), gold["deprel"].flatten(), ignore_index=-100)
    return parts | meaning.losses(net.meaning, states, batch)


def trained_arrays(net):
    """Section → the name of each of its arrays that is trained here → the tensors that it holds, one below the other."""
    project = ("arc_dependent", "arc_head", "label_dependent", "label_head")
    return {
        "encoder": {f"layer{i}.{k}": [getattr(layer, k)] for i, layer in enumerate(net.layers) for k in ("weights", "bias")},
        "tagger": {"weights": [net.tag.weight], "bias": [net.tag.bias]},
        "names": {"hidden.weights": [net.name_hidden.weight], "hidden.bias": [net.name_hidden.bias], "weights": [net.name.weight],
                  "bias": [net.name.bias], "fine.weights": [net.silver.weight], "fine.bias": [net.silver.bias]},
        "parser": {"project.weights": [getattr(net, n).weight for n in project], "project.bias": [getattr(net, n).bias for n in project],
                   "product.weights": [net.arc_product.weight], "arc_bias": [net.arc_bias.weight, net.arc_bias.bias],
                   "root_arc": [net.root_arc], "root_label": [net.root_label], "label_out.weights": [net.label_out.weight],
                   "label_out.bias": [net.label_out.bias]},
    }


@torch.no_grad()
def take_arrays(net, sections):
    """Puts the arrays of the sections into the network."""
    for name, arrays in trained_arrays(net).items():
        held = sections[name].arrays()
        for key, tensors in arrays.items():
            rest = torch.from_numpy(held[key].copy()).ravel()
            for t in tensors:
                t.copy_(rest[:t.numel()].view_as(t))
                rest = rest[t.numel():]
            assert len(rest) == 0, (name, key)


@torch.no_grad()
def save_sections(net, sections, folder):
    """Writes the sections with what the network has learned in place of what they held."""
    net.name.bias += net.name_source.weight[0]  # the runtime takes the first corpus's habits
    net.name_source.weight -= net.name_source.weight[0].clone()
    net.root_arc.clamp_(min=0)
    for i, label in enumerate(annotated.MENTION_LABELS):
        if label.startswith("description-"):
            net.meaning.mention.bias[i] -= UNREAD
    for name, arrays in trained_arrays(net).items():
        for key, tensors in arrays.items():
            sections[name].replace(key, torch.cat([t.reshape(-1) for t in tensors]).numpy())
        sections[name].save(f"{folder}/{name}.section")
    save_meaning(folder, {k: v.double().numpy() for k, v in net.state_dict().items()})


def read_items(args):
    """What is trained on, and the development sets by name."""
    items, news = windows.treebanks(args.corpora), []
    for articles, tokens in zip(args.news, args.tokens, strict=True):
        with open(tokens, encoding="utf-8") as file:
            news += windows.news(articles, json.load(file), articles != args.news[0])
    held_out = set(open(args.held_out, encoding="utf-8").read().split()) if args.held_out else set()
    dev = windows.development(args.corpora)
    dev["news"] = [item for item in news if item.document in held_out]
    items += [item for item in news if item.document not in held_out and len(item.sentence.forms) <= MOST_WORDS]
    return items, dev


def plan_of(items, forms, args):
    """The batches of one epoch after the other."""
    plan = []
    for epoch in range(args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        plan += windows.batches(windows.chunks(windows.windows(items, forms, rng)), args.size, rng)
    return plan


def options():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--sections", "--sections-out", "--corpora", "--silver", "--out"):
        ap.add_argument(option, required=True)
    ap.add_argument("--news", nargs="+", required=True)
    ap.add_argument("--tokens", nargs="+", required=True, help="what news_tokens.py wrote, one for each of --news")
    ap.add_argument("--held-out", help="a list of articles that are only scored")
    ap.add_argument("--start", help="a checkpoint to go on from")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--size", type=int, default=16, help="windows of a batch")
    ap.add_argument("--layer-rate", type=float, default=6e-4)
    ap.add_argument("--head-rate", type=float, default=2e-3)
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--name-dropout", type=float, default=0.4)
    ap.add_argument("--layer-dropout", type=float, default=0.1)
    ap.add_argument("--digest", type=int, default=96)
    ap.add_argument("--link", type=int, default=48)
    ap.add_argument("--mention-hidden", type=int, default=96)
    ap.add_argument("--relation-hidden", type=int, default=160)
    ap.add_argument("--old-share", type=float, default=0.45, help="of the weights as they were, in the mean of old and new ones")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--save-minutes", type=float, default=4)
    ap.add_argument("--check", action="store_true", help="a few steps and a score, to see that all runs")
    return ap.parse_args()


def main():
    args = options()
    torch.manual_seed(args.seed)
    sections = {name: Section.load(f"{args.sections}/{name}.section") for name in ("encoder", "tagger", "names", "parser")}
    forms = Forms(sections["encoder"])
    items, dev = read_items(args)
    for item in (item for some in [items, *dev.values()] for item in some):
        for form in item.sentence.forms:
            forms.word(form)
    bundles = [tuple((b + " _").split(" ")[:2]) for b in sections["tagger"].strings("bundles")]
    deprels = sections["parser"].strings("deprels")
    assert sections["names"].strings("labels") == LABELS and sections["names"].strings("fine.labels") == SILVER_LABELS
    with open(args.silver, "rb") as file:
        batcher = windows.Batcher(forms, bundles, deprels, LABELS, SILVER_LABELS, pickle.load(file))
    held = sections["parser"].arrays()["shape"].ravel().tolist()
    width, layers = sections["encoder"].arrays()["shape"].ravel().tolist()
    config = {"width": width, "layers": layers, "bundles": len(bundles), "deprels": len(deprels), "arc": held[1], "label": held[2],
              "name_width": len(sections["names"].arrays()["hidden.weights"]), "dropout": args.dropout,
              "name_dropout": args.name_dropout, "layer_dropout": args.layer_dropout, "digest": args.digest, "link": args.link,
              "mention_hidden": args.mention_hidden, "relation_hidden": args.relation_hidden}
    net = FastMeaning(config, forms.table())
    take_arrays(net, sections)
    first = {k: v.detach().clone() for k, v in net.state_dict().items()}
    rounds = [vars(args)]
    if args.start:
        before = torch.load(args.start, weights_only=False)
        net.load_state_dict(before["state"])
        rounds = before["rounds"] + rounds
    new = list(net.meaning.parameters())
    inside = {id(p) for p in new}
    groups = [{"params": new, "base": args.head_rate}, {"params": [p for p in net.parameters() if id(p) not in inside], "base": args.layer_rate}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    plan = plan_of(items, forms, args)
    if args.check:
        plan = plan[:6]
    mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
    done, state_file = 0, args.out + ".state"
    if os.path.exists(state_file):
        saved = torch.load(state_file, weights_only=False)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        done, mean = saved["done"], saved["mean"]
    print(f"{len(items)} sentences, {len(forms.numbers)} forms, {len(plan)} steps, from {done}", json.dumps(config), flush=True)
    if done == 0 and not args.check:
        print("  before", json.dumps(evaluate(net, batcher, dev | {"news": dev["news"][:8]}, bundles)), flush=True)
    last, began, total, count = time.time(), time.time(), collections.Counter(), 0
    warm = max(1, min(200, len(plan) // 12))
    for step in range(done, len(plan)):
        factor = min(1.0, (step + 1) / warm) * max(0.01, 1 - max(0, step - warm) / max(1, len(plan) - warm))
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
        torch.manual_seed(args.seed * 100_000 + step)
        parts = losses(net, batcher.batch(plan[step]))
        optimiser.zero_grad()
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        with torch.no_grad():
            decay = min(0.998, (step + 1) / (step + 40))
            for k, v in net.state_dict().items():
                mean[k].mul_(decay).add_(v, alpha=1 - decay)
        for k, v in parts.items():
            total[k] += v.item()
        count += 1
        if (step + 1) % 50 == 0 or args.check:
            print(f"step {step + 1}", {k: round(v / count, 3) for k, v in sorted(total.items())},
                  f"{(time.time() - began) / count:.2f} s a step", flush=True)
            began, total, count = time.time(), collections.Counter(), 0
        if time.time() - last > 60 * args.save_minutes:
            torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "mean": mean, "done": step + 1}, state_file + ".new")
            os.replace(state_file + ".new", state_file)
            last = time.time()
    net.load_state_dict({k: v if k.startswith("meaning.") else torch.lerp(v, first[k], args.old_share) for k, v in mean.items()})
    torch.save({"config": config, "state": net.state_dict(), "rounds": rounds}, args.out)
    save_sections(net, sections, args.sections_out)
    print("  ", json.dumps(evaluate(net, batcher, dev, bundles, 8 if args.check else None)), flush=True)


if __name__ == "__main__":
    main()
