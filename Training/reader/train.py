"""Train the reader: `make train` calls this. Reads ../shared/data, writes Training/reader/work/ (corpora, checkpoint, log).

    train.py --sayso PATH --shared DIR --minilm DIR [--work DIR] [--steps N] [--threads 2] [--start MEAN.pt [--fold K/N]]

Deterministic for one machine and thread number. Killed and called again it goes on from the last checkpoint. See README.md.
"""
import argparse, collections, json, os, pickle, random, time, zlib

import torch
import torch.nn.functional as F

import corpora
import evaluate
import events
from examples import Augmenter, batches, runs, tensors, window
from model import EVENT_ROLES, Reader
from pieces import SPECIAL, Pieces, load_vocabulary

UNKNOWN = 100  # [UNK]
# What share of each corpus an epoch reads: from the start; going on from a trained reader; for a fold.
WHOLE = {"trees": 1, "names": 1, "re3d": 2, "coded": 2, "polnear": 0.25}
GOING_ON = {"trees": 0.2, "names": 0.15, "re3d": 1, "coded": 1, "polnear": 0.08}
FOLD = {"trees": 0.1, "names": 0.0, "re3d": 0.0, "coded": 1, "polnear": 0.0}
LATE = 0.68  # of the steps: from the next epoch on the share of trees grows and their windows shrink


def prepare(options):
    """Everything read, tokenised and labelled once; kept beside the checkpoint."""
    path = os.path.join(options.work, "corpora.pickle")
    if os.path.exists(path):
        return pickle.load(open(path, "rb"))
    data = options.shared + "/data/"
    tokens = corpora.Tokens(options.sayso)
    trees, own = [], []
    for name in ("ewt-train", "gum-train", "pud"):
        documents = corpora.treebank(data + f"engine/{name}.conllu.gz")
        if name == "gum-train":
            for d in documents:
                corpora.gum_names(d)
        if name == "pud":
            corpora.pud_names(documents, os.path.join(os.path.dirname(__file__), "pud-names.tsv"))
        trees += documents
        own += corpora.in_own_words(documents, tokens)
    for d in trees:
        for s in d["sentences"]:
            s.pop("rows", None)
    sets = {"trees": trees, "own": own}
    sets["names"] = corpora.crossner(data + "engine/crossner.jsonl.gz", lambda domain, split: split != "test")
    sets["re3d"] = corpora.re3d(data + "engine/re3d.jsonl.gz", tokens, held_back=False)
    sets["polnear"] = corpora.attributed(corpora.rows(data + "attribution/train.jsonl"), tokens, outermost_only=True)
    sets["coded"] = corpora.attributed(corpora.coded_reports(options.shared), tokens, outermost_only=False)
    events.mark(sets["coded"], options.sayso, events.claims_scorer(options.shared))
    count = lambda key, least: [x for x, n in collections.Counter(
        x for d in trees for s in d["sentences"] for x in s[key] if x).most_common() if n >= least]
    bio = lambda kinds: ["O"] + [b + "-" + k for k in kinds for b in "BI"]
    entities = [k for k, n in collections.Counter(t[2:] for d in sets["re3d"] for s in d["sentences"] for t in s["entities"] if t[0] == "B").most_common() if n >= 5]
    sets["labels"] = {
        "upos": sorted(count("upos", 1)), "xpos": sorted(count("xpos", 3)), "lemma": count("lemma", 3), "deprel": sorted(count("deprel", 1)),
        "names": bio(("PER", "ORG", "LOC")), "entities": bio(entities), "cue": ["O", "B", "I"],
        "event": events.TYPES, "modality": events.MODALITIES}
    pickle.dump(sets, open(path, "wb"))
    return sets


def teach_vectors(model, sets, pieces, count, work):
    """The sentence vectors of the encoder as it came, for every n-th treebank sentence: what the sentence head learns to keep."""
    path = os.path.join(work, "vectors.pt")
    sentences = [s for d in sets["trees"] for s in d["sentences"] if 4 <= len(s["words"]) <= 60]
    sentences = sentences[::max(1, len(sentences) // count)]
    if os.path.exists(path):
        vectors = torch.load(path)
    else:
        vectors = []
        with torch.no_grad():
            for i in range(0, len(sentences), 32):
                ids = [[pieces.start] + [p for w in s["words"] for p in pieces(w)] + [pieces.end] for s in sentences[i:i + 32]]
                width = max(map(len, ids))
                mask = torch.tensor([[1] * len(r) + [0] * (width - len(r)) for r in ids]).bool()
                ids = torch.tensor([r + [0] * (width - len(r)) for r in ids])
                h = model.encoder(ids, torch.full_like(ids, 7), mask)[-1]  # the case rows are still zero
                mean = (h * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
                vectors.append(F.normalize(mean, dim=-1))
        vectors = torch.cat(vectors)
        torch.save(vectors, path)
    for s, v in zip(sentences, vectors):
        s["vector"] = v


class Stream:
    """Endless batches: each epoch all documents in windows anew, the corpora in their shares."""

    def __init__(self, sets, pieces, index, lexicons, seed, shares):
        self.sets, self.pieces, self.index, self.random = sets, pieces, index, random.Random(seed)
        self.augment = Augmenter(lexicons, self.random)
        self.shares = shares
        self.polnear_at = 0
        self.is_late = False

    def part(self, name):
        """A share of a corpus: all of it so many times, or a sample."""
        documents, share = self.sets[name], self.shares[name]
        return documents * share if isinstance(share, int) else self.random.sample(documents, int(share * len(documents)))

    def limit(self):
        return self.random.choice((40, 80, 120, 160, 160, 160))

    def short(self):
        """Trees are read better in short windows: in the last third they get what they will mostly see."""
        return self.random.choice((1, 1, 40, 80, 80, 120))

    def windows(self, documents, augment=True, limit=None):
        for d in documents:
            starts = [0]
            for s in d["sentences"]:
                starts.append(starts[-1] + len(s["words"]))
            for a, z in runs(d, self.pieces, limit or self.limit):
                sentences = d["sentences"][a:z]
                e = window(sentences, starts[a], self.pieces, self.index, d.get("says", ()), d.get("roles", ()), self.augment(sentences) if augment else None)
                if e:
                    yield e

    def epoch(self):
        r, sets = self.random, self.sets
        trees = [own if r.random() < 0.5 else gold for gold, own in zip(sets["trees"], sets["own"])]
        trees = trees if self.shares["trees"] == 1 else r.sample(trees, int(self.shares["trees"] * len(trees)))
        parts = [trees, *map(self.part, ("names", "re3d", "coded"))]
        share = int(len(sets["polnear"]) * self.shares["polnear"] * (2 / 3 if self.is_late else 1))
        polnear = [sets["polnear"][(self.polnear_at + i) % len(sets["polnear"])] for i in range(share)]
        self.polnear_at = (self.polnear_at + share) % len(sets["polnear"])
        parts.append(polnear)
        result = []
        for part in parts:
            limit = self.short if self.is_late and part is trees else None
            result += batches(list(self.windows(part, limit=limit)), 1280, r)
        r.shuffle(result)
        return result


def cross_entropy(scores, gold):
    known = gold >= 0
    if not known.any():
        return None
    return F.cross_entropy(scores[known].float(), gold[known])


WEIGHT = {"upos": 1.0, "xpos": 0.5, "lemma": 0.5, "names": 1.0, "entities": 1.0, "cue": 1.0, "event": 1.0, "modality": 0.5}
MIX_OF = {"upos": "tags", "xpos": "tags", "lemma": "tags", "names": "names", "entities": "names", "cue": "says", "event": "events", "modality": "events"}


def links_loss(head, words, b, name, weights):
    """One loss a role: the mean over the words of the window, weighted."""
    links = b[name]
    scores = head(words, links["from"], links["batch"], links["first"], b["sentence"]).float()
    real = b["real"][links["batch"]].clone()
    real[:, 0] = False
    each = F.binary_cross_entropy_with_logits(scores, links["gold"], reduction="none")
    return [w * each[:, r][real].mean() for r, w in enumerate(weights)]


def loss_of(model, b):
    # Now and then a piece is unknown: names that nobody has seen must be read by their shape and their neighbours.
    hidden = (torch.rand(b["ids"].shape) < 0.025) & b["mask"] & (b["cases"] != SPECIAL)
    states = model.encoder(b["ids"].masked_fill(hidden, UNKNOWN), b["cases"], b["mask"])
    words, parts = {}, {}

    def mixed(name):
        if name not in words:
            words[name] = model.words(model.mixed(states, name), b["first"], b["last"])
        return words[name]

    for k, weight in WEIGHT.items():
        if (b[k] >= 0).any():
            parts[k] = weight * cross_entropy(model.heads[k](mixed(MIX_OF[k])), b[k])
    if (b["head"] >= 0).any():
        scores, ldep, lhead = model.arcs(mixed("parse"))
        scores = scores.float().masked_fill(~b["may"], -1e4)
        known = (b["head"] >= 0).nonzero(as_tuple=True)
        heads = b["head"][known]
        parts["arc"] = F.cross_entropy(scores[known], heads)
        parts["deprel"] = cross_entropy(model.labels(ldep[known], lhead[known[0], heads]), b["deprel"][known])
    if "says" in b:
        # A source is three words of a hundred: without its own weight the content would drown it.
        parts["source"], parts["content"] = links_loss(model.says, mixed("says"), b, "says", (8, 3))
    if "roles" in b:
        parts |= zip(EVENT_ROLES, links_loss(model.roles, mixed("events"), b, "roles", (6, 6, 4, 4)))
    if "vector" in b:
        h = model.mixed(states, "sentence")
        means = torch.stack([h[i, a:z].mean(0) for i, a, z in b["vector_at"]])
        parts["vector"] = 2 * (1 - F.cosine_similarity(model.sentence(means).float(), b["vector"], dim=-1)).mean()
    return parts


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    p.add_argument("--sayso", default=os.path.join(here, "../../.build/release/sayso"))
    p.add_argument("--shared", default=os.path.join(here, "../../../shared"))
    p.add_argument("--minilm", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--work", default=os.path.join(here, "work"))
    p.add_argument("--steps", type=int, default=4000)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--bf16", type=int, default=0, help="1: bfloat16 products, where the processor gains by them")
    p.add_argument("--bench", type=int, default=0)
    p.add_argument("--start", help="go on from these weights: every corpus but the coded reports in small shares, the rate lower")
    p.add_argument("--fold", help="K/N: leave out the coded reports of one of N parts, for the claim models (../claims) to learn on reports that the reader has not seen")
    options = p.parse_args()
    os.makedirs(options.work, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    sets = prepare(options)
    if options.fold:
        k, n = map(int, options.fold.split("/"))
        sets["coded"] = [d for d in sets["coded"] if zlib.crc32(d["id"].encode()) % n != k]
    labels = sets["labels"]
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    pieces = Pieces(load_vocabulary(os.path.join(options.minilm, "vocab.txt")))
    model = Reader(labels)
    model.encoder.load(os.path.join(options.minilm, "model.safetensors"))
    teach_vectors(model, sets, pieces, 5000, options.work)
    if options.start:
        before = torch.load(options.start, weights_only=False)
        if before["labels"] != labels:
            raise SystemExit(f"train: {options.start} was trained with other labels")
        missing = model.load_state_dict(before["model"], strict=False)
        print("new:", " ".join(missing.missing_keys))
    shares = (FOLD if options.fold else GOING_ON) if options.start else WHOLE
    stream = Stream(sets, pieces, index, os.path.join(here, "../../Sources/SaysoLexicon/Resources/shared"), 1, shares)

    named = [(n, q) for n, q in model.named_parameters() if q.requires_grad]
    slow = [q for n, q in named if n.startswith("encoder.") and ".case." not in n]
    fast = [q for n, q in named if not (n.startswith("encoder.") and ".case." not in n)]
    rates = (1.2e-4, 1e-3) if options.start else (3e-4, 1.5e-3)
    optimiser = torch.optim.AdamW([{"params": slow}, {"params": fast}], lr=1e-3, weight_decay=0.01, betas=(0.9, 0.99), foreach=True)
    mean = {n: q.detach().clone() for n, q in named}  # moving average of the weights: what is measured and released
    log = open(os.path.join(options.work, "train.log"), "a", encoding="utf-8")

    def say(text):
        print(text, flush=True)
        print(text, file=log, flush=True)

    say(json.dumps({k: len(v) for k, v in labels.items()}) + " " + json.dumps(
        {k: [len(v), sum(len(s["words"]) for d in v for s in d["sentences"])] for k, v in sets.items() if k != "labels"}))
    step, words, begun, spent, epoch = 0, 0, time.time(), 0.0, 0
    checkpoint = os.path.join(options.work, "checkpoint.pt")
    queue, position = [], 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        mean, step, words, spent = state["mean"], state["step"], state["words"], state["spent"]
        stream.random.setstate(state["random"])
        torch.set_rng_state(state["torch"])
        stream.polnear_at, epoch, position = state["polnear_at"], state["epoch"], state["position"]
        stream.is_late = step >= LATE * options.steps
        queue = stream.epoch()
        say(f"resumed at step {step}")

    def save(path):
        torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "mean": mean, "step": step, "words": words, "spent": spent + time.time() - begun,
                    "random": epoch_random, "torch": torch.get_rng_state(), "polnear_at": epoch_polnear, "epoch": epoch, "position": position,
                    "labels": labels}, path + ".new")
        os.replace(path + ".new", path)

    epoch_random, epoch_polnear = stream.random.getstate(), stream.polnear_at
    if os.path.exists(checkpoint):
        epoch_random, epoch_polnear = state["random"], state["polnear_at"]
    running = collections.Counter()
    seen = collections.Counter()
    model.train()
    while step < options.steps:
        if position >= len(queue):
            epoch_random, epoch_polnear = stream.random.getstate(), stream.polnear_at
            stream.is_late = step >= LATE * options.steps
            queue, position, epoch = stream.epoch(), 0, epoch + 1
            say(f"epoch {epoch}: {len(queue)} batches")
        b = tensors(queue[position])
        position += 1
        scale = min(1, (step + 1) / 150) * max(0.01, 1 - step / options.steps)
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * scale
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(options.bf16)):
            parts = loss_of(model, b)
            loss = sum(parts.values())
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.values()), [q for _, q in named], 1 - decay)
        words += int(b["real"].sum()) - len(b["ids"])
        for k, v in parts.items():
            running[k] += float(v.detach())
            seen[k] += 1
        if step % 100 == 0:
            elapsed = spent + time.time() - begun
            say(f"step {step} words {words} t {elapsed / 60:.1f} min {words / elapsed:.0f} words/s " + " ".join(f"{k} {running[k] / seen[k]:.3f}" for k in sorted(running)))
            running.clear()
            seen.clear()
        if options.bench and step >= options.bench:
            return
        if step % 500 == 0 or step == options.steps:
            save(checkpoint)
            kept = {n: q.detach().clone() for n, q in named}
            with torch.no_grad():
                for n, q in named:
                    q.copy_(mean[n])
            torch.save({"model": model.state_dict(), "labels": labels, "step": step}, os.path.join(options.work, "mean.pt"))
            say("dev " + json.dumps(evaluate.quick(model, options, labels, pieces, full=step == options.steps and not options.fold)))
            with torch.no_grad():
                for n, q in named:
                    q.copy_(kept[n])
            model.train()


if __name__ == "__main__":
    main()
