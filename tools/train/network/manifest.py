"""Writes data/model/manifest.json: of what, how and how well the model was trained.

    manifest.py network.pt --model english.model --out manifest.json [--scores scores.json]
"""
import argparse
import hashlib
import json
import os

import torch

CORPORA = [
    {"name": "Universal Dependencies English EWT, train", "words": 204577, "licence": "CC BY-SA 4.0",
     "for": "sentences, words, tags, lemmas, trees"},
    {"name": "Universal Dependencies English GUM without its non-commercial genres, train", "words": 129805,
     "licence": "annotations CC BY 4.0, texts CC BY or public domain", "for": "sentences, words, tags, lemmas, trees, names"},
    {"name": "Universal NER over English EWT, train", "licence": "CC BY-SA 4.0", "for": "names"},
    {"name": "WikiGold", "licence": "CC BY 4.0", "for": "names"},
    {"name": "word vectors of spaCy's en_core_web_md, distilled", "licence": "MIT", "for": "encoder"},
    {"name": "names that spaCy's en_core_web_md marks in the sentences above", "licence": "MIT",
     "for": "the finer kinds of names"},
]
PATHS = ("corpora", "vectors", "out", "every", "silver", "lexicon", "start")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint")
    ap.add_argument("--model", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--scores")
    args = ap.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu")
    options = [{k: v for k, v in round.items() if k not in PATHS} for round in saved["rounds"]]
    with open(args.model, "rb") as file:
        payload = file.read()
    manifest = {"model": os.path.basename(args.model), "sha256": hashlib.sha256(payload).hexdigest(),
                "size": len(payload), "licence": "CC BY-SA 4.0 (data/model/LICENSE.md)", "corpora": CORPORA,
                "network": saved["config"], "rounds": options}
    if args.scores:
        with open(args.scores, encoding="utf-8") as file:
            manifest["scores"] = json.load(file)
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()
