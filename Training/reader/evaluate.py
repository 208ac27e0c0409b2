"""Figures on the development sets, with PyTorch: what training shows on its way. What is released is measured by `make score`.

    evaluate.py --shared DIR --minilm DIR --sayso PATH WEIGHTS.pt
"""
import argparse, collections, importlib.util, json, os, pickle

import torch

import corpora
from examples import batches, runs, tensors, window
from pieces import Pieces, load_vocabulary

FIXED = 40


def spans(tags):
    found, start = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            found.add((start, i, tags[start][2:]))
            start = None
        if tag[0] == "B":
            start = i
    return found


def viterbi(scores, labels):
    """Best BIO sequence: I-X only behind B-X or I-X."""
    allowed = torch.full((len(labels), len(labels)), -1e9)
    for j, to in enumerate(labels):
        for i, frm in enumerate(labels):
            if to[0] != "I" or (frm[0] in "BI" and frm[1:] == to[1:]):
                allowed[i, j] = 0
    first = torch.tensor([-1e9 if x[0] == "I" else 0.0 for x in labels])
    best, back = scores[0] + first, []
    for row in scores[1:]:
        total, come = (best[:, None] + allowed).max(0)
        back.append(come)
        best = total + row
    path = [int(best.argmax())]
    for come in reversed(back):
        path.append(int(come[path[-1]]))
    return path[::-1]


def windows_of(document, pieces, index):
    starts = [0]
    for s in document["sentences"]:
        starts.append(starts[-1] + len(s["words"]))
    for a, z in runs(document, pieces, lambda: FIXED):
        e = window(document["sentences"][a:z], starts[a], pieces, index)
        if e:
            yield e, starts[a], document["sentences"][a:z]


def trees(model, documents, pieces, index, labels):
    c = collections.Counter()
    examples = [e for d in documents for e, *_ in windows_of(d, pieces, index)]
    for group in batches(examples, 3000, None, shuffle=False):
        b = tensors(group)
        states = model.encoder(b["ids"], b["cases"], b["mask"])
        tags = model.words(model.mixed(states, "tags"), b["first"], b["last"])
        scores, ldep, lhead = model.arcs(model.words(model.mixed(states, "parse"), b["first"], b["last"]))
        heads = scores.masked_fill(~b["may"], -1e4).argmax(-1)
        known = (b["head"] >= 0).nonzero(as_tuple=True)
        c["n"] += len(known[0])
        right = heads[known] == b["head"][known]
        c["uas"] += int(right.sum())
        rel = model.labels(ldep[known], lhead[known[0], heads[known]])
        root = labels["deprel"].index("root")
        rel[:, root] = -1e9
        rel = torch.where(heads[known] == 0, torch.tensor(root), rel.argmax(-1))
        c["las"] += int((right & (rel == b["deprel"][known])).sum())
        for k in ("upos", "xpos", "lemma"):
            c[k] += int((model.heads[k](tags).argmax(-1)[known] == b[k][known]).sum())
    return {k: round(100 * c[k] / c["n"], 2) for k in ("upos", "xpos", "lemma", "uas", "las")}


def names(model, documents, pieces, index, labels, key):
    right = predicted = gold = 0
    for d in documents:
        for e, _, sentences in windows_of(d, pieces, index):
            b = tensors([e])
            states = model.encoder(b["ids"], b["cases"], b["mask"])
            scores = torch.log_softmax(model.heads[key](model.words(model.mixed(states, "names"), b["first"], b["last"])), -1)[0, 1:]
            at = 0
            for s in sentences:
                n = len(s["words"])
                if key in s:
                    found = spans([labels[key][i] for i in viterbi(scores[at:at + n], labels[key])])
                    marked = spans(s[key])
                    right, predicted, gold = right + len(found & marked), predicted + len(found), gold + len(marked)
                at += n
    return round(200 * right / max(1, predicted + gold), 2)


def pieces_of(ranges, document):
    """Word indices → character spans, runs joined."""
    out = []
    for w in ranges:
        a, z = document["spans"][w]
        if out and w == last + 1:
            out[-1][1] = z
        else:
            out.append([a, z])
        last = w
    return out


def says(model, document, pieces, index, labels):
    """Attributions of a document, in the scorer's form, by the simplest decoding."""
    found, flat = [], [w for s in document["sentences"] for w in s["words"]]
    for e, start, sentences in windows_of(document, pieces, index):
        b = tensors([e])
        words = model.words(model.mixed(model.encoder(b["ids"], b["cases"], b["mask"]), "says"), b["first"], b["last"])
        tags = torch.log_softmax(model.heads["cue"](words), -1)[0, 1:]
        cues, at = [], 0
        for s in sentences:
            n = len(s["words"])
            path = [labels["cue"][i] for i in viterbi(tags[at:at + n], labels["cue"])]
            cues += [list(range(1 + at + x, 1 + at + y)) for x, y, _ in spans(path)]
            at += n
        if not cues:
            continue
        width = max(map(len, cues))
        scores = model.says(words, torch.tensor([c + [-1] * (width - len(c)) for c in cues]), torch.zeros(len(cues), dtype=torch.long),
                            torch.tensor([c[0] for c in cues]), b["sentence"])
        chance = torch.sigmoid(scores)
        for cue, (source, content) in zip(cues, chance):
            source = [w for w in range(1, len(source)) if source[w] > 0.5 and w not in cue]
            content = [w for w in range(1, len(content)) if content[w] > 0.5 and w not in cue and w not in source]
            filled = []
            for w in content:
                if filled and 1 < w - filled[-1] <= 3 and not any(x in cue or x in source for x in range(filled[-1] + 1, w)):
                    filled += range(filled[-1] + 1, w)
                filled.append(w)
            runs_, last = [], None
            for w in filled:
                if last is None or w != last + 1:
                    runs_.append([])
                runs_[-1].append(w)
                last = w
            kept = []
            for r in runs_:
                while r and flat[start + r[0] - 1] in (",", ":", ";", ".", "--", "–", "—"):
                    r = r[1:]
                while r and flat[start + r[-1] - 1] in (",", ":", ";", ".", "--", "–", "—"):
                    r = r[:-1]
                kept += r
            if kept:
                shift = lambda ws: pieces_of([start + w - 1 for w in ws], document)
                found.append({"id": str(len(found)), "source": shift(source), "cue": shift(cue), "content": shift(kept), "nested_in": None, "_": {start + w - 1 for w in kept},
                              "_all": {start + w - 1 for w in kept + cue + source}})
    for a in found:
        outer = [b for b in found if b is not a and a["_all"] < b["_"]]
        if outer:
            a["nested_in"] = min(outer, key=lambda b: len(b["_"]))["id"]
    return [{k: v for k, v in a.items() if k[0] != "_"} for a in found]


def told(model, documents, pieces, index, labels):
    """Events: F1 of type over the program's candidates, at the caution that suits best; and, over the coded triggers, the share of roles whose likeliest
    word is right where the window holds one."""
    import events
    right, c = [], collections.Counter()
    for d in documents:
        scores = {}
        for e, start, _ in windows_of(d, pieces, index):
            b = tensors([e])
            words = model.words(model.mixed(model.encoder(b["ids"], b["cases"], b["mask"]), "events"), b["first"], b["last"])
            for w, row in enumerate(torch.log_softmax(model.heads["event"](words), -1)[0, 1:]):
                scores[start + w] = row
            for at, *sides in [([w - start + 1], *([x - start + 1 for x in side if 0 <= x - start < len(e.first) - 1] for side in sides))
                               for w, *sides in d["roles"] if start <= w < start + len(e.first) - 1]:
                best = model.roles(words, torch.tensor([at]), torch.tensor([0]), torch.tensor(at), b["sentence"])[0]
                for role, side in enumerate(sides):
                    if side:
                        c[role, "n"] += 1
                        c[role, "right"] += int(best[role, 1:].argmax()) + 1 in side
        right += [(scores[w], labels["event"].index(t)) for w, t in d["candidates"] if w in scores]
    gold = sum(len(d["row"]["claims"]) for d in documents)
    rows, types = torch.stack([r for r, _ in right]), torch.tensor([t for _, t in right])
    best = 0
    for caution in range(0, 13):
        moved = rows.clone()
        moved[:, 0] -= caution / 4
        guess = moved.argmax(-1)
        best = max(best, 2 * int(((guess == types) & (guess > 0)).sum()) / (int((guess > 0).sum()) + gold))
    return [round(100 * best, 1), *(round(100 * c[r, "right"] / max(1, c[r, "n"])) for r in range(4))]


def scorer(shared, name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(shared, "score", name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def development(options):
    path = os.path.join(options.work, "development.pickle")
    if os.path.exists(path):
        return pickle.load(open(path, "rb"))
    data = options.shared + "/data/"
    tokens = corpora.Tokens(options.sayso)
    ewt = corpora.treebank(data + "engine/ewt-dev.conllu.gz")
    marked = {" ".join(s["words"]): s["names"] for s in corpora.uner(data + "engine/uner-ewt-dev.jsonl.gz")}
    for d in ewt:
        for s in d["sentences"]:
            if " ".join(s["words"]) in marked:
                s["names"] = marked[" ".join(s["words"])]
    sets = {"ewt": ewt, "own": corpora.in_own_words([d for d in ewt], tokens), "gum": corpora.treebank(data + "engine/gum-dev.conllu.gz"),
            "politics": corpora.crossner(data + "engine/crossner.jsonl.gz", lambda domain, split: domain == "politics" and split == "test"),
            "re3d": corpora.re3d(data + "engine/re3d.jsonl.gz", tokens, held_back=True),
            "polnear": corpora.attributed(corpora.rows(data + "attribution/dev.jsonl"), tokens, outermost_only=True)}
    import events
    sets["claims"] = corpora.attributed(corpora.rows(data + "claims/dev.jsonl"), tokens, outermost_only=False)
    events.mark(sets["claims"], options.sayso, events.claims_scorer(options.shared))
    pickle.dump(sets, open(path, "wb"))
    return sets


def quick(model, options, labels, pieces, full=False):
    sets = development(options)
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    step = 1 if full else 4
    model.eval()
    with torch.no_grad():
        result = {"ewt": trees(model, sets["ewt"][::step], pieces, index, labels)}
        result["uner"] = names(model, sets["ewt"][::step], pieces, index, labels, "names")
        result["politics"] = names(model, sets["politics"][::step], pieces, index, labels, "names")
        result["re3d"] = names(model, sets["re3d"], pieces, index, labels, "entities")
        if full:
            result["gum"] = trees(model, sets["gum"], pieces, index, labels)
        result["events"] = told(model, sets["claims"], pieces, index, labels)
        module = scorer(options.shared, "attribution")
        documents = sets["polnear"][::1 if full else 7]
        found = {d["id"]: {"attributions": says(model, d, pieces, index, labels)} for d in documents}
        score = module.score({d["id"]: d["row"] for d in documents}, found)
        for row in ("triple", "rep.triple", "content", "source", "cue"):
            result[row] = round(100 * score[row, "soft"]["f1"], 1)
    return result


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    p.add_argument("--sayso", default=os.path.join(here, "../../.build/release/sayso"))
    p.add_argument("--shared", default=os.path.join(here, "../../../shared"))
    p.add_argument("--minilm", required=True)
    p.add_argument("--work", default=os.path.join(here, "work"))
    p.add_argument("weights")
    options = p.parse_args()
    from model import Reader
    state = torch.load(options.weights, weights_only=False)
    model = Reader(state["labels"])
    model.load_state_dict(state["model"])
    print(json.dumps(quick(model, options, state["labels"], Pieces(load_vocabulary(os.path.join(options.minilm, "vocab.txt"))), full=True)))
