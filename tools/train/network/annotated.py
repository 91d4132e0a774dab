"""What annotated documents say of mentions, of who is who, and of who does what to whom, token by token.

A mention is told by its head word (Dobrovolskii 2021, "Word-Level Coreference Resolution"): its label says form and kind.
"""
import collections
import re

KINDS = ["person", "country", "organisation", "place", "group", "other"]
MENTION_LABELS = ["none"] + ["name-" + k for k in KINDS] + ["adjective"] + ["description-" + k for k in KINDS] + ["pronoun"]
GUM_KINDS = ["person", "organization", "place", "object", "event", "abstract", "time", "animal", "plant", "substance"]
GUM_LABELS = ["none"] + [f + "-" + k for f in ("name", "description", "pronoun") for k in GUM_KINDS]
FORMS = ["name", "adjective", "description", "pronoun"]
TYPES = ("visits meets negotiates mediates supports praises aids cooperates allied agrees depends controls promises yields "
         "releases seeks tells urges invites criticizes accuses rejects warns opposes protests mobilizes coerces sanctions "
         "attacks kills detains prosecutes investigates fears competes defeats leads represents member citizen part located "
         "founds owns makes appoints dismisses advises trades spouse parent sibling friend borders").split()
SYMMETRIC = set("meets negotiates cooperates allied agrees competes trades spouse sibling friend borders".split())
STATUSES = ["asserted", "planned", "possible", "requested", "negated", "ended"]

# source: "gum" and "news" teach mentions, links and (news) relations, "read" only relations; labels: per token an index of
# MENTION_LABELS or GUM_LABELS, or -100; weights: per token; mentions: (token, form, kind,
# actor) in text order; heads: per token the index of its head, -1 for the root; relations: (source, type, target, status,
# weight) of actors, or None where they are not annotated; complete: whether all mentions of actors are annotated; unsaid:
# the weight of a relation that is not annotated
Marks = collections.namedtuple("Marks", "source labels weights mentions heads relations complete unsaid", defaults=[1.0])

# Articles that were read only once ("hasty") leave out more: they teach no mentions, and less of what is not a relation.
HASTY_UNSAID = 0.6

PERSONAL = {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "he", "him", "his", "she", "her", "hers", "it",
            "its", "they", "them", "their", "theirs", "who", "whom", "whose", "which", "that", "both", "himself", "herself",
            "itself", "themselves", "ourselves", "myself", "this", "these", "those"}


def head_of(begin, end, heads, tags):
    """The token of the span that hangs by a word outside of it; punctuation, prepositions and determiners are none."""
    for i in range(begin, end):
        if not begin <= heads[i] < end and tags[i] not in ("PUNCT", "ADP", "DET", "CCONJ"):
            return i
    return end - 1


def gum(spans, forms, tags, heads):
    """Marks of a sentence of GUM; spans: (begin, end, type, identity, cluster)."""
    heads = [h - 1 for h in heads]
    labels, mentions = [0] * len(forms), {}
    for begin, end, kind, _, cluster in sorted(spans, key=lambda s: (s[1] - s[0], s[0])):
        head = head_of(begin, end, heads, tags)
        if kind not in GUM_KINDS:
            continue
        form = "pronoun" if tags[head] in ("PRON", "DET") else "name" if tags[head] == "PROPN" else "description"
        labels[head] = GUM_LABELS.index(form + "-" + kind)
        mentions[head] = (head, form, {"organization": "organisation", "person": "person", "place": "place"}.get(kind, "other"), cluster)
    return Marks("gum", labels, [1.0] * len(forms), [mentions[k] for k in sorted(mentions)], heads, None, False)


def looks_like_name(text):
    words = re.findall(r"[^\W\d_]+", text)
    return bool(words) and words[0][:1].isupper() and all(w[:1].isupper() or len(w) <= 3 for w in words)


def news_mentions(article, sentences):
    """Per sentence (begin, end, head, form, kind, actor) in tokens."""
    text, kinds = article["text"], {a["id"]: a["kind"] for a in article["actors"]}
    out = []
    for tokens in sentences:
        found = {}
        starts = {t[0]: i for i, t in enumerate(tokens)}
        ends = {t[1]: i + 1 for i, t in enumerate(tokens)}
        heads, tags = [t[2] for t in tokens], [t[3] for t in tokens]
        low, high = tokens[0][0], tokens[-1][1]
        for begin, end, actor, form in article["mentions"]:
            if begin < low or end > high or begin not in starts or end not in ends or starts[begin] >= ends[end]:
                continue
            first, last = starts[begin], ends[end]
            head = head_of(first, last, heads, tags)
            if form == "corrected":
                # the words that an annotator quotes may hold more than the mention
                words = [i for i in range(first, last) if text[tokens[i][0]:tokens[i][1]].lower() in PERSONAL]
                if tags[head] in ("VERB", "AUX", "ADJ", "ADV", "ADP", "SCONJ") and words:
                    head = words[0]
                if text[tokens[head][0]:tokens[head][1]].lower() in PERSONAL and tags[head] != "NOUN":
                    form = "pronoun"
                elif looks_like_name(text[begin:end]) and not (tags[head] == "NOUN" and first == 0):
                    form = "name"
                elif tags[head] in ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "DET", "X"):
                    form = "description"
                else:
                    continue
            elif form == "metonym":
                form = "name"
            corrected = (first, last, head, form, kinds.get(actor, "other"), actor)
            # "both sides" is a mention of each
            if (head, actor) not in found or last - first > found[head, actor][1] - found[head, actor][0]:
                found[head, actor] = corrected
        out.append([found[k] for k in sorted(found)])
    return out


def align(mentions, gold):
    """The annotated actor with which an actor shares most words of mentions; None where there is none."""
    votes = collections.Counter()
    for begin, end, _ in mentions:
        for b, e, actor, _ in gold:
            if begin < e and b < end and max(e, end) - min(b, begin) <= 2 * min(e - b, end - begin):
                votes[actor] += 3 if abs(b - begin) <= 2 and abs(e - end) <= 2 else 1
    return votes.most_common(1)[0][0] if votes else None


def news(article, sentences, complete=False):
    """Marks of each sentence of an annotated article; sentences: news_tokens.py; complete: every mention is annotated. What
    as_read.py has made, and hasty annotations, teach relations alone."""
    text, as_read, hasty = article["text"], article.get("as_read", False), article.get("hasty", False)
    every = news_mentions(article, sentences)
    out = []
    for tokens, mentions in zip(sentences, every):
        labels, weights = [0] * len(tokens), [1.0] * len(tokens)
        for i, (begin, end, _, tag) in enumerate(tokens):
            # not every mention is annotated: what looks like one and is not marked teaches less
            form = text[begin:end]
            if complete:
                weights[i] = 0.5 if tag in ("PRON", "PROPN") else 1.0
            elif tag == "PRON" and form.lower() in PERSONAL:
                weights[i] = 0.2
            elif tag == "PROPN" or tag == "ADJ" and form[:1].isupper() and i > 0:
                weights[i] = 0.4
            elif tag == "NOUN":
                weights[i] = 0.7
        for first, last, head, form, kind, _ in mentions:
            label = form if form in ("adjective", "pronoun") else form + "-" + kind
            labels[head], weights[head] = MENTION_LABELS.index(label), 1.0
        heads = [t[2] for t in tokens]
        low, high = tokens[0][0], tokens[-1][1]
        relations = []
        for r in article["relations"]:
            begin, end = article["sentences"][r["sentence"]]
            if begin < high and low < end and r["type"] in TYPES:
                relations.append((r["source"], r["type"], r["target"], r["status"], 0.5 if r["optional"] else 1.0))
        marked = [(h, f, k, a) for _, _, h, f, k, a in mentions]
        out.append(Marks("read" if as_read or hasty else "news", labels, weights, marked, heads, relations,
                         complete and not as_read and not hasty, HASTY_UNSAID if hasty else 1.0))
    return out
