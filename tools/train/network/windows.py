"""The training corpora as windows of consecutive sentences, which the accurate encoder reads at once.

A sentence is a corpus.Sentence; `news` labels, which only annotated news articles have, stand beside it.
"""
import collections
import gzip
import json
import re

import numpy as np
import torch

import annotated
import corpus
import pieces

HELD_OUT = 6  # of the documents of GUM one in so many teaches no links: the weights of pronouns are learned from these
MAX_PIECES = 126  # of a window, without the two marks at its ends

# Labels that the annotated news teach: what a name names, and adjectives of nationality.
NEWS_TYPES = ["person", "country", "organisation", "place", "group", "other", "adjective"]
NEWS_LABELS = ["O"] + [p + "-" + t for t in NEWS_TYPES for p in "BILU"]

Item = collections.namedtuple("Item", "sentence news document marks", defaults=[None])


def with_documents(path):
    """corpus.read_conllu, with a number that tells the documents apart."""
    numbers, number = [], 0
    with open(path, encoding="utf-8") as lines:
        inside = False
        for line in lines:
            number += line.startswith("# newdoc")
            if line[0].isdigit() and not inside:
                numbers.append(number)
            inside = line[0].isdigit() or line.startswith("#") and inside
    return zip(numbers, corpus.read_conllu(path))


def treebanks(folder):
    """Items of the treebanks and of the name corpora."""
    uner = {tuple(forms): spans for forms, spans in corpus.read_iob2(f"{folder}/uner-ewt-train.iob2")}
    items = []
    for number, (forms, upos, feats, heads, deprels, _) in with_documents(f"{folder}/ewt-train.conllu"):
        spans = uner.get(tuple(forms))
        names = None if spans is None else corpus.bilou(spans, len(forms))
        items.append(Item(corpus.Sentence(forms, upos, feats, heads, deprels, names, True, 0), None, ("ewt", number)))
    for number, (forms, upos, feats, heads, deprels, misc) in with_documents(f"{folder}/gum-train.conllu"):
        names = corpus.bilou(corpus.gum_names(forms, upos, heads, deprels, misc), len(forms))
        marks = annotated.gum(corpus.gum_entities(misc), forms, upos, heads)
        items.append(Item(corpus.Sentence(forms, upos, feats, heads, deprels, names, True, 1), None, ("gum", number), marks))
    for i, (forms, spans) in enumerate(corpus.read_wikigold(f"{folder}/wikigold.conll")):
        names = corpus.bilou(spans, len(forms))
        items.append(Item(corpus.Sentence(forms, None, None, None, None, names, False, 2), None, ("wikigold", i // 8)))
    return items


def development(folder):
    """Items of the development sets by name."""
    sets = {}
    for name in ("ewt", "gum"):
        sets[name] = [Item(corpus.Sentence(f, u, x, h, d, None, True, 0), None, (name, number))
                      for number, (f, u, x, h, d, _) in with_documents(f"{folder}/{name}-dev.conllu")]
    sets["uner"] = [Item(corpus.Sentence(forms, None, None, None, None, corpus.bilou(spans, len(forms)), True, 0), None, ("uner", i // 6))
                    for i, (forms, spans) in enumerate(corpus.read_iob2(f"{folder}/uner-ewt-dev.iob2"))]
    return sets


def news(path, tokens, complete=False):
    """Items of annotated news. tokens: article id → sentences of (begin, end, head, tag), as news_tokens.py reads them;
    complete: every mention is annotated."""
    items = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text, kinds = article["text"], {a["id"]: a["kind"] for a in article["actors"]}
            spans = []
            for begin, end, actor, form in article["mentions"]:
                if form == "adjective":
                    spans.append((begin, end, "adjective"))
                elif form in ("name", "metonym") or form == "corrected" and annotated.looks_like_name(text[begin:end]):
                    if text[begin:begin + 4].lower() == "the ":
                        begin += 4
                    spans.append((begin, end, kinds.get(actor, "other")))
            spans.sort(key=lambda s: (s[0] - s[1], s))
            sentences = tokens.get(article["id"], [])
            for sentence, marks in zip(sentences, annotated.news(article, sentences, complete)):
                starts = {t[0]: i for i, t in enumerate(sentence)}
                ends = {t[1]: i + 1 for i, t in enumerate(sentence)}
                found = [(starts[b], ends[e], k) for b, e, k in spans if b in starts and e in ends and starts[b] < ends[e]]
                forms = [text[t[0]:t[1]] for t in sentence]
                labels = corpus.bilou(found, len(forms))
                # the annotation is not exhaustive: an unmarked capital inside a sentence teaches nothing
                for i, form in enumerate(forms):
                    if labels[i] == "O" and form[:1].isupper() and i > 0 and forms[i - 1] not in ".“\"'‘:":
                        labels[i] = None
                names = None if marks.source == "read" else labels
                items.append(Item(corpus.Sentence(forms, None, None, None, None, None, True, 0), names, article["id"], marks))
    return items


def windows(items, cut, rng=None):
    """Consecutive items of one document, as many as fit; with rng the first window of a document may be short, and one
    document in eight is read sentence by sentence, as short texts are."""
    out, window, size, limit = [], [], 0, MAX_PIECES
    for item in items:
        length = sum(len(cut.word(f)) for f in item.sentence.forms)
        fresh = not window or window[-1].document != item.document
        if window and (fresh or size + length > limit):
            out.append(window)
            window, size = [], 0
            limit = MAX_PIECES if fresh or limit > 1 else limit
        if rng and fresh:
            limit = rng.choice((1, MAX_PIECES // 2, MAX_PIECES // 2, MAX_PIECES // 2, *[MAX_PIECES] * 4))
        window.append(item)
        size += length
    return out + [window] if window else out


class Batcher:
    """Windows → tensors."""

    def __init__(self, cut, bundles, deprels, labels, silver_labels, silver):
        self.cut, self.silver = cut, silver
        self.bundles = {b: i for i, b in enumerate(bundles)}
        self.deprels = {d: i for i, d in enumerate(deprels)}
        self.labels = {l: i for i, l in enumerate(labels)}
        self.silver_labels = {l: i for i, l in enumerate(silver_labels)}
        self.news_labels = {l: i for i, l in enumerate(NEWS_LABELS)}

    def bundle(self, upos, feats):
        found = self.bundles.get((upos, feats))
        if found is None:
            found = min((len(f), i) for (u, f), i in self.bundles.items() if u == upos)[1]
            self.bundles[upos, feats] = found
        return found

    def batch(self, chunks, rng=None):
        """chunks: as chunks() makes them. Returns a dict of tensors, and `items` and `chunks` (what a chunk is, one per
        sentence); with rng some windows are put into capitals or title case."""
        ids, shapes, word_of, sentences, items = [], [], [], [], []
        words, chunk_of = 0, []
        for window, chunk in ((w, c) for c in chunks for w in c.windows):
            style = rng.random() if rng else 1.0
            row, shape, owner = [pieces.CLS], [0], [-1]
            for item in window:
                first = words
                for form in item.sentence.forms:
                    found = self.cut.word(form)[:MAX_PIECES]
                    kind = pieces.shape_of(form)
                    if 1 <= kind <= 5:
                        kind = 3 if style < 0.02 else 2 if style < 0.04 else 1 if style < 0.06 else kind
                    row += found
                    shape += [kind] * len(found)
                    owner += [words] * len(found)
                    words += 1
                sentences.append((first, words))
                items.append(item)
                chunk_of.append((id(chunk), chunk.first, chunk.linked))
            row, shape, owner = row[:510] + [pieces.SEP], shape[:510] + [0], owner[:510] + [-1]
            ids.append(row)
            shapes.append(shape)
            word_of.append(owner)
        longest = max(map(len, ids))

        def padded(rows, fill):
            return torch.tensor([r + [fill] * (longest - len(r)) for r in rows])

        size, most = len(sentences), max(b - a for a, b in sentences)
        place = np.full((size, most), words, dtype=np.int64)  # row `words` is the zero vector
        gold = {k: np.full((size, most), -100, dtype=np.int64) for k in ("bundle", "head", "deprel", "name", "silver", "news")}
        open_names = np.zeros((size, most), dtype=bool)
        for i, ((a, b), item) in enumerate(zip(sentences, items)):
            s, n = item.sentence, b - a
            place[i, :n] = np.arange(a, b)
            open_names[i, :n] = s.open_names
            if s.heads:
                gold["bundle"][i, :n] = [self.bundle(u, f) for u, f in zip(s.upos, s.feats)]
                gold["head"][i, :n] = s.heads
                gold["deprel"][i, :n] = [self.deprels.get(d, 0) for d in s.deprels]
            if s.names:
                gold["name"][i, :n] = [self.labels[t] for t in s.names]
            if tuple(s.forms) in self.silver:
                gold["silver"][i, :n] = [self.silver_labels[t] for t in self.silver[tuple(s.forms)]]
            if item.news:
                gold["news"][i, :n] = [-100 if t is None else self.news_labels[t] for t in item.news]
        owner = padded(word_of, -1)
        out = {k: torch.from_numpy(v) for k, v in gold.items()}
        out |= {"ids": padded(ids, pieces.PAD), "shapes": padded(shapes, 0), "pieces": owner, "words": words, "items": items, "chunks": chunk_of,
                "mask": padded([[1] * len(r) for r in ids], 0).bool(), "place": torch.from_numpy(place),
                "inside": torch.from_numpy(place < words), "open": torch.from_numpy(open_names),
                "source": torch.tensor([item.sentence.source for item in items])}
        return out


# Consecutive windows of one document. first: they begin it; linked: links of coreference are learned from it.
Chunk = collections.namedtuple("Chunk", "windows first linked")


def chunks(some, longest=5):
    """Windows of documents with marks stay together, up to `longest` of them; others stand alone."""
    out = []
    for window in some:
        item = window[0]
        last = out[-1] if out else None
        same = last is not None and last.windows[0][0].document == item.document
        if same and item.marks is not None and len(last.windows) < longest:
            last.windows.append(window)
        else:
            held_out = item.document[0] == "gum" and item.document[1] % HELD_OUT == 0
            linked = item.marks is not None and item.marks.source != "read" and not held_out
            out.append(Chunk([window], not same, linked))
    return out


def batches(some, size, rng):
    """Chunks in batches of about `size` windows, in random order."""
    order = list(some)
    rng.shuffle(order)
    out, windows_in = [[]], 0
    for chunk in order:
        if windows_in and windows_in + len(chunk.windows) > size + 2:
            out.append([])
            windows_in = 0
        out[-1].append(chunk)
        windows_in += len(chunk.windows)
    return out if order else []
