public import SaysoCore

/// What the caller knows better than the bytes do.
public struct IntakeOptions: Sendable, Hashable {
    public var published: Day?
    public var outlet: String?
    /// Where the report was found: its path often tells the day.
    public var address: String?

    public init(published: Day? = nil, outlet: String? = nil, address: String? = nil) {
        self.published = published
        self.outlet = outlet
        self.address = address
    }
}

/// The door: bytes of a page or a text become a ``Report``.
///
///     let report = try Intake.report(bytes: bytes, name: "report.html")
///
/// The report's identity is the digest of the bytes as they came. Nothing is fetched, nothing is deleted: page furniture stays in the
/// text, behind the article or where it stood, and is marked as ``Residue``. What is odd (a wrong charset, a broken page, a missing date)
/// becomes a ``Diagnostic``.
public enum Intake {
    /// The one limit, longer than any report; a disk image fed by mistake should not fill the memory. Whoever reads a file may stop here.
    public static let largest = 64 << 20

    /// Reads `bytes`; `name` is for messages, and its ending helps to tell a page from a text.
    /// - Throws: ``IntakeProblem`` when there is nothing to read: no bytes, no text, no words, or too much.
    public static func report(bytes: [UInt8], name: String, options: IntakeOptions = IntakeOptions()) throws(IntakeProblem) -> Report {
        guard !bytes.isEmpty else { throw .empty(name: name) }
        guard bytes.count <= largest else { throw .tooLarge(name: name) }
        if let magic = Sniffer.binary(bytes) { throw .binary(name: name, looksLike: magic.isEmpty ? nil : magic) }
        let looksLikePage = Sniffer.isPage(bytes, name: name)
        let decoded = CharsetDecoder.decode(bytes, isPage: looksLikePage)
        guard decoded.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(name: name) }
        // UTF-16 hides the tags from the first look.
        let isPage = looksLikePage || Sniffer.isPage(decoded.utf8, name: name)
        var draft = isPage ? PageReader.read(decoded.utf8, options: options) : PlainReader.read(decoded.utf8)
        guard draft.text.utf8.contains(where: { $0 > 0x20 }) else { throw .noWords(name: name) }
        draft.diagnostics = decoded.diagnostics + draft.diagnostics
        if let day = options.published {
            if let told = draft.published, told.day != day {
                draft.diagnostics.append(
                    Diagnostic(.note, "the day given, \(day), goes before the report's own, \(told.day) (“\(told.words)”)"))
            }
            draft.published = Publication(day: day, evidence: .given, words: "\(day)")
        } else if draft.published == nil {
            draft.diagnostics.append(
                Diagnostic(.note, "no day of publication found: relative times stay open; give the date to settle them"))
        }
        let text = SourceText(draft.text)
        return Report(
            id: ReportID(Digest.sha256(bytes)), text: text, outlet: options.outlet ?? draft.outlet,
            address: options.address ?? draft.address,
            title: draft.title, byline: draft.byline, published: draft.published, language: draft.language ?? "en",
            residue: draft.residue.map { Residue(passage: text.passage($0.span), kind: $0.kind, rule: $0.rule) },
            diagnostics: draft.diagnostics)
    }
}

/// A report in the making.
struct ReportDraft {
    struct Mark {
        let span: TextSpan
        let kind: Residue.Kind
        let rule: Rule
    }
    var text = ""
    var title: String?
    var byline: String?
    var outlet: String?
    var address: String?
    var language: String?
    var published: Publication?
    var residue: [Mark] = []
    var diagnostics: [Diagnostic] = []
}
