#!/usr/bin/env python3
"""Draws many articles and looks for what is wrong with the pictures: article_pictures.py ENTENTE PICTURE_FAULTS ARTICLE…

Each ARTICLE is a file, a folder or a .jsonl file. The environment variable ENTENTE_ARTICLES names more of them, with
":" between; without it the sample articles are too few to say much, and the test ends with 77 (skipped) after it has
looked at them. Every article is drawn as it is, for a page of each kind, and grouped by country.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
ENOUGH = 50
WAYS = {"auto": [], "portrait": ["--size", "portrait"], "landscape": ["--size", "landscape"],
        "groups": ["--group", "country"]}


def articles(paths, folder):
    """Files of one article each; lines of .jsonl files become files in the folder."""
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file())
        elif path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                one = folder / f"{path.stem}-{number}.jsonl"
                one.write_text(line + "\n", encoding="utf-8")
                yield one
        else:
            yield path


def main():
    entente, picture_faults, *paths = sys.argv[1:]
    more = [path for path in os.environ.get("ENTENTE_ARTICLES", "").split(os.pathsep) if path]
    faults = False
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = list(articles(paths + more, folder))
        for way, options in WAYS.items():
            pictures = []
            for number, file in enumerate(files):
                picture = folder / f"{way}-{number}-{file.stem}.svg"
                subprocess.run([entente, "draw", file, "-o", picture, *options], check=True)
                pictures.append(picture)
            print(f"{way}:", flush=True)
            faults |= subprocess.run([picture_faults, *pictures], check=False).returncode != 0
    if faults:
        return 1
    if len(files) < ENOUGH:
        print(f"SKIPPED: {len(files)} articles are too few; name folders or .jsonl files of {ENOUGH} and more in "
              "ENTENTE_ARTICLES")
        return SKIPPED
    return 0


sys.exit(main())
