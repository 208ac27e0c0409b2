public import SaysoCore
public import SaysoEngine
public import SaysoLexicon
import Synchronization

/// Lets the language model read: tags, lemmas, trees, names, who says what, and which words may name events.
///
/// *Reads* `tokens`, `sentences`; *writes* `tags`, `tree`, `names`, `cue links`, `event words`.
///
///     “Forces took Al-Watiya” → Forces NOUN nsubj→took · took VERB root · Al-Watiya PROPN obj→took, a place
///
/// The lexicons settle what statistics cannot know: a listed irregular form has the listed lemma (see ``Lemmatizer``); “Mr.” is no part of a name.
public struct LanguageReader: Stage {
    public let name = "language-reader"
    public let reads: Set<Layer> = [.tokens, .sentences]
    public let writes: Set<Layer> = [.tags, .tree, .names, .cueLinks, .eventWords]

    private let model: LanguageModel
    private let lemmas: Lemmatizer
    private let actors: ActorLexicon
    private let upos: [UniversalTag]
    private let xpos: [PennTag]
    /// Where a type's score stands in the model's row, for each of `EventType.allCases`.
    private let eventScores: [Int?]
    private let modalities: [Modality?]
    private let workspaces: Workspaces

    public init(model: LanguageModel, lemmas: LemmaTable, actors: ActorLexicon) {
        self.model = model
        self.actors = actors
        self.lemmas = Lemmatizer(table: lemmas)
        workspaces = Workspaces(for: model)
        upos = model.labels.upos.map { UniversalTag(rawValue: $0) ?? .other }
        eventScores = EventType.allCases.map { type in model.labels.event.dropFirst().firstIndex(of: type.rawValue).map { $0 - 1 } }
        modalities = model.labels.modality.map { Modality(rawValue: $0) }
        xpos = model.labels.xpos.map { PennTag(rawValue: $0) ?? .none }
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let reading = workspaces.with { model.read(excerpt(document), in: $0) }
        var tokens = document.tokens
        document.tokens = []  // so that the tokens are changed in place
        for index in tokens.indices {
            tokens[index].tag = upos[Int(reading.upos[index])]
            tokens[index].penn = xpos[Int(reading.xpos[index])]
        }
        for sentence in document.sentences {
            let isUpper = TagFeatures.casing(tokens[sentence.tokens]) == .upper
            for index in sentence.tokens {
                tokens[index].lemma = lemmas.lemma(tokens[index], isUpperText: isUpper, isFirst: index == sentence.tokens.lowerBound)
            }
        }
        document.tokens = tokens
        document.tree = tokens.indices.map { index in
            let head = reading.head[index]
            return Dependency(head: head < 0 ? nil : Int(head), relation: model.labels.deprel[Int(reading.deprel[index])])
        }
        document.names = reading.names.compactMap { found in
            let words = tokens[found.words].drop { actors.traits(of: $0.folded).contains(.courtesy) }
            guard !words.isEmpty else { return nil }
            return NameSpan(tokens: words.indices, kind: model.labels.nameKinds[Int(found.label)], confidence: found.confidence)
        }
        document.things = reading.entities.map { NameSpan(tokens: $0.words, kind: model.labels.entityKinds[Int($0.label)], confidence: $0.confidence) }
        document.cueLinks = reading.cues.map {
            CueLink(cue: $0.words, confidence: $0.confidence, window: $0.window, source: $0.source, content: $0.content)
        }
        document.eventWords = reading.events.map { event in
            EventWord(
                token: event.word, scores: eventScores.map { $0.map { event.scores[$0] } ?? -.infinity }, modality: modalities[Int(event.modality)],
                window: event.window, roles: event.roles)
        }
        .sorted { $0.token < $1.token }
        return document
    }

    private func excerpt(_ document: borrowing Document) -> Excerpt {
        Excerpt(
            words: document.tokens.map(\.text), sentences: document.sentences.map(\.tokens), paragraphs: document.sentences.map(\.paragraph))
    }
}

/// Scratch memory for as many readers as there are tasks at one time: it is large, and made once a task, not once a report.
private final class Workspaces: Sendable {
    /// Never in two hands: whoever takes one out of the list gives it back when it has read.
    private struct Lent: @unchecked Sendable { let workspace: Workspace }

    private let model: LanguageModel
    private let free = Mutex<[Lent]>([])

    init(for model: LanguageModel) { self.model = model }

    func with<Result>(_ body: (Workspace) -> Result) -> Result {
        let lent = free.withLock { $0.popLast() } ?? Lent(workspace: Workspace(for: model))
        defer { free.withLock { $0.append(lent) } }
        return body(lent.workspace)
    }
}
