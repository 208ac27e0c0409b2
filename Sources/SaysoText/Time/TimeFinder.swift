public import SaysoCore
public import SaysoLexicon

/// Finds words of time and says which days they mean.
///
/// *Reads* text, sentences, tokens, tags. *Writes* times. In a report of Thursday, 21 May 2020, "had fallen on Monday" gives Monday: DATE
/// 2020-05-18.
///
/// Works on pieces of its own (see `TimePiece`), finer than tokens. First every expression is found, with what it means by itself; then,
/// from the first to the last, what it means here. Not handled: calendars other than the Gregorian, holidays that follow the moon, "the
/// day after the battle".
public struct TimeFinder: Stage {
    public let name = "time-finder"
    public let reads: Set<Layer> = [.text, .sentences, .tokens, .tags]
    public let writes: Set<Layer> = [.times]

    private let lexicon: TimeLexicon
    private let grammar = TimeGrammar()

    public init(lexicon: TimeLexicon) { self.lexicon = lexicon }

    public func run(_ input: consuming Document) -> Document {
        var document = input
        let found = expressions(document)
        document.times = TimeReading(document.report, found).mentions(in: document)
        return document
    }

    /// An expression as it stands, not yet a date.
    struct Expression {
        var span: TextSpan
        var meaning: TimeMeaning
        var modifier: String?
        var rule: String
        var tense: Tense
        /// What stands before it: "since" leaves the end open, "until" the start.
        var bound: Bound
        /// How it hangs together with the one behind it.
        var joint = Joint.none
        var sentence: Int
    }
    enum Bound { case none, since, until }
    /// "from 3 to 5 May" is a range; "on 3 and 4 May" a pair, which covers both where one follows the other.
    enum Joint { case none, range, pair }

    private func expressions(_ document: borrowing Document) -> [Expression] {
        var found: [Expression] = []
        var pieces: [TimePiece] = []
        let lexer = TimeLexer(utf8: document.text.utf8, lexicon: lexicon)
        let tenses = TenseReader(tokens: document.tokens, lexicon: lexicon)
        for (index, sentence) in document.sentences.enumerated() {
            var start = sentence.span.start
            // A sentence of any length is read in parts of 2,000 pieces, so that a 50 MB line costs no more memory than a page.
            while start < sentence.span.end {
                pieces.removeAll(keepingCapacity: true)
                start = lexer.pieces(from: start, to: sentence.span.end, limit: 2000, into: &pieces)
                scan(TimeText(pieces, lexicon: lexicon), sentence, index, tenses, into: &found)
            }
        }
        return found
    }

    private func scan(_ text: TimeText, _ sentence: Sentence, _ index: Int, _ tenses: TenseReader, into found: inout [Expression]) {
        var at = 0
        var lastEnd = -1
        while at < text.pieces.count {
            let piece = text.pieces[at]
            // Most words are no words of time: they are passed by here.
            guard !piece.roles.isDisjoint(with: Self.starters) || piece.kind == .number || piece.mark == 0x27,
                let match = grammar.match(text, at: at)
            else {
                at += 1
                continue
            }
            let bound = boundCue(text, match.start)
            let span = TextSpan(text.pieces[match.start].start, text.pieces[match.end - 1].end)
            found.append(
                Expression(
                    span: span, meaning: match.meaning, modifier: match.modifier, rule: match.rule,
                    tense: tense(text, match, span, bound, sentence, tenses), bound: bound,
                    sentence: index))
            if found.count > 1, lastEnd >= 0 { found[found.count - 2].joint = joint(text, lastEnd, match.start) }
            lastEnd = match.end
            at = match.end
        }
    }

    private static let starters: TimeLexicon.Roles = {
        var roles = TimeLexicon.Roles(rawValue: .max)
        for role: TimeLexicon.Role in [
            .zone, .meridiem, .era, .between, .openStart, .openEnd, .futureCue, .futureTo, .pastCue, .beginCue, .counted, .yearCue,
            .lengthCue, .ordinalEnding,
        ] {
            roles.remove(TimeLexicon.Roles(role))
        }
        return roles
    }()

    private func tense(_ text: TimeText, _ match: TimeMatch, _ span: TextSpan, _ bound: Bound, _ sentence: Sentence, _ tenses: TenseReader)
        -> Tense
    {
        // "as early as Tuesday", "as soon as May"
        if text.isWord(match.start - 1, TimeLexicon.Keys.as_),
            text.isWord(match.start - 2, TimeLexicon.Keys.early) || text.isWord(match.start - 2, TimeLexicon.Keys.soon)
        {
            return .future
        }
        let first = tenses.tokens.partitionIndex { $0.span.end > span.start }
        let last = max(first, tenses.tokens.partitionIndex { $0.span.start >= span.end })
        // "will discuss Monday's attack", "under a June agreement": the verb's tense is not the noun's.
        let isAttribute = text.isMark(match.end, "'") || last < sentence.tokens.upperBound && tenses.tokens[last].tag == .noun
        let tense = isAttribute ? .unknown : tenses.tense(of: first..<last, in: sentence.tokens)
        // "flights by August": what has a limit lies ahead, unless the sentence says otherwise.
        return bound == .until && tense == .unknown ? .future : tense
    }

    private func boundCue(_ text: TimeText, _ start: Int) -> Bound {
        if text.has(start - 1, .openEnd) { return .since }
        // "began on 3 November", "launched in May", "beginning Monday"
        let before = text.isWord(start - 1, TimeLexicon.Keys.on) || text.isWord(start - 1, TimeLexicon.Keys.in_) ? start - 2 : start - 1
        if text.has(before, .beginCue) { return .since }
        if text.has(start - 1, .openStart), !text.isWord(start - 1, TimeLexicon.Keys.before) { return .until }
        if text.isWord(start - 1, TimeLexicon.Keys.than), text.isWord(start - 2, TimeLexicon.Keys.later) { return .until }
        return .none
    }

    /// Only "to" or a dash stands between two expressions, or "and" – behind "between" the end of a range.
    private func joint(_ text: TimeText, _ end: Int, _ start: Int) -> Joint {
        guard start == end + 1 else { return .none }
        if text.isMark(end, "-") || text.isWord(end, TimeLexicon.Keys.to) { return .range }
        guard text.isWord(end, TimeLexicon.Keys.and) else { return .none }
        return (1...6).contains { text.isWord(end - 1 - $0, TimeLexicon.Keys.between) } ? .range : .pair
    }
}
