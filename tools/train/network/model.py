"""The fast model's network: embeddings of a word's form, a stack of cheap recurrent layers, and the heads.

Every table of embeddings is as wide as the network, so that reading a word is a sum of rows; the layers are simple
recurrent units (Lei et al. 2018), whose matrix products do not wait for each other.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

from heads import Heads


class Scan(nn.Module):
    """One bidirectional layer of simple recurrent units: width in, width out, a residual through the highway gate."""

    def __init__(self, width, dropout):
        super().__init__()
        self.half = width // 2
        self.norm = nn.LayerNorm(width)
        self.project = nn.Linear(width, 3 * width)
        self.dropout = dropout
        nn.init.xavier_uniform_(self.project.weight)
        with torch.no_grad():
            self.project.bias.zero_()

    def forward(self, x, mask):
        # x: batch × length × width; mask: batch × length × 1
        batch, length, width = x.shape
        h = self.norm(x)
        if self.training and self.dropout:
            h = h * F.dropout(torch.ones(batch, 1, width), self.dropout)
        value, forget, gate = self.project(h).chunk(3, dim=-1)
        forget = torch.sigmoid(forget + 1.0)
        keep = torch.where(mask, forget, torch.zeros_like(forget))
        put = torch.where(mask, (1 - forget) * value, torch.zeros_like(value))
        # the second half of the units runs from right to left
        a = torch.cat([keep[..., : self.half], keep[..., self.half:].flip(1)], dim=-1)
        b = torch.cat([put[..., : self.half], put[..., self.half:].flip(1)], dim=-1)
        state = torch.zeros(batch, width)
        states = []
        for at, bt in zip(a.unbind(1), b.unbind(1)):
            state = torch.addcmul(bt, at, state)
            states.append(state)
        states = torch.stack(states, dim=1)
        states = torch.cat([states[..., : self.half], states[..., self.half:].flip(1)], dim=-1)
        gate = torch.sigmoid(gate)
        return gate * torch.tanh(states) + (1 - gate) * x


class Network(Heads):
    def __init__(self, config, vectors):
        """config: a dict (see train.py); vectors: rows × dimensions of the distilled word vectors."""
        width = config["width"]
        super().__init__(config, width, config["name_tags"], config["silver_tags"], config["sources"])
        tables = [config["words"]] + list(config["hashed"]) + [config["known"]]
        self.tables = nn.ModuleList([nn.Embedding(rows, width) for rows in tables])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.5 / math.sqrt(len(tables) + 2))
        nn.init.zeros_(self.tables[-1].weight)
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.lift = nn.Linear(vectors.shape[1], width)
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList([Scan(width, config["dropout"]) for _ in range(config["layers"])])
        self.final_norm = nn.LayerNorm(width)

    def encode(self, rows, static, mask):
        # rows: batch × length × tables; static: batch × length
        p = self.config["dropout"]
        total = self.lift(self.vectors(static))
        if self.training:
            # whole tables are dropped for a word now and then: new words come without their row
            keep = (torch.rand(static.shape + (1,)) > self.config["vector_dropout"]).float()
            total = total * keep
        for i, table in enumerate(self.tables):
            e = table(rows[..., i])
            if self.training:
                drop = self.config["word_dropout"] if i == 0 else self.config["affix_dropout"]
                e = e * (torch.rand(static.shape + (1,)) > drop).float()
            total = total + e
        x = F.dropout(self.norm(total), p, self.training)
        mask = mask.unsqueeze(-1)
        for layer in self.layers:
            x = layer(x, mask)
        return F.dropout(self.final_norm(x), p, self.training)
