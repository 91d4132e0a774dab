"""Sentences of our own writing with marks, for what annotated news seldom says → annotated articles.

    exercises.py FILE… --out exercises.jsonl.gz        (without --out: only checks)

Exercises are apart by empty lines. Lines that begin with "> " are its text, a sentence each; the lines after them are the
relations that it tells. "#" begins a comment line.

    > {Anna Kovac|A person} denied that {she|A} had met {Boris Lund|B person}.
    > {{Norway|N country}'s envoy|E person} will see {both|A+B} next week.
    A meets B negated
    E represents N @2
    E meets A planned @2
    E meets B planned @2

{words|ACTOR} marks a mention; the first mark of an actor also gives its kind, "adj" stands for an adjective of nationality
({Russian|R country adj}). Marks may hold marks. A relation is SOURCE TYPE TARGET, then a status unless it is asserted, then
the number of the sentence unless it is the first that marks both.
"""
import argparse
import re
import sys

import annotated
from annotations import write


class Wrong(Exception):
    pass


def read_sentence(line, offset, kinds):
    """The text without marks, and its mentions [begin, end, actor, form], whose places count from offset."""
    mentions, text, open_marks, at = [], [], [], 0
    length = 0
    while at < len(line):
        if line[at] == "{":
            open_marks.append(length)
            at += 1
            continue
        if line[at] == "|" and open_marks:
            told = re.match(r"\|([A-Za-z0-9+]+)((?: [a-z]+)*)\}", line[at:])
            if not told:
                raise Wrong(f"no actor after '|': {line[at:at + 20]}")
            begin, words = open_marks.pop(), told[2].split()
            for actor in told[1].split("+"):
                for word in words:
                    if word in annotated.KINDS:
                        if kinds.setdefault(actor, word) != word:
                            raise Wrong(f"{actor} has two kinds")
                    elif word != "adj":
                        raise Wrong(f"unknown word '{word}' in a mark")
                if actor not in kinds:
                    raise Wrong(f"the first mark of {actor} gives no kind")
                mentions.append([offset + begin, offset + length, actor, "adjective" if "adj" in words else "corrected"])
            at += told.end()
            continue
        text.append(line[at])
        length += 1
        at += 1
    if open_marks:
        raise Wrong("a mark is not closed")
    return "".join(text), mentions


def read_exercise(lines, name):
    text, sentences, mentions, kinds, relations, inside = "", [], [], {}, [], []
    for line in lines:
        if line.startswith("> "):
            if relations:
                raise Wrong("text after a relation")
            if text:
                text += " "
            sentence, found = read_sentence(line[2:].strip(), len(text), kinds)
            if re.search(r"[{}|]", sentence):
                raise Wrong("a bracket outside of a mark")
            sentences.append([len(text), len(text) + len(sentence)])
            inside.append({m[2] for m in found})
            text += sentence
            mentions += found
            continue
        words = line.split()
        number = int(words.pop()[1:]) - 1 if words[-1][:1] == "@" else None
        status = words.pop() if words[-1] in annotated.STATUSES else "asserted"
        if len(words) != 3 or words[1] not in annotated.TYPES:
            raise Wrong(f"not SOURCE TYPE TARGET: {line}")
        source, kind, target = words
        for actor in (source, target):
            if actor not in kinds:
                raise Wrong(f"no mark of {actor}")
        if number is None:
            number = next((i for i, marked in enumerate(inside) if source in marked and target in marked), None)
            if number is None:
                raise Wrong(f"no sentence marks both: {line}")
        if not 0 <= number < len(sentences):
            raise Wrong(f"no such sentence: {line}")
        relations.append({"source": source, "type": kind, "target": target, "status": status, "sentence": number, "optional": False})
    if not sentences:
        raise Wrong("no text")
    names = {a: [text[b:e] for b, e, actor, _ in mentions if actor == a] for a in kinds}
    return {"id": name, "text": text, "sentences": sentences, "actors": [{"id": a, "kind": kinds[a], "names": names[a]} for a in kinds],
            "mentions": mentions, "relations": relations}


def read(path):
    """Yields the exercises of a file; what is wrong goes to stderr, and False is yielded in its place."""
    block, first = [], 0
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate([*file, ""], 1):
            line = line.strip()
            if line.startswith("#"):
                continue
            if line:
                if not block:
                    first = number
                block.append(line)
                continue
            if block:
                try:
                    yield read_exercise(block, f"exercise-{path.rsplit('/')[-1].split('.')[0]}-{first}")
                except (Wrong, ValueError) as error:
                    print(f"{path}:{first}: {error}", file=sys.stderr)
                    yield False
            block = []


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--out")
    args = ap.parse_args()
    found = [e for path in args.files for e in read(path)]
    print(len(found), "exercises,", found.count(False), "wrong,", sum(len(e["relations"]) for e in found if e), "relations", file=sys.stderr)
    if args.out:
        write(args.out, [e for e in found if e])
    return 1 if False in found else 0


if __name__ == "__main__":
    sys.exit(main())
