"""Reads annotated articles as the library does: {article id: [[[begin, end, head, tag], …], …]}.

begin, end: the token's code points; head: the index in its sentence of the token that it hangs by, -1 for none.

    news_tokens.py --binary entente --news news-train.jsonl.gz --out tokens.json
"""
import argparse
import gzip
import json
import subprocess
import sys
import tempfile


def sentences_of(binary, text):
    """Per sentence its tokens, as above, read with the accurate model."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        lines = subprocess.run([binary, "explain", "--conllu", file.name], capture_output=True, text=True, check=True).stdout
    out, at, rows, whole = [], 0, [], None
    for line in lines.splitlines() + [""]:
        cells = line.split("\t")
        if not line:
            if rows:
                place = {number: i for i, (number, *_) in enumerate(rows)}
                out.append([[begin, end, place.get(head, -1), tag] for _, begin, end, head, tag in rows])
            rows = []
        elif len(cells) == 10 and "-" in cells[0]:
            whole = (int(cells[0].split("-")[1]), cells[1])  # its parts follow
        elif len(cells) == 10 and cells[0].isdigit():
            begin = text.find(cells[1], at)
            if 0 <= begin <= at + 200 and (whole is None or cells[1] in whole[1]):
                rows.append((int(cells[0]), begin, begin + len(cells[1]), int(cells[6]), cells[3]))
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
