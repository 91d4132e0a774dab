"""Names put in the place of others, so that the network learns to see a name by its place and shape, not by heart.

A sentence of the training data comes, some of the time, with its names changed for others of the same type and pattern
(the same number of words, the same small words between them), so that its tree still holds. The other names are those of
all corpora, the lists of data/lexicon, and persons made of a given name and a surname. Method: mention replacement
(Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition").
"""
import collections
import os

import gazetteer

SENTENCES = 0.5  # share of the sentences with names that are changed
NAMES = 0.7      # share of the names of such a sentence
UNSEEN = 0.5     # share of the persons of one or two words that are made new


def pattern(words):
    """What must be alike for one name to stand for another: small words and marks as they are, "X" for the rest."""
    return tuple("X" if w[:1].isupper() else w for w in words)


def spans(tags):
    begin = 0
    for i, tag in enumerate(tags):
        if tag[0] in "BU":
            begin = i
        if tag[0] in "LU":
            yield begin, i + 1, tag[2:]


class Augmenter:
    def __init__(self, sentences, lexicon, rng):
        """sentences: the training sentences; lexicon: data/lexicon; rng: random.Random."""
        self.rng = rng
        pools = collections.defaultdict(set)
        surnames = set()
        for s in sentences:
            for begin, end, kind in spans(s.names or []):
                words = tuple(s.forms[begin:end])
                pools[kind, pattern(words)].add(words)
                if kind == "PER" and end - begin == 2 and all(w.isalpha() and w.istitle() for w in words):
                    surnames.add(words[1])
        for kind, name in (("PER", "persons"), ("ORG", "organisations"), ("LOC", "places")):
            for row in gazetteer.rows(os.path.join(lexicon, name + ".tsv")):
                cells = row[1:2] if name == "persons" else row[0:2]
                for written in "|".join(cells).split("|"):
                    words = tuple(gazetteer.split(written))
                    if words and words[0][:1].isupper():
                        pools[kind, pattern(words)].add(words)
                        if kind == "PER" and len(words) == 2:
                            surnames.add(words[1])
        given = {n for row in gazetteer.rows(os.path.join(lexicon, "given_names.tsv")) for n in row[2].split("|")}
        self.given = sorted(n for n in given if len(gazetteer.split(n)) == 1)
        self.surnames = sorted(surnames - given)
        self.pools = {key: sorted(names) for key, names in sorted(pools.items())}

    def person(self, count):
        """A person that no list names, in one or two words."""
        surname, given = self.rng.choice(self.surnames), self.rng.choice(self.given)
        if count == 2:
            return given, surname
        return (surname if self.rng.random() < 0.6 else given,)

    def change(self, sentence):
        """The sentence with other names, and which of its words are new; or the sentence itself and None."""
        if not sentence.names or self.rng.random() >= SENTENCES:
            return sentence, None
        forms = list(sentence.forms)
        fresh = [False] * len(forms)
        for begin, end, kind in spans(sentence.names):
            old = tuple(forms[begin:end])
            shape = pattern(old)
            if self.rng.random() >= NAMES or kind == "MISC" or "X" not in shape:
                continue
            if kind == "PER" and shape in (("X",), ("X", "X")) and self.rng.random() < UNSEEN:
                new = self.person(len(shape))
            else:
                new = self.rng.choice(self.pools[kind, shape])
            if all(w.isupper() for w in old) and sum(map(len, old)) > 4:
                new = tuple(w.upper() for w in new)
            forms[begin:end] = new
            fresh[begin:end] = [True] * (end - begin)
        return (sentence._replace(forms=forms), fresh) if any(fresh) else (sentence, None)
