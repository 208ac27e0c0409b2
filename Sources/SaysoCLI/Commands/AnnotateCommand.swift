import ArgumentParser
import Sayso

/// `sayso annotate`: rows in, rows out: how Sayso is measured.
struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Annotates JSONL rows from standard input: one layer, one row out for each row in.",
        discussion: """
            A row is {"id", "text", "date"}; what is written for it depends on the layer. Rows keep their order, memory stays constant.

            Layers: \(AnnotationLayers.all.map { $0.name }.joined(separator: ", "))

            Example:
              sayso annotate --layer claims < reports.jsonl > claims.jsonl
            """)

    @Option(help: ArgumentHelp("What to write.", valueName: "layer")) var layer: String
    @Option(help: ArgumentHelp("Tasks side by side. (default: one for each core)", valueName: "number")) var workers: Int?

    func validate() throws {
        if AnnotationLayers.named(layer) == nil { throw ValidationError("\(Annotator.Problem.unknownLayer(layer))") }
        if let workers, !(1...256).contains(workers) { throw ValidationError("--workers goes from 1 to 256") }
    }

    func run() async throws {
        let annotator = try Annotator(layer: layer, workers: workers)
        if !annotator.hasModel { Reader.noteAbsentModel() }
        try await annotator.run()
    }
}
