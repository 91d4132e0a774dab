"""Writes a model's manifest: of what, how and how well it was trained.

    manifest.py fast-meaning.pt --before fast.pt --model data/model/fast.model --out data/model/fast.json [--scores scores.json]

The checkpoint, of train_fast_meaning.py or of train_accurate.py, says which model it is; --before, what it went on from. Scores in a manifest of the same model stay
until others are given.
"""
import argparse
import hashlib
import json
import os

import torch

TREEBANKS = [
    {"name": "Universal Dependencies English EWT, train", "words": 204577, "licence": "CC BY-SA 4.0",
     "for": "sentences, words, tags, lemmas, trees"},
    {"name": "Universal Dependencies English GUM without its non-commercial genres, train", "words": 129805,
     "licence": "annotations CC BY 4.0, texts CC BY or public domain", "for": "sentences, words, tags, lemmas, trees, names"},
    {"name": "Universal NER over English EWT, train", "licence": "CC BY-SA 4.0", "for": "names"},
    {"name": "WikiGold", "licence": "CC BY 4.0", "for": "names"},
]
SILVER = {"name": "names that spaCy's en_core_web_md marks in the sentences of the corpora above", "licence": "MIT",
          "for": "the finer kinds of names"}
ANNOTATED = [
    {"name": "annotated news, train: actors, mentions and relations in 640 articles of some 60 sources, less 40 held out", "words": 211000,
     "licence": "annotation CC BY 4.0; texts per article: public domain, CC BY, or research use",
     "for": "encoder, mentions, who is who, relations"},
    {"name": "annotated news of this project (tools/train/annotations): the same in 5,521 articles, less 120 held out; 2,342 of them were read only "
     "once", "words": 1730918, "licence": "annotation CC BY 4.0; texts per article: public domain, CC BY, or research use",
     "for": "encoder, mentions, who is who, relations"},
    {"name": "exercises of this project (tools/train/annotations/exercises): the same in 1,397 short texts of our own",
     "words": 29337, "licence": "Apache-2.0", "for": "mentions, who is who, relations, status"},
]
CORPORA = {
    "fast": TREEBANKS + [SILVER, {"name": "word vectors of spaCy's en_core_web_md, distilled", "licence": "MIT",
                                  "for": "encoder"}] + ANNOTATED,
    "accurate": TREEBANKS + [SILVER] + ANNOTATED + [
        {"name": "weights of all-MiniLM-L6-v2", "licence": "Apache-2.0", "for": "encoder, which grew out of them"}],
}
NEWS = {"name": "unlabelled news", "licence": "per text; research use", "for": "encoder, by masked words"}
# Options of the training programs that say where files are, or how often something is saved or printed.
PATHS = ("corpora", "vectors", "out", "every", "silver", "lexicon", "start", "weights", "news", "tokens", "adapted", "held_out",
         "save_minutes", "check", "sections", "sections_out")


def trained(saved, before):
    """What the checkpoint says: name of the model, its corpora, the sizes of the network, the rounds of training."""
    if "encoder" not in saved:
        return "fast", CORPORA["fast"], {**before["config"], **saved["config"]}, before["rounds"] + saved["rounds"]
    corpora = CORPORA["accurate"] + ([NEWS] if saved["options"]["adapted"] else [])
    rounds = saved.get("rounds", [saved["options"]]) + ([saved["mean"]] if "mean" in saved else [])
    return "accurate", corpora, {**saved["encoder"], **saved["config"]}, rounds


def scores(args):
    """Those given, or else those of the manifest that is replaced, where the model is the same."""
    if args.scores:
        with open(args.scores, encoding="utf-8") as file:
            return json.load(file)
    if os.path.exists(args.out):
        with open(args.out, encoding="utf-8") as file:
            before = json.load(file)
        if before["sha256"] == digest(args.model):
            return before.get("scores")
    return None


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def load(checkpoint):
    return torch.load(checkpoint, map_location="cpu", weights_only=False)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint")
    ap.add_argument("--before", help="the checkpoint that it went on from, where its sections come from it")
    ap.add_argument("--model", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--scores", help="a JSON file of scores by development set")
    args = ap.parse_args()
    before = load(args.before) if args.before else {"config": {}, "rounds": []}
    name, corpora, network, rounds = trained(load(args.checkpoint), before)
    manifest = {"model": name, "file": os.path.basename(args.model), "sha256": digest(args.model),
                "size": os.path.getsize(args.model), "licence": "CC BY-SA 4.0 (data/model/LICENSE.md)",
                "corpora": corpora, "network": network,
                "rounds": [{k: v for k, v in options.items() if k not in PATHS} for options in rounds]}
    found = scores(args)
    if found:
        manifest["scores"] = found
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()
