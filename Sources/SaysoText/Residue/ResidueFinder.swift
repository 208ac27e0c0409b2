public import SaysoCore
public import SaysoLexicon

/// Finds page furniture in a bare text: lines that come from the page around a report and not from its author.
///
/// *Reads* tokens, sentences and tags, *writes* residue, beside what intake has marked already.
///
///     “… said the minister.\n\nMore Posts\n\nSend Us A Message” → “More Posts” (related), “Send Us A Message” (contact)
///
/// A single word that heads a section as often as a story ("News") counts among the first and last sentences only. Captions without a
/// credit are left alone: nothing in their words tells them from the report's own sentences.
public struct ResidueFinder: Stage {
    public let name = "residue-finder"
    public let reads: Set<Layer> = [.tokens, .sentences, .tags]
    public let writes: Set<Layer> = [.residue]
    let lexicon: FurnitureLexicon

    /// With the bundled lexicon.
    public init() throws(LexiconTable.Problem) { try self.init(lexicon: .english()) }

    public init(lexicon: FurnitureLexicon) { self.lexicon = lexicon }

    public func run(_ input: consuming Document) -> Document {
        var document = input
        var found: [Residue] = []
        for index in document.sentences.indices {
            guard let (span, kind, rule) = furniture(index, document) else { continue }
            // "Copyright 2020 by the Courier. All rights reserved." is one notice.
            if let last = found.last, last.kind == kind, rule != "residue.line",
                document.sentences[index].paragraph == document.sentences[index - 1].paragraph,
                last.passage.span.end + 2 >= span.start
            {
                found[found.count - 1] = Residue(passage: document.text.passage(last.passage.span.union(span)), kind: kind, rule: last.rule)
            } else if found.last.map({ $0.passage.span.end <= span.start }) ?? true {
                found.append(Residue(passage: document.text.passage(span), kind: kind, rule: rule))
            }
        }
        found += RelatedList(document, found).titles
        found += NoteMarks(document.text, lexicon: lexicon).marks
        if let signOff = SignOff(document, lexicon: lexicon).residue { found.append(signOff) }
        document.residue = Self.joined(document.residue, found)
        return document
    }

    private func furniture(_ index: Int, _ document: Document) -> (span: TextSpan, kind: Residue.Kind, rule: Rule)? {
        let sentence = document.sentences[index]
        let range = sentence.tokens.clamped(to: 0..<document.tokens.count)
        let first = start(of: range, document.tokens)
        guard first < range.upperBound else { return nil }
        var best: FurnitureLexicon.Wording?
        for match in lexicon.matches(in: document.tokens, at: first, before: range.upperBound) {
            for wording in match.values where holds(wording, match.tokens, index, range, document) { best = wording }
        }
        if best == nil, let ending = lexicon.ending(of: document.tokens, in: range), isAtPlace(ending.place, index, document) {
            best = ending
        }
        guard let best else { return nil }
        let paragraph = document.paragraphs.indices.contains(sentence.paragraph) ? document.paragraphs[sentence.paragraph] : sentence.span
        let rule: Rule = best.extent == .all ? "residue.line" : best.extent == .start ? "residue.opening" : "residue.ending"
        guard best.sequel == .colon else { return (sentence.span, best.kind, rule) }
        if best.kind == .credit {
            if let end = agency(behind: first, range, document.tokens) { return (TextSpan(sentence.span.start, end), .credit, rule) }
            // "The pass before the war. Photo: Jane Roe." is a caption, however its first sentence reads.
            let closes = index + 1 == document.sentences.count || document.sentences[index + 1].paragraph != sentence.paragraph
            let isCaption = closes && document.paragraphs.count > 3 && paragraph.count <= 320 && sentence.paragraph > 0
            return (isCaption ? paragraph : sentence.span, isCaption && paragraph != sentence.span ? .caption : .credit, rule)
        }
        // "Read more: He is gone. What next?" is one link; in a text of one line only the sentence can be.
        let opensParagraph = index == 0 || document.sentences[index - 1].paragraph != sentence.paragraph
        return (opensParagraph && paragraph.count <= 240 ? paragraph : sentence.span, best.kind, rule)
    }

    /// Where "Photo: AP" ends when a sentence follows it without a stop: "Photo: AP The army said …"
    private func agency(behind first: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
        guard let colon = (first..<sentence.upperBound).first(where: { tokens[$0].folded == ":" }), colon - first <= 3,
            colon + 1 < sentence.upperBound,
            let name = lexicon.matches(in: tokens, at: colon + 1, before: sentence.upperBound).last(where: {
                $0.values.contains { $0.extent == .station }
            }),
            name.tokens.upperBound < sentence.upperBound, !tokens[name.tokens.upperBound].isPunctuation
        else { return nil }
        return tokens[name.tokens.upperBound - 1].span.end
    }

    /// The first word: behind a dash, a bullet or a bracket, but never behind a quotation mark, since what somebody says is no furniture.
    private func start(of range: Range<Int>, _ tokens: [Token]) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, tokens[index].isPunctuation {
            guard ["-", "--", "*", "•", "|", "(", "[", "·", ">"].contains(tokens[index].folded) else { return range.upperBound }
            index += 1
        }
        return index
    }

    private func holds(_ wording: FurnitureLexicon.Wording, _ match: Range<Int>, _ index: Int, _ sentence: Range<Int>, _ document: Document)
        -> Bool
    {
        guard isAtPlace(wording.place, index, document) else { return false }
        let rest = match.upperBound..<max(match.upperBound, sentence.upperBound)
        let tokens = document.tokens
        switch wording.sequel {
        case .colon: guard let next = rest.first, tokens[next].folded == ":" else { return false }
        case .number:
            // "Copyright 2020", "Copyright (c) 2020"
            guard let next = rest.first(where: { !tokens[$0].isPunctuation && tokens[$0].folded != "c" && tokens[$0].folded != "©" }),
                tokens[next].shape == .number
            else { return false }
        case .anything: break
        }
        switch wording.extent {
        case .all: return rest.allSatisfy { tokens[$0].isPunctuation || tokens[$0].shape == .symbol }
        case .start:
            guard wording.kind == .credit else { return sentence.count <= 60 }
            // "Reporting by Jane Roe; editing by John Roe", but "Reporting by the panel shows that …"
            return sentence.count <= 30
                && (wording.sequel == .colon || !rest.contains { [.VBD, .VBZ, .VBP, .MD].contains(tokens[$0].penn) })
        case .last, .station: return false
        }
    }

    private func isAtPlace(_ place: FurnitureLexicon.Wording.Place, _ index: Int, _ document: Document) -> Bool {
        let isEnd = index > 0 && index >= document.sentences.count - 12
        return switch place {
        case .any: true
        case .end: isEnd
        case .edge: isEnd || index < 6
        }
    }

    /// All of `known` and those of `found` that overlap nothing before them, in the order of the text.
    private static func joined(_ known: [Residue], _ found: [Residue]) -> [Residue] {
        guard !found.isEmpty else { return known }
        let taken = known.map(\.passage.span).sorted()
        // `taken` may nest: what matters is how far any span that starts before reaches.
        var reach: [Int] = []
        for span in taken { reach.append(max(reach.last ?? 0, span.end)) }
        var all = known
        var end = 0
        for residue in found.sorted(by: { $0.passage.span < $1.passage.span }) {
            let span = residue.passage.span
            let index = taken.partitionIndex { $0.start >= span.end }
            guard span.start >= end, index == 0 || reach[index - 1] <= span.start else { continue }
            all.append(residue)
            end = span.end
        }
        return all.sorted { $0.passage.span < $1.passage.span }
    }
}
