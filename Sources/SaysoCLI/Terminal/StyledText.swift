import SaysoCore

/// Text in runs of one look each, wrapped and written for a terminal.
struct StyledText: Equatable {
    struct Style: Equatable {
        var underline: Firmness?
        var isBold = false
        var isDim = false
        static let plain = Style()
        static let bold = Style(isBold: true)
        static let dim = Style(isDim: true)
    }
    struct Run: Equatable {
        var text: String
        var style: Style
    }
    private(set) var runs: [Run] = []

    init(_ text: String = "", _ style: Style = .plain) { append(text, style) }

    mutating func append(_ text: String, _ style: Style = .plain) {
        guard !text.isEmpty else { return }
        if let last = runs.indices.last, runs[last].style == style {
            runs[last].text += text
        } else {
            runs.append(Run(text: text, style: style))
        }
    }

    /// Lines no wider than `columns`, broken at spaces; a word that is wider stands alone.
    func wrapped(_ columns: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText()
        var width = 0
        var word = StyledText()
        var wordWidth = 0
        var space: Run?
        func flushWord() {
            guard wordWidth > 0 || !word.runs.isEmpty else { return }
            if width > 0, width + (space == nil ? 0 : 1) + wordWidth > columns {
                lines.append(line)
                line = StyledText()
                width = 0
            } else if let space, width > 0 {
                line.append(" ", space.style)
                width += 1
            }
            for run in word.runs { line.append(run.text, run.style) }
            width += wordWidth
            word = StyledText()
            wordWidth = 0
            space = nil
        }
        for run in runs {
            for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0 {
                    flushWord()
                    space = Run(text: " ", style: run.style)
                }
                word.append(String(piece), run.style)
                wordWidth += Printable.width(piece)
            }
        }
        flushWord()
        lines.append(line)
        return lines
    }

    /// The bytes for this terminal.
    func text(on terminal: Terminal) -> String {
        runs.map { run in
            let codes = run.style.codes(on: terminal)
            return codes.isEmpty ? run.text : "\u{1B}[\(codes.joined(separator: ";"))m\(run.text)\u{1B}[0m"
        }.joined()
    }
}

extension StyledText.Style {
    fileprivate func codes(on terminal: Terminal) -> [String] {
        guard terminal.underlines != .none else { return [] }
        var codes: [String] = []
        if isBold { codes.append("1") }
        if isDim { codes.append("2") }
        if let underline {
            codes.append(terminal.underlines == .four ? underline.code : "4")
            if terminal.hasColours { codes.append(underline.colour) }
        }
        return codes
    }
}

extension Firmness {
    /// Solid, dotted, dashed, double.
    fileprivate var code: String {
        switch self {
        case .asserted: "4:1"
        case .announced: "4:4"
        case .conditional: "4:5"
        case .denied: "4:2"
        }
    }

    /// Colour only doubles what the form says: blue, yellow, cyan, magenta, never red against green.
    fileprivate var colour: String {
        switch self {
        case .asserted: "34"
        case .announced: "33"
        case .conditional: "36"
        case .denied: "35"
        }
    }
}
