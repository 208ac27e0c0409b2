/// Why some bytes are no report: what, where, and what to try, in one line.
public enum IntakeProblem: Error, Hashable, CustomStringConvertible {
    case empty(name: String)
    case binary(name: String, looksLike: String?)
    case tooLarge(name: String)
    case noWords(name: String)

    public var description: String {
        switch self {
        case .empty(let name): "\(name): nothing in it: give a file that holds a report"
        case .binary(let name, let kind?): "\(name): \(kind), no text: save the report as plain text or HTML first"
        case .binary(let name, nil): "\(name): binary data, no text: give the page or the text of a report"
        case .tooLarge(let name):
            "\(name): larger than \(Intake.largest >> 20) MB: no report is so long; split it into one file a report"
        case .noWords(let name): "\(name): a page without words: perhaps a script builds it; save the page from a browser, or its text"
        }
    }
}
