"""Writes the sections of the accurate model: transformer, tagger, names, parser, mentions, relations, calibration.

    export_accurate.py accurate.pt --weights FOLDER --counts piece-counts.json --out DIR

Pieces that news hardly ever needs are left out: a word that has one is cut into shorter ones.
"""
import argparse
import json
import os

import numpy as np
import torch

import annotated
import pieces
from export import Section, quantise, save_parser
from fit_confidence import save_calibration

MAX_WEIGHT = 63  # lib/entente/encoding/integer_products.hpp says why
LEAST_SEEN = 4  # times in the texts of piece_counts.py


def panels(weights):
    """outputs × inputs floats → 8-bit panels of 16 outputs × 4 inputs, and the scale of each output."""
    scales = np.maximum(np.abs(weights).max(axis=1) / MAX_WEIGHT, 1e-12)
    whole = np.round(weights / scales[:, None]).astype(np.int8)
    outputs, inputs = whole.shape
    packed = whole.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)
    return packed.reshape(outputs // 16, inputs * 16), scales.astype(np.float32)


def add_layer(section, name, w, source, bias=True):
    """A layer of 8 bits: weights, the scale of each output, and its bias."""
    rows, scales = quantise(w[source + ".weight"])
    section.add(name + "weights", rows)
    section.add(name + "scales", scales)
    if bias:
        section.add(name + "bias", w[source + ".bias"].astype(np.float32))


def save_meaning(out, w):
    """The sections of meaning.Meaning."""

    def add(section, name, source, bias=True):
        add_layer(section, name, w, "meaning." + source, bias)

    mentions = Section()
    add(mentions, "hidden.", "mention_hidden")
    add(mentions, "", "mention")
    mentions.add_strings("labels", annotated.MENTION_LABELS)
    add(mentions, "digest.", "digest")
    add(mentions, "asks.", "asks")
    add(mentions, "answers.", "answers")
    mentions.add("none.weights", w["meaning.link_none.weight"].astype(np.float32))
    mentions.add("none.bias", w["meaning.link_none.bias"].astype(np.float32))
    mentions.add("distance", w["meaning.link_distance.weight"].astype(np.float32).ravel())
    mentions.add("forms", w["meaning.link_forms.weight"].astype(np.float32).ravel())
    mentions.save(f"{out}/mentions.section")

    relations = Section()
    for name in ("source", "source_asks", "types", "status"):
        add(relations, name + ".", name)
    for name in ("target", "product", "on_path", "attended", "target_asks", "word_answers"):
        add(relations, name + ".", name, bias=False)
    for name in ("actors", "distance", "path_length", "status_type"):
        relations.add(name, w[f"meaning.{name}.weight"].astype(np.float32))
    relations.add("path_bonus", w["meaning.path_bonus"].astype(np.float32))
    relations.add_strings("type_names", annotated.TYPES)
    relations.add_strings("status_names", annotated.STATUSES)
    relations.save(f"{out}/relations.section")
    if not os.path.exists(f"{out}/calibration.section"):
        save_calibration(f"{out}/calibration.section")


def kept_pieces(vocabulary, counts):
    """The pieces that the model holds, as (text, row): those with a meaning of their own at the beginning of the list, single
    characters, and all that was seen often enough."""
    some = sorted(vocabulary.items(), key=lambda item: item[1])
    return [(text, row) for text, row in some
            if row <= pieces.MASK or len(text.removeprefix("##")) == 1 or counts.get(str(row), 0) >= LEAST_SEEN]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint")
    ap.add_argument("--weights", required=True, help="the packaged weights' folder, for its list of pieces")
    ap.add_argument("--counts", required=True, help="what piece_counts.py wrote")
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu", weights_only=False)
    config, sizes = saved["config"], saved["encoder"]
    w = {k: v.detach().double().numpy() for k, v in saved["state"].items()}
    with open(os.path.join(args.weights, "tokenizer.json"), encoding="utf-8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    with open(args.counts, encoding="utf-8") as file:
        kept = kept_pieces(vocabulary, json.load(file))

    encoder = Section()
    encoder.add("shape", np.array([sizes["width"], sizes["heads"], sizes["hidden"], sizes["layers"]], dtype=np.uint32))
    encoder.add_strings("pieces", [text for text, _ in kept])
    rows, scales = quantise(w["encoder.pieces.weight"][[row for _, row in kept]])
    encoder.add("rows", rows)
    encoder.add("row_scales", scales)
    encoder.add("positions", w["encoder.positions.weight"].astype(np.float32))
    encoder.add("shapes", w["encoder.shapes.weight"].astype(np.float32))

    def norm(name, source):
        encoder.add(name, np.stack([w[source + ".weight"], w[source + ".bias"]]).astype(np.float32))

    norm("input_norm", "encoder.input_norm")
    for i in range(sizes["layers"]):
        of = f"encoder.layers.{i}"
        for name in ("qkv", "out", "up", "down"):
            packed, scales = panels(w[f"{of}.{name}.weight"])
            encoder.add(f"layer{i}.{name}.panels", packed)
            encoder.add(f"layer{i}.{name}.scales", scales)
            encoder.add(f"layer{i}.{name}.bias", w[f"{of}.{name}.bias"].astype(np.float32))
        norm(f"layer{i}.attention_norm", of + ".attention_norm")
        norm(f"layer{i}.norm", of + ".norm")
    os.makedirs(args.out, exist_ok=True)
    encoder.save(f"{args.out}/transformer.section")

    def add(section, name, source, bias=True):
        section.add(name + "weights", w[source + ".weight"].astype(np.float32))
        if bias:
            section.add(name + "bias", w[source + ".bias"].astype(np.float32))

    tagger = Section()
    add_layer(tagger, "", w, "tag")
    tagger.add_strings("bundles", [u if f == "_" else u + " " + f for u, f in saved["bundles"]])
    tagger.save(f"{args.out}/tagger.section")

    names = Section()
    add(names, "hidden.", "name_hidden")
    names.add("weights", w["name.weight"].astype(np.float32))
    names.add("bias", (w["name.bias"] + w["name_source.weight"][0]).astype(np.float32))
    names.add_strings("labels", saved["labels"])
    add(names, "fine.", "silver")
    names.add_strings("fine.labels", saved["silver_labels"])
    names.save(f"{args.out}/names.section")

    save_meaning(args.out, w)

    def head(name):
        return w[name + ".weight"].astype(np.float32), w[name + ".bias"].astype(np.float32)

    save_parser(f"{args.out}/parser.section", sizes["width"], config, w, head, saved["deprels"])


if __name__ == "__main__":
    main()
