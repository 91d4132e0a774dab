"""The network: embeddings of a word's form, a stack of cheap recurrent layers, and four thin heads.

Every table of embeddings is as wide as the network, so that reading a word is a sum of rows; the layers are simple
recurrent units (Lei et al. 2018), whose matrix products do not wait for each other. Heads: tags, names, and the arcs
and labels of a biaffine parser (Dozat and Manning 2017; labels by a perceptron over the pair instead of a bilinear
form, which costs a tenth).
"""
import math

import torch
import torch.nn.functional as F
from torch import nn


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


class Network(nn.Module):
    def __init__(self, config, vectors):
        """config: a dict (see train.py); vectors: rows × dimensions of the distilled word vectors."""
        super().__init__()
        self.config = config
        width = config["width"]
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
        self.tag = nn.Linear(width, config["bundles"])
        self.name_hidden = nn.Linear(width, config["name_width"])
        self.name = nn.Linear(config["name_width"], config["name_tags"])
        self.silver = nn.Linear(config["name_width"], config["silver_tags"])
        # what a corpus calls a name more or less often than the others; the runtime takes the first corpus's habits
        self.name_source = nn.Embedding(config["sources"], config["name_tags"])
        nn.init.zeros_(self.name_source.weight)
        arc, label = config["arc"], config["label"]
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_product = nn.Linear(arc, arc, bias=False)
        self.arc_bias = nn.Linear(arc, 1)
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label, bias=False)
        self.label_out = nn.Linear(label, config["deprels"])
        self.root = nn.Parameter(torch.zeros(width))
        nn.init.normal_(self.root, std=0.3)
        nn.init.orthogonal_(self.arc_product.weight)

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

    def names(self, states, source):
        """Scores of the labels of the name corpora, and of the finer ones; source: one index per sentence."""
        p = self.config["name_dropout"]
        hidden = F.dropout(F.relu(self.name_hidden(F.dropout(states, p, self.training))), p, self.training)
        return self.name(hidden) + self.name_source(source).unsqueeze(1), self.silver(hidden)

    def arcs(self, states):
        """batch × length × (length + 1) scores: dependent, head (0 is the root)."""
        p = self.config["dropout"]
        with_root = torch.cat([self.root.expand(states.shape[0], 1, -1), states], dim=1)
        dependent = F.dropout(F.relu(self.arc_dependent(states)), p, self.training)
        head = F.dropout(F.relu(self.arc_head(with_root)), p, self.training)
        return self.arc_product(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def labels(self, states, heads):
        """Scores of the relations of each word to the head given (0 is the root)."""
        with_root = torch.cat([self.root.expand(states.shape[0], 1, -1), states], dim=1)
        chosen = torch.gather(self.label_head(with_root), 1,
                              heads.unsqueeze(-1).expand(-1, -1, self.config["label"]))
        pair = F.relu(self.label_dependent(states) + chosen)
        return self.label_out(F.dropout(pair, self.config["dropout"], self.training))
