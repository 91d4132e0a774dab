"""Fails where the program reads worse than it did.

    floors.py PROGRAM articles                    the articles of our own in tests/quality/articles
    floors.py PROGRAM corpora                     the corpora in the folder that ENTENTE_CORPORA names

floors.tsv holds the figures to keep; a figure may fall by half a point. The corpora are scored by tools/evaluate/run,
which says what the folder holds: ENTENTE_CORPORA names its corpora/, and the gold articles and the scorers are beside
that. Without the variable the test is skipped (exit status 77); a figure that cannot be measured there fails.
"""
import json
import os
import pathlib
import subprocess
import sys

import articles

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "build/evaluate"  # where tools/evaluate/run leaves the graphs and scores
TOLERANCE = 0.5
SKIPPED = 77


def held(part):
    """The figures of floors.tsv for a part, by name."""
    rows = [row.split("\t") for row in (HERE / "floors.tsv").read_text().splitlines() if row and row[0] != "#"]
    return {name: float(figure) for of, name, figure in rows if of == part}


def of_articles(program):
    return {f"{name} {measure}": figure
            for name, values in articles.score(program).items() for measure, figure in values.items()}


def corpora_folder():
    """The folder that tools/evaluate/run takes."""
    name = os.environ.get("ENTENTE_CORPORA")
    if not name:
        print("SKIPPED: the scores on the corpora are not held against their floors; ENTENTE_CORPORA names no folder")
        sys.exit(SKIPPED)
    folder = pathlib.Path(name).resolve()
    if not folder.is_dir():
        sys.exit(f"ENTENTE_CORPORA: {folder}: no such folder")
    return folder if (folder / "corpora").is_dir() else folder.parent


def of_corpora(program):
    folder = corpora_folder()
    tree = pathlib.Path(program).resolve().parent.parent
    subprocess.run([ROOT / "tools/evaluate/run", folder], env={**os.environ, "ENTENTE_BIN": str(tree)}, check=True)
    reader = scored(folder, "score_reader.py", "--corpus", "corpora/relations/news-dev.jsonl.gz", "news.jsonl")
    gold = scored(folder, "score.py", "--gold", "gold/graphs", "graphs")
    dwie = scored(folder, "score_dwie.py", "--dwie", "corpora/dwie-dev.json", "dwie.jsonl")
    plover = scored(folder, "score_plover.py", "--sentences", "corpora/plover-dev.tsv", "plover.jsonl")
    measured = {}
    for name, keys, of, scale in [("news typed f1", ("typed", "f1"), reader, 1),
                                  ("news mentions f1", ("mentions", "f1"), reader, 1),
                                  ("gold typed f1", ("typed", "f1"), gold, 1),
                                  ("gold actors f1", ("actors", "f1"), gold, 1),
                                  ("dwie actors f1", ("actors", "f1"), dwie, 100),
                                  ("dwie relations f1", ("relations", "f1"), dwie, 100),
                                  ("plover type accuracy", ("type accuracy",), plover, 100)]:
        figure = at(of, keys)
        measured[name] = None if figure is None else scale * figure
    for bank in ("ewt", "gum"):
        measured[f"{bank} las"] = las(WORK / f"{bank}.words.score")
    return {name: figure for name, figure in measured.items() if figure is not None}


def scored(folder, scorer, option, expected, built):
    """What a scorer prints as JSON; nothing where a file is missing."""
    if not all(path.exists() for path in (folder / scorer, folder / expected, WORK / built)):
        return {}
    command = [sys.executable, folder / scorer, option, folder / expected, "--built", WORK / built, "--json"]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def at(values, keys):
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values


def las(table):
    rows = [line.split() for line in table.read_text().splitlines()] if table.exists() else []
    return next((float(row[3]) for row in rows if row and row[0] == "LAS"), None)


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in ("articles", "corpora"):
        sys.exit(__doc__)
    program, part = sys.argv[1:]
    measured = of_articles(program) if part == "articles" else of_corpora(program)
    fallen = 0
    print(f"\n{'figure':24}    held   today")
    for name, floor in held(part).items():
        today = measured.get(name)
        falls = today is None or today < floor - TOLERANCE
        risen = today is not None and today > floor + TOLERANCE
        verdict = "not measured" if today is None else "FALLS" if falls else "rises: raise it in floors.tsv" if risen else ""
        print(f"{name:24}  {floor:6.1f}  {'-' if today is None else format(today, '.1f'):>6}  {verdict}")
        fallen += falls
    if fallen:
        sys.exit(f"{fallen} of the figures in tests/quality/floors.tsv are not reached")


if __name__ == "__main__":
    main()
