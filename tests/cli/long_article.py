"""long_article.py ENTENTE FOLDER: asks an article of FOLDER/articles that is not part of the project, because it is not
ours to copy. Ends with 77 (skipped) and says so where it is not there."""

import json
import subprocess
import sys
from pathlib import Path

entente, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
article = Path(folder or "no-folder") / "articles/putin-xi.txt"
if not article.is_file():
    print(f"SKIPPED: there is no {article}; configure with -DENTENTE_GOLD=FOLDER")
    sys.exit(77)


def ask(*question):
    done = subprocess.run([entente, "query", article, *question, "--json"], check=True, capture_output=True)
    return json.loads(done.stdout)


def expect(what, good):
    if not good:
        sys.exit(f"not so: {what}")


path = ask("path", "lukashenko", "xi")["paths"][0]
expect("Lukashenko and Xi are joined by Putin or Russia", {"vladimir-putin", "russia"} & set(path["actors"][1:-1]))
expect("each step has its sentence", all(step["text"] for step in path["steps"]))
visit = [relation for relation in ask("between", "putin", "xi") if relation["type"] == "visits"]
expect("Xi visits Putin", visit and visit[0]["source"] == "xi-jinping" and visit[0]["status"] == "planned")
expect("Xi and Assad have Putin or Russia in common",
       {"vladimir-putin", "russia"} & {row["actor"] for row in ask("common", "xi", "assad")})
top = {row["actor"] for row in ask("rank", "--top", "4")}
expect("Putin, Xi, Russia and China are on top", top == {"vladimir-putin", "xi-jinping", "russia", "china"})
print("answered")
