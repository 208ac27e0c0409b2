import SaysoCore

/// One link of the log that shows that nothing was changed since: each entry's hash covers the one before it.
///
/// Cutting entries off the end cannot be seen from inside: note the head's hash somewhere else (a print, a mail) from time to time.
public struct CustodyEntry: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Subject: the report's id, which is the SHA-256 of the original. Payload: the digest of the reading.
        case report
        /// Subject: the message's number.
        case message
        case answer
    }
    /// 1 for the first.
    public let number: Int
    public let at: Moment
    public let kind: Kind
    public let subject: String
    /// SHA-256 of what was kept, in the ledger's form.
    public let payload: String
    /// ``hash`` of the entry before; 64 zeros for the first.
    public let previous: String
    /// SHA-256 over the six fields above, one a line: see ``seal(number:at:kind:subject:payload:previous:)``.
    public let hash: String

    /// As it is stored, whether it holds or not.
    package init(number: Int, at: Moment, kind: Kind, subject: String, payload: String, previous: String, hash: String) {
        self.number = number
        self.at = at
        self.kind = kind
        self.subject = subject
        self.payload = payload
        self.previous = previous
        self.hash = hash
    }

    /// The entry that follows `head`.
    package init(after head: CustodyEntry?, at: Moment, kind: Kind, subject: String, payload: String) {
        let number = (head?.number ?? 0) + 1
        let previous = head?.hash ?? Self.origin
        self.init(
            number: number, at: at, kind: kind, subject: subject, payload: payload, previous: previous,
            hash: Self.seal(number: number, at: at, kind: kind, subject: subject, payload: payload, previous: previous))
    }

    public static let origin = String(repeating: "0", count: 64)

    /// SHA-256 of "number⏎at⏎kind⏎subject⏎payload⏎previous⏎" in UTF-8: anybody can recompute it with `sha256sum`.
    public static func seal(number: Int, at: Moment, kind: Kind, subject: String, payload: String, previous: String) -> String {
        Digest.sha256("\(number)\n\(at)\n\(kind.rawValue)\n\(subject)\n\(payload)\n\(previous)\n")
    }

    /// What is wrong with this entry as the one after `head`; nil when it holds.
    package func fault(after head: CustodyEntry?) -> String? {
        if number != (head?.number ?? 0) + 1 { return "entry \((head?.number ?? 0) + 1) is missing" }
        if previous != head?.hash ?? Self.origin { return "entry \(number) does not follow the entry before it" }
        if hash != Self.seal(number: number, at: at, kind: kind, subject: subject, payload: payload, previous: previous) {
            return "entry \(number) was changed"
        }
        return nil
    }
}
