"""What data/lexicon knows of a single word: one class per combination of the lists that it stands in."""
import collections
import os

LISTS = ["given", "person", "country", "people", "place", "place part", "organisation", "organisation part", "region",
         "name word", "office"]
BIT = {name: 1 << i for i, name in enumerate(LISTS)}


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")


def split(name):
    """A name of the lexicon → its words as the treebanks cut them, without marks and remarks in brackets."""
    name = name.split(" (")[0].strip().strip("~?").strip()
    return name.replace("-", " - ").split()


def load(folder):
    """{word as written: class}; classes count from 1."""
    masks = collections.Counter()

    def add(names, whole, part=None):
        for name in names:
            words = split(name)
            if len(words) == 1:
                masks[words[0]] |= BIT[whole]
            elif part:
                for word in words:
                    if word[:1].isupper():
                        masks[word] |= BIT[part]

    def cells(row, *columns):
        return [name for c in columns if c < len(row) for name in row[c].replace("/", "|").split("|") if name]

    for row in rows(os.path.join(folder, "given_names.tsv")):
        add(cells(row, 2), "given")
    for row in rows(os.path.join(folder, "persons.tsv")):
        add(cells(row, 1), "person", "person")
    for row in rows(os.path.join(folder, "countries.tsv")):
        add(cells(row, 0, 1), "country", "country")
        add(cells(row, 2, 3), "people")
        add(cells(row, 4), "place", "place part")
    for row in rows(os.path.join(folder, "places.tsv")):
        add(cells(row, 0, 1), "place", "place part")
    for row in rows(os.path.join(folder, "organisations.tsv")):
        add(cells(row, 0, 1), "organisation", "organisation part")
    for row in rows(os.path.join(folder, "regions.tsv")):
        add(cells(row, 0, 1, 2, 3), "region")
    for row in rows(os.path.join(folder, "name_words.tsv")):
        add([w for name in cells(row, 1) for w in (name, name[:1].upper() + name[1:])], "name word")
    for row in rows(os.path.join(folder, "offices.tsv")):
        add([w for name in cells(row, 0, 1) for w in (name, name[:1].upper() + name[1:])], "office")
    classes = {mask: i + 1 for i, mask in enumerate(sorted(set(masks.values())))}
    return {word: classes[mask] for word, mask in sorted(masks.items())}
