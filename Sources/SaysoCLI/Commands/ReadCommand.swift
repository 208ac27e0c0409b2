import ArgumentParser
import Sayso
import SaysoCore

/// `sayso read`: one report and its claims, nothing stored.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reads reports and shows what they claim; stores nothing.",
        discussion: """
            In a terminal the words that a claim rests on are underlined by firmness: solid told as fact, dotted threatened or announced, dashed
            conditional, double denied. Where there are no underlines, claims stand in brackets: “[will strike](2 announced)”.

            Examples:
              sayso read report.html
              sayso read - --date 2020-05-20 < report.txt     dates like “on Monday” are counted from here
              sayso read report.txt --why                     the rule behind every field
              sayso read *.html --jsonl > claims.jsonl        the exchange form, a line each
            """)

    @Argument(help: ArgumentHelp("Files with one report each; “-” for standard input.", valueName: "file")) var files: [String]
    @Option(
        help: ArgumentHelp("The day of publication; goes before what the report tells.", valueName: "yyyy-mm-dd"), transform: Day.option)
    var date: Day?
    @Flag(help: "JSON, indented.") var json = false
    @Flag(help: "JSON, one report a line.") var jsonl = false
    @Flag(help: "One line for each claim, tab-separated: type, stance, modality, who says, doer, recipient, place, time, words.")
    var claims = false
    @Flag(help: "Show the rule that made each finding.") var why = false
    @Flag(help: "Nothing but letters, even in a terminal.") var plain = false

    func validate() throws {
        if [json, jsonl, claims].count(where: \.self) > 1 { throw ValidationError("--json, --jsonl and --claims exclude one another") }
        if files.isEmpty { throw ValidationError("no file given; “-” reads standard input") }
    }

    func run() async throws {
        let reader = try Reader.standard()
        var lastFailure: Failure?
        for (index, path) in files.enumerated() {
            let file = InputFile(path: path)
            do {
                let report = try Door.report(file.bytes(), name: file.name, date: date)
                if index > 0, !json, !jsonl, !claims { Output.standard.line("") }
                try show(reader.read(report))
            } catch {
                // One bad file must not hide the others: each is told, the exit code remembers.
                if let lastFailure { lastFailure.report() }
                lastFailure = Failure(error)
            }
        }
        if let lastFailure { throw lastFailure }
    }

    private func show(_ reading: Reading) throws {
        if json || jsonl {
            let form = ExchangeForm(reading.report.text).reading(reading, id: reading.report.id.rawValue, includingText: true)
            Output.standard.line(json ? form.indented : form.text)
        } else if claims {
            for claim in reading.claims { Output.standard.line(ClaimLine(claim, in: reading).text) }
        } else {
            let terminal = plain ? Terminal.plain : Terminal.detect()
            var lines = ""
            try ReportDrawing(reading, layout: TextLayout(reading.report), terminal: terminal, showsWhy: why).draw { lines += $0 + "\n" }
            Output.standard.write(lines)
        }
    }
}
