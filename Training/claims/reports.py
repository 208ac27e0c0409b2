"""The coded reports that the claim models learn from: the shared training set, and the project's own coding beside this file.

`coded.jsonl` holds ids and offsets only: the texts are re3d's, MUC-4's, GUM's and Wikipedia's and are read from ../shared/data. `written.jsonl` holds reports
of our own writing, and of Wikinews from the months when it was public domain, with their texts; `later.jsonl` more of our own, which the reader has not
learned from. A row: {"id", "origin", "licence", "date", "text" or
"at" [start, end] where it is a part of its origin, "claims": [{"evidence", "head", "sources", "stance", "modality", "event"}]}.
"""
import gzip, json, os, pathlib, subprocess, zlib

here = pathlib.Path(__file__).resolve().parent


def rows(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def gum(path):
    """The texts of GUM's documents: sentences joined by a space, paragraphs by an empty line."""
    texts, current, gap = {}, None, ""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        if line.startswith("# newdoc"):
            current = line.split("=")[-1].strip()
            texts[current], gap = "", ""
        elif line.startswith("# newpar"):
            gap = "\n\n" if texts[current] else ""
        elif line.startswith("# text = "):
            texts[current] += gap + line[9:].rstrip("\n")
            gap = " "
    return texts


def texts(data):
    """origin → text"""
    found = {f"re3d/{r['source']}/{r['id']}": r["text"] for r in rows(data / "engine/re3d.jsonl.gz")}
    found |= {"muc4/" + r["id"].split("/")[-1]: r["text"] for r in rows(data / "events/muc4_train.jsonl.gz")}
    found |= {r["id"]: r["text"] for r in rows(data / "times/wikiwars.jsonl")}
    found |= {"gum/" + k: t for k, t in gum(data / "engine/gum-train.conllu.gz").items()}
    return found


def load(shared, later=False):
    """Every coded report with its text, the shared set first; `later`: also those that the reader has not learned from."""
    data = pathlib.Path(shared) / "data"
    reports = rows(data / "claims/train.jsonl")
    known = texts(data)
    for row in rows(here / "coded.jsonl"):
        start, end = row.pop("at", (0, None))
        reports.append({**row, "text": known[row["origin"]][start:end]})
    reports += rows(here / "written.jsonl")
    return reports + [{**row, "later": True} for row in rows(here / "later.jsonl")] if later else reports


def annotate(found, layer, sayso, folds=()):
    """The layer's row for each report. `folds`: models that have not seen the reports of their part (Training/reader/train.py --fold), so that the claim
    models learn how far the reader is to be trusted on what it has not learned from; without them the reader at hand."""
    answers = {}
    for k, model in enumerate([*folds, None]):
        part = [r for r in found if (len(folds) if r.get("later") or not folds else zlib.crc32(r["id"].encode()) % len(folds)) == k]
        rows = "".join(json.dumps({key: r.get(key) for key in ("id", "text", "date")}) + "\n" for r in part)
        environment = {**os.environ, "SAYSO_MODEL": model} if model else os.environ
        run = subprocess.run([sayso, "annotate", "--layer", layer], input=rows.encode(), stdout=subprocess.PIPE, check=True, env=environment)
        answers |= {json.loads(line)["id"]: json.loads(line) for line in run.stdout.decode().splitlines()}
    return [answers[r["id"]] for r in found]
