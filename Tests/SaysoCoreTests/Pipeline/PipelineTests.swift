import SaysoCore
import Testing

@Suite struct PipelineTests {
    struct Step: Stage {
        let name: String
        let reads: Set<Layer>
        let writes: Set<Layer>
        func run(_ document: consuming Document) -> Document {
            var document = document
            document.diagnostics.append(Diagnostic(.note, name))
            return document
        }
    }

    @Test func `stages run in their order`() throws {
        let pipeline = try Pipeline("two", [
            Step(name: "sentences", reads: [.text], writes: [.sentences]), Step(name: "tokens", reads: [.sentences], writes: [.tokens]),
        ])
        let document = pipeline.run(Document(Report(id: ReportID("r"), text: SourceText("x"))))
        #expect(document.diagnostics.map(\.message) == ["sentences", "tokens"])
        #expect(pipeline.writes == [.sentences, .tokens])
    }

    @Test func `a wrong order is refused when it is built, and says what is missing`() {
        let error = #expect(throws: Pipeline.OrderError.self) {
            try Pipeline("wrong", [
                Step(name: "tokens", reads: [.sentences], writes: [.tokens]), Step(name: "sentences", reads: [.text], writes: [.sentences]),
            ])
        }
        #expect(error?.stage == "tokens")
        #expect(error?.missing == ["sentences"])
    }
}
