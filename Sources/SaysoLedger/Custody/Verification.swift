public import SaysoCore

/// What `verify` looked at and what it found.
public struct Verification: Hashable, Sendable {
    public var reports = 0
    public var spans = 0
    public var entries = 0
    public var head: CustodyEntry?
    public var damage: [Damage] = []
    public var holds: Bool { damage.isEmpty }
    public init() {}
}

/// One thing that is not as it was kept, named so that it can be found.
public enum Damage: Hashable, Sendable, CustomStringConvertible {
    /// The original's bytes no longer have the SHA-256 that is the report's id.
    case original(ReportID)
    /// A span no longer says its words.
    case words(ReportID, kind: String, kept: String, found: String)
    /// What was read is not what was kept: some row was changed, added or taken away.
    case reading(ReportID, detail: String)
    case message(Int)
    case chain(String)
    /// A report that the log does not know, or that the log knows and that is gone.
    case unaccounted(String)
    /// What the storage itself reports.
    case storage(String)

    public var description: String {
        switch self {
        case .original(let id): "report \(short(id)): the original bytes were changed"
        case .words(let id, let kind, let kept, let found):
            "report \(short(id)): \(kind) should say “\(clip(kept))”, the text says “\(clip(found))”"
        case .reading(let id, let detail): "report \(short(id)): \(detail)"
        case .message(let number): "message \(number): was changed"
        case .chain(let what): "custody: \(what)"
        case .unaccounted(let what): what
        case .storage(let what): "storage: \(what)"
        }
    }

    private func short(_ id: ReportID) -> String { String(id.rawValue.prefix(12)) }
    private func clip(_ words: String) -> String { words.count > 60 ? words.prefix(60) + "…" : words }
}
