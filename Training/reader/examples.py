"""Documents → windows → padded batches. A window is a run of whole sentences, as Sources/SaysoEngine cuts them."""
import csv, pathlib, random

import torch

from pieces import SPECIAL, case

TAGS = ("upos", "xpos", "lemma", "deprel", "names", "entities", "cue", "event", "modality")
LIMIT = 250


class Example:
    __slots__ = ("ids", "cases", "first", "last", "sentence", "head", "tags", "says", "roles", "vectors", "words")

    def __len__(self):
        return len(self.ids)


def window(sentences, start, pieces, index, says=(), roles=(), words=None):
    """One example of `sentences` (whose first word is word `start` of the document); None if it is longer than the encoder reads.

    `words` replaces the sentences' own words one to one (augmentation).
    """
    e = Example()
    e.ids, e.cases, e.first, e.last, e.sentence, e.head, e.vectors, e.words = [pieces.start], [SPECIAL], [0], [0], [-1], [-1], [], ["[ROOT]"]
    e.tags = {k: [-1] for k in TAGS}
    at = 0
    for number, s in enumerate(sentences):
        base, begin = len(e.first), len(e.ids)
        for i in range(len(s["words"])):
            word = words[at] if words else s["words"][i]
            at += 1
            p = pieces(word)
            e.first.append(len(e.ids))
            e.ids += p
            e.cases += [case(word)] * len(p)
            e.last.append(len(e.ids) - 1)
            e.sentence.append(number)
            e.words.append(word)
        n = len(s["words"])
        for k in TAGS:
            e.tags[k] += [index[k].get(x, -1) for x in s[k]] if k in s else [-1] * n
        e.head += [-1 if h is None else 0 if h == 0 else base + h - 1 for h in s["head"]] if "head" in s else [-1] * n
        if "vector" in s and not words:
            e.vectors.append((begin, len(e.ids), s["vector"]))
    if len(e.ids) > 400:
        return None
    e.ids.append(pieces.end)
    e.cases.append(SPECIAL)
    end = start + at
    shift = 1 - start
    e.says = [([w + shift for w in run], [w + shift for w in source if start <= w < end], [w + shift for w in content if start <= w < end])
              for run, source, content in says if start <= run[0] and run[-1] < end]
    e.roles = [([word + shift], *([w + shift for w in filler if start <= w < end] for filler in fillers)) for word, *fillers in roles if start <= word < end]
    return e


def runs(document, pieces, limit):
    """(first sentence, last sentence + 1) of each window; `limit` is asked anew for each."""
    start, size, most = 0, 0, limit()
    sizes = [sum(len(pieces(w)) for w in s["words"]) for s in document["sentences"]]
    for i, n in enumerate(sizes):
        if i > start and size + n > most:
            yield start, i
            start, size, most = i, 0, limit()
        size += n
    if start < len(sizes):
        yield start, len(sizes)


class Augmenter:
    """Upper-case wire text, other quotation marks, other people's and places' names: what the corpora lack."""

    def __init__(self, lexicons, random):
        self.random = random
        self.names = {"PER": {}, "LOC": {}}
        def add(kind, name):
            words = name.split()
            if 1 <= len(words) <= 4 and name.isprintable():
                self.names[kind].setdefault(len(words), []).append(words)
        def table(name):
            rows = csv.reader(filter(lambda l: l[0] != "#", open(pathlib.Path(lexicons) / name, encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
            return [r for r in rows if r]
        for row in table("offices.tsv"):
            add("PER", row[2])
        for row in table("oeda.tsv"):
            if row[1] == "person":
                add("PER", row[0])
                add("PER", row[0].split()[-1])
        for name, column in (("localities.tsv", 0), ("facilities.tsv", 0), ("admin1.tsv", 2)):
            for row in table(name):
                add("LOC", row[column])
        for sizes in self.names.values():
            for size in sizes:
                sizes[size] = sorted(set(map(tuple, sizes[size])))

    def __call__(self, sentences):
        """New words, or None to leave them."""
        r = self.random.random
        words = [w for s in sentences for w in s["words"]]
        changed = False
        if all("names" in s for s in sentences) and r() < 0.35:
            at = 0
            for s in sentences:
                tags, i = s["names"], 0
                while i < len(tags):
                    if tags[i] and tags[i].startswith("B-"):
                        end = i + 1
                        while end < len(tags) and tags[end] and tags[end].startswith("I-"):
                            end += 1
                        pool = self.names.get(tags[i][2:], {}).get(end - i)
                        if pool and r() < 0.6 and not any(w in "-.,'" for w in words[at + i:at + end]):
                            words[at + i:at + end] = self.random.choice(pool)
                            changed = True
                        i = end
                    else:
                        i += 1
                at += len(tags)
        if r() < 0.10:
            style = self.random.choice(["''", '"', "“"])
            opened = False
            for i, w in enumerate(words):
                if w in ('"', "“", "”", "``", "''"):
                    opened = not opened
                    words[i] = style if style != "“" else "“" if opened else "”"
                    changed = True
        x = r()
        if x < 0.06:
            words, changed = [w.upper() for w in words], True
        elif x < 0.09:
            words, changed = [w.lower() for w in words], True
        return words if changed else None


def batches(examples, size, rng, shuffle=True):
    """Examples of about one length together; `size` is padded pieces."""
    ordered = sorted(examples, key=lambda e: len(e) + (rng.random() * 8 if shuffle else 0))
    result, current = [], []
    for e in ordered:
        if current and len(e) * (len(current) + 1) > size:
            result.append(current)
            current = []
        current.append(e)
    if current:
        result.append(current)
    if shuffle:
        rng.shuffle(result)
    return result


def padded(rows, value):
    width = max(map(len, rows))
    return torch.tensor([r + [value] * (width - len(r)) for r in rows])


def tensors(examples):
    b = {"ids": padded([e.ids for e in examples], 0), "cases": padded([e.cases for e in examples], SPECIAL), "first": padded([e.first for e in examples], 0),
         "last": padded([e.last for e in examples], 0), "sentence": padded([e.sentence for e in examples], -9), "head": padded([e.head for e in examples], -1)}
    width = b["ids"].shape[1]
    b["mask"] = torch.arange(width)[None] < torch.tensor([[len(e)] for e in examples])
    b["real"] = b["sentence"] > -9
    for k in TAGS:
        b[k] = padded([e.tags[k] for e in examples], -1)
    # Who may be whose head: a word of the same sentence, or ROOT.
    b["may"] = (b["sentence"][:, :, None] == b["sentence"][:, None, :]) | (b["sentence"] == -1)[:, None, :]
    b["may"] &= ~torch.eye(b["may"].shape[1], dtype=torch.bool)[None]
    for name in ("says", "roles"):
        links = [(i, *s) for i, e in enumerate(examples) for s in getattr(e, name)]
        if links:
            gold = torch.zeros(len(links), len(links[0]) - 2, b["first"].shape[1])
            for n, (_, _, *sides) in enumerate(links):
                for role, side in enumerate(sides):
                    gold[n, role, side] = 1
            b[name] = {"from": padded([s[1] for s in links], -1), "batch": torch.tensor([s[0] for s in links]),
                       "first": torch.tensor([s[1][0] for s in links]), "gold": gold}
    vectors = [(i, *v) for i, e in enumerate(examples) for v in e.vectors]
    if vectors:
        b["vector_at"] = [(i, a, z) for i, a, z, _ in vectors]
        b["vector"] = torch.stack([v for *_, v in vectors])
    return b
