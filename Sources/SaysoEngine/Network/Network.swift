/// Everything that was loaded: the mapped file, packed weights, vocabulary.
///
/// Unchecked: nothing here is written after `init`; what changes while reading lies in a ``Workspace``.
final class Network: @unchecked Sendable {
    let configuration: Configuration
    let vocabulary: Vocabulary
    let encoder: Encoder

    let tags: TagHead
    let parse: ParseHead
    let names: NameHead
    let says: SaysHead
    let events: EventHead
    let sentences: SentenceHead

    /// Rows of embeddings and the small tensors are read where they lie.
    private let file: MappedFile

    init(_ file: WeightsFile, vocabulary path: String, _ kernels: Kernels) throws(LanguageModelProblem) {
        configuration = file.configuration
        self.file = file.tensors.file
        encoder = try Encoder(file, kernels)
        tags = try TagHead(file, kernels)
        parse = try ParseHead(file, kernels)
        names = try NameHead(file, kernels)
        says = try SaysHead(file, kernels)
        events = try EventHead(file, kernels)
        sentences = try SentenceHead(file, kernels)
        vocabulary = try Vocabulary(path, pieces: encoder.pieces)
        self.file.release()
    }
}
