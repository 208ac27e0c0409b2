#!/usr/bin/env python3
"""Trains the part-of-speech tagger and writes Sources/SaysoLexicon/Resources/en/tagger.bin.

usage: train.py TREEBANKS OUT [--epochs 10]      TREEBANKS: the folder with ewt-train.conllu.gz, gum-train.conllu.gz, pud.conllu.gz, ewt-dev.conllu.gz

An averaged perceptron, greedy, left to right, over pairs of universal and Penn tag. One row of weights a feature that occurs often enough; a
word is 34 rows added up, which numpy does in some ten microseconds. A share of the sentences is learnt a second time in upper case or in title
case, so that wire reports and headlines read like any other.
"""
import argparse, collections, gzip, os, random, struct, time
import numpy as np
import features as f
import lemmas


def sentences(path):
    """[(words, spaces before, tags "UPOS|XPOS")] with names and designations joined at their hyphens, as our tokenizer keeps them."""
    words, spaces, tags, space, inside = [], [], [], True, 0
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                yield join(words, spaces, tags)
            words, spaces, tags, space, inside = [], [], [], True, 0
            continue
        if line[0] == "#":
            continue
        cells = line.split("\t")
        glued = "SpaceAfter=No" in cells[9]
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            inside, glued_after = last, glued
            continue
        if not cells[0].isdigit():
            continue
        number = int(cells[0])
        words.append(cells[1].replace(" ", ""))
        spaces.append(space)
        # UD calls the "United" of "United Nations" a verb: a name it is, for everybody who asks.
        tags.append("PROPN|NNP" if cells[3] == "VERB" and cells[4] == "NNP" else cells[3] + "|" + cells[4])
        space = not (glued_after if number == inside else True if number < inside else glued)
    if words:
        yield join(words, spaces, tags)


def join(words, spaces, tags):
    out = ([], [], [])
    i = 0
    while i < len(words):
        word, space, tag = words[i], spaces[i], tags[i]
        while i + 2 < len(words) and words[i + 1] == "-" and not spaces[i + 1] and not spaces[i + 2] and whole(words[i], words[i + 2]):
            word += "-" + words[i + 2]
            tag = tags[i + 2] if tags[i + 2][:4] in ("NOUN", "PROP", "ADJ|") else tags[i]
            i += 2
        for cells, cell in zip(out, (word, space, tag)):
            cells.append(cell)
        i += 1
    return out


def whole(left, right):
    if any(c.isdigit() for c in right) and left[:1].isupper() and left.isalpha():
        return True
    return right[:1].isupper() and (left.lower() in ("al", "el", "az", "ash", "as", "ar") or left[:1].isupper() and not right.isupper())


def augmented(data, random):
    for words, spaces, tags in data:
        yield words, spaces, tags
        draw = random.random()
        if draw < 0.35:
            yield [w.upper() for w in words], spaces, tags
        elif draw < 0.44 and len(words) < 25:
            yield [w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(words)], spaces, tags


def listed():
    """Words whose tag is known without a treebank: nouns.txt, the forms of irregular.txt and verbs.txt, the adjectives of countries.tsv."""
    here = os.path.dirname(os.path.abspath(__file__))
    resources = here + "/../../Sources/SaysoLexicon/Resources"
    lines = [line for line in open(resources + "/shared/countries.tsv", encoding="utf-8") if not line.startswith("#")]
    for line in lines:
        for adjective in line.split("\t")[6].split("|"):
            if adjective:
                yield adjective, "ADJ|JJ"
    for line in open(here + "/nouns.txt"):
        for noun in [] if line.startswith("#") else line.split():
            yield noun, "NOUN|NN"
            if not noun.endswith(("s", "man", "woman")):
                yield noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeo" else noun + ("es" if noun.endswith(("x", "ch", "sh")) else "s"), "NOUN|NNS"
            if noun.endswith("man"):
                yield noun[:-3] + "men", "NOUN|NNS"
    for line in open(here + "/irregular.txt"):
        kind, *forms = line.split() or [""]
        if kind == "verb":
            for form in forms[1:]:
                yield form, "VERB|VBD" if not form.endswith(("n", "ng")) else "VERB|VBG" if form.endswith("ing") else "VERB|VBN"
        elif kind == "noun":
            for form in forms[1:]:
                yield form, "NOUN|NNS"
    for line in open(here + "/verbs.txt"):
        for verb in [] if line.startswith("#") else line.split():
            yield verb, "VERB|VB"
            for form, penn in lemmas.forms(verb):
                yield form, "VERB|" + penn


def prepare(data, classes):
    out = []
    for words, spaces, tags in data:
        ws = f.words(words, spaces)
        for w in ws:
            w.kind = classes.get(w.word, f.NO_CLASS)
        out.append((ws, tags))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--threshold", type=float, default=0.4, help="smaller weights are left out")
    parser.add_argument("--least", type=int, default=2, help="how often a feature must occur")
    options = parser.parse_args()
    chance = random.Random(7)
    started = time.process_time()

    data = [s for name in ("ewt-train", "gum-train", "pud") for s in sentences(f"{options.treebanks}/{name}.conllu.gz")]
    counts = collections.Counter(tag for _, _, tags in data for tag in tags)
    names = sorted(tag for tag, n in counts.items() if n >= 15)
    index = {tag: i for i, tag in enumerate(names)}
    # The class of a word: its most frequent tag. It lets a word's neighbour be seen by kind.
    by_word = collections.defaultdict(collections.Counter)
    for words, spaces, tags in data:
        for w, tag in zip(f.words(words, spaces), tags):
            if tag in index:
                by_word[w.word][index[tag]] += 1
    classes = {w: c.most_common(1)[0][0] for w, c in by_word.items() if sum(c.values()) >= 3}
    # Words that were never anything else need no weighing: a third of all tokens.
    certain = {w for w, c in by_word.items() if sum(c.values()) >= 25 and c.most_common(1)[0][1] >= 0.998 * sum(c.values())}
    print(len(certain), "certain words")
    for word, tag in listed():
        classes.setdefault(f.fnv(f.fold(word).encode()), index[tag])
    data = [s for s in augmented(data, chance)]
    train = prepare(data, classes)
    dev = prepare(list(sentences(f"{options.treebanks}/ewt-dev.conllu.gz")), classes)
    upper = prepare([([w.upper() for w in ws], spaces, tags) for ws, spaces, tags in sentences(f"{options.treebanks}/ewt-dev.conllu.gz")], classes)
    print(len(names), "tags;", len(classes), "classes;", sum(len(t) for _, t in train), "tokens", round(time.process_time() - started), "s")

    # Rows for the features that occur often enough; row 0 takes all others and stays empty.
    seen = collections.Counter()
    keys = []
    for ws, tags in train:
        golds = [index.get(t, -1) for t in tags]
        last = before = f.START
        rows = []
        for i, gold in enumerate(golds):
            s = f.static(ws, i)
            seen.update(s)
            seen.update(f.dynamic(ws, i, last, before))
            before, last = last, gold if gold >= 0 else f.NO_CLASS
            rows.append(s)
        keys.append((ws, golds, rows))
    row = {}
    for key, n in seen.items():
        if n >= options.least:
            row[key] = len(row) + 1
    del seen
    get = row.get
    keys = [(ws, golds, [np.array([get(k, 0) for k in s], np.int32) for s in rows]) for ws, golds, rows in keys]
    print(len(row), "features", round(time.process_time() - started), "s", flush=True)

    W = np.zeros((len(row) + 1, len(names)), np.float32)
    U = np.zeros_like(W)
    step = 1
    for epoch in range(options.epochs):
        wrong = total = 0
        order = list(range(len(keys)))
        chance.shuffle(order)
        for k in order:
            ws, golds, rows = keys[k]
            last = before = f.START
            for i, gold in enumerate(golds):
                d = [get(x, 0) for x in f.dynamic(ws, i, last, before)]
                r = np.concatenate((rows[i], np.array(d, np.int32)))
                guess = int(W[r].sum(0).argmax())
                if gold >= 0:
                    total += 1
                    if guess != gold:
                        wrong += 1
                        r = r[r > 0]
                        W[r, gold] += 1
                        W[r, guess] -= 1
                        U[r, gold] += step
                        U[r, guess] -= step
                step += 1
                before, last = last, guess
        print("epoch", epoch + 1, "training accuracy", round(100 * (1 - wrong / total), 2), round(time.process_time() - started), "s", flush=True)
    A = W - U / step
    del U
    report("dev, full weights", A, dev, index, names, get)
    # Small weights decide nothing and are left out; the others take one byte each. The largest must not be cut (that cost half a point).
    Q = np.where(np.abs(A) < options.threshold, 0, A)
    Q = np.round(Q * (127 / np.abs(A).max())).astype(np.int8)
    report("dev, as written", Q.astype(np.float32), dev, index, names, get)
    report("dev in upper case", Q.astype(np.float32), upper, index, names, get)
    write(options.out, Q, row, classes, certain, names)


def report(title, W, dev, index, names, get):
    right = upos = total = 0
    for ws, tags in dev:
        last = before = f.START
        for i, tag in enumerate(tags):
            r = [get(x, 0) for x in f.static(ws, i) + f.dynamic(ws, i, last, before)]
            guess = int(W[r].sum(0).argmax())
            total += 1
            right += names[guess] == tag
            upos += names[guess].split("|")[0] == tag.split("|")[0]
            before, last = last, guess
    print(title, "UPOS", round(100 * upos / total, 2), "both", round(100 * right / total, 2), flush=True)


def write(path, Q, row, classes, certain, names):
    """"SYTG", version, number of tags, their names; 65,537 starts; then in each of 65,536 buckets (upper half of the key) records of
    lower half (u16), count (u8), count × (tag u8, weight i8), in the order of their keys. A word's class is a record of its own template, its weight 2 when the word is always that."""
    records = {}
    for key, r in row.items():
        tags = np.flatnonzero(Q[r])
        if len(tags):
            records[key] = bytes(x for t in tags for x in (int(t), int(Q[r, t]) & 255))
    for word, kind in classes.items():
        records.setdefault(f.mix(f.CLASS_TEMPLATE, word), bytes((kind, 2 if word in certain else 1)))
    buckets = [[] for _ in range(65536)]
    for key in sorted(records):
        buckets[key >> 16].append((key & 0xFFFF, records[key]))
    starts, body = [], bytearray()
    for bucket in buckets:
        starts.append(len(body))
        for low, data in bucket:
            body += struct.pack("<HB", low, len(data) // 2) + data
    starts.append(len(body))
    listed = "\n".join(names).encode()
    with open(path, "wb") as out:
        out.write(b"SYTG" + struct.pack("<HHI", 1, len(names), len(listed)) + listed)
        out.write(struct.pack("<65537I", *starts) + body)
    print(path, len(records), "records", 12 + len(listed) + 4 * 65537 + len(body), "bytes")


if __name__ == "__main__":
    main()
