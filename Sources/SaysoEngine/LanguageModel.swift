/// A small transformer that reads English reports: parts of speech, lemmas, dependency trees, names, who says what, events, sentence
/// vectors.
///
/// Loaded once (some 100 ms), then shared: it never changes and may be used by any number of tasks at a time, each with a ``Workspace`` of
/// its own. Reading is a pure function: the same excerpt gives the same bits, on every processor, beside whatever neighbours. It does not
/// throw, whatever the words are.
///
///     let model = try LanguageModel(weights: "reader-en.safetensors", vocabulary: "vocab.txt")
///     let workspace = Workspace(for: model)
///     let excerpt = Excerpt(words: ["Forces", "took", "Sabha", "."], sentences: [0..<4], paragraphs: [0])
///     let reading = model.read(excerpt, in: workspace)
///     model.labels.upos[Int(reading.upos[1])]   // "VERB"
///
/// It does not split text into words or sentences, and it sees no farther than a window (some 160 word pieces).
public struct LanguageModel: Sendable {
    /// The names behind a reading's numbers.
    public let labels: LabelSets
    /// Format version and checksum of the weights: "1-62f0c8a1b2d3e4f5". Readings of the same version are comparable.
    public let version: String
    /// The kernels in use.
    public let kernels: KernelPath
    let network: Network

    /// Maps the weights, checks them and lays them out for this processor.
    ///
    /// - Parameters:
    ///   - weights: path of a `sayso-reader` safetensors file. It must not be changed in place while the model lives.
    ///   - vocabulary: path of its `vocab.txt`, one word piece a line.
    ///   - kernels: how to compute; the result is the same.
    /// - Throws: what is wrong with the files, in words for whoever runs the program.
    public init(weights: String, vocabulary: String, kernels: KernelPath = .best) throws(LanguageModelProblem) {
        let table = try Kernels(kernels)
        let file = try WeightsFile(weights)
        network = try Network(file, vocabulary: vocabulary, table)
        labels = file.labels
        version = "1-" + file.checksum
        self.kernels = kernels
    }

    /// Reads an excerpt: some 10,000 words a second on one core with AVX-512, 4,000 with AVX2.
    ///
    /// Memory beyond the workspace grows only with what is returned and with the word pieces (some 10 bytes a word).
    ///
    /// - Parameters:
    ///   - workspace: made by ``Workspace/init(for:)`` for this model or one of the same sizes, and used by nobody else meanwhile.
    ///   - sentenceVectors: whether to compute ``ExcerptReading/sentenceVectors``.
    public func read(_ excerpt: Excerpt, in workspace: Workspace, sentenceVectors: Bool = false) -> ExcerptReading {
        precondition(workspace.serves(self), "the workspace was made for a model of other sizes")
        var reading = ExcerptReading(words: excerpt.words.count)
        if sentenceVectors { reading.sentenceVectors = Array(repeating: [], count: excerpt.sentences.count) }
        let table = PieceTable(excerpt.words, network.vocabulary)
        let parts = Part.parts(of: excerpt, table)
        var batch = Batch()
        for window in WindowPacker(limit: network.configuration.window).windows(parts) {
            let window = parts[window]
            if !batch.holds(window.reduce(0) { $0 + $1.pieces }, in: workspace) { read(&batch, workspace, into: &reading) }
            batch.append(window, table, network.vocabulary, to: workspace)
        }
        read(&batch, workspace, into: &reading)
        return reading
    }

    private func read(_ batch: inout Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        guard !batch.windows.isEmpty else { return }
        network.encoder.encode(batch, workspace)
        network.tags.read(batch, workspace, into: &reading)
        network.parse.read(batch, workspace, into: &reading)
        network.names.read(batch, workspace, into: &reading)
        network.says.read(batch, workspace, into: &reading)
        network.events.read(batch, workspace, into: &reading)
        if reading.sentenceVectors != nil { network.sentences.read(batch, workspace, into: &reading) }
        batch.removeAll()
    }
}

extension Workspace {
    func serves(_ model: LanguageModel) -> Bool {
        configuration == model.network.configuration && labelCounts == LabelCounts(model.labels)
    }
}
