"""Blend a reader with the one that it went on from, then teach the event heads anew on the blend.

    blend.py --work DIR --minilm DIR BEFORE.pt AFTER.pt OUT.pt [--share 0.6] [--steps 500]

A reader that goes on with other shares of the corpora (`train.py --start`) learns events and unlearns a little of the rest. The mean of the two weights keeps
nearly all of both (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models"). The heads of events, modality and roles, which only the second knows well,
are then trained a little on the frozen encoder. DIR is the second training's work folder.
"""
import argparse, os, pathlib, pickle

import torch

import train
from model import Reader
from pieces import Pieces, load_vocabulary

HEADS = ("heads.event", "heads.modality", "roles.")
RATE = 6e-4


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--work", required=True)
    p.add_argument("--minilm", required=True)
    p.add_argument("--share", type=float, default=0.6)
    p.add_argument("--steps", type=int, default=500)
    p.add_argument("before"), p.add_argument("after"), p.add_argument("out")
    options = p.parse_args()
    torch.manual_seed(2)
    before, after = (torch.load(x, weights_only=False) for x in (options.before, options.after))
    sets = pickle.load(open(os.path.join(options.work, "corpora.pickle"), "rb"))
    labels = sets["labels"]
    model = Reader(labels)
    model.load_state_dict({k: v if k not in before["model"] else torch.lerp(before["model"][k], v, options.share) for k, v in after["model"].items()})
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    pieces = Pieces(load_vocabulary(os.path.join(options.minilm, "vocab.txt")))
    lexicons = pathlib.Path(__file__).resolve().parents[2] / "Sources/SaysoLexicon/Resources/shared"
    stream = train.Stream({**sets, "trees": [], "own": []}, pieces, index, lexicons, 3, {"trees": 1, "names": 0.0, "re3d": 0.0, "coded": 1, "polnear": 0.0})
    taught = [q for n, q in model.named_parameters() if n.startswith(HEADS)]
    for q in model.parameters():
        q.requires_grad = False
    for q in taught:
        q.requires_grad = True
    optimiser = torch.optim.AdamW(taught, lr=RATE, weight_decay=0.01)
    mean, step = [q.detach().clone() for q in taught], 0
    model.train()
    while step < options.steps:
        for batch in stream.epoch()[:options.steps - step]:
            b = train.tensors(batch)
            parts = train.loss_of(model, b)
            loss = sum(v for k, v in parts.items() if k in ("event", "modality", *train.EVENT_ROLES))
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - step / options.steps)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
            with torch.no_grad():
                for m, q in zip(mean, taught):
                    m.lerp_(q, 1 - min(0.99, (1 + step) / (10 + step)))
    with torch.no_grad():
        for m, q in zip(mean, taught):
            q.copy_(m)
    torch.save({**after, "model": model.state_dict()}, options.out)


if __name__ == "__main__":
    main()
