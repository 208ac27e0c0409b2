import Sayso

extension Reader {
    /// The reader of every command; says on standard error when there is no language model, and that it reads all the same.
    static func standard() throws -> Reader {
        let reader = try Reader(places: .standard)
        if reader.model == nil { noteAbsentModel() }
        return reader
    }

    static func noteAbsentModel() { Output.error.line("sayso: note: \(ModelFolder.advice)") }
}
