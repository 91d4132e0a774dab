#!/usr/bin/env python3
"""bench_serve.py PROGRAM STORE [LIMIT]: how long `entente serve` takes for every kind of page, of the actors in the most articles.

Each page is asked for three times; the best counts, by the clock and by the server's processor. With a LIMIT in milliseconds it
fails where a page took more of the processor."""
import os
import re
import subprocess
import sys
import time
import urllib.request
from urllib.parse import quote

TICKS = os.sysconf("SC_CLK_TCK")


def processor_time(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS  # in user and system mode, see proc(5)


class Server:
    def __init__(self, program, store):
        self.process = subprocess.Popen([program, "serve", store, "--port", "0"], stderr=subprocess.PIPE, text=True)
        self.root = re.search(r"http://127\.0\.0\.1:\d+", self.process.stderr.readline()).group(0)

    def get(self, path):
        with urllib.request.urlopen(self.root + path) as answer:
            return answer.read().decode()

    def measure(self, path):
        rounds = []
        for _ in range(3):
            used, start = processor_time(self.process.pid), time.monotonic()
            size = len(self.get(path))
            rounds.append((processor_time(self.process.pid) - used, time.monotonic() - start))
        processor, clock = min(rounds)
        print(f"{path:<60}{clock * 1e3:8.0f} ms{processor * 1e3:8.0f} ms{size / 1e3:8.0f} kB", flush=True)
        return processor * 1e3


def pages(server):
    home = server.get("/")
    actors = re.findall(r'href="/actor\?id=([^"]+)"', home)
    first = actors[0]
    article = re.search(r'href="/article\?name=([^"]+)"', server.get(f"/actor?id={first}")).group(1)
    yield from ("/", "/style.css", f"/article?name={article}", f"/relation?a={first}&b={actors[1]}")
    for place in (0, 9, 49):
        yield from (f"{kind}?id={actors[place]}" for kind in ("/actor", "/picture.svg", "/timeline.svg"))
    for words in ("agreement", "the", first, "nobody at all"):
        yield "/search?q=" + quote(words)


def main():
    program, store = sys.argv[1:3]
    limit = float(sys.argv[3]) if len(sys.argv) > 3 else float("inf")
    server = Server(program, store)
    try:
        print(f"{'':60}{'clock':>11}{'processor':>11}")
        slow = [path for path in pages(server) if server.measure(path) > limit]
    finally:
        server.process.terminate()
    if slow:
        sys.exit(f"more than {limit:.0f} ms: " + " ".join(slow))


main()
