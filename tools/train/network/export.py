"""Turns a checkpoint of train.py into the sections of the model that the runtime reads.

    export.py network.pt --vectors vectors.pickle --out FOLDER

Writes FOLDER/{encoder,tagger,parser,names}.section (docs/model-format.md). Gains and biases of the normalisations go
into the layers that follow them, the projection of the word vectors into the vectors, and every table of embeddings
into bytes with one scale per row.
"""
import argparse
import pickle
import struct

import numpy as np
import torch

import features

VECTOR_SEED, WORD_SEED, KNOWN_SEED = 11, 12, 13


class Section:
    """Named arrays, each aligned to 64 bytes (lib/entente/model/tensors.hpp)."""

    TYPES = {"float32": 0, "int8": 1, "uint32": 2}

    def __init__(self):
        self.entries = []

    def add(self, name, array):
        array = np.ascontiguousarray(array)
        if array.ndim == 1:
            array = array[None, :]
        self.entries.append((name, self.TYPES[str(array.dtype)], array.shape[0], array.shape[1], array.tobytes()))

    def add_strings(self, name, lines):
        payload = "".join(line + "\n" for line in lines).encode("utf-8")
        self.entries.append((name, 3, 1, len(payload), payload))

    @classmethod
    def load(cls, path):
        """The section that a file holds."""
        section = cls()
        with open(path, "rb") as file:
            payload = file.read()
        for i in range(struct.unpack_from("<I", payload)[0]):
            name, kind, rows, columns, _, start, size = struct.unpack_from("<32sIIIIQQ", payload, 64 + 64 * i)
            section.entries.append((name.rstrip(b"\0").decode(), kind, rows, columns, payload[start:start + size]))
        return section

    def arrays(self):
        """All but the strings, by name."""
        types = {number: name for name, number in self.TYPES.items()}
        return {name: np.frombuffer(payload, types[kind]).reshape(rows, columns)
                for name, kind, rows, columns, payload in self.entries if kind in types}

    def strings(self, name):
        return next(e[4] for e in self.entries if e[0] == name).decode("utf-8").splitlines()

    def replace(self, name, values):
        """Puts other floats into an array of the same size."""
        i = next(i for i, e in enumerate(self.entries) if e[0] == name)
        payload = np.ascontiguousarray(values, dtype=np.float32).tobytes()
        assert len(payload) == len(self.entries[i][4]), name
        self.entries[i] = (*self.entries[i][:4], payload)

    def save(self, path):
        header = struct.pack("<I", len(self.entries)).ljust(64, b"\0")
        offset = len(header) + 64 * len(self.entries)
        table, body = b"", b""
        for name, kind, rows, columns, payload in self.entries:
            start = offset + len(body)
            padding = -start % 64
            body += b"\0" * padding
            start += padding
            table += struct.pack("<32sIIIIQQ", name.encode(), kind, rows, columns, 0, start, len(payload))
            body += payload
        with open(path, "wb") as file:
            file.write(header + table + body)


def quantise(table):
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127.0, 1e-12)
    return np.round(table / scales).astype(np.int8), scales.astype(np.float32)


def slots(keys, seed):
    """{key bytes: row} → a power of two of slots, at most two thirds full."""
    size = 1
    while size * 2 < len(keys) * 3:
        size *= 2
    table = np.zeros((size, 1), dtype=np.uint32)
    for key in sorted(keys):
        code = features.hash_bytes(key, seed)
        at = code & (size - 1)
        while table[at, 0]:
            at = (at + 1) & (size - 1)
        table[at, 0] = (code >> 48) << 16 | keys[key]
    return table


def save_parser(path, width, config, w, head, deprels):
    """w: the checkpoint's arrays by name; head: the name of a layer on the encoder → its weights and bias."""
    w["label_head.bias"] = np.zeros(config["label"])
    layers = [head(n) for n in ("arc_dependent", "arc_head", "label_dependent", "label_head")]
    root = w["root"]
    parser = Section()
    parser.add("shape", np.array([width, config["arc"], config["label"]], dtype=np.uint32))
    parser.add("project.weights", np.concatenate([a for a, _ in layers]))
    parser.add("project.bias", np.concatenate([b for _, b in layers]))
    parser.add("product.weights", w["arc_product.weight"].astype(np.float32))
    parser.add("arc_bias", np.concatenate([w["arc_bias.weight"][0], w["arc_bias.bias"]]).astype(np.float32))
    parser.add("root_arc", np.maximum(0, w["arc_head.weight"] @ root + w["arc_head.bias"]).astype(np.float32))
    parser.add("root_label", (w["label_head.weight"] @ root).astype(np.float32))
    parser.add_strings("deprels", deprels)
    parser.add("label_out.weights", w["label_out.weight"].astype(np.float32))
    parser.add("label_out.bias", w["label_out.bias"].astype(np.float32))
    parser.save(path)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint")
    ap.add_argument("--vectors", required=True)
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu")
    config = saved["config"]
    w = {k: v.detach().double().numpy() for k, v in saved["state"].items()}
    with open(args.vectors, "rb") as file:
        static, _ = pickle.load(file)

    def normed(weights, bias, norm):
        """A layer behind a normalisation with gain and bias → one behind a plain normalisation."""
        gain, shift = w[norm + ".weight"], w[norm + ".bias"]
        return (weights * gain).astype(np.float32), (bias + weights @ shift).astype(np.float32)

    encoder = Section()
    encoder.add("shape", np.array([config["width"], config["layers"]], dtype=np.uint32))

    def table(name, values):
        rows, scales = quantise(values)
        encoder.add(name + ".rows", rows)
        encoder.add(name + ".scales", scales)

    table("vectors", w["vectors.weight"] @ w["lift.weight"].T + w["lift.bias"])
    table("words", w["tables.0.weight"])
    encoder.add("vectors.slots", slots(static, VECTOR_SEED))
    encoder.add("words.slots", slots({k: i + 1 for i, k in enumerate(saved["words"])}, WORD_SEED))
    for i in range(len(features.HASHED)):
        table(f"hashed{i}", w[f"tables.{i + 1}.weight"])
    table("known", w[f"tables.{len(features.HASHED) + 1}.weight"])
    encoder.add("known.slots", slots({k.encode("utf-8"): row for k, row in saved["known"].items()}, KNOWN_SEED))
    encoder.add("input_norm", np.stack([w["norm.weight"], w["norm.bias"]]).astype(np.float32))
    for i in range(config["layers"]):
        weights, bias = normed(w[f"layers.{i}.project.weight"], w[f"layers.{i}.project.bias"], f"layers.{i}.norm")
        bias[config["width"]:2 * config["width"]] += 1.0  # model.py opens the forget gates by 1
        encoder.add(f"layer{i}.weights", weights)
        encoder.add(f"layer{i}.bias", bias)
    encoder.save(f"{args.out}/encoder.section")

    def head(name):
        return normed(w[name + ".weight"], w[name + ".bias"], "final_norm")

    tagger = Section()
    weights, bias = head("tag")
    tagger.add("weights", weights)
    tagger.add("bias", bias)
    tagger.add_strings("bundles", [u if f == "_" else u + " " + f for u, f in saved["bundles"]])
    tagger.save(f"{args.out}/tagger.section")

    names = Section()
    weights, bias = head("name_hidden")
    names.add("hidden.weights", weights)
    names.add("hidden.bias", bias)
    names.add("weights", w["name.weight"].astype(np.float32))
    names.add("bias", (w["name.bias"] + w["name_source.weight"][0]).astype(np.float32))
    names.add_strings("labels", saved["labels"])
    names.add("fine.weights", w["silver.weight"].astype(np.float32))
    names.add("fine.bias", w["silver.bias"].astype(np.float32))
    names.add_strings("fine.labels", saved["silver_labels"])
    names.save(f"{args.out}/names.section")

    save_parser(f"{args.out}/parser.section", config["width"], config, w, head, saved["deprels"])


if __name__ == "__main__":
    main()
