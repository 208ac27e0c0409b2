"""A small network over named features: a linear layer and, beside it, one hidden layer of sums. What the claim models are made of.

    score = bias + Σ linear[f] + W · relu(hidden bias + Σ hidden[f])      over the features f of a candidate, each once

The hidden layer weighs features together (“the subject, of a passive verb, and an armed group”). Files: one row a feature, its weights as signed bytes in base64, with a
scale for the linear part and one for the hidden part; Sources/SaysoLexicon/Network reads them.
"""
import base64, collections, random

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

HIDDEN, LEAST = 32, 3  # features seen fewer times are left out
RATE, DROP, HIDE, L2 = 2e-3, 0.4, 0.25, 1e-4


class Network(nn.Module):
    def __init__(self, features, outputs):
        super().__init__()
        self.index = features
        self.linear = nn.EmbeddingBag(len(features), outputs, mode="sum")
        self.hidden = nn.EmbeddingBag(len(features), HIDDEN, mode="sum")
        self.hidden_bias, self.out = nn.Parameter(torch.full((HIDDEN,), 0.1)), nn.Linear(HIDDEN, outputs)
        nn.init.zeros_(self.linear.weight)
        nn.init.normal_(self.hidden.weight, std=0.05)

    def forward(self, ids, offsets):
        return self.linear(ids, offsets) + self.out(F.dropout(F.relu(self.hidden(ids, offsets) + self.hidden_bias), DROP, self.training))

    def encoded(self, candidates):
        return [sorted({self.index[f] for f in features if f in self.index}) for features in candidates]

    def penalty(self):
        return L2 * ((self.linear.weight ** 2).sum() + (self.hidden.weight ** 2).sum())

    def scores(self, candidates):
        self.eval()
        with torch.no_grad():
            return torch.cat([self(*packed(self.encoded(candidates[i:i + 4096]))) for i in range(0, len(candidates), 4096)]).numpy()


def packed(encoded, hide=0.0):
    """Ids and where each candidate's begin; `hide`: the share of features left out at random."""
    ids, offsets = [], []
    for row in encoded:
        offsets.append(len(ids))
        ids += [i for i in row if random.random() >= hide] if hide else row
    return torch.tensor(ids, dtype=torch.long), torch.tensor(offsets)


def new(candidates, outputs):
    random.seed(1), torch.manual_seed(1)
    counts = collections.Counter(f for features in candidates for f in set(features))
    return Network({f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}, outputs)


def descend(network, size, batch, epochs, loss):
    """`loss(rows)` for random batches of `size` rows; Adam, the rate falling to nothing."""
    optimiser, step, steps = torch.optim.Adam(network.parameters(), lr=RATE), 0, epochs * -(-size // batch)
    network.train()
    for _ in range(epochs):
        for rows in torch.randperm(size).split(batch):
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            step += 1
            value = loss(rows.tolist()) + network.penalty()
            optimiser.zero_grad()
            value.backward()
            optimiser.step()
    return network


def classifier(candidates, labels, outputs, epochs=12):
    """Which of `outputs` classes a candidate belongs to."""
    network = new(candidates, outputs)
    encoded, labels = network.encoded(candidates), torch.tensor(labels)
    return descend(network, len(encoded), 128, epochs, lambda rows: F.cross_entropy(network(*packed([encoded[i] for i in rows], 0.4)), labels[rows]))


def ranker(groups, shares, epochs=4):
    """Which candidate of a group is the right one: `shares` gives each candidate's part of the truth."""
    network = new([c for g in groups for c in g], 1)
    encoded = [network.encoded(g) for g in groups]

    def loss(rows):
        scores = network(*packed([c for i in rows for c in encoded[i]], HIDE))[:, 0]
        group = torch.tensor([n for n, i in enumerate(rows) for _ in encoded[i]])
        share = torch.tensor([s for i in rows for s in shares[i]])
        most = torch.full((len(rows),), -1e9).scatter_reduce(0, group, scores.detach(), "amax")
        total = torch.zeros(len(rows)).scatter_add(0, group, (scores - most[group]).exp()).log() + most
        return -(share * (scores - total[group])).sum() / len(rows)

    return descend(network, len(groups), 32, epochs, loss)


def text(network, title, source, problems, outputs, extra=""):
    """The file's text; weights as they will be read: signed bytes."""
    linear, hidden = network.linear.weight.detach().numpy(), network.hidden.weight.detach().numpy()
    rows = []
    for feature, i in network.index.items():
        scales = [max(float(np.abs(x[i]).max()), 1e-6) / 127 for x in (linear, hidden)]
        if scales[0] * 127 < 0.02 and scales[1] * 127 < 0.02:
            continue
        whole = np.concatenate([np.rint(x[i] / s) for x, s in zip((linear, hidden), scales)]).astype(np.int8)
        rows.append(f"{feature}\t{scales[0]:.3g}\t{scales[1]:.3g}\t{base64.b64encode(whole.tobytes()).decode()}")
    numbers = lambda x: " ".join(f"{v:.4g}" for v in x.detach().numpy().ravel())
    header = f"""# title: {title}
# source: {source}
# licence: CC0-1.0 (weights only; no text of the reports)
# date: 2026-11-28
# known problems: {problems}
# outputs: {" ".join(outputs)}
# bias: {numbers(network.out.bias)}
# hidden bias: {numbers(network.hidden_bias)}
# output weights: {numbers(network.out.weight)}
{extra}# columns: feature\tlinear scale\thidden scale\tweights (signed bytes in base64: linear, one an output; then hidden)
"""
    return header + "\n".join(sorted(rows)) + "\n"
