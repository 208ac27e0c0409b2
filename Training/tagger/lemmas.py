#!/usr/bin/env python3
"""Writes Sources/SaysoLexicon/Resources/en/lemmas.tsv: the forms whose lemma the rules of Sources/SaysoText/Tag/Lemmatizer.swift do not find.

usage: lemmas.py TREEBANKS OUT

`rule` below is those rules again. What it gets wrong among the forms of the treebanks, of the irregular words in irregular.txt and of the
regular verbs in verbs.txt becomes a row.
"""
import collections, gzip, os, sys

VOWELS = "aeiou"
HERE = os.path.dirname(os.path.abspath(__file__))


def rule(word, penn):
    if penn in ("NNS", "NNPS", "VBZ"):
        return plural(word, penn == "VBZ")
    if penn in ("VBD", "VBN"):
        if len(word) > 4 and word.endswith("ied"):
            return word[:-3] + "y"
        if len(word) > 3 and word.endswith("ed"):
            return base(word[:-2])
    if penn == "VBG" and len(word) > 4 and word.endswith("ing"):
        return base(word[:-3])
    if penn in ("JJR", "RBR") and len(word) > 4 and word.endswith("er"):
        return word[:-3] + "y" if word.endswith("ier") else degree(word[:-2])
    if penn in ("JJS", "RBS") and len(word) > 5 and word.endswith("est"):
        return word[:-4] + "y" if word.endswith("iest") else degree(word[:-3])
    return word


def plural(word, verb):
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss") or (not verb and word.endswith(("us", "is"))):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")) or (word.endswith("oes") and len(word) > 4):
        return word[:-2]
    return word[:-1]


def degree(stem):
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(("g", "c", "v", "s", "u")) and not stem.endswith(("ng", "ss")) or closed(stem):
        return stem + "e"
    return stem


def closed(stem):
    """One syllable that ends in one vowel and one consonant, undoubled: "mad" of "made", "tim" of "timed"."""
    if len(stem) < 2 or stem[-1] in VOWELS + "wxy" or stem[-2] not in VOWELS + "y":
        return False
    return not any(c in VOWELS + "y" for c in stem[:-2].replace("qu", "q"))


def base(stem):
    """The verb whose -ed or -ing form has this stem: "besieg" → "besiege", "stopp" → "stop", "attack" → "attack"."""
    if not any(c in VOWELS + "y" for c in stem):
        return stem
    last, two = stem[-1], stem[-2:]
    if len(stem) > 2 and last == stem[-2] and last not in VOWELS:
        return stem if last in "lszf" else stem[:-1]
    if last in "vucz" or two in E_AFTER or stem.endswith(E_ENDINGS):
        return stem + "e"
    if two == "at" and stem[-3:-2] not in ("e", "o") and len(stem) > 3 or stem.endswith("creat"):
        return stem + "e"
    return stem + "e" if closed(stem) else stem


E_AFTER = ("dg", "rg", "lg", "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl", "ns", "rs", "ls", "ps")
E_ENDINGS = ("as", "is", "aus", "ous", "pos", "los", "ir", "ur", "ud", "rid", "vid", "cid", "ut", "ok", "um", "ag", "eg", "ang")


def forms(verb):
    """The regular forms of a verb."""
    if closed(verb) or verb in DOUBLED:
        yield verb + "s", "VBZ"; yield verb + verb[-1] + "ed", "VBD"; yield verb + verb[-1] + "ing", "VBG"
    elif verb.endswith("e"):
        yield verb + "s", "VBZ"; yield verb + "d", "VBD"
        yield (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing", "VBG"
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        yield verb[:-1] + "ies", "VBZ"; yield verb[:-1] + "ied", "VBD"; yield verb + "ing", "VBG"
    else:
        yield verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"), "VBZ"
        yield verb + "ed", "VBD"; yield verb + "ing", "VBG"


DOUBLED = set("permit commit admit submit transmit omit emit control compel repel expel propel rebel patrol equip kidnap befit transfer refer prefer confer defer infer "
              "deter occur incur recur concur abhor regret rebut acquit quit outfit unveil".split()) - {"unveil"}
CLASS = {"NNS": "noun", "NNPS": "noun", "VBZ": "verb", "VBD": "verb", "VBN": "verb", "VBG": "verb", "VBP": "verb", "VB": "verb", "MD": "verb",
         "JJR": "adjective", "JJS": "adjective", "RBR": "adverb", "RBS": "adverb"}


def main(treebanks, out):
    rows = {}
    seen = collections.defaultdict(collections.Counter)
    for name in ("ewt-train", "gum-train", "pud"):
        for line in gzip.open(f"{treebanks}/{name}.conllu.gz", "rt", encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 9 and cells[0].isdigit() and cells[4] in CLASS and cells[3] != "PROPN" and cells[1].isalpha() and cells[1].isascii() and "Abbr" not in cells[5] and "Typo" not in cells[5]:
                seen[cells[1].lower(), cells[4]][cells[2].lower()] += 1
    for fixed in (("people", "NNS"), ("more", "JJR"), ("most", "JJS"), ("more", "RBR"), ("most", "RBS"), ("least", "JJS"), ("least", "RBS")):
        seen.pop(fixed, None)
    for (form, penn), lemmas in seen.items():
        lemma, n = lemmas.most_common(1)[0]
        if rule(form, penn) != lemma and (n > 1 or len(form) > 4) and lemma.isalpha():
            rows[form, CLASS[penn]] = lemma
    for line in open(f"{HERE}/verbs.txt"):
        if not line.startswith("#"):
            for verb in line.split():
                for form, penn in forms(verb):
                    if rule(form, penn) != verb:
                        rows[form, "verb"] = verb
    for line in open(f"{HERE}/irregular.txt"):
        if line.startswith("#") or not line.strip():
            continue
        kind, lemma, *irregular = line.split()
        for form in irregular:
            rows[form, kind] = lemma
        if kind == "verb":
            for form, penn in forms(lemma):
                if penn != "VBD" and rule(form, penn) != lemma and form not in irregular:
                    rows[form, kind] = lemma
    with open(out, "w", encoding="utf-8") as file:
        file.write("""# title: English forms whose lemma the rules do not find
# source: irregular and news verbs from general knowledge; other forms with their lemmas from UD English EWT, GUM and PUD (facts about words, no text)
# licence: CC BY-SA 4.0 (treebanks); the rest Apache-2.0
# date: 2026-11-23
# known problems: a form with two lemmas ("lay", "found", "left") keeps the one that news mean; made by Training/tagger/lemmas.py, edit its lists instead
# columns: form\tclass\tlemma
""")
        for (form, kind), lemma in sorted(rows.items()):
            file.write(f"{form}\t{kind}\t{lemma}\n")
    print(out, len(rows), "rows")


if __name__ == "__main__":
    main(*sys.argv[1:3])
