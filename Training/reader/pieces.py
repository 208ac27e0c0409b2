"""Words → word pieces and case shapes, exactly as Sources/SaysoEngine does it: the two change together."""
import re, unicodedata

CASES = 8  # lower, Capital, ALLCAPS, Mixed, digit, no letter, one capital, special
SPECIAL = 7
LIMIT = 8  # pieces a word


def load_vocabulary(path):
    with open(path, encoding="utf-8") as lines:
        return {line.rstrip("\n"): i for i, line in enumerate(lines)}


def is_punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith("P")


def normal(word):
    word = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in word if unicodedata.category(c) != "Mn" and not unicodedata.category(c).startswith("C"))


class Pieces:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.unknown, self.start, self.end = (vocabulary[x] for x in ("[UNK]", "[CLS]", "[SEP]"))
        self.cache = {}

    def __call__(self, word):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self.split(word)
        return found

    def split(self, word):
        out = []
        for chunk in normal(word).split():
            for part in re.split("(" + "|".join(re.escape(c) for c in sorted(set(filter(is_punctuation, chunk)))) + ")", chunk) if any(
                    map(is_punctuation, chunk)) else [chunk]:
                out += self.longest_first(part) if part else []
        return (out or [self.unknown])[:LIMIT]

    def longest_first(self, part):
        start, found = 0, []
        while start < len(part):
            end = len(part)
            while end > start:
                piece = self.vocabulary.get(part[start:end] if start == 0 else "##" + part[start:end])
                if piece is not None:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(piece)
            start = end
        return found


def case(word):
    if any(c.isdigit() for c in word):
        return 4
    if not any(c.isalpha() for c in word):
        return 5
    if word.islower():
        return 0
    if word.isupper():
        return 6 if len(word) == 1 else 2
    return 1 if word[0].isupper() and word[1:].islower() else 3
