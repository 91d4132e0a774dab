"""Cuts annotated articles into sentences and tokens as the library does: {article id: [[[begin, end], …], …]}.

    news_tokens.py --binary entente --news news-train.jsonl.gz --out tokens.json
"""
import argparse
import gzip
import json
import subprocess
import sys
import tempfile


def sentences_of(binary, text):
    """Per sentence the (begin, end) of its tokens in code points. All models cut alike; the fast one is enough."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        lines = subprocess.run([binary, "explain", "--model", "fast", "--conllu", file.name], capture_output=True, text=True, check=True).stdout
    out, at, tokens, whole = [], 0, [], None
    for line in lines.splitlines() + [""]:
        cells = line.split("\t")
        if not line:
            if tokens:
                out.append(tokens)
            tokens = []
        elif len(cells) == 10 and "-" in cells[0]:
            whole = (int(cells[0].split("-")[1]), cells[1])  # its parts follow
        elif len(cells) == 10 and cells[0].isdigit():
            begin = text.find(cells[1], at)
            if 0 <= begin <= at + 200 and (whole is None or cells[1] in whole[1]):
                tokens.append((begin, begin + len(cells[1])))
                at = begin + len(cells[1])
            if whole and int(cells[0]) == whole[0]:
                whole = None
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--binary", required=True)
    ap.add_argument("--news", required=True)
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    tokens = {}
    with gzip.open(args.news, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            tokens[article["id"]] = sentences_of(args.binary, article["text"])
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(tokens, file)
    print(len(tokens), "articles", sum(map(len, tokens.values())), "sentences", file=sys.stderr)


if __name__ == "__main__":
    main()
