"""Reads the training corpora: treebanks (CoNLL-U) and name corpora (IOB2, CoNLL)."""
import collections
import re

Sentence = collections.namedtuple("Sentence", "forms upos feats heads deprels names open_names source")
# names: list of BILOU tags over NAME_TYPES, or None. open_names: "O" may hide a name of type MISC. source: index into
# SOURCES, because each corpus has its own idea of what a name is.
SOURCES = ["uner", "gum", "wikigold"]

NAME_TYPES = ["PER", "ORG", "LOC", "MISC"]
SILVER_TYPES = ["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "WORK"]


def read_conllu(path):
    """Yields (forms, upos, feats, heads, deprels, misc) per sentence; heads count from 1, 0 is the root."""
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield [list(column) for column in zip(*rows)]
                rows = []
            elif line[0].isdigit():
                c = line.split("\t")
                if c[0].isdigit():
                    rows.append((c[1], c[3], c[5], int(c[6]), c[7], c[9]))
    if rows:
        yield [list(column) for column in zip(*rows)]


def split_hyphens(tokens, tags):
    """The name corpora that keep "Jean-Luc" as one token → the tokens of the treebanks."""
    out, out_tags = [], []
    for token, tag in zip(tokens, tags):
        parts = [p for p in re.split(r"(-)", token) if p] if re.search(r"\w-\w", token) else [token]
        for i, part in enumerate(parts):
            out.append(part)
            out_tags.append(tag if i == 0 or tag == "O" else "I-" + tag[2:])
    return out, out_tags


def bilou(spans, size):
    """[(begin, end, type)] → tags."""
    tags = ["O"] * size
    for begin, end, kind in spans:
        if any(t != "O" for t in tags[begin:end]):
            continue
        if end - begin == 1:
            tags[begin] = "U-" + kind
        else:
            tags[begin] = "B-" + kind
            tags[end - 1] = "L-" + kind
            for i in range(begin + 1, end - 1):
                tags[i] = "I-" + kind
    return tags


def spans_of_iob(tags):
    spans, begin, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if begin is not None and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            spans.append((begin, i, kind))
            begin = None
        if tag != "O" and begin is None:
            begin, kind = i, tag[2:]
    return spans


def read_iob2(path):
    """UNER: yields (forms, spans)."""
    forms, tags = [], []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + [""]:
            line = line.rstrip("\n")
            if not line:
                if forms:
                    kept = [s for s in spans_of_iob(tags) if s[2] in NAME_TYPES]
                    yield forms, kept
                forms, tags = [], []
            elif not line.startswith("#"):
                c = line.split("\t")
                forms.append(c[1])
                tags.append(c[2])


def read_wikigold(path):
    forms, tags = [], []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + [""]:
            line = line.strip()
            if not line:
                if forms:
                    tokens, marks = split_hyphens(forms, tags)
                    yield tokens, spans_of_iob(marks)
                forms, tags = [], []
            else:
                form, tag = line.split(" ")
                if form != "-DOCSTART-":
                    forms.append(form)
                    tags.append(tag)


GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC",
             "abstract": "MISC"}
NAME_RELATIONS = {"flat", "compound", "punct", "goeswith"}


def gum_entities(misc):
    """The bracketed Entity annotations of one sentence: [(begin, end, type, identity, cluster)]."""
    spans, stack = [], []
    for i, cell in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        if not found:
            continue
        for part in re.findall(r"\([^()]*\)|\([^()]*|[^()]*\)", found.group(1)):
            if part.startswith("("):
                fields = part[1:].rstrip(")").split("-")
                entry = (i, fields[0], fields[1] if len(fields) > 1 else "", "-".join(fields[7:]))
                if part.endswith(")"):
                    spans.append((i, i + 1, entry[2], entry[3], entry[1]))
                else:
                    stack.append(entry)
            else:
                label = part.rstrip(")").split("-")[0]
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][1] == label:
                        spans.append((stack[k][0], i + 1, stack[k][2], stack[k][3], label))
                        del stack[k]
                        break
    return spans


def gum_names(forms, upos, heads, deprels, misc):
    """Names of a GUM sentence: the proper noun that heads a mention, with what belongs to it."""
    spans = []
    for begin, end, kind, *_ in sorted(gum_entities(misc), key=lambda s: (s[0], -s[1])):
        if kind not in GUM_TYPES:
            continue
        tops = [i for i in range(begin, end) if not begin < heads[i] <= end]
        if len(tops) != 1 or upos[tops[0]] != "PROPN":
            continue
        head = tops[0]
        first = last = head
        # what hangs by the head as part of its name: flat, compound, capitalised modifiers, "of X"
        changed = True
        inside = {head}
        while changed:
            changed = False
            for i in range(begin, end):
                if i in inside or heads[i] - 1 not in inside:
                    continue
                relation = deprels[i].split(":")[0]
                capital = forms[i][:1].isupper()
                if relation in NAME_RELATIONS and (capital or upos[i] in ("PUNCT", "PROPN", "NUM")) or \
                        relation in ("amod", "nmod", "nummod") and upos[i] in ("PROPN", "ADJ") and capital and \
                        (relation != "nmod" or kind == "organization" or deprels[i] == "nmod:desc" and kind != "person") or \
                        relation in ("case", "det", "cc") and heads[i] - 1 != head:
                    inside.add(i)
                    changed = True
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        while first < head and upos[first] == "PUNCT":
            first += 1
        while last > head and upos[last] == "PUNCT":
            last -= 1
        spans.append((first, last + 1, GUM_TYPES[kind]))
    spans.sort(key=lambda s: (s[0] - s[1], s[0]))
    kept = []
    for span in spans:
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return kept


def load(folder):
    """(training sentences, development sets by name) of the corpora in `folder`, unpacked."""
    uner = {tuple(forms): spans for forms, spans in read_iob2(f"{folder}/uner-ewt-train.iob2")}
    train = []
    matched = 0
    for forms, upos, feats, heads, deprels, _ in read_conllu(f"{folder}/ewt-train.conllu"):
        spans = uner.pop(tuple(forms), None)
        matched += spans is not None
        train.append(Sentence(forms, upos, feats, heads, deprels,
                              None if spans is None else bilou(spans, len(forms)), True, 0))
    for forms, upos, feats, heads, deprels, misc in read_conllu(f"{folder}/gum-train.conllu"):
        names = bilou(gum_names(forms, upos, heads, deprels, misc), len(forms))
        train.append(Sentence(forms, upos, feats, heads, deprels, names, True, 1))
    for forms, spans in uner.items():
        train.append(Sentence(list(forms), None, None, None, None, bilou(spans, len(forms)), True, 0))
    for forms, spans in read_wikigold(f"{folder}/wikigold.conll"):
        train.append(Sentence(forms, None, None, None, None, bilou(spans, len(forms)), False, 2))
    dev = {}
    for name in ("ewt", "gum"):
        dev[name] = [Sentence(f, u, x, h, d, None, True, 0)
                     for f, u, x, h, d, _ in read_conllu(f"{folder}/{name}-dev.conllu")]
    dev["uner"] = [Sentence(forms, None, None, None, None, bilou(spans, len(forms)), True, 0)
                   for forms, spans in read_iob2(f"{folder}/uner-ewt-dev.iob2")]
    print(f"training sentences {len(train)}, with names from UNER {matched}")
    return train, dev
