"""The heads that both models have: tags, names, and the arcs and labels of a biaffine parser (Dozat and Manning 2017; labels
by a perceptron over the pair instead of a bilinear form, which costs a tenth).
"""
import torch
import torch.nn.functional as F
from torch import nn


class Heads(nn.Module):
    """config: bundles, deprels, arc, label, name_width, dropout, and name_dropout where names have one of their own."""

    def __init__(self, config, width, name_tags, silver_tags, sources):
        super().__init__()
        self.config = config
        arc, label, name = config["arc"], config["label"], config["name_width"]
        self.tag = nn.Linear(width, config["bundles"])
        self.name_hidden = nn.Linear(width, name)
        self.name = nn.Linear(name, name_tags)
        self.silver = nn.Linear(name, silver_tags)
        # what a corpus calls a name more or less often than the others; the runtime takes the first corpus's habits
        self.name_source = nn.Embedding(sources, name_tags)
        nn.init.zeros_(self.name_source.weight)
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_product = nn.Linear(arc, arc, bias=False)
        self.arc_bias = nn.Linear(arc, 1)
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label, bias=False)
        self.label_out = nn.Linear(label, config["deprels"])
        self.root = nn.Parameter(torch.randn(width) * 0.3)
        nn.init.orthogonal_(self.arc_product.weight)

    def drop(self, x, key="dropout"):
        return F.dropout(x, self.config.get(key, self.config["dropout"]), self.training)

    def hidden_of_names(self, states):
        return self.drop(F.relu(self.name_hidden(states)), "name_dropout")

    def names(self, hidden, source):
        """Scores of the labels of the name corpora, and of the finer ones; source: one index per sentence."""
        return self.name(hidden) + self.name_source(source).unsqueeze(1), self.silver(hidden)

    def with_root(self, states):
        return torch.cat([self.root.expand(states.shape[0], 1, -1), states], dim=1)

    def arcs(self, states):
        """batch × length × (length + 1) scores: dependent, head (0 is the root)."""
        dependent = self.drop(F.relu(self.arc_dependent(states)))
        head = self.drop(F.relu(self.arc_head(self.with_root(states))))
        return self.arc_product(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def deprels(self, states, heads):
        """Scores of the relations of each word to the head given (0 is the root)."""
        chosen = torch.gather(self.label_head(self.with_root(states)), 1,
                              heads.unsqueeze(-1).expand(-1, -1, self.config["label"]))
        return self.label_out(self.drop(F.relu(self.label_dependent(states) + chosen)))
