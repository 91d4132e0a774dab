"""Lets a packaged spaCy model mark the names of the training sentences, as a second opinion to learn from.

    silver_names.py MODEL_FOLDER --corpora DIR --out silver.pickle

The model (en_core_web_md, MIT) knows kinds of names that the open corpora do not tell apart: states and cities,
nationalities, events, works. train.py gives these labels a head of their own; they never count as gold.
"""
import argparse
import pickle

import spacy
from spacy.tokens import Doc

import corpus

KINDS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP",
         "EVENT": "EVENT", "WORK_OF_ART": "WORK", "LAW": "WORK", "PRODUCT": "WORK"}


def tidy(begin, end, forms):
    """Names without their article and possessive."""
    while begin < end and forms[begin].lower() in ("the", "a", "an"):
        begin += 1
    while begin < end and forms[end - 1] in ("'s", "\u2019s", "'"):
        end -= 1
    return begin, end


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    nlp = spacy.load(args.model, enable=["ner"])
    train, _ = corpus.load(args.corpora)
    docs = (Doc(nlp.vocab, words=s.forms) for s in train)
    marked = {}
    for s, doc in zip(train, nlp.pipe(docs, batch_size=256)):
        spans = []
        for entity in doc.ents:
            if entity.label_ in KINDS:
                begin, end = tidy(entity.start, entity.end, s.forms)
                if begin < end:
                    spans.append((begin, end, KINDS[entity.label_]))
        marked[tuple(s.forms)] = corpus.bilou(spans, len(s.forms))
    with open(args.out, "wb") as file:
        pickle.dump(marked, file)
    print(f"{len(marked)} sentences, {sum(t[0] in 'BU' for tags in marked.values() for t in tags)} names")


if __name__ == "__main__":
    main()
