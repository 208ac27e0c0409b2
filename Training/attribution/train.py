#!/usr/bin/env python3
"""Train the attribution models: which word is a cue, where it ends, who is its source, where its content stands and ends.

usage: train.py EXAMPLES.jsonl... -o attribution-model.tsv [--epochs 6] [--precision cues-precision.json]

EXAMPLES come from `sayso annotate --layer attribution-training < marked.jsonl` (PolNeAR's training part, coded reports). They hold
candidates with named features, no text; what is written are names of features and weights. "@N" behind a file counts its rows N times.
"""
import argparse, collections, json, math
import numpy as np

MODELS = ("extent", "source", "layout", "end")
HEADER = """# title: Weights of the attribution models
# source: trained by Training/attribution on counts over PolNeAR v1.0.0 (Newell, Margolin, Ruths 2018; training part) and on reports coded by the Sayso authors; weights of features, no text
# licence: Apache-2.0
# date: 2026-11-23
# known problems: learned mostly from United States political news of 2015-2016; the coded reports were coded by language models and not checked by a person
# columns: model\tfeature\tweight
"""


class Vocabulary:
    def __init__(self):
        self.ids, self.counts = {}, collections.Counter()

    def rows(self, names):
        out = []
        for n in names.split("\t"):
            i = self.ids.setdefault(n, len(self.ids))
            self.counts[i] += 1
            out.append(i)
        return out


def load(paths):
    cues, groups = [], {m: [] for m in MODELS}
    vocabulary = {m: Vocabulary() for m in MODELS + ("cue",)}
    missed = total = 0
    for path in paths:
        path, _, times = path.partition("@")
        weight = float(times or 1)
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            missed += row["missed"]
            for label, names in row["cues"]:
                total += label
                cues.append((label, weight, np.array(vocabulary["cue"].rows(names), dtype=np.int32)))
            for model, credit, candidates in row["groups"]:
                if max(credit) < 0.3:
                    continue
                rows = [vocabulary[model].rows(c) for c in candidates]
                sizes = np.array([len(r) for r in rows])
                groups[model].append((weight, np.array(credit), np.concatenate([np.array(r, dtype=np.int32) for r in rows]),
                                      np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes))
    print(f"{total} cues found as candidates, {missed} missed; {len(cues)} candidates")
    return cues, groups, vocabulary


def keep(vocabulary, least):
    """Features seen fewer than `least` times get no weight."""
    ok = np.zeros(len(vocabulary.ids), dtype=bool)
    for i, n in vocabulary.counts.items():
        ok[i] = n >= least
    return ok


class Adagrad:
    def __init__(self, size, rate, decay):
        self.w, self.g = np.zeros(size), np.full(size, 1e-6)
        self.sum, self.rate, self.decay, self.steps = np.zeros(size), rate, decay, 0

    def step(self, ids, gradient):
        gradient = gradient + self.decay * self.w[ids]
        self.g[ids] += gradient * gradient
        self.w[ids] -= self.rate * gradient / np.sqrt(self.g[ids])


def train_cue(cues, vocabulary, epochs, rng, rate=0.15, decay=2e-5):
    ok = keep(vocabulary, 6)
    rows = [(y, c, x[ok[x]]) for y, c, x in cues]
    model = Adagrad(len(ok), rate, decay)
    for epoch in range(epochs):
        loss = 0.0
        model.rate = rate / (1 + epoch)
        for i in rng.permutation(len(rows)):
            y, c, x = rows[i]
            s = model.w[x].sum()
            p = 1 / (1 + math.exp(-max(-30, min(30, s))))
            loss -= math.log(max(1e-9, p if y else 1 - p))
            model.step(x, np.full(len(x), c * (p - y)))
        print(f"cue epoch {epoch}: loss {loss / len(rows):.4f}", flush=True)
    # The threshold that is best for F1 goes into the bias.
    scores = np.array([model.w[x].sum() for _, _, x in rows])
    labels = np.array([y for y, _, _ in rows])
    weight = np.array([c for _, c, _ in rows])
    order = np.argsort(-scores)
    tp = np.cumsum((labels * weight)[order])
    f = 2 * tp / (np.cumsum(weight[order]) + (labels * weight).sum())
    best = int(np.argmax(f))
    print(f"cue F1 on training rows {f[best]:.3f} at {scores[order][best]:.2f}")
    return model.w, scores[order][best]


def train_rank(groups, vocabulary, epochs, rng, name, rate=0.12, decay=2e-5):
    ok = keep(vocabulary, 6)
    model = Adagrad(len(ok), rate, decay)
    for epoch in range(epochs):
        model.rate = rate / (1 + epoch)
        loss = credit_sum = best_sum = 0.0
        for i in rng.permutation(len(groups)):
            weight, credit, ids, starts, sizes = groups[i]
            s = np.add.reduceat(model.w[ids], starts)
            p = np.exp(s - s.max())
            p /= p.sum()
            # Soft targets: nearly right candidates share the mass.
            t = np.exp(12 * (credit - credit.max()))
            t /= t.sum()
            loss -= float((t * np.log(p + 1e-12)).sum())
            credit_sum += credit[int(np.argmax(s))]
            best_sum += credit.max()
            g = np.repeat(p - t, sizes) * weight
            use = ok[ids]
            ids, g = ids[use], g[use]
            unique, inverse = np.unique(ids, return_inverse=True)
            model.step(unique, np.bincount(inverse, weights=g))
        n = max(1, len(groups))
        print(f"{name} epoch {epoch}: loss {loss / n:.4f} credit {credit_sum / n:.3f} of {best_sum / n:.3f}", flush=True)
    return model.w


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("examples", nargs="+")
    ap.add_argument("-o", "--output", required=True)
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--shift", type=float, default=0.0, help="added to the cue threshold: higher finds fewer")
    ap.add_argument("--precision")
    ap.add_argument("--only", help="comma-separated models; the others are copied from --from")
    opt = ap.parse_args()
    cues, groups, vocabulary = load(opt.examples)
    if opt.precision:
        seen, right = collections.Counter(), collections.Counter()
        names = {i: n for n, i in vocabulary["cue"].ids.items() if n.startswith("key=")}
        for y, _, x in cues:
            for i in x:
                if int(i) in names:
                    key = names[int(i)][4:].replace("|", " ", 1)
                    seen[key] += 1
                    right[key] += y
        json.dump({k: right[k] / n for k, n in seen.items() if n >= 10}, open(opt.precision, "w"))
    rng = np.random.default_rng(7)
    rows = []
    w, threshold = train_cue(cues, vocabulary["cue"], opt.epochs, rng)
    names = {i: n for n, i in vocabulary["cue"].ids.items()}
    w[vocabulary["cue"].ids["bias"]] -= threshold + opt.shift
    rows += [("cue", names[i], x) for i, x in enumerate(w) if abs(x) >= 0.04]
    for m in MODELS:
        w = train_rank(groups[m], vocabulary[m], opt.epochs, rng, m)
        names = {i: n for n, i in vocabulary[m].ids.items()}
        rows += [(m, names[i], x) for i, x in enumerate(w) if abs(x) >= 0.04]
    rows.sort(key=lambda r: (r[0], r[1]))
    with open(opt.output, "w", encoding="utf-8") as f:
        f.write(HEADER)
        for model, name, x in rows:
            f.write(f"{model}\t{name}\t{x:.2f}\n")
    print(f"{len(rows)} weights")


if __name__ == "__main__":
    main()
