import ArgumentParser

/// The root of the command line: what there is, in the order in which one meets it.
struct SaysoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sayso",
        abstract: "Reads news reports and keeps a ledger of who claims what happened.",
        discussion: """
            Examples:
              sayso read report.html                 the text with its claims, nothing stored
              curl -s ADDRESS | sayso read - --json  from a pipe, as JSON
              sayso add reports/                     a folder into ./sayso.ledger
              sayso serve                            the ledger as pages, on this machine
              sayso find "air base" pantsir*         full text, reports and claims
              sayso show 3f2a9c81                    a report or a claim, by the beginning of its id
              sayso verify                           was anything changed since?

            Exit codes:
              0  done
              1  nothing found, or verify found damage
              2  wrong usage
              3  an input could not be read (the others were)
              4  the ledger could not be used
              5  the address to serve on could not be had

            Environment:
              SAYSO_LEDGER  the ledger, where --ledger is not given (else ./sayso.ledger)
              SAYSO_MODEL   folder of the language model (else Models/reader-en beside the program or above it); none: rules alone
              SAYSO_PLACES  file of your own places (else ~/.config/sayso/places.tsv; “sayso places --help”)
              NO_COLOR      no colours
            """,
        version: Version.text,
        subcommands: [
            ReadCommand.self, AddCommand.self, ServeCommand.self, FindCommand.self, ShowCommand.self, VerifyCommand.self,
            PlacesCommand.self, AnnotateCommand.self,
            DoctorCommand.self, CompletionsCommand.self,
        ])
}

enum Version {
    static let text = "0.1.0"
}
