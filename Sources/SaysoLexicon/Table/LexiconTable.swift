/// A lexicon file: tab-separated values under a header that states what the data is and where it comes from.
///
///     # title: Countries
///     # source: …
///     # licence: …
///     # date: 2026-11-23
///     # known problems: …
///     # columns: iso2⇥iso3⇥…
///
/// Rows are read as slices of one byte buffer; a cell becomes a `String` only when it is asked for.
public struct LexiconTable: Sendable {
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case unreadable(String)
        case headerMissing(String, field: String)
        case cellsMissing(String, line: Int)

        public var description: String {
            switch self {
            case .unreadable(let path): "lexicon \(path) cannot be read: is the resource bundle beside the program?"
            case .headerMissing(let path, let field): "lexicon \(path) does not state its \(field)"
            case .cellsMissing(let path, let line): "lexicon \(path), line \(line): fewer cells than columns"
            }
        }
    }

    /// One row: cells in the order of `columns`.
    public struct Row: Sendable {
        let bytes: [UInt8]
        let cells: [Range<Int>]

        public subscript(index: Int) -> String { String(decoding: bytes[cells[index]], as: UTF8.self) }
        /// Nil for an empty cell.
        public func text(_ index: Int) -> String? { cells[index].isEmpty ? nil : self[index] }
        /// The parts of a cell that lists several, separated by "|".
        public func list(_ index: Int) -> [String] {
            bytes[cells[index]].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
        }
        public func number(_ index: Int) -> Double? { Double(self[index]) }
    }

    public let path: String
    public let header: [String: String]
    public let columns: [String]
    public let rows: [Row]

    /// Every lexicon file states these.
    public static let requiredFields = ["title", "source", "licence", "date", "known problems", "columns"]

    /// Reads `bytes`; `path` is for messages.
    public init(path: String, bytes: [UInt8]) throws(Problem) {
        var header: [String: String] = [:]
        var rows: [Row] = []
        var columns: [String] = []
        var start = 0
        var line = 0
        while start < bytes.count {
            line += 1
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            defer { start = end + 1 }
            if start == end { continue }
            // Only the header's lines start with "# "; a cell may hold "#".
            if bytes[start] == UInt8(ascii: "#"), rows.isEmpty {
                let text = String(decoding: bytes[start..<end].dropFirst().drop { $0 == 0x20 }, as: UTF8.self)
                if let colon = text.firstIndex(of: ":") {
                    header[String(text[..<colon])] = String(text[text.index(after: colon)...].drop { $0 == " " })
                }
                continue
            }
            if columns.isEmpty {
                guard let stated = header["columns"] else { throw .headerMissing(path, field: "columns") }
                columns = stated.split(separator: "\t").map(String.init)
            }
            var cells: [Range<Int>] = []
            cells.reserveCapacity(columns.count)
            var cell = start
            for offset in start...end where offset == end || bytes[offset] == 0x09 {
                cells.append(cell..<offset)
                cell = offset + 1
            }
            // Editors drop trailing tabs: missing cells at the end are empty ones.
            guard let first = cells.first, !first.isEmpty || cells.count > 1 else { throw .cellsMissing(path, line: line) }
            while cells.count < columns.count { cells.append(end..<end) }
            rows.append(Row(bytes: bytes, cells: cells))
        }
        for field in Self.requiredFields where header[field] == nil { throw .headerMissing(path, field: field) }
        self.path = path
        self.header = header
        self.columns = columns
        self.rows = rows
    }

    /// Reads a file of the bundled lexicon: "shared/countries.tsv".
    public init(resource path: String) throws(Problem) {
        try self.init(path: path, bytes: LexiconResource.bytes(path))
    }
}
