"""The job against one machine: the same bytes, whatever the cut of the data and whatever is lost on the way."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import ENTENTE, FAULTS, ROOT, articles, entente, on_one_machine
from pyspark.sql import SparkSession


def rows(table: Path) -> list:
    return SparkSession.getActiveSession().read.parquet(str(table)).collect()


@pytest.mark.parametrize("cut", [(1, 7, 2), (3, 5, 3), (1000, 1, 8)], ids=str)
def test_the_graph_is_that_of_one_machine(job, corpus, tmp_path, cut):
    tasks, parts, fan = map(str, cut)
    options = ["--articles-per-task", tasks, "--parts", parts, "--fan", fan, "--outputs", "graph"]
    assert job(corpus.folder, *options) == 0
    assert (tmp_path / "out/graph.json").read_bytes() == corpus.graph
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["graph.json", "report.json", "tables"]
    assert [path.name for path in (tmp_path / "out/tables").iterdir()] == ["faults.parquet"]


def test_files_are_called_by_what_the_user_named_wherever_a_task_runs(tmp_path, monkeypatch):
    from entente_spark.articles import Root

    monkeypatch.chdir(tmp_path)
    folder, file, far = Root.of("news/"), Root.of("march.jsonl"), Root.of("hdfs://host/news")
    monkeypatch.chdir("/")
    assert folder.shown(f"file://{tmp_path}/news/more%20words/april.jsonl") == "news/more words/april.jsonl"
    assert file.shown(f"file:{tmp_path}/march.jsonl") == "march.jsonl"
    assert far.shown("hdfs://host/news/a%20b.txt") == "hdfs://host/news/a b.txt"


def test_all_outputs_say_what_the_graph_says(job, corpus, tmp_path, capfd):
    assert job(corpus.folder, "--articles-per-task", "7") == 0
    out = tmp_path / "out"
    graph = json.loads(corpus.graph)
    report = json.loads((out / "report.json").read_text())
    count = {"articles": graph["graph"]["articles"], "actors": graph["nodes"], "relations": graph["edges"]}
    assert report["faults"] == FAULTS
    assert {name: report[name] for name in count} == {name: len(items) for name, items in count.items()}

    actors = {row["id"]: row for row in rows(out / "tables/actors.parquet")}
    assert actors.keys() == {node["id"] for node in graph["nodes"]}
    assert actors["olaf-scholz"]["aliases"] == next(n["aliases"] for n in graph["nodes"] if n["id"] == "olaf-scholz")
    mentions = Counter((row["actor"], row["article"], row["begin"]) for row in rows(out / "tables/mentions.parquet"))
    assert mentions == Counter((n["id"], m["article"], m["begin"]) for n in graph["nodes"] for m in n["mentions"])
    evidence = Counter(
        (row["source"], row["target"], row["key"], row["sentence"]) for row in rows(out / "tables/evidence.parquet")
    )
    assert evidence == Counter(
        (e["source"], e["target"], e["key"], x["text"]) for e in graph["edges"] for x in e["evidence"]
    )
    assert ("Halden", "anna-halden") in {(row["name"], row["actor"]) for row in rows(out / "tables/joins.parquet")}

    faults = {Path(row["place"]).name: row["fault"] for row in rows(out / "tables/faults.parquet")}
    assert faults.keys() == {"march.jsonl:4", "march.jsonl:7", "march.jsonl:19", "march.jsonl:20", "picture.pdf"}
    assert faults["march.jsonl:19"].startswith('has no "text"; expected')
    assert faults["picture.pdf"].startswith("is a PDF from which")
    assert "march.jsonl:4: is not JSON" in capfd.readouterr().err

    assert {path.name for path in out.iterdir()} == {"graph.json", "tables", "store.db", "report.json"}
    exported = entente("store", str(out / "store.db"), "export", "-o", str(tmp_path / "store.json"))
    assert exported.returncode == 0
    added = entente("store", str(tmp_path / "one.db"), "add", "--model", "fast", corpus.folder)
    assert b"added" in added.stderr
    entente("store", str(tmp_path / "one.db"), "export", "-o", str(tmp_path / "one.json"))
    assert (tmp_path / "store.json").read_bytes() == (tmp_path / "one.json").read_bytes()
    again = entente("store", str(tmp_path / "one.db"), "list", "--json").stdout
    assert entente("store", str(out / "store.db"), "list", "--json").stdout == again


def test_a_table_gives_what_its_rows_give_as_lines(job, tmp_path):
    lines = "".join(json.dumps(article) + "\n" for article in articles())
    (tmp_path / "lines.jsonl").write_text(lines)
    assert job(str(tmp_path / "lines.jsonl"), "--outputs", "graph") == 0
    expected = on_one_machine(str(tmp_path / "lines.jsonl"), tmp_path)
    assert (tmp_path / "out/graph.json").read_bytes() == expected
    table = str(tmp_path / "table.parquet")
    SparkSession.getActiveSession().read.json(str(tmp_path / "lines.jsonl")).repartition(3).write.parquet(table)
    assert job(table, "--table", "--outputs", "graph", "--overwrite", "--articles-per-task", "5") == 0
    assert (tmp_path / "out/graph.json").read_bytes() == expected


def test_a_table_without_ids_gives_the_same_in_any_cut(job, tmp_path):
    (tmp_path / "one.json").write_text(
        "".join(json.dumps({"text": a["text"], "id": "x"}) + "\n" for a in articles()[:6])
    )
    (tmp_path / "none.json").write_text("".join(json.dumps({"text": a["text"]}) + "\n" for a in articles()[6:12]))
    from entente_spark.job import open_session

    spark = open_session("local[2,4]")
    read = spark.read.schema("id string, text string").json
    read([str(tmp_path / "one.json"), str(tmp_path / "none.json")]).write.parquet(str(tmp_path / "t.parquet"))
    graphs = set()
    for tasks in ("2", "50"):
        assert (
            job(
                str(tmp_path / "t.parquet"),
                "--table",
                "--overwrite",
                "--articles-per-task",
                tasks,
                "--outputs",
                "graph",
            )
            == 0
        )
        graphs.add((tmp_path / "out/graph.json").read_bytes())
    assert len(graphs) == 1
    ids = [article["id"] for article in json.loads(graphs.pop())["graph"]["articles"]]
    assert len(ids) == 12 and sum(article_id.startswith("x~") for article_id in ids) == 5


def test_a_lost_worker_is_made_up_for(job, corpus, tmp_path, wrapped):
    lost = tmp_path / "lost"
    program = wrapped(
        f"if sys.argv[1] == 'build' and not os.path.exists({str(lost)!r}):\n"
        f"    open({str(lost)!r}, 'w').close()\n"
        "    os.kill(os.getppid(), signal.SIGKILL)\n"
        "os.execv(ENTENTE, sys.argv)"
    )
    assert job(corpus.folder, "--entente", program, "--articles-per-task", "9", "--outputs", "graph") == 0
    assert lost.exists()
    assert (tmp_path / "out/graph.json").read_bytes() == corpus.graph


def test_a_failed_merge_is_tried_again(job, corpus, tmp_path, wrapped):
    failed = tmp_path / "failed"
    program = wrapped(
        f"if sys.argv[1] == 'merge' and not os.path.exists({str(failed)!r}):\n"
        f"    open({str(failed)!r}, 'w').close()\n"
        "    sys.exit('no space')\n"
        "os.execv(ENTENTE, sys.argv)"
    )
    assert job(corpus.folder, "--entente", program, "--parts", "4", "--fan", "2", "--outputs", "graph") == 0
    assert failed.exists()
    assert (tmp_path / "out/graph.json").read_bytes() == corpus.graph


def test_an_article_that_the_program_dies_of_is_counted(job, tmp_path, wrapped):
    made = articles()[:6]
    deadly = {**made[2], "id": "deadly", "text": "Anna Halden met the kraken."}
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(a) + "\n" for a in [*made[:3], deadly, *made[3:]]))
    program = wrapped(
        "import subprocess\n"
        "if sys.argv[1] != 'build':\n"
        "    os.execv(ENTENTE, sys.argv)\n"
        "child = subprocess.Popen([ENTENTE, *sys.argv[1:]], stdin=subprocess.PIPE)\n"
        "for line in sys.stdin.buffer:\n"
        "    if b'kraken' in line:\n"
        "        child.kill()\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    child.stdin.write(line); child.stdin.flush()\n"
        "child.stdin.close(); sys.exit(child.wait())"
    )
    assert job(str(tmp_path / "news.jsonl"), "--entente", program, "--outputs", "graph,tables") == 0
    fault = rows(tmp_path / "out/tables/faults.parquet")[0]
    assert fault["place"].endswith("news.jsonl:4")
    assert "was ended by SIGKILL twice" in fault["fault"]
    ids = {row["id"] for row in rows(tmp_path / "out/tables/articles.parquet")}
    assert ids == {article["id"] for article in made}


def test_what_fails_says_why_and_leaves_the_old_output(job, corpus, tmp_path, capfd):
    out = tmp_path / "out"
    out.mkdir()
    (out / "old").touch()
    assert job(corpus.folder) == 2
    assert "is there already; name another folder, or replace it by --overwrite" in capfd.readouterr().err
    assert job(corpus.folder, "--overwrite", "--entente", "no-such-program") == 1
    assert (
        "no-such-program: cannot be run on an executor (No such file or directory); install" in capfd.readouterr().err
    )
    assert job(corpus.folder, "--overwrite", "--date", "tomorrow") == 1
    assert 'entente: --date: found "tomorrow"; expected a date' in capfd.readouterr().err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert job(str(empty), "--overwrite") == 1
    assert "holds no articles; expected files that end in" in capfd.readouterr().err
    (empty / "bad.jsonl").write_text("no article\n")
    assert job(str(empty), "--overwrite") == 1
    assert "none of its articles could be read" in capfd.readouterr().err
    assert job(str(tmp_path / "nowhere"), "--overwrite") == 1
    assert "nowhere" in capfd.readouterr().err
    assert job(corpus.folder, "--fan", "1") == 2
    assert job(corpus.folder, "--outputs", "picture") == 2
    assert [path.name for path in out.iterdir()] == ["old"]


def test_a_table_without_texts_is_refused(job, tmp_path, capfd):
    from entente_spark.job import open_session

    open_session("local[2,4]").createDataFrame([("a", "b")], "id string, body string").write.parquet(
        str(tmp_path / "t")
    )
    assert job(str(tmp_path / "t"), "--table") == 1
    assert 'has no column "text" (it has id, body); rename the one that holds the articles' in capfd.readouterr().err


def test_spark_submit_runs_it_with_the_program_carried_along(corpus, tmp_path):
    submit = shutil.which("spark-submit", path=f"{Path(sys.executable).parent}:{Path(sys.prefix) / 'bin'}")
    command = [
        submit,
        "--master",
        "local[2,4]",
        str(ROOT / "tools/spark/job.py"),
        corpus.folder,
        "-o",
        str(tmp_path / "out"),
    ]
    command += ["--model", "fast", "--entente", ENTENTE, "--ship", "--outputs", "graph"]
    done = subprocess.run(command, capture_output=True, env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"})
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out/graph.json").read_bytes() == corpus.graph
