"""The accurate encoder: the six layers of all-MiniLM-L6-v2 (Apache-2.0) with an embedding of the shapes of words.

A window holds consecutive sentences of a document; every piece attends to all pieces of its window. Method: Devlin et
al. 2019, "BERT"; Wang et al. 2020, "MiniLM".
"""
import json
import os

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

import pieces


class Layer(nn.Module):
    def __init__(self, width, heads, hidden, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        # x: batch × pieces × width; mask: batch × 1 × 1 × pieces, true where there is a piece
        batch, size, width = x.shape
        q, k, v = self.qkv(x).view(batch, size, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # Written out, and without dropout of the shares: on processors the fused form takes a third longer a step.
        scores = (q * (q.shape[-1] ** -0.5)) @ k.transpose(-1, -2)
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        seen = torch.softmax(scores, dim=-1) @ v
        seen = self.out(seen.transpose(1, 2).reshape(batch, size, width))
        x = self.attention_norm(x + F.dropout(seen, self.dropout, self.training))
        made = self.down(F.gelu(self.up(x)))
        return self.norm(x + F.dropout(made, self.dropout, self.training))


class Transformer(nn.Module):
    """Pieces and shapes → one vector per piece."""

    def __init__(self, config, dropout=0.1):
        super().__init__()
        self.config, self.dropout = config, dropout
        width = config["width"]
        self.pieces = nn.Embedding(config["pieces"], width)
        self.positions = nn.Embedding(config["positions"], width)
        self.shapes = nn.Embedding(len(pieces.SHAPES), width)
        nn.init.zeros_(self.shapes.weight)
        self.input_norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            [Layer(width, config["heads"], config["hidden"], dropout) for _ in range(config["layers"])])

    def forward(self, ids, shapes, mask=None):
        # ids, shapes, mask (None: no padding): batch × pieces
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.input_norm(self.pieces(ids) + self.positions(at) + self.shapes(shapes))
        x = F.dropout(x, self.dropout, self.training)
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return x


def packaged(folder, dropout=0.1):
    """The encoder with the weights in `folder`: config.json and model.safetensors of a BERT model."""
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
        c = json.load(file)
    config = {"width": c["hidden_size"], "heads": c["num_attention_heads"], "hidden": c["intermediate_size"],
              "layers": c["num_hidden_layers"], "pieces": c["vocab_size"], "positions": c["max_position_embeddings"]}
    net = Transformer(config, dropout)
    w = load_file(os.path.join(folder, "model.safetensors"))
    state = net.state_dict()

    def take(name, source):
        state[name + ".weight"], state[name + ".bias"] = w[source + ".weight"], w[source + ".bias"]

    state["pieces.weight"] = w["embeddings.word_embeddings.weight"]
    # every piece is of the first kind of segment
    state["positions.weight"] = w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
    take("input_norm", "embeddings.LayerNorm")
    for i in range(config["layers"]):
        to, of = f"layers.{i}", f"encoder.layer.{i}"
        for part in ("weight", "bias"):
            state[f"{to}.qkv.{part}"] = torch.cat([w[f"{of}.attention.self.{n}.{part}"] for n in ("query", "key", "value")])
        take(to + ".out", of + ".attention.output.dense")
        take(to + ".attention_norm", of + ".attention.output.LayerNorm")
        take(to + ".up", of + ".intermediate.dense")
        take(to + ".down", of + ".output.dense")
        take(to + ".norm", of + ".output.LayerNorm")
    net.load_state_dict(state)
    return net
