#!/usr/bin/env python3
"""make_page.py GLUE MODULE MODEL OUT: puts the page that reads articles in a browser into one file.

GLUE and MODULE are what Emscripten made (.js, .wasm), MODEL a model file of entente. Nothing is fetched by the page: all of
it is inside, packed by gzip, as text (Base64). Its policy allows the scripts that are inside and nothing else.
"""
import base64
import gzip
import hashlib
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
PAGE = HERE.parent.parent / "data" / "page"


def packed(path):
    return base64.b64encode(gzip.compress(path.read_bytes(), 9, mtime=0)).decode()


def digest(script):
    return "'sha256-%s'" % base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def text(path):
    return path.read_text(encoding="utf-8")


def page(glue, module, model):
    script = text(HERE / "reader.js")
    # The page of a graph, which is shown inside, has this script; render/page.cpp puts it together.
    inner = text(PAGE / "page.js") + text(PAGE / "tools.js")
    worker = text(glue) + "\n" + text(HERE / "worker.js")
    if "</script" in worker or "<!--" in worker:
        raise SystemExit(f"make_page.py: {glue} holds what ends a script element")
    parts = {
        "scripts": f"{digest(script)} {digest(inner)}",
        "style": text(HERE / "reader.css"),
        "worker": worker,
        "module": packed(module),
        "model": packed(model),
        "script": script,
    }
    whole = text(HERE / "reader.html")
    for name, part in parts.items():
        before, _, after = whole.partition("{{" + name + "}}")
        whole = before + part + after
    return whole


def main():
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    glue, module, model, out = map(pathlib.Path, sys.argv[1:])
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(out.name + ".part")
    part.write_text(page(glue, module, model), encoding="utf-8")
    os.replace(part, out)


if __name__ == "__main__":
    main()
