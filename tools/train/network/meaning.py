"""The heads that read meaning: mentions, who is who, and relations; and what they are taught.

All but the mentions read a digest of each word, which is all that the library keeps of a word's vector. Links are scored
between head words (Dobrovolskii 2021), relations between two mentions by their words, the path between them and an
attention over the sentence.
"""
import torch
import torch.nn.functional as F
from torch import nn

from annotated import FORMS, GUM_LABELS, KINDS, MENTION_LABELS, STATUSES, SYMMETRIC, TYPES

MOST_MENTIONS = 24  # of a sentence, that relations are read between
DISTANCES = [0, 1, 2, 3, 4, 6, 9, 14, 22]  # lower bounds, in words
SENTENCES_BACK = 8  # distances of links in sentences: 0 to 7 and more


def bucket(distance):
    """A signed distance in words → an index below 2 × len(DISTANCES)."""
    size = max(i for i, low in enumerate(DISTANCES) if abs(distance) >= low)
    return size if distance >= 0 else size + len(DISTANCES)


def path(a, b, heads):
    """The words on the way between a and b in the tree, with both; only both where there is none."""
    up, at = [a], a
    while heads[at] >= 0 and len(up) < 40:
        at = heads[at]
        up.append(at)
    seen, down, at = {t: i for i, t in enumerate(up)}, [], b
    while at not in seen:
        down.append(at)
        if heads[at] < 0 or len(down) > 40:
            return [a, b]
        at = heads[at]
    return up[:seen[at] + 1] + down


def by_sentence(rows, x, matrices):
    """The product of each row of x with the matrix of its sentence; rows: the sentence of each row of x, in order."""
    sentences, counts = torch.unique_consecutive(rows, return_counts=True)
    parts, each = torch.split(x, counts.tolist()), matrices.unbind()
    return torch.cat([part @ each[s] for part, s in zip(parts, sentences.tolist())])


class Meaning(nn.Module):
    def __init__(self, width, config):
        super().__init__()
        self.dropout = config["dropout"]
        size, hidden, link = config["digest"], config["relation_hidden"], config["link"]
        self.mention_hidden = nn.Linear(width, config["mention_hidden"])
        self.mention = nn.Linear(config["mention_hidden"], len(MENTION_LABELS))
        self.gum = nn.Linear(config["mention_hidden"], len(GUM_LABELS))
        self.digest = nn.Linear(width, size)
        self.asks = nn.Linear(size, link)
        self.answers = nn.Linear(size, link)
        self.link_distance = nn.Embedding(len(FORMS) * SENTENCES_BACK, 1)
        self.link_forms = nn.Embedding(len(FORMS) * len(FORMS), 1)
        self.link_none = nn.Linear(size, 1)
        self.source = nn.Linear(size, hidden)
        self.target = nn.Linear(size, hidden, bias=False)
        self.product = nn.Linear(size, hidden, bias=False)
        self.on_path = nn.Linear(size, hidden, bias=False)
        self.attended = nn.Linear(size, hidden, bias=False)
        self.source_asks = nn.Linear(size, link)
        self.target_asks = nn.Linear(size, link, bias=False)
        self.word_answers = nn.Linear(size, link, bias=False)
        self.path_bonus = nn.Parameter(torch.ones(1))
        self.actors = nn.Embedding(2 * len(KINDS) * len(FORMS), hidden)
        self.distance = nn.Embedding(2 * len(DISTANCES), hidden)
        self.path_length = nn.Embedding(8, hidden)
        self.types = nn.Linear(hidden, len(TYPES))
        self.status = nn.Linear(hidden, len(STATUSES))
        self.status_type = nn.Embedding(len(TYPES), len(STATUSES))
        for table in (self.link_distance, self.link_forms, self.actors, self.distance, self.path_length, self.status_type):
            nn.init.zeros_(table.weight)
        nn.init.constant_(self.types.bias, -5.5)

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)

    def mentions(self, states):
        hidden = self.drop(F.relu(self.mention_hidden(states)))
        return self.mention(hidden), self.gum(hidden)

    def digests(self, states):
        return self.drop(torch.tanh(self.digest(states)))

    def links(self, z, forms, sentences):
        """z: mentions × digest, in text order. Returns scores of mention i (rows) with an earlier one, and of none last."""
        n = len(forms)
        scores = self.asks(z) @ self.answers(z).T / self.asks.out_features ** 0.5
        back = (sentences[:, None] - sentences[None, :]).clamp(0, SENTENCES_BACK - 1)
        scores = scores + self.link_distance(forms[:, None] * SENTENCES_BACK + back).squeeze(-1)
        scores = scores + self.link_forms(forms[:, None] * len(FORMS) + forms[None, :]).squeeze(-1)
        later = torch.ones(n, n, dtype=torch.bool).triu()
        return torch.cat([scores.masked_fill(later, -1e9), self.link_none(z)], dim=1)

    def pairs(self, z, inside, pairs):
        """z: sentences × words × digest; pairs: dict of tensors, one row each. Returns what is hidden, pairs × hidden."""
        rows, s, t = pairs["row"], pairs["source"], pairs["target"]
        source, target = z[rows, s], z[rows, t]
        asks = self.source_asks(source) + self.target_asks(target)
        scores = by_sentence(rows, asks, self.word_answers(z).transpose(1, 2)) / self.source_asks.out_features ** 0.5
        scores = scores + self.path_bonus * pairs["path"]
        share = torch.softmax(scores.masked_fill(~inside[rows], -1e9), dim=-1)
        attended = by_sentence(rows, share, z)
        on_path = by_sentence(rows, pairs["path"] / pairs["path"].sum(-1, keepdim=True), z)
        total = (self.source(source) + self.target(target) + self.product(source * target) + self.on_path(on_path)
                 + self.attended(attended) + self.actors(pairs["source_kind"])
                 + self.actors(pairs["target_kind"] + len(KINDS) * len(FORMS)) + self.distance(pairs["distance"])
                 + self.path_length(pairs["path_length"]))
        return self.drop(F.relu(total))


def false_mentions(marks, labels):
    """What the layer of mentions takes for mentions of actors (its likeliest labels, a list) and readers do not. Each may
    well stand in a pair when the library reads, and tells nothing of anybody."""
    taken = {m[0] for m in marks.mentions}
    out = []
    for t, label in enumerate(labels[:len(marks.labels)]):
        form, _, kind = MENTION_LABELS[label].partition("-")
        if label > 0 and form != "pronoun" and t not in taken:
            out.append((t, form, kind or "country", f"?{t}"))
    return out


def pairs_of(marks, row, more=()):
    """Lists of the features of each ordered pair of mentions of two actors; the last list holds the pairs' actors."""
    out = {k: [] for k in ("row", "source", "target", "source_kind", "target_kind", "distance", "path_length", "path", "who")}
    some = sorted([*marks.mentions, *more])[:MOST_MENTIONS]
    for a, form_a, kind_a, actor_a in some:
        for b, form_b, kind_b, actor_b in some:
            if actor_a == actor_b or a == b:
                continue
            way = path(a, b, marks.heads)
            out["row"].append(row)
            out["source"].append(a)
            out["target"].append(b)
            out["source_kind"].append(FORMS.index(form_a) * len(KINDS) + KINDS.index(kind_a))
            out["target_kind"].append(FORMS.index(form_b) * len(KINDS) + KINDS.index(kind_b))
            out["distance"].append(bucket(b - a))
            out["path_length"].append(min(len(way) - 2, 7))
            out["path"].append(way)
            out["who"].append((row, actor_a, actor_b))
    return out


def all_pairs(batch, width, read=None):
    """The features of all pairs of a batch, a tensor each; and the pairs' actors. read: per sentence the likeliest label of
    each word; then false mentions take part."""
    found = {}
    for row, item in enumerate(batch["items"]):
        marks = item.marks
        if marks is not None and marks.relations is not None and len(marks.mentions) > 1:
            more = false_mentions(marks, read[row]) if read is not None and marks.complete else ()
            for k, v in pairs_of(marks, row, more).items():
                found.setdefault(k, []).extend(v)
    if not found.get("row"):
        return None, None
    who, ways = found.pop("who"), found.pop("path")
    on_path = torch.zeros(len(who), width)
    on_path[[i for i, way in enumerate(ways) for _ in way], [t for way in ways for t in way]] = 1.0
    return {k: torch.tensor(v) for k, v in found.items()} | {"path": on_path}, who


def over_mentions(scores, group, count):
    """Combines the scores of several pairs of mentions of the same two actors: log of the sum of exponentials."""
    return torch.log(torch.zeros(count, scores.shape[1]).index_add(0, group, torch.exp(scores.clamp(-30, 30))))


def relation_loss(net, z, batch, read):
    pairs, who = all_pairs(batch, z.shape[1], read)
    if pairs is None:
        return {}
    hidden = net.pairs(z, batch["inside"], pairs)
    scores = net.types(hidden)
    order = {}
    group = torch.tensor([order.setdefault(w, len(order)) for w in who])
    gold = torch.zeros(len(order), len(TYPES))
    unsaid = torch.tensor([batch["items"][row].marks.unsaid for row, _, _ in order])
    weight = unsaid.unsqueeze(1).repeat(1, len(TYPES))
    told = []
    for row, item in enumerate(batch["items"]):
        for source, kind, target, status, w in (item.marks.relations or []) if item.marks else []:
            for a, b in ((source, target), (target, source)) if kind in SYMMETRIC else ((source, target),):
                at = order.get((row, a, b))
                if at is not None:
                    gold[at, TYPES.index(kind)], weight[at, TYPES.index(kind)] = 1.0, w
                    told.append((at, TYPES.index(kind), STATUSES.index(status), w))
    whole = over_mentions(scores, group, len(order))
    sentences = len({w[0] for w in who})
    loss = {"relation": 0.5 * F.binary_cross_entropy_with_logits(whole, gold, weight, reduction="sum") / sentences}
    if told:
        best = [max((i for i, g in enumerate(group.tolist()) if g == at), key=lambda i: scores[i, k].item()) for at, k, _, _ in told]
        kinds, right = torch.tensor([t[1] for t in told]), torch.tensor([t[2] for t in told])
        status = net.status(hidden[torch.tensor(best)]) + net.status_type(kinds)
        each = F.cross_entropy(status, right, reduction="none") * torch.tensor([t[3] for t in told])
        loss["status"] = each.mean()
    return loss


def chunk_mentions(batch):
    """Per chunk of a document its mentions: [(row, token, form, actor)], in text order, and whether it begins the document."""
    chunks = {}
    for row, (item, chunk) in enumerate(zip(batch["items"], batch["chunks"])):
        if item.marks is not None:
            chunks.setdefault(chunk, []).extend((row, m[0], m[1], m[3]) for m in item.marks.mentions)
    return chunks


def link_loss(net, z, batch):
    total, count = 0.0, 0
    for (_, first, linked), mentions in chunk_mentions(batch).items():
        if not linked or len(mentions) < 2:
            continue
        rows = torch.tensor([m[0] for m in mentions])
        forms = torch.tensor([FORMS.index(m[2]) for m in mentions])
        scores = F.log_softmax(net.links(z[rows, torch.tensor([m[1] for m in mentions])], forms, rows), dim=-1)
        good = torch.zeros(scores.shape, dtype=torch.bool)
        earlier, asked = {}, []
        for i, (row, token, form, actor) in enumerate(mentions):
            before = [k for k in earlier.get(actor, []) if mentions[k][:2] != (row, token)]
            if before:
                good[i, before] = True
            else:
                good[i, -1] = True
            if before or first:
                asked.append(i)
            earlier.setdefault(actor, []).append(i)
        if asked:
            right = torch.logsumexp(scores.masked_fill(~good, -1e9), dim=-1)[asked]
            scale = torch.tensor([0.3 if mentions[i][2] in ("name", "adjective") else 1.0 for i in asked])
            total, count = total - (right * scale).sum(), count + len(asked)
    return {"link": total / count} if count else {}


def mention_loss(net, states, batch):
    out = {}
    for k, name in enumerate(("news", "gum")):
        rows = [i for i, item in enumerate(batch["items"]) if item.marks is not None and item.marks.source == name]
        if not rows:
            continue
        marks = [batch["items"][i].marks for i in rows]
        gold = torch.tensor([label for m in marks for label in m.labels])
        weight = torch.tensor([w for m in marks for w in m.weights])
        scores = net.mentions(states[rows][batch["inside"][rows]])[k]
        each = F.cross_entropy(scores, gold, ignore_index=-100, reduction="none")
        out["mention-" + name] = 2.0 * (each * weight).sum() / weight.sum()
    return out


def losses(net, states, batch):
    inside = batch["inside"]
    z = states.new_zeros(*inside.shape, net.digest.out_features).masked_scatter(inside.unsqueeze(-1), net.digests(states[inside]))
    with torch.no_grad():
        read = net.mentions(states)[0].argmax(-1).tolist()
    return mention_loss(net, states, batch) | link_loss(net, z, batch) | relation_loss(net, z, batch, read)


@torch.no_grad()
def evaluate(net, batches):
    """Scores on annotated news: mentions (kind and form, F1), antecedents of descriptions and pronouns (share right),
    relations between annotated mentions (F1), status (share right)."""
    hit = said = due = linked = asked = 0
    pairs_hit = pairs_said = pairs_due = 0
    for batch in batches:
        states = net.words(batch)
        best = net.meaning.mentions(states)[0].argmax(-1)
        z = net.meaning.digests(states)
        for row, item in enumerate(batch["items"]):
            gold, mine = torch.tensor(item.marks.labels), best[row, :len(item.marks.labels)]
            hit, said, due = hit + int(((gold == mine) & (gold > 0)).sum()), said + int((mine > 0).sum()), due + int((gold > 0).sum())
        for mentions in chunk_mentions(batch).values():
            if len(mentions) < 2:
                continue
            rows = torch.tensor([m[0] for m in mentions])
            forms = torch.tensor([FORMS.index(m[2]) for m in mentions])
            answer = net.meaning.links(z[rows, torch.tensor([m[1] for m in mentions])], forms, rows).argmax(-1).tolist()
            seen = set()
            for i, (_, _, form, actor) in enumerate(mentions):
                if form in ("description", "pronoun") and actor in seen:
                    asked += 1
                    linked += answer[i] < len(mentions) and mentions[answer[i]][3] == actor
                seen.add(actor)
        pairs, who = all_pairs(batch, z.shape[1])
        if pairs is None:
            continue
        order = {}
        group = torch.tensor([order.setdefault(w, len(order)) for w in who])
        whole = over_mentions(net.meaning.types(net.meaning.pairs(z, batch["inside"], pairs)), group, len(order))
        firm, every = set(), set()
        for row, item in enumerate(batch["items"]):
            for source, kind, target, _, w in item.marks.relations:
                for a, b in ((source, target), (target, source)) if kind in SYMMETRIC else ((source, target),):
                    if (row, a, b) in order:
                        every.add((order[row, a, b], TYPES.index(kind)))
                        if w == 1.0:
                            firm.add((order[row, a, b], TYPES.index(kind)))
        mine = {(int(g), int(k)) for g, k in (whole > 0).nonzero()}
        pairs_hit, pairs_said, pairs_due = pairs_hit + len(mine & firm), pairs_said + len(mine - (every - firm)), pairs_due + len(firm)

    def f1(right, found, wanted):
        return round(200 * right / max(1, found + wanted), 2)

    return {"mentions": f1(hit, said, due), "links": round(100 * linked / max(1, asked), 2),
            "relations": {"p": round(100 * pairs_hit / max(1, pairs_said), 2), "r": round(100 * pairs_hit / max(1, pairs_due), 2),
                          "f1": f1(pairs_hit, pairs_said, pairs_due)}}
