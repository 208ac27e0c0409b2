import Mustache
import SaysoCore

/// A report's text as the page shows it: paragraphs, in them tokens that nest.
struct MarkedText: Sendable {
    /// So much text is shown on a page; the rest is in the JSON, and the page says so.
    static let limit = 400_000

    var paragraphs: [MarkedParagraph]
    let isCut: Bool
}

struct MarkedParagraph: Sendable {
    let span: TextSpan
    let keepsLines: Bool
    let tokens: [PageToken]
    /// Right-to-left words come first: a hint for browsers' margins, which `dir="auto"` does not give.
    let isHeading: Bool
}

/// One token of a paragraph, ready for the template. Looked up by name without reflection: a page has thousands.
struct PageToken: Sendable, MustacheParent {
    enum Kind: Sendable {
        case text(String)
        case claim(ClaimMark)
        case speech(SpeechMark)
        case part(PartMark)
        case close
        case closeSpeech
        /// Furniture stood here.
        case cut
    }
    let kind: Kind

    func child(named name: String) -> Any? {
        switch (kind, name) {
        case (.text(let text), "text"): text
        case (.claim(let mark), "claim"): mark
        case (.speech(let mark), "speech"): mark
        case (.part(let mark), "part"): mark
        case (.close, "close"), (.closeSpeech, "close"), (.closeSpeech, "isSpeechEnd"), (.cut, "cut"): true
        default: nil
        }
    }
}

struct ClaimMark: Sendable, MustacheParent {
    let number: Int
    let firmness: Firmness
    /// 0, 1, 2: claims that overlap have underlines at different heights.
    let level: Int
    let isLit: Bool
    /// Only where the mark begins stands the number, which is the link.
    let isFirst: Bool
    let address: String
    /// "claim 4 of 11, asserted, Bashagha through Reports (unnamed)"
    let label: String

    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "firmness": firmness.rawValue
        case "level": level
        case "isLit": isLit
        case "isFirst": isFirst
        case "isDenied": firmness == .denied
        case "address": address
        case "label": label
        default: nil
        }
    }
}

struct SpeechMark: Sendable, MustacheParent {
    /// Nil where the passage goes on behind a cut.
    let speaker: String?
    /// The bracket stands a little further out, so that it does not run on from its neighbour.
    let isAside: Bool
    func child(named name: String) -> Any? {
        switch name {
        case "speaker": speaker
        case "isAside": isAside
        default: nil
        }
    }
}

struct PartMark: Sendable, MustacheParent {
    /// "4:cue 5:speaker": to which claims it belongs, and as what.
    let roles: String
    /// "cue" when the claim that is looked at owns it.
    let lit: String?
    func child(named name: String) -> Any? {
        switch name {
        case "roles": roles
        case "lit": lit
        default: nil
        }
    }
}
