/// All scratch memory of one worker: made once for a model, reused for every excerpt, bounded whatever is read (some 10 MB).
///
/// Not to be shared: each concurrent reader owns one.
public final class Workspace {
    let configuration: Configuration
    let labelCounts: LabelCounts
    /// Piece rows of a batch; word rows are no more.
    let rows: Int

    // What a batch lays out.
    let ids, first, last, each: Buffer<Int32>
    let cases: Buffer<UInt8>

    // The encoder's rows.
    let state, attended, scratch: Buffer<Float>
    /// Queries, keys and values, then the inner layer: never needed at once.
    let wide: Buffer<Float>
    /// Outputs of the last three layers.
    let kept: [Buffer<Float>]
    let quantised: Quantised
    private let quantisedBytes: Buffer<UInt8>
    private let quantisedScale: Buffer<Float>

    // The heads' rows.
    let words, logits, parse, arcs, labels, scores, side, sideLeft: Buffer<Float>
    let chosen: Buffer<Int32>
    /// The root of the sentence whose parts are being read.
    var sentenceRoot = 0
    /// Sum of the pieces of the sentence whose parts are being read.
    var sentence: (sum: [Float], pieces: Int) = ([], 0)

    /// Memory for reading with `model`, and with others of the same sizes.
    public convenience init(for model: LanguageModel) { self.init(model.network.configuration, LabelCounts(model.labels)) }

    /// Rows whose relations are scored at once: one row holds a number for each relation and label dimension.
    static let labelRows = 32
    /// Cues or events of a window whose roles are scored; of more, the most confident.
    static let mostCues = 32

    init(_ configuration: Configuration, _ labelCounts: LabelCounts) {
        self.configuration = configuration
        self.labelCounts = labelCounts
        let width = configuration.width
        // Short windows share a batch; more rows at once were measured to be no faster.
        let longest = configuration.longestWindow
        rows = longest
        (ids, first, last, each) = (Buffer(rows), Buffer(rows), Buffer(rows), Buffer(rows))
        for row in 0..<rows { each.start[row] = Int32(row) }
        cases = Buffer(rows)
        (state, attended) = (Buffer(rows * width), Buffer(rows * width))
        scratch = Buffer(Attention.scratch(longest))
        wide = Buffer(rows * max(3 * width, configuration.ffn))
        kept = (0..<3).map { _ in Buffer(longest * width) }
        quantisedBytes = Buffer(rows * max(width, configuration.ffn))
        quantisedScale = Buffer(rows)
        quantised = Quantised(bytes: quantisedBytes.start, scale: quantisedScale.start)
        words = Buffer(rows * width)
        logits = Buffer(rows * labelCounts.widest)
        parse = Buffer(rows * configuration.parseWidth)
        arcs = Buffer(rows * configuration.arc)
        labels = Buffer(Self.labelRows * labelCounts.relations * configuration.label)
        scores = Buffer(longest * (longest + 1))
        side = Buffer(rows * LinkHead.mostRoles * configuration.says)
        sideLeft = Buffer(Self.mostCues * (width + (LinkHead.mostRoles + 1) * configuration.says))
        chosen = Buffer(rows)
    }
}

/// How many labels a model has, as far as memory depends on it.
struct LabelCounts: Hashable, Sendable {
    let relations: Int
    /// Padded count of the largest set.
    let widest: Int

    init(_ labels: LabelSets) {
        relations = labels.deprel.count
        let most =
            [labels.upos, labels.xpos, labels.lemma, labels.names, labels.entities, labels.cue, labels.event, labels.modality]
            .map(\.count).max() ?? 0
        widest = (max(most, relations) + 15) / 16 * 16
    }
}

extension Configuration {
    /// Outputs of `parse.proj`: dependant and head, for arcs and for labels.
    var parseWidth: Int { 2 * arc + 2 * label }
}
