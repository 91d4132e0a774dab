"""Makes a checkpoint of a shipped accurate model, from which train_accurate.py and average.py go on: the reverse of
export_accurate.py.

    unpack_accurate.py data/model/accurate.model --manifest data/model/accurate.json --weights FOLDER --out accurate.pt

Weights come back as the model keeps them, in 8 bits where it does. What it does not keep is new: the heads of corpora that only
training reads, and the habits of corpora but the first. Pieces that it leaves out have the packaged weights.
"""
import argparse
import json
import os
import struct
import tempfile

import numpy as np
import torch

import train_accurate
import transformer
from export import Section
from train import LABELS, SILVER_LABELS
from windows import NEWS_LABELS


def sections(path):
    """The sections of a model file (docs/model-format.md), by name."""
    with open(path, "rb") as file:
        content = file.read()
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for i in range(struct.unpack_from("<8sII", content)[2]):
            name, _, _, start, size = struct.unpack_from("<32sIIQQ", content, 16 + 56 * i)
            name = name.rstrip(b"\0").decode()
            if name in ("splitter", "lemmas"):
                continue
            part = os.path.join(folder, name)
            with open(part, "wb") as file:
                file.write(content[start:start + size])
            found[name] = Section.load(part)
    return found


def floats(rows, scales):
    return rows.astype(np.float32) * scales.reshape(-1, 1)


def of_panels(packed, scales, inputs):
    """8-bit panels of 16 outputs × 4 inputs → outputs × inputs floats."""
    whole = packed.reshape(-1, inputs // 4, 16, 4).transpose(0, 2, 1, 3).reshape(-1, inputs)
    return floats(whole, scales)


def encoder_state(section, vocabulary, packaged):
    arrays = section.arrays()
    state = {name: weights.clone() for name, weights in packaged.items()}
    kept = [vocabulary[text] for text in section.strings("pieces")]
    state["pieces.weight"][kept] = torch.from_numpy(floats(arrays["rows"], arrays["row_scales"]))
    for name in ("positions", "shapes"):
        state[name + ".weight"] = torch.from_numpy(arrays[name].copy())

    def norm(name, source):
        state[name + ".weight"], state[name + ".bias"] = torch.from_numpy(arrays[source].copy())

    norm("input_norm", "input_norm")
    for i in range(int(arrays["shape"][0, 3])):
        for name in ("qkv", "out", "up", "down"):
            of, to = f"layer{i}.{name}.", f"layers.{i}.{name}."
            inputs = packaged[to + "weight"].shape[1]
            state[to + "weight"] = torch.from_numpy(of_panels(arrays[of + "panels"], arrays[of + "scales"], inputs))
            state[to + "bias"] = torch.from_numpy(arrays[of + "bias"][0].copy())
        norm(f"layers.{i}.attention_norm", f"layer{i}.attention_norm")
        norm(f"layers.{i}.norm", f"layer{i}.norm")
    return {"encoder." + name: value for name, value in state.items()}


def root_vector(parser, weights, bias):
    """A vector for the root that gives the parser the two answers that the model keeps of it; there are many."""
    answers = np.where(parser["root_arc"][0] > 0, parser["root_arc"][0], -0.1) - bias
    both = np.concatenate([weights["arc_head"], weights["label_head"]]).astype(np.float64)
    return np.linalg.lstsq(both, np.concatenate([answers, parser["root_label"][0]]).astype(np.float64), rcond=None)[0]


def head_state(found):
    state = {}

    def layer(to, arrays, name=""):
        state[to + ".weight"] = floats(arrays[name + "weights"], arrays[name + "scales"]) if name + "scales" in arrays \
            else arrays[name + "weights"]
        if name + "bias" in arrays:
            state[to + ".bias"] = arrays[name + "bias"][0]

    layer("tag", found["tagger"].arrays())
    names = found["names"].arrays()
    for to, name in (("name_hidden", "hidden."), ("name", ""), ("silver", "fine.")):
        layer(to, names, name)
    parser = found["parser"].arrays()
    _, arc, label = (int(n) for n in parser["shape"][0])
    parts = ("arc_dependent", "arc_head", "label_dependent", "label_head")
    ends = np.cumsum([arc, arc, label, label])[:-1]
    weights = dict(zip(parts, np.split(parser["project.weights"], ends)))
    biases = dict(zip(parts, np.split(parser["project.bias"][0], ends)))
    for name in parts:
        state[name + ".weight"] = weights[name]
        if name != "label_head":
            state[name + ".bias"] = biases[name]
    state["arc_product.weight"] = parser["product.weights"]
    state["arc_bias.weight"], state["arc_bias.bias"] = parser["arc_bias"][:, :-1], parser["arc_bias"][0, -1:]
    layer("label_out", parser, "label_out.")
    state["root"] = root_vector(parser, weights, biases["arc_head"])

    mentions, relations = found["mentions"].arrays(), found["relations"].arrays()
    for to, name in (("mention_hidden", "hidden."), ("mention", ""), ("digest", "digest."), ("asks", "asks."), ("answers", "answers."),
                     ("link_none", "none.")):
        layer("meaning." + to, mentions, name)
    for to, name in (("link_distance", "distance"), ("link_forms", "forms")):
        state[f"meaning.{to}.weight"] = mentions[name].reshape(-1, 1)
    for name in ("source", "source_asks", "types", "status", "target", "product", "on_path", "attended", "target_asks", "word_answers"):
        layer("meaning." + name, relations, name + ".")
    for name in ("actors", "distance", "path_length", "status_type"):
        state[f"meaning.{name}.weight"] = relations[name]
    state["meaning.path_bonus"] = relations["path_bonus"][0]
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("--manifest", required=True)
    ap.add_argument("--weights", required=True, help="the packaged weights' folder")
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    torch.manual_seed(1)
    found = sections(args.model)
    with open(args.manifest, encoding="utf-8") as file:
        manifest = json.load(file)
    with open(os.path.join(args.weights, "tokenizer.json"), encoding="utf-8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    encoder = transformer.packaged(args.weights)
    sizes = manifest["network"]
    config = {name: value for name, value in sizes.items() if name not in encoder.config}
    net = train_accurate.Accurate(encoder, config)
    state = encoder_state(found["transformer"], vocabulary, encoder.state_dict()) | head_state(found)
    missing = net.load_state_dict(state, strict=False).missing_keys
    print("new:", " ".join(missing))
    bundles = [tuple((line.split(" ", 1) + ["_"])[:2]) for line in found["tagger"].strings("bundles")]
    torch.save({"config": config, "encoder": encoder.config, "state": net.state_dict(), "bundles": bundles,
                "deprels": found["parser"].strings("deprels"), "labels": LABELS, "silver_labels": SILVER_LABELS, "news_labels": NEWS_LABELS,
                "options": manifest["rounds"][-1], "rounds": manifest["rounds"]}, args.out)


if __name__ == "__main__":
    main()
