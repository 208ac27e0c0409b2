"""Events and their parties in coded reports, marked on words: what the event head and its roles learn from.

The program is asked what may tell of an event (`annotate --layer trigger-candidates`); a coded claim belongs to the candidate whose words share most with
its evidence, else to the word that its coder named. A role is marked on the words by which the program or the text names the coded party, place or time.
"""
import bisect, json, os, pathlib, re, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "claims"))
NONE = "none"
TYPES = [NONE, *"ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION SUPPORT THREATEN".split()]
MODALITIES = "conditional habitual negated occurred ongoing planned possible".split()


def candidates(rows, sayso):
    with tempfile.TemporaryFile("w+", encoding="utf-8") as source:
        for row in rows:
            source.write(json.dumps({k: row.get(k) for k in ("id", "text", "date")}, ensure_ascii=False) + "\n")
        source.flush()
        source.seek(0)
        run = subprocess.run([sayso, "annotate", "--layer", "trigger-candidates"], stdin=source, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def matches(claims, found, scorer):
    """index of candidate → index of claim, one to one: of the same type first, then those that share most words."""
    pairs = []
    for i, claim in enumerate(claims):
        for j, candidate in enumerate(found):
            words = [candidate["evidence"]]
            if scorer.overlap(words, claim["evidence"]) >= 0.5 and scorer.iou(words, claim["evidence"]) >= 0.25:
                pairs.append((candidate["type"] == claim["event"]["type"], scorer.iou(words, claim["evidence"]), -i, -j))
    label, used = {}, set()
    for *_, i, j in sorted(pairs, reverse=True):
        if -i not in used and -j not in label:
            used.add(-i)
            label[-j] = -i
    return label


def mark(documents, sayso, scorer):
    """Writes `event` and `modality` on the words of coded documents, and `roles`: [(word, actor words, recipient words, place words, time words)]."""
    for document, answer in zip(documents, candidates([d["row"] for d in documents], sayso)):
        row, spans = document["row"], document["spans"]
        starts = [s for s, _ in spans]
        word = lambda offset: max(0, bisect.bisect_right(starts, offset) - 1)
        claims = row["claims"]
        label = matches(claims, answer["candidates"], scorer)
        triggers = {i: word(answer["candidates"][j]["trigger"][0]) for j, i in label.items()}
        for i, claim in enumerate(claims):
            if i not in triggers and claim.get("head"):
                triggers[i] = word(claim["head"][0])
        event, modality, roles = [NONE] * len(spans), [None] * len(spans), []

        def words_of(start, end):
            return [w for w in range(word(start), len(spans)) if spans[w][0] < end and spans[w][1] > start] if spans else []

        def named(entities):
            """Words of the report's mentions of these entities; where it knows none, the words that their names literally are."""
            found = []
            for entity in entities or []:
                own = [w for m in answer["parties"] if scorer.names(entity) & scorer.names(m["value"]) for w in words_of(*m["words"])]
                if not own:
                    for name in [entity.get("name", ""), *entity.get("aliases", [])]:
                        if len(name) > 2:
                            own += [w for m in re.finditer(r"(?<!\w)" + re.escape(name) + r"(?!\w)", row["text"], re.I) for w in words_of(*m.span())]
                found += own
            return sorted(set(found))

        for i, w in triggers.items():
            claim = claims[i]
            event[w], modality[w] = claim["event"]["type"], claim["modality"]
            place, time = claim["event"].get("place"), claim["event"].get("time")
            roles.append((
                w, named(claim["event"].get("actor")), named(claim["event"].get("recipient")),
                sorted({x for m in answer["places"] if place and scorer.same_place(place, m["value"]) for x in words_of(*m["words"])}),
                sorted({x for m in answer["times"] if time and (time.get("start") or time.get("end")) and scorer.same_time(time, m["value"]) for x in words_of(*m["words"])})))
        document["roles"], at = roles, 0
        # Whom a trigger's own words name is no party of it for that.
        document["roles"] = [(w, *([x for x in side if x != w] for side in sides)) for w, *sides in roles]
        document["candidates"] = [(word(c["trigger"][0]), claims[label[j]]["event"]["type"] if j in label else NONE) for j, c in enumerate(answer["candidates"])]
        for s in document["sentences"]:
            n = len(s["words"])
            s["event"], s["modality"] = event[at:at + n], modality[at:at + n]
            at += n


def claims_scorer(shared):
    sys.path.insert(0, os.path.join(shared, "score"))
    import claims
    return claims
