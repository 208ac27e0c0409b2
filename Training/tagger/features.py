"""What the tagger sees of a word: the one description of it, kept the same as Sources/SaysoText/Tag/TagFeatures.swift.

A feature is a template number and one or two 32-bit values; its key is `mix(template, a, b)`. Words are seen folded (lower case, no accents, one
kind of quotation mark), so that case enters only by the shape and upper-case wire text looks like any other.
"""
import unicodedata

MASK = 0xFFFFFFFF
LOWER, CAPITALISED, UPPER, MIXED, NUMBER, PUNCTUATION, SYMBOL = range(7)
NORMAL, ALL_UPPER, TITLE = range(3)
NO_CLASS = 255
START = 254  # the tag before the first word


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & MASK
    return value


def mix(template, a, b=0):
    value = (template * 0x9E3779B1 + a) & MASK
    value = ((value ^ (value >> 15)) * 0x85EBCA77) & MASK
    value = (value + b * 0xC2B2AE3D) & MASK
    value = ((value ^ (value >> 13)) * 0x27D4EB2F) & MASK
    return value ^ (value >> 16)


QUOTES = {0x2018: "'", 0x2019: "'", 0x2BC: "'", 0x60: "'", 0xB4: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0xAB: '"', 0xBB: '"'}
HYPHENS = {c: "-" for c in [*range(0x2010, 0x2016), 0x2212]}


def fold(word):
    word = word.translate({**QUOTES, **HYPHENS}).lower()
    return "".join(c for c in unicodedata.normalize("NFD", word) if not 0x300 <= ord(c) <= 0x36F)


def shape(word):
    upper = sum(c.isupper() for c in word)
    letters = sum(c.isalpha() for c in word)
    digits = sum(c.isdigit() for c in word)
    if not letters:
        if digits:
            return NUMBER
        return SYMBOL if any(unicodedata.category(c)[0] == "S" or c in "%&#@" for c in word) and "`" not in word else PUNCTUATION
    if digits and not upper and letters <= 2 and not word[0].isalpha():
        return NUMBER
    if not upper:
        return LOWER
    if upper == letters:
        return CAPITALISED if upper == 1 and not digits else UPPER
    first = next(c for c in word if c.isalnum())
    return CAPITALISED if first.isupper() and upper == 1 and not digits else MIXED


def casing(shapes, lengths):
    """Is this sentence upper case throughout, or a headline in title case? Otherwise capitals mean something."""
    words = [(s, n) for s, n in zip(shapes, lengths) if s <= MIXED and n > 1]
    upper = sum(s == UPPER for s, _ in words)
    if len(words) >= 2 and upper * 10 >= len(words) * (10 if len(words) < 5 else 8):
        return ALL_UPPER
    long = [s for s, n in words if n >= 4]
    if len(long) >= 4 and sum(s != LOWER for s in long) * 10 >= len(long) * 9:
        return TITLE
    return NORMAL


class Word:
    """The values of one word, computed once."""
    __slots__ = ("word", "form", "s1", "s2", "s3", "s4", "p2", "p3", "kind")

    def __init__(self, text, position, case, space):
        folded = fold(text).encode()
        form = shape(text)
        seen = bytes(0x30 if 0x30 <= b <= 0x39 else b for b in folded) if form == NUMBER else folded
        self.word = fnv(seen)
        n = len(seen)
        self.s1, self.s2, self.s3, self.s4 = (fnv(seen[max(0, n - k):]) for k in (1, 2, 3, 4))
        self.p2, self.p3 = fnv(seen[:2]), fnv(seen[:3])
        hyphen = 1 if b"-" in seen and n > 1 else 0
        digit = 1 if form != NUMBER and any(0x30 <= b <= 0x39 for b in seen) else 0
        if form >= PUNCTUATION:
            case = NORMAL
            position = 1 if space else 0
        elif form == NUMBER:
            position = 0
        else:
            position = 1 if position == 0 else 0
        self.form = ((form * 2 + position) * 3 + case) * 4 + hyphen * 2 + digit
        self.kind = NO_CLASS


def words(texts, spaces):
    shapes = [shape(t) for t in texts]
    case = casing(shapes, [len(fold(t).encode()) for t in texts])
    position, out = 0, []
    for text, form, space in zip(texts, shapes, spaces):
        out.append(Word(text, position, case, space))
        if form != PUNCTUATION:
            position += 1
    return out


BOUNDARY = Word.__new__(Word)
for name in ("word", "s1", "s2", "s3", "s4", "p2", "p3"):
    setattr(BOUNDARY, name, 1)
BOUNDARY.form, BOUNDARY.kind = 999, 253
CLASS_TEMPLATE = 99


def static(ws, i):
    """Keys that do not depend on tags given before."""
    w = ws[i]
    a = ws[i - 1] if i >= 1 else BOUNDARY
    aa = ws[i - 2] if i >= 2 else BOUNDARY
    b = ws[i + 1] if i + 1 < len(ws) else BOUNDARY
    bb = ws[i + 2] if i + 2 < len(ws) else BOUNDARY
    return [
        mix(1, w.word), mix(2, w.word, w.form), mix(3, w.s2), mix(4, w.s3), mix(5, w.s4), mix(6, w.p3), mix(7, w.form), mix(8, w.s1, w.form),
        mix(9, a.word), mix(10, aa.word), mix(11, b.word), mix(12, bb.word), mix(13, a.word, w.word), mix(14, w.word, b.word),
        mix(15, b.s3), mix(16, a.s3), mix(17, a.form * 1024 + w.form, b.form), mix(18, b.kind, w.word), mix(19, b.kind, bb.kind),
        mix(20, w.s3, w.form), mix(21, w.kind, b.kind), mix(22, w.p2, w.s2), mix(23, w.kind * 256 + b.kind, bb.kind), mix(24, w.s3, b.kind),
    ]


def dynamic(ws, i, last, before):
    """Keys that depend on the two tags before."""
    w = ws[i]
    b = ws[i + 1] if i + 1 < len(ws) else BOUNDARY
    return [
        mix(40, last), mix(41, last, before), mix(42, last, w.word), mix(43, last, b.word), mix(44, last, w.s3), mix(45, last, b.kind),
        mix(46, last, w.form), mix(47, last * 256 + before, w.word), mix(48, last * 256 + w.kind, b.kind), mix(49, last * 256 + before, w.kind),
    ]
