import SaysoCore
import SaysoLexicon

/// Where a content may stand: to the left of the cue, to its right, or on both sides. The right piece's end is chosen later.
struct ContentLayout {
    enum Shape: String { case left, right, both }
    enum Start: String {
        /// Left: the sentence or quotation begins; right: directly behind the cue, or behind the source that follows it.
        case edge
        /// Behind the addressee: "told AFP that".
        case addressee
        /// At "that", "to", "whether", "how" … or an opening quotation mark further on.
        case opener
        case quote
        /// Left: behind a comma, a conjunction, or at a noun group.
        case comma, conjunction, noun
    }
    let shape: Shape
    let start: Start
    let left: Range<Int>
    /// Start of the right piece; the cue's end where there is none.
    let right: Int

    var hasRight: Bool { shape != .left }
}

/// Proposes contents for a cue whose source is known.
struct ContentProposer {
    let view: AttributionView

    func layouts(_ cue: CueCandidate, _ extent: Range<Int>, _ source: Range<Int>) -> [ContentLayout] {
        let rights = rightStarts(cue, extent, source)
        let lefts = leftPieces(cue, extent, source)
        var out: [ContentLayout] = []
        for (start, kind) in rights { out.append(ContentLayout(shape: .right, start: kind, left: start..<start, right: start)) }
        for (piece, kind) in lefts { out.append(ContentLayout(shape: .left, start: kind, left: piece, right: extent.upperBound)) }
        // "X, he said, will Y": the edge pieces only.
        if let (right, _) = rights.first {
            for (piece, kind) in lefts where kind != .conjunction { out.append(ContentLayout(shape: .both, start: kind, left: piece, right: right)) }
        }
        return out
    }

    private func rightStarts(_ cue: CueCandidate, _ extent: Range<Int>, _ source: Range<Int>) -> [(Int, ContentLayout.Start)] {
        let limit = cue.scope.upperBound
        var start = extent.upperBound
        if source.lowerBound >= start, source.lowerBound <= start + 2, !source.isEmpty { start = source.upperBound }
        start = skipBreaks(start, limit)
        guard start < limit else { return [] }
        var out: [(Int, ContentLayout.Start)] = [(start, .edge)]
        func add(_ token: Int, _ kind: ContentLayout.Start) {
            if token < limit, !out.contains(where: { $0.0 == token }) { out.append((token, kind)) }
        }
        if cue.kind == .verb, let chunk = view.nounChunk(at: start), chunk.tokens.lowerBound <= start {
            add(skipBreaks(view.phraseEnd(from: chunk.tokens.lowerBound, limit: limit), limit), .addressee)
        }
        var token = start
        while token < limit, token < start + 16 {
            if isOpener(token) { add(token, .opener); break }
            token += 1
        }
        token = start
        while token < limit, token < start + 30 {
            if view.isOpeningQuote(token) { add(token, .quote); break }
            token += 1
        }
        return out
    }

    private func leftPieces(_ cue: CueCandidate, _ extent: Range<Int>, _ source: Range<Int>) -> [(Range<Int>, ContentLayout.Start)] {
        var end = extent.lowerBound
        let low = cue.scope.lowerBound
        if !source.isEmpty, source.upperBound <= end, source.lowerBound >= low { end = source.lowerBound }
        while end > low, view.isBreak(end - 1), !view.isClosingQuote(end - 1) { end -= 1 }
        guard end > low else { return [] }
        var out: [(Range<Int>, ContentLayout.Start)] = []
        func add(_ start: Int, _ kind: ContentLayout.Start) {
            if start < end, !out.contains(where: { $0.0.lowerBound == start }) { out.append((start..<end, kind)) }
        }
        if view.speech(at: end - 1) >= 0, view.speech(at: cue.head) < 0, let quotation = view.quotation(at: end - 1) {
            // The quotation may have begun sentences before the one that holds the cue.
            add(quotation.tokens.lowerBound, .quote)
        }
        add(low, .edge)
        var commas = 0
        var nouns = 0
        var token = end - 1
        while token >= low, token > end - 60 {
            if nouns < 2, let chunk = view.nounChunk(at: token), chunk.tokens.lowerBound == token { nouns += 1; add(token, .noun) }
            if view.isBreak(token), commas < 2 { commas += 1; add(token + 1, .comma) }
            else if commas < 1, view.tokens[token].tag == .coordinator || view.word(token) == "that" { add(token + 1, .conjunction) }
            token -= 1
        }
        return out
    }

    func skipBreaks(_ token: Int, _ limit: Int) -> Int {
        var token = token
        while token < limit, view.isBreak(token), !view.isOpeningQuote(token), view.word(token) != "(", view.word(token) != "[" { token += 1 }
        return token
    }

    private func isOpener(_ token: Int) -> Bool {
        switch view.word(token) {
        case "that", "whether", "how", "why", "what", "if", "as": true
        case "to": view.isVerb(at: token) || view.isVerb(at: token + 1)
        default: false
        }
    }

    func fill(_ features: inout FeatureSet, _ cue: CueCandidate, _ extent: Range<Int>, _ source: SourceCandidate, _ layout: ContentLayout) {
        features.removeAll()
        let shape = layout.shape.rawValue
        let start = layout.start.rawValue
        let kind = cue.kind.rawValue
        let form = cue.verb.map { cue.isPassive ? "passive" : $0.form.rawValue } ?? kind
        let side = source.side.rawValue
        let at = view.kind(layout.right)
        let next = view.kind(extent.upperBound)
        features.add("shape", shape, start, form)
        features.add("shape+side", shape, side, form)
        features.add("key+shape", cue.key, shape)
        features.add("key+start", cue.key, shape + start)
        features.add("next", shape + start, next)
        features.add("kind+next", kind, shape + start, next)
        features.add("key+next", cue.key, shape + start, next)
        let previous = view.kind(extent.lowerBound - 1)
        let beforeSource = source.side == .left ? view.kind(source.tokens.lowerBound - 1) : previous
        features.add("previous", shape + start, side, beforeSource)
        features.add("previous+next", shape, beforeSource, next)
        let afterSource = source.side == .right ? view.kind(source.tokens.upperBound) : next
        features.add("aftersource", shape + start, side, afterSource)
        if layout.hasRight {
            features.add("at", shape + start, at)
            features.add("at+kind", kind, shape + start, at)
            features.add("at+key", cue.key, at)
            let skipped = layout.right - extent.upperBound
            features.add("skipped", shape + start, skipped <= 0 ? "0" : skipped == 1 ? "1" : skipped <= 4 ? "4" : "more", side)
            let second = view.kind(layout.right + 1)
            features.add("at+second", at, second, shape)
            var verb = false
            for token in layout.right..<max(layout.right, cue.scope.upperBound) where view.chunk(at: token)?.kind == .verb && view.chunk(at: token)?.verb?.form == .finite {
                verb = true
                break
            }
            features.add("rightverb", shape + start, verb ? "yes" : "no", side)
        } else {
            let rest = cue.scope.upperBound - max(extent.upperBound, source.tokens.upperBound)
            features.add("rest", start, rest <= 1 ? "1" : rest <= 4 ? "4" : rest <= 10 ? "10" : "more", afterSource)
        }
        if layout.shape != .right {
            let first = view.kind(layout.left.lowerBound)
            let last = view.kind(layout.left.upperBound - 1)
            features.add("leftfirst", shape + start, first)
            features.add("leftlast", shape + start, last)
            let length = layout.left.count
            let size = length <= 1 ? "1" : length <= 3 ? "3" : length <= 8 ? "8" : "more"
            features.add("leftlength", shape + start, size, side)
            features.add("leftlength+form", shape + start, size, form)
            var verb = "no"
            for token in layout.left where view.chunk(at: token)?.kind == .verb && view.chunk(at: token)?.head == token {
                if view.chunk(at: token)?.verb?.form == .finite { verb = "finite"; break }
                verb = "other"
            }
            features.add("leftverb", shape + start, verb, side)
            features.add("leftverb+form", shape + start, verb, form)
            features.add("leftbefore", shape + start, view.kind(layout.left.lowerBound - 1))
            features.add("leftend", shape, view.kind(layout.left.upperBound), side)
        }
        quotes(&features, cue, layout, shape, start)
    }

    /// A layout that leaves speech of the same sentence outside is seldom right.
    private func quotes(_ features: inout FeatureSet, _ cue: CueCandidate, _ layout: ContentLayout, _ shape: String, _ start: String) {
        guard view.speech(at: cue.head) < 0 else { return features.add("inspeech", shape, start) }
        var (left, leftIn, right, rightIn) = (0, 0, 0, 0)
        for token in cue.scope where view.speech(at: token) >= 0 {
            if token < cue.core.lowerBound {
                left += 1
                if layout.left.contains(token) { leftIn += 1 }
            } else {
                right += 1
                if layout.hasRight, token >= layout.right { rightIn += 1 }
            }
        }
        func share(_ part: Int, _ all: Int) -> String { all == 0 ? "none" : part == all ? "all" : part == 0 ? "left-out" : "some" }
        features.add("quotes", shape, share(leftIn, left), share(rightIn, right))
        features.add("quotes+start", shape + start, share(leftIn, left), share(rightIn, right))
    }
}
