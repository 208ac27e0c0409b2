#!/usr/bin/env python3
"""Writes a random but valid weights file, its vocabulary and what an independent reading of the specification makes of it.

    Training/reader/tiny.py tiny Tests/SaysoEngineTests/Fixtures     # a model of 360 KB with expected.json
    Training/reader/tiny.py full random --vocabulary vocab.txt        # the real sizes, to measure speed
"""
import argparse, json, math, pathlib, re, unicodedata

import numpy as np

TINY = dict(layers=4, width=64, heads=2, ffn=128, arc=32, label=16, says=16, window=40, keep=3)
FULL = dict(layers=6, width=384, heads=12, ffn=1536, arc=256, label=96, says=128, window=160, keep=3)
TASKS = ("tags", "parse", "names", "says", "events", "sentence")
f32 = np.float32


def labels(full):
    n = lambda k, tiny: k if full else tiny
    kinds = lambda *names: ["O"] + [f"{p}-{k}" for k in names for p in "BI"]
    return dict(
        upos=[f"U{i}" for i in range(17)], xpos=[f"X{i}" for i in range(n(50, 20))], lemma=["L0+"] + [f"L{i}+y" for i in range(1, n(200, 30))],
        deprel=["root", "parataxis"] + [f"r{i}" for i in range(n(48, 10))], names=kinds("PER", "LOC", "ORG"), entities=kinds("A", "B", "C", "D", "E"),
        cue=["O", "B", "I"], event=["none"] + [f"e{i}" for i in range(n(40, 9))], modality=[f"m{i}" for i in range(8)])


def tiny_vocabulary():
    """A few pieces, and every character that TORTURE normalises to, so that no difference hides behind [UNK]."""
    out = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    out += list(letters) + ["##" + c for c in letters] + list("!\"'(),-.:;?“”’—") + ["é", "ж", "##ж", "м", "##и", "東", "京"]
    out += ["the", "said", "forces", "took", "army", "town", "that", "it", "had", "##ing", "##ed", "##ces", "he", "in", "on", "of", "we", "control"]
    for c in sorted(set("".join(Words.normalised(w) for w in TORTURE))):
        out += [x for x in (c, "##" + c) if x not in out and not c.isspace()]
    return out


def weights(config, lab, pieces, seed):
    r = np.random.default_rng(seed)
    t, d = {}, config["width"]

    def linear(name, out, inn, gain=1.0, bias=0.05):
        t[name + ".q"] = np.clip(np.rint(r.normal(0, 24, (out, inn))), -63, 63).astype(np.int8)
        t[name + ".s"] = (gain / 24 / math.sqrt(inn) * r.uniform(0.7, 1.3, out)).astype(f32)
        t[name + ".b"] = r.normal(0, bias, out).astype(f32)

    def norm(name):
        t[name + ".w"], t[name + ".b"] = r.uniform(0.8, 1.2, d).astype(f32), r.normal(0, 0.1, d).astype(f32)

    t["emb.word.q"] = np.clip(np.rint(r.normal(0, 30, (pieces, d))), -63, 63).astype(np.int8)
    t["emb.word.s"] = r.uniform(0.02, 0.04, pieces).astype(f32)
    t["emb.pos"], t["emb.case"] = r.normal(0, 0.3, (512, d)).astype(f32), r.normal(0, 0.3, (8, d)).astype(f32)
    norm("emb.norm")
    for i in range(config["layers"]):
        p = f"layers.{i}."
        linear(p + "qkv", 3 * d, d, 1.5), linear(p + "out", d, d), linear(p + "up", config["ffn"], d), linear(p + "down", d, config["ffn"])
        norm(p + "norm1"), norm(p + "norm2")
    m = np.exp(r.normal(0, 0.5, (6, 3)))
    t["mix"] = (m / m.sum(1, keepdims=True)).astype(f32)
    for k in ("upos", "xpos", "lemma", "names", "entities", "cue", "event", "modality"):
        linear(k, len(lab[k]), d, 4)
    t["cue.b"][0] += 1.5 if pieces < 1000 else 8
    t["event.b"][0] += 4 if pieces < 1000 else 12
    a, l, s, n = config["arc"], config["label"], config["says"], len(lab["deprel"])
    linear("parse.proj", 2 * a + 2 * l, d, 4), linear("parse.label.r", n * l, l)
    t["parse.arc.u"], t["parse.arc.b"] = r.normal(0, 1, (a, a)).astype(f32) / f32(math.sqrt(a)) * 4, r.normal(0, 0.2, a).astype(f32)
    t["parse.label.w"], t["parse.label.b"] = r.normal(0, 0.3, (n, 2 * l)).astype(f32), r.normal(0, 0.1, n).astype(f32)
    linear("sentence", d, d)
    for name, roles in (("says", 2), ("roles", 4)):
        linear(name + ".cue", roles * s, d, 3), linear(name + ".word", roles * s, d, 3)
        t[name + ".u"], t[name + ".v"] = r.normal(0, 0.5, (roles, s, s)).astype(f32), r.normal(0, 0.3, (roles, s)).astype(f32)
        t[name + ".bias"], t[name + ".dist"], t[name + ".sdist"] = (r.normal(0, 0.5, x).astype(f32) for x in ((roles,), (roles, 81), (roles, 5)))
    return t


def save(path, tensors, config, lab):
    header, parts, at = {}, [], 0
    for name, x in tensors.items():
        b = np.ascontiguousarray(x).tobytes()
        header[name] = dict(dtype={"int8": "I8", "float32": "F32"}[str(x.dtype)], shape=list(x.shape), data_offsets=[at, at + len(b)])
        parts.append(b)
        at += len(b)
        if fill := -len(b) % 64:  # the format allows no gaps: what aligns the next tensor is a tensor, too
            header[f"fill.{len(parts)}"] = dict(dtype="U8", shape=[fill], data_offsets=[at, at + fill])
            parts.append(bytes(fill))
            at += fill
    data = b"".join(parts)
    w = np.frombuffer(data, "<u8")
    checksum = int((w * (2 * np.arange(len(w), dtype=np.uint64) + np.uint64(1))).sum(dtype=np.uint64))
    header["__metadata__"] = dict(format="sayso-reader", version="1", checksum=f"{checksum:016x}", config=json.dumps(config), labels=json.dumps(lab))
    head = json.dumps(header).encode()
    head += b" " * (-(8 + len(head)) % 64)
    path.write_bytes(len(head).to_bytes(8, "little") + head + data)


# The specification once more, in plain numpy: what the engine is compared with.

class Words:
    """Pieces and cases, as the reference code of the training defines them."""

    def __init__(self, vocabulary):
        self.ids = {p: i for i, p in enumerate(vocabulary)}

    @staticmethod
    def punctuation(c):
        o = ord(c)
        return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith("P")

    @staticmethod
    def normalised(word):
        text = unicodedata.normalize("NFD", word.lower())
        return "".join(c for c in text if unicodedata.category(c) != "Mn" and unicodedata.category(c)[0] != "C")

    def pieces(self, word):
        text = self.normalised(word)
        out = []
        for chunk in re.findall(r"\S+", text):
            parts, current = [], ""
            for c in chunk:
                if self.punctuation(c):
                    parts += [current, c] if current else [c]
                    current = ""
                else:
                    current += c
            for p in parts + ([current] if current else []):
                start, sub = 0, []
                while start < len(p):
                    end = next((e for e in range(len(p), start, -1) if ("##" if start else "") + p[start:e] in self.ids), None)
                    if end is None:
                        sub = [self.ids["[UNK]"]]
                        break
                    sub.append(self.ids[("##" if start else "") + p[start:end]])
                    start = end
                out += sub
        return (out or [self.ids["[UNK]"]])[:8]

    @staticmethod
    def case(w):
        if any(c.isdigit() for c in w): return 4
        if not any(c.isalpha() for c in w): return 5
        if w.islower(): return 0
        if w.isupper(): return 6 if len(w) == 1 else 2
        return 1 if w[0].isupper() and w[1:].islower() else 3


erf = np.vectorize(math.erf)
gelu = lambda x: x * 0.5 * (1 + erf(x / math.sqrt(2)))


class Reference:
    def __init__(self, t, config, lab, vocabulary):
        self.t, self.c, self.lab, self.words = t, config, lab, Words(vocabulary)

    def linear(self, name, x):
        x = x.astype(f32)
        m = np.maximum(np.abs(x).max(-1, keepdims=True), f32(1e-9))
        q = np.rint(x * (f32(127) / m)).astype(np.int64)
        acc = q @ self.t[name + ".q"].astype(np.int64).T
        return acc * (self.t[name + ".s"].astype(float) * (m / f32(127)).astype(float)) + self.t[name + ".b"]

    def norm(self, name, x):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * self.t[name + ".w"] + self.t[name + ".b"]

    def encode(self, ids, cases):
        t, h = self.t, self.c["heads"]
        x = t["emb.word.q"][ids].astype(float) * t["emb.word.s"][ids][:, None] + t["emb.pos"][: len(ids)] + t["emb.case"][cases]
        x = self.norm("emb.norm", x)
        out = []
        for i in range(self.c["layers"]):
            p = f"layers.{i}."
            q, k, v = self.linear(p + "qkv", x).reshape(len(ids), 3, h, 32).transpose(1, 2, 0, 3)
            s = q @ k.transpose(0, 2, 1) / math.sqrt(32)
            s = np.exp(s - s.max(-1, keepdims=True))
            a = (s / s.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(len(ids), -1)
            x = self.norm(p + "norm1", x + self.linear(p + "out", a))
            x = self.norm(p + "norm2", x + self.linear(p + "down", gelu(self.linear(p + "up", x))))
            out.append(x)
        return out[-3:]

    def viterbi(self, scores, names):
        ok = lambda a, b: b[0] != "I" or (a is not None and a[0] in "BI" and a[1:] == b[1:])
        best = [scores[0][j] if ok(None, b) else -math.inf for j, b in enumerate(names)]
        back = []
        for row in scores[1:]:
            choice = [max((i for i, a in enumerate(names) if ok(a, b)), key=lambda i: best[i]) for b in names]
            best = [best[i] + row[j] for j, i in enumerate(choice)]
            back.append(choice)
        path = [int(np.argmax(best))]
        for choice in reversed(back):
            path.append(choice[path[-1]])
        return path[::-1]

    def spans(self, scores, names):
        p = np.exp(scores - scores.max(-1, keepdims=True))
        p /= p.sum(-1, keepdims=True)
        path, out = self.viterbi(np.log(p), names), []
        for i, j in enumerate(path):
            if names[j][0] == "B": out.append([i, i + 1, names[j][2:], [p[i, j]]])
            elif names[j][0] == "I": out[-1][1] = i + 1; out[-1][3].append(p[i, j])
        return [(a, b, k, float(np.mean(c))) for a, b, k, c in out]

    def tree(self, s):
        """Exhaustive over roots; a maximum arborescence for each."""
        n = len(s)
        s = s.copy()
        s[np.arange(n), np.arange(1, n + 1)] = -math.inf
        heads = s.argmax(1)
        def fine(h):
            for i in range(n):
                at, steps = i + 1, 0
                while at and steps <= n: at, steps = int(h[at - 1]), steps + 1
                if at: return False
            return (h == 0).sum() == 1
        if fine(heads): return heads
        import networkx as nx
        best, top = None, -math.inf
        for root in range(1, n + 1):
            g = nx.DiGraph()
            g.add_edge(0, root, weight=s[root - 1, 0])
            for i in range(1, n + 1):
                for j in range(1, n + 1):
                    if i != j and i != root: g.add_edge(j, i, weight=s[i - 1, j])
            a = nx.maximum_spanning_arborescence(g)
            h = np.array([next(a.predecessors(i)) for i in range(1, n + 1)])
            total = s[np.arange(n), h].sum()
            if total > top: best, top = h, total
        return best

    def read(self, words, sentences, paragraphs):
        """Sentences must be short enough not to be cut."""
        pieces = [self.words.pieces(w) for w in words]
        sizes = [sum(len(pieces[i]) for i in range(*s)) for s in sentences]
        windows, start, size = [], 0, 0
        for i, n in enumerate(sizes):
            edge = i > start and paragraphs[i] != paragraphs[i - 1]
            whole = sum(m for m, p in zip(sizes, paragraphs) if p == paragraphs[i])
            if i > start and (size + n > self.c["window"] or edge and 2 * size >= self.c["window"] and size + whole > self.c["window"]):
                windows.append((start, i)); start, size = i, 0
            size += n
        windows.append((start, len(sizes)))
        n = len(words)
        out = dict(upos=[0] * n, xpos=[0] * n, lemma=[0] * n, head=[-1] * n, deprel=[0] * n, names=[], entities=[], cues=[], events=[], vectors=[])
        for a, b in windows:
            self.window(words, pieces, sentences[a:b], out)
        out["pieces"] = pieces
        out["cases"] = [self.words.case(w) for w in words]
        return out

    def window(self, words, pieces, sentences, out):
        t, lab, c = self.t, self.lab, self.c
        ids, cases, first, last, own, sent, spans = [self.words.ids["[CLS]"]], [7], [0], [0], [-1], [-9], []
        for k, (a, b) in enumerate(sentences):
            begin = len(ids)
            for i in range(a, b):
                first.append(len(ids)); ids += pieces[i]; cases += [self.words.case(words[i])] * len(pieces[i]); last.append(len(ids) - 1)
                own.append(i); sent.append(k)
            spans.append((begin, len(ids)))
        ids.append(self.words.ids["[SEP]"]); cases.append(7)
        h = self.encode(ids, cases)
        mix = {name: sum(t["mix"][k, i] * h[i] for i in range(3)) for k, name in enumerate(TASKS)}
        vec = {k: (m[first] + m[last]) / 2 for k, m in mix.items()}
        for k in ("upos", "xpos", "lemma"):
            for i, x in zip(own[1:], self.linear(k, vec["tags"])[1:].argmax(1)): out[k][i] = int(x)
        A, L = c["arc"], c["label"]
        z = gelu(self.linear("parse.proj", vec["parse"]))
        dep, head, ld, lh = np.split(z, [A, 2 * A, 2 * A + L], 1)
        S = dep @ t["parse.arc.u"].astype(float) @ head.T / math.sqrt(A) + head @ t["parse.arc.b"].astype(float)
        at = 1
        for k, (a, b) in enumerate(sentences):
            w = np.arange(at, at + b - a)
            if not len(w): continue
            heads = self.tree(S[np.ix_(w, [0] + list(w))])
            rel = self.linear("parse.label.r", ld[w]).reshape(len(w), -1, L)
            for j, hd in enumerate(heads):
                out["head"][a + j] = int(a + hd - 1) if hd else -1
                g = lh[w[hd - 1]]
                sc = rel[j] @ g + t["parse.label.w"].astype(float) @ np.concatenate([ld[w[j]], g]) + t["parse.label.b"]
                sc[lab["deprel"].index("root")] = -math.inf
                out["deprel"][a + j] = int(sc.argmax()) if hd else lab["deprel"].index("root")
            for name in ("names", "entities"):
                found = self.spans(self.linear(name, vec["names"][w]), lab[name])
                out[name] += [(a + x, a + y, kind, p) for x, y, kind, p in found]
            for x, y, _, p in self.spans(self.linear("cue", vec["says"][w]), lab["cue"]):
                source, content = self.links("says", 2, vec["says"], range(at + x, at + y), sent)
                out["cues"].append(dict(words=[own[at + x], own[at + y - 1] + 1], confidence=p, window=[own[1], own[-1] + 1], source=source, content=content))
            at += b - a
        ev = self.linear("event", vec["events"])
        ev = ev[:, 1:] - ev[:, :1]
        mo = self.linear("modality", vec["events"])
        for w in range(1, len(own)):
            if ev[w].max() > -4:
                out["events"].append(dict(word=own[w], scores=ev[w].tolist(), modality=int(mo[w].argmax()), window=[own[1], own[-1] + 1],
                                          roles=self.links("roles", 4, vec["events"], range(w, w + 1), sent)))
        for a, b in spans:
            v = self.linear("sentence", mix["sentence"][a:b].mean(0)[None])[0] if b > a else np.zeros(0)
            out["vectors"].append((v / np.sqrt((v * v).sum())).tolist() if b > a else [])

    def links(self, name, roles, vec, cue, sent):
        t, s = self.t, self.c["says"]
        c = gelu(self.linear(name + ".cue", vec[list(cue)].mean(0)[None]))[0].reshape(roles, s)
        w = gelu(self.linear(name + ".word", vec)).reshape(-1, roles, s)
        rows = []
        for r in range(roles):
            x = w[:, r] @ (c[r] @ t[name + ".u"][r].astype(float)) / math.sqrt(s) + w[:, r] @ t[name + ".v"][r].astype(float) + t[name + ".bias"][r]
            for i in range(1, len(x)):
                x[i] += t[name + ".dist"][r, np.clip(i - cue[0], -40, 40) + 40] + t[name + ".sdist"][r, np.clip(sent[i] - sent[cue[0]], -2, 2) + 2]
            rows.append((1 / (1 + np.exp(-x[1:]))).tolist())
        return rows


TEXT = [
    "The army said that it had taken control of Été , a town in the North . It said : “ We took it ” .",
    "Forces of the GNA had MiG-29s , he said . Нo 東京 Жж ! I said that . Unfixable ☃ snow .",
    "He said , he said , he said that the forces of the town had taken on the army in 1999 and that it was over ; that was it . No .",
]


# Words that go wrong elsewhere: the engine must cut them as Python does.
TORTURE = [
    "", " ", "\t", "a\tb", "a b", "a\u00a0b", "\u2028x", "\u200d", "\ufeffthe", "\u00ad", "the\u0000said", "é", "e\u0301", "É", "ÀÉÎÕÜ", "ñandú", "Åå", "ø", "ß", "ẞ",
    "İstanbul", "ısı", "ΣΑΣ", "ΟΔΟΣ", "Σ", "ΑΣ'Α", "ΑΣ.", "ΑΣ\u0301", "ǅ", "ǆ", "ǅa", "ﬁ", "ﬃ", "K", "Ω", "Å", "Ǻ", "ệ", "ё", "Й", "ЎЇ", "한국", "각", "가", "\u1112\u1161", "か\u3099", "が",
    "ゔ", "東京", "豈", "\U0002F800", "مُحَمَّد", "محمد", "آ", "עִברִית", "हिन्दी", "ক়", "ড়", "ไทย", "\u0344", "\u0958", "a\u20dd", "²", "①", "Ⅷ", "ⅷ", "ª", "ʰ", "½", "٣", "x²", "Ⅷa", "ª1", "McCain",
    "iPhone", "I", "É", "ǅ", "A1", "a-b", "a--b", "...", "…", "“the”", "’s", "don’t", "_", "^", "`", "|", "~", "$", "£", "€", "+", "§", "¶", "☃", "👨‍👩‍👧", "🇱🇾", "a👍b", "\U0001F600", "\ue000", "\ufffd",
    "ⓐ", "Ⓐ", "Ａ", "ａ１", "\u1d00", "ꭓ", "\U00010400", "\U00010428", "\U0001d400", "the" * 30, "x" * 300, "a.b.c.d.e.f", "!!!!!!!!!!!!", "ab" * 3 + "☃", "ab☃", "(U.S.)", "AT&T", "ŉ", "ΐ", "ᾳ", "ᾼ", "ᾈ", "Ὂ",
    "\u037e", "\u2000", "\u1fef", "\u0387", "\U0001D15E", "゛", "\u0085", "ﷺ", "ʼn", "Ĳ", "Ŀ", "ſ", "ẛ̣", "Ι\u0308", "ὒ", "q\u0307\u0323",
]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("size", choices=("tiny", "full")), p.add_argument("folder", type=pathlib.Path), p.add_argument("--vocabulary"), p.add_argument("--seed", type=int, default=9, help="9: no activation of the tiny model lies so near the edge of two 8-bit steps that the reference rounds it otherwise")
    o = p.parse_args()
    full = o.size == "full"
    config, lab = (FULL if full else TINY), labels(full)
    vocabulary = [l.rstrip("\n") for l in open(o.vocabulary, encoding="utf8")] if full else tiny_vocabulary()
    t = weights(config, lab, len(vocabulary), o.seed)
    o.folder.mkdir(parents=True, exist_ok=True)
    name = "reader-en" if full else "tiny"
    save(o.folder / f"{name}.safetensors", t, config, lab)
    (o.folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf8")
    words, sentences, paragraphs = [], [], []
    for number, text in enumerate(TEXT):
        for s in re.split(r"(?<= [.!]) ", text):
            sentences.append((len(words), len(words) + len(s.split()))); words += s.split(); paragraphs.append(number)
    out = Reference(t, config, lab, vocabulary).read(words, sentences, paragraphs)
    cut = Words(vocabulary)
    out["torture"] = [dict(word=w, pieces=cut.pieces(w), shape=cut.case(w)) for w in TORTURE]
    rounded = lambda x: [rounded(y) for y in x] if isinstance(x, (list, tuple)) else {k: rounded(v) for k, v in x.items()} if isinstance(x, dict) else round(x, 5) if isinstance(x, float) else x
    out = rounded(out)
    (o.folder / "expected.json").write_text(json.dumps(dict(words=words, sentences=sentences, paragraphs=paragraphs, **out), ensure_ascii=False))
    print(len(words), "words", len(out["cues"]), "cues", len(out["events"]), "events", len(out["names"]), "names", out["head"])


if __name__ == "__main__":
    main()
