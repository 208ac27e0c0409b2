"""The network: MiniLM's encoder with heads. Shapes and names as in the weights file (see README.md)."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

WIDTH, HEADS, INNER, LAYERS, KEEP = 384, 12, 1536, 6, 3
ARC, LABEL, SAYS, REACH = 256, 96, 128, 40
MIXES = ("tags", "parse", "names", "says", "events", "sentence")


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        # Own attention: the library's fused one has a slow backward pass on CPUs.
        weights = torch.softmax(torch.matmul(q * (1 / math.sqrt(d // HEADS)), k.transpose(-1, -2)) + mask, -1).to(v.dtype)
        x = self.norm1(x + self.out((weights @ v).transpose(1, 2).reshape(b, t, d)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.word, self.pos, self.case = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(8, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.case.weight)
        self.word.weight.requires_grad = False  # frozen: saves the optimiser 11.7 M parameters, and unseen words keep their places

    def load(self, path):
        w = load_file(path)
        g = lambda name: w[name] if name in w else w["bert." + name]
        self.word.weight.data = g("embeddings.word_embeddings.weight")
        self.pos.weight.data = g("embeddings.position_embeddings.weight") + g("embeddings.token_type_embeddings.weight")[0]
        self.norm.weight.data, self.norm.bias.data = g("embeddings.LayerNorm.weight"), g("embeddings.LayerNorm.bias")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).data = torch.cat([g(p + f"attention.self.{n}.{part}") for n in ("query", "key", "value")])
                getattr(layer.out, part).data = g(p + f"attention.output.dense.{part}")
                getattr(layer.norm1, part).data = g(p + f"attention.output.LayerNorm.{part}")
                getattr(layer.up, part).data = g(p + f"intermediate.dense.{part}")
                getattr(layer.down, part).data = g(p + f"output.dense.{part}")
                getattr(layer.norm2, part).data = g(p + f"output.LayerNorm.{part}")
        return self

    def forward(self, ids, cases, mask):
        x = self.norm(self.word(ids) + self.pos.weight[:ids.shape[1]] + self.case(cases))
        mask = (~mask)[:, None, None, :].to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype) * -1e4
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states


SAYS_ROLES, EVENT_ROLES = ("source", "content"), ("actor", "recipient", "place", "time")


class Links(nn.Module):
    """From a cue or an event's word to the words around it: one score a role and word, from both words, how far apart they stand and in which sentences."""

    def __init__(self, roles):
        super().__init__()
        self.count = roles
        self.cue, self.word = nn.Linear(WIDTH, roles * SAYS), nn.Linear(WIDTH, roles * SAYS)
        self.u, self.v = nn.Parameter(torch.empty(roles, SAYS, SAYS)), nn.Parameter(torch.zeros(roles, SAYS))
        self.bias = nn.Parameter(torch.full((roles,), -2.0))
        self.dist, self.sdist = nn.Parameter(torch.zeros(roles, 2 * REACH + 1)), nn.Parameter(torch.zeros(roles, 5))
        for u in self.u:
            nn.init.orthogonal_(u)

    def forward(self, words, from_words, batch, first, sentence_of):
        """words [B, W, d]; from_words [C, k] indices padded with -1; → scores [C, roles, W]"""
        keep = (from_words >= 0).unsqueeze(-1)
        gathered = words[batch[:, None], from_words.clamp(min=0)] * keep
        cue = gathered.sum(1) / keep.sum(1)
        c = F.gelu(self.cue(cue)).view(-1, self.count, SAYS)
        w = F.gelu(self.word(words)).view(*words.shape[:2], self.count, SAYS)[batch]
        left = torch.einsum("crs,rst->crt", c, self.u)
        scores = torch.einsum("crt,cwrt->crw", left, w) / math.sqrt(SAYS) + torch.einsum("cwrt,rt->crw", w, self.v)
        width = words.shape[1]
        distance = (torch.arange(width)[None] - first[:, None]).clamp(-REACH, REACH) + REACH
        apart = (sentence_of[batch] - sentence_of[batch, first][:, None]).clamp(-2, 2) + 2
        return scores + self.bias[:, None] + self.dist[:, distance].transpose(0, 1) + self.sdist[:, apart].transpose(0, 1)


class Reader(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.zeros(len(MIXES), KEEP))
        self.heads = nn.ModuleDict({k: nn.Linear(WIDTH, len(labels[k])) for k in ("upos", "xpos", "lemma", "names", "entities", "cue", "event", "modality")})
        self.proj = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.arc_u, self.arc_b = nn.Parameter(torch.empty(ARC, ARC)), nn.Parameter(torch.zeros(ARC))
        self.label_r = nn.Linear(LABEL, len(labels["deprel"]) * LABEL)
        self.label_w = nn.Linear(2 * LABEL, len(labels["deprel"]))
        self.says, self.roles = Links(len(SAYS_ROLES)), Links(len(EVENT_ROLES))
        self.sentence = nn.Linear(WIDTH, WIDTH)
        nn.init.orthogonal_(self.arc_u)
        nn.init.normal_(self.label_r.weight, std=0.02)
        nn.init.zeros_(self.label_r.bias)
        nn.init.eye_(self.sentence.weight)
        nn.init.zeros_(self.sentence.bias)

    def mixed(self, states, name):
        w = torch.softmax(self.mix[MIXES.index(name)], 0)
        return sum(w[k] * h for k, h in enumerate(states[-KEEP:]))

    def words(self, mixed, first, last, dropout=0.2):
        i, j = (x.unsqueeze(-1).expand(*x.shape, WIDTH) for x in (first, last))
        return F.dropout((mixed.gather(1, i) + mixed.gather(1, j)) * 0.5, dropout, self.training)

    def arcs(self, words):
        z = F.dropout(F.gelu(self.proj(words)), 0.25, self.training)
        dep, head, ldep, lhead = z.split([ARC, ARC, LABEL, LABEL], -1)
        scores = torch.matmul(dep @ self.arc_u, head.transpose(1, 2)) / math.sqrt(ARC) + (head @ self.arc_b)[:, None, :]
        return scores, ldep, lhead

    def labels(self, ldep, lhead):
        """[n, 96] each → [n, deprels]"""
        bilinear = (self.label_r(ldep).view(len(ldep), -1, LABEL) * lhead[:, None, :]).sum(-1)
        return bilinear + self.label_w(torch.cat([ldep, lhead], -1))
