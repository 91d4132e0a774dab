#!/usr/bin/env python3
"""serve_pages.py PROGRAM: adds articles to a store, serves it and asks for every page, as a browser would and as others would."""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = os.path.abspath(sys.argv[1])
ARTICLES = [
    {"id": "mon", "title": "A <visit> & more", "date": "2024-01-08", "source": "https://daily.example/visit",
     "text": "Olaf Scholz visited Oslo on Monday and met Jonas Gahr Støre, the prime minister of Norway."},
    {"id": "gas", "title": "Gas", "date": "2024-02-09", "source": "javascript:alert(1)",
     "text": "Norway supports Ukraine. Russia criticised Norway. Olaf Scholz met Jonas Gahr Støre again."},
]
failures = []


def check(what, truth):
    if not truth:
        failures.append(what)
        print("FAILED:", what)


class Server:
    def __init__(self, folder):
        self.process = subprocess.Popen([PROGRAM, "serve", "news.db", "--port", "0"], cwd=folder, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        self.root = re.search(r"http://127\.0\.0\.1:\d+", line).group(0)

    def get(self, path, **headers):
        request = urllib.request.Request(self.root + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def post(self, path):
        try:
            with urllib.request.urlopen(urllib.request.Request(self.root + path, data=b"x=1", method="POST"), timeout=30) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except (urllib.error.URLError, ConnectionError):
            return 0


def ask(server):
    status, headers, home = server.get("/")
    check("the first page lists actors", status == 200 and "Olaf Scholz" in home and "2 articles" in home)
    check("nothing runs scripts", "script" not in headers["Content-Security-Policy"] and "default-src 'none'" in headers["Content-Security-Policy"])
    check("no other site may read it", headers["Access-Control-Allow-Origin"] is None)
    check("no script in the page", "<script" not in home)
    for page in ("/search?q=norway", "/actor?id=norway", "/relation?a=norway&b=russia", "/article?name=gas"):
        status, _, text = server.get(page)
        check(page, status == 200 and "<main" in text and 'lang="en"' in text and "Norway" in text)
    _, _, article = server.get("/article?name=mon")
    check("titles are text", "A &lt;visit&gt; &amp; more" in article and "<visit>" not in article)
    check("the original is linked", 'href="https://daily.example/visit"' in article)
    check("only web addresses are links", "href=\"javascript" not in server.get("/article?name=gas")[2])
    _, _, actor = server.get("/actor?id=" + urllib.parse.quote("Olaf Scholz"))
    check("the actor's sentences", "visited Oslo on Monday" in actor and "/timeline.svg?id=olaf-scholz" in actor)
    _, _, later = server.get("/actor?id=olaf-scholz&since=2024-02-01")
    check("filters narrow", "visited Oslo on Monday" not in later and "again" in later)
    for picture in ("/picture.svg?id=olaf-scholz", "/timeline.svg?id=olaf-scholz"):
        status, headers, text = server.get(picture)
        check(picture, status == 200 and headers["Content-Type"] == "image/svg+xml" and "<svg" in text)
    check("style", server.get("/style.css")[1]["Content-Type"].startswith("text/css"))
    for wrong in ("/nothing", "/actor?id=zzz", "/actor", "/article?name=zzz", "/relation?a=norway&b=zzz", "/../../etc/passwd",
                  "/search?q=%22%20-"):
        check("is refused: " + wrong, server.get(wrong)[0] in (404, 400))
    status, _, text = server.get("/search?q=" + urllib.parse.quote("<img src=x onerror=alert(1)>"))
    check("what was asked is text", status in (200, 404) and "<img" not in text)
    check("another site's name is refused", server.get("/", Host="evil.example:80")[0] == 403)
    check("nothing is written", server.post("/") in (0, 400, 404, 405, 413))


with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "news.jsonl"), "w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in ARTICLES)
    subprocess.run([PROGRAM, "store", "news.db", "add", "news.jsonl", "--model", "fast"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    server = Server(folder)
    try:
        ask(server)
    finally:
        server.process.terminate()
        server.process.wait()
    missing = subprocess.run([PROGRAM, "serve", "none.db"], cwd=folder, capture_output=True, text=True)
    check("a store that is not there", missing.returncode == 1 and "no such store" in missing.stderr)
sys.exit(1 if failures else 0)
