"""Quantise a trained reader and write what the program reads: weights, vocabulary, checksum, golden outputs.

    export.py --minilm DIR --out Models/reader-en [--shared DIR --sayso PATH: measure the quantised model, too] MEAN.pt

Weights: 7 bits (−63…63), one scale an output row. Activations: 8 bits a row, at run time. Why not 8 and 8: on processors that only have
AVX2 the pairwise product would overflow, and the same bytes would not give the same claims everywhere. File format: README.md.
"""
import argparse, hashlib, json, os, shutil

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from examples import tensors, window
from model import LAYERS, MIXES, Reader
from pieces import Pieces, load_vocabulary

WEIGHT_LIMIT, ACTIVATION_LIMIT = 63, 127
WINDOW = 40  # word pieces: trees are best a sentence at a time, links gain a little from more; README.md has the figures
SOONER = 0.7  # taken from the score of "no name": in other texts than its own the model leaves names out rather than inventing them
HEADS = {"parse.proj": "proj", "parse.label.r": "label_r", "says.cue": "says.cue", "says.word": "says.word", "roles.cue": "roles.cue", "roles.word": "roles.word", "sentence": "sentence"}
PLAIN = {"parse.arc.u": "arc_u", "parse.arc.b": "arc_b", "parse.label.w": "label_w.weight", "parse.label.b": "label_w.bias", 
         **{f"{head}.{part}": f"{head}.{part}" for head in ("says", "roles") for part in ("u", "v", "bias", "dist", "sdist")}}

# Sentences of our own, for the check at load time and in the tests.
GOLDEN = [
    "Mohamed Gnunu , a spokesman for the army , said on Monday that at least six jets had left the base near Bani Walid .".split(),
    "THE REBELS DENIED THAT THEY HAD FIRED ON THE CONVOY , ACCORDING TO A STATEMENT CARRIED BY A LOCAL RADIO STATION .".split(),
    "“ We will strike back if the siege is not lifted , ” the governor of Zaporizhzhia told reporters ; nobody else confirmed it .".split(),
]


class Quantised(nn.Module):
    """A linear layer as the engine computes it: integer products (exact in float32 below 2^24), then scale and bias."""

    def __init__(self, linear):
        super().__init__()
        weight = linear.weight.data
        self.scale = weight.abs().amax(1).clamp(min=1e-9) / WEIGHT_LIMIT
        self.weight = torch.round(weight / self.scale[:, None]).clamp(-WEIGHT_LIMIT, WEIGHT_LIMIT)
        self.bias = linear.bias.data

    def forward(self, x):
        most = x.abs().amax(-1, keepdim=True).clamp(min=1e-9)
        whole = torch.round(x * (ACTIVATION_LIMIT / most))
        return F.linear(whole, self.weight) * (self.scale * (most / ACTIVATION_LIMIT)) + self.bias


def quantised(model):
    """The model with every linear layer and the word embeddings as they will be shipped."""
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear) and name != "label_w":
                setattr(module, name, Quantised(child))
    words = model.encoder.word.weight.data
    scale = words.abs().amax(1).clamp(min=1e-9) / 127
    model.encoder.word.weight.data = torch.round(words / scale[:, None]) * scale[:, None]
    return model


def arrays(model):
    """name → array, from a model that is not yet quantised."""
    out = {}

    def linear(name, layer):
        q = Quantised(layer)
        out[name + ".q"] = q.weight.numpy().astype(np.int8)
        out[name + ".s"], out[name + ".b"] = q.scale.numpy(), q.bias.numpy()

    encoder = model.encoder
    words = encoder.word.weight.data
    scale = words.abs().amax(1).clamp(min=1e-9) / 127
    out["emb.word.q"], out["emb.word.s"] = torch.round(words / scale[:, None]).numpy().astype(np.int8), scale.numpy()
    out["emb.pos"], out["emb.case"] = encoder.pos.weight.data.numpy(), encoder.case.weight.data.numpy()
    out["emb.norm.w"], out["emb.norm.b"] = encoder.norm.weight.data.numpy(), encoder.norm.bias.data.numpy()
    for i, layer in enumerate(encoder.layers):
        for part in ("qkv", "out", "up", "down"):
            linear(f"layers.{i}.{part}", getattr(layer, part))
        for norm in ("norm1", "norm2"):
            out[f"layers.{i}.{norm}.w"], out[f"layers.{i}.{norm}.b"] = getattr(layer, norm).weight.data.numpy(), getattr(layer, norm).bias.data.numpy()
    out["mix"] = torch.softmax(model.mix.data, -1).numpy()
    for name, head in model.heads.items():
        linear(name, head)
    for name, attribute in HEADS.items():
        linear(name, model.get_submodule(attribute))
    state = model.state_dict()
    for name, attribute in PLAIN.items():
        out[name] = state[attribute].numpy()
    return out


def write(path, values, metadata):
    """safetensors with every tensor at a multiple of 64 bytes, and a checksum over the data part."""
    header, data, offset = {}, [], 0
    for name, value in values.items():
        raw = np.ascontiguousarray(value).tobytes()
        header[name] = {"dtype": {"int8": "I8", "float32": "F32"}[str(value.dtype)], "shape": list(value.shape), "data_offsets": [offset, offset + len(raw)]}
        data.append(raw)
        offset += len(raw)
        if fill := -len(raw) % 64:  # safetensors allows no gaps: what aligns the next tensor is a tensor, too
            header[f"fill.{len(data)}"] = {"dtype": "U8", "shape": [fill], "data_offsets": [offset, offset + fill]}
            data.append(b"\0" * fill)
            offset += fill
    body = b"".join(data)
    words = np.frombuffer(body, dtype="<u8")
    with np.errstate(over="ignore"):
        checksum = int(np.sum(words * (2 * np.arange(len(words), dtype=np.uint64) + 1), dtype=np.uint64))
    header["__metadata__"] = metadata | {"format": "sayso-reader", "version": "1", "checksum": f"{checksum:016x}"}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-(len(text) + 8) % 64)
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little") + text + body)


def golden(model, labels, pieces):
    """What the quantised model says of the golden sentences, each read alone."""
    index, rows = {k: {} for k in labels}, []
    for words in GOLDEN:
        e = window([{"words": words}], 0, pieces, index)
        b = tensors([e])
        states = model.encoder(b["ids"], b["cases"], b["mask"])
        mixed = {name: model.words(model.mixed(states, name), b["first"], b["last"]) for name in MIXES}
        scores, ldep, lhead = model.arcs(mixed["parse"])
        scores = scores.masked_fill(~b["may"], -1e4)
        heads = scores.argmax(-1)[0]
        rel = model.labels(ldep[0], lhead[0, heads])
        row = {"words": words, "ids": e.ids, "cases": e.cases, "hidden": states[-1][0, :, :8].tolist(), "arcs": scores[0, 1:, :].tolist(), "head": heads[1:].tolist(),
               "deprel_scores": rel[1:].tolist()}
        for name, mix in (("upos", "tags"), ("xpos", "tags"), ("names", "names"), ("entities", "names"), ("cue", "says"), ("event", "events"), ("modality", "events")):
            row[name] = model.heads[name](mixed[mix])[0, 1:].tolist()
        cue = [i + 1 for i, tag in enumerate(model.heads["cue"](mixed["says"])[0, 1:].argmax(-1).tolist()) if tag][:1] or [1]
        says = model.says(mixed["says"], torch.tensor([cue]), torch.tensor([0]), torch.tensor(cue), b["sentence"])
        row["roles"] = torch.sigmoid(model.roles(mixed["events"], torch.tensor([cue]), torch.tensor([0]), torch.tensor(cue), b["sentence"]))[0, :, 1:].tolist()
        row["says_cue"], row["says"] = cue, torch.sigmoid(says)[0, :, 1:].tolist()
        mean = model.mixed(states, "sentence")[0, 1:len(e.ids) - 1].mean(0)
        row["vector"] = F.normalize(model.sentence(mean), dim=-1).tolist()
        rows.append(row)
    return rows


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--minilm", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--shared")
    p.add_argument("--sayso")
    p.add_argument("--work", default=os.path.dirname(os.path.abspath(__file__)) + "/work")
    p.add_argument("weights")
    options = p.parse_args()
    state = torch.load(options.weights, weights_only=False)
    labels = state["labels"]
    model = Reader(labels)
    model.load_state_dict(state["model"])
    model.eval()
    model.heads["names"].bias.data[labels["names"].index("O")] -= SOONER
    pieces = Pieces(load_vocabulary(os.path.join(options.minilm, "vocab.txt")))
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, "reader-en.safetensors")
    config = {"layers": LAYERS, "width": 384, "heads": 12, "ffn": 1536, "arc": 256, "label": 96, "says": 128, "window": WINDOW, "keep": 3}
    with torch.no_grad():
        write(path, arrays(model), {"config": json.dumps(config), "labels": json.dumps(labels, ensure_ascii=False)})
        shutil.copyfile(os.path.join(options.minilm, "vocab.txt"), os.path.join(options.out, "vocab.txt"))
        model = quantised(model)
        with open(os.path.join(options.out, "golden.json"), "w", encoding="utf-8") as out:
            json.dump(golden(model, labels, pieces), out, ensure_ascii=False, separators=(",", ":"))
        with open(os.path.join(options.out, "SHA256SUMS"), "w") as out:
            for name in ("reader-en.safetensors", "vocab.txt"):
                out.write(hashlib.sha256(open(os.path.join(options.out, name), "rb").read()).hexdigest() + f"  {name}\n")
        print(f"{path}: {os.path.getsize(path) / 1e6:.1f} MB")
        if options.shared:
            import evaluate
            print("quantised " + json.dumps(evaluate.quick(model, options, labels, pieces, full=True)))


if __name__ == "__main__":
    main()
