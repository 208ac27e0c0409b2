/// A report and everything that stages found in its words. One document owns; spans and token indices are the views.
///
/// `SaysoText` fills the layers up to `epithets`, `SaysoClaims` the rest: they meet here, so that each can be tested with a document built
/// by hand.
public struct Document: Hashable, Sendable {
    public let report: Report
    public var text: SourceText { report.text }

    public var paragraphs: [TextSpan] = []
    public var sentences: [Sentence] = []
    public var tokens: [Token] = []
    /// One for each token; empty where no language model read the report.
    public var tree: [Dependency] = []
    /// Names of persons, organisations and places; empty where no language model read the report.
    public var names: [NameSpan] = []
    /// What defence analysts mark: platforms, weapons, nationalities, quantities …; empty where no language model read the report.
    public var things: [NameSpan] = []
    /// In the order of their cues; empty where no language model read the report.
    public var cueLinks: [CueLink] = []
    /// In the order of their tokens; empty where no language model read the report.
    public var eventWords: [EventWord] = []
    public var chunks: [Chunk] = []
    public var clauses: [Clause] = []
    public var quotations: [Quotation] = []
    /// What mentions point to.
    public var entities: [Entity] = []
    public var mentions: [Mention] = []
    public var places: [PlaceMention] = []
    public var times: [TimeMention] = []
    public var quantities: [Quantity] = []
    public var equipment: [EquipmentMention] = []
    public var people: [PeopleMention] = []
    public var epithets: [EpithetMention] = []

    public var attributions: [Attribution] = []
    public var claims: [Claim] = []
    public var labels: [Label] = []
    public var residue: [Residue]
    public var diagnostics: [Diagnostic]

    public init(_ report: Report) {
        self.report = report
        self.residue = report.residue
        self.diagnostics = report.diagnostics
    }

    /// The span from the first to the last of these tokens; an empty range is an empty span at its place.
    public func span(_ range: Range<Int>) -> TextSpan {
        guard let first = range.first, let last = range.last, last < tokens.count else {
            let offset = range.lowerBound < tokens.count ? tokens[range.lowerBound].span.start : text.count
            return TextSpan(offset, offset)
        }
        return TextSpan(tokens[first].span.start, tokens[last].span.end)
    }

    public func passage(_ range: Range<Int>) -> Passage { text.passage(span(range)) }

    /// The tokens that lie inside `span`, by binary search.
    public func tokenRange(in span: TextSpan) -> Range<Int> {
        let first = tokens.partitionIndex { $0.span.start >= span.start }
        let last = tokens.partitionIndex { $0.span.end > span.end }
        return first..<max(first, last)
    }

    /// Index of the sentence that holds this token.
    public func sentence(ofToken token: Int) -> Int? {
        let index = sentences.partitionIndex { $0.tokens.upperBound > token }
        return index < sentences.count && sentences[index].tokens.contains(token) ? index : nil
    }
}

extension Array {
    /// The first index whose element fulfils `belongsInSecond`, for an array that is already partitioned by it.
    public func partitionIndex(where belongsInSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
