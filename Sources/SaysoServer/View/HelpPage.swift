import SaysoCore

/// How to read the pages, and the keys.
struct HelpPage: Sendable {
    let frame: Frame
    let legend: [ReportPage.LegendLine]
    let keys: [Key]

    struct Key: Sendable {
        let key: String
        let does: String
    }

    init(frame: Frame) {
        var frame = frame
        frame.isHelp = true
        self.frame = frame
        legend = Firmness.allCases.map {
            ReportPage.LegendLine(firmness: $0.rawValue, legend: $0.legend, form: $0.form, isDenied: $0 == .denied)
        }
        keys = [
            Key(key: "j", does: "next claim (on a list: next line)"),
            Key(key: "k", does: "claim before"),
            Key(key: "Enter", does: "open what is lit"),
            Key(key: "/", does: "search"),
            Key(key: "?", does: "this page"),
            Key(key: "Esc", does: "put the light out, leave a box"),
        ]
    }
}

/// Something did not work: what, and what to try.
struct ProblemPage: Sendable {
    let frame: Frame
    let status: Int
    let title: String
    let what: String
    let hints: [Phrase]
    /// Words to search for, taken from the address; nil where none make sense.
    let guess: String?
}
