import SaysoEngine
import Testing

extension Expected {
    /// Numbers of the reference are rounded to five places.
    func compare(_ reading: ExcerptReading, _ model: LanguageModel, tolerance: Float = 1e-4) {
        #expect(reading.upos.map(Int.init) == upos)
        #expect(reading.xpos.map(Int.init) == xpos)
        #expect(reading.lemma.map(Int.init) == lemma)
        #expect(reading.head.map(Int.init) == head)
        #expect(reading.deprel.map(Int.init) == deprel)
        let labels = model.labels
        for (found, wanted, kinds) in [(reading.names, names, labels.nameKinds), (reading.entities, entities, labels.entityKinds)] {
            #expect(found.map(\.words) == wanted.map(\.words))
            #expect(found.map { kinds[Int($0.label)] } == wanted.map(\.kind))
            #expect(near(found.map(\.confidence), wanted.map(\.confidence), tolerance))
        }
        #expect(reading.cues.map(\.words) == cues.map { $0.words[0]..<$0.words[1] })
        #expect(reading.cues.map(\.window) == cues.map { $0.window[0]..<$0.window[1] })
        for (found, wanted) in zip(reading.cues, cues) {
            #expect(near(found.source, wanted.source, tolerance))
            #expect(near(found.content, wanted.content, tolerance))
            #expect(near([found.confidence], [wanted.confidence], tolerance))
        }
        #expect(reading.events.map(\.word) == events.map(\.word))
        #expect(reading.events.map { Int($0.modality) } == events.map(\.modality))
        for (found, wanted) in zip(reading.events, events) {
            #expect(near(found.scores, wanted.scores, 20 * tolerance))
            #expect(found.window == wanted.window[0]..<wanted.window[1] && found.roles.count == wanted.roles.count)
            for (role, values) in zip(found.roles, wanted.roles) { #expect(near(role, values, tolerance)) }
        }
        for (found, wanted) in zip(reading.sentenceVectors ?? [], vectors) { #expect(near(found, wanted, tolerance)) }
    }
}
