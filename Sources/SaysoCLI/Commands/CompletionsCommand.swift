import ArgumentParser

/// `sayso completions`: a script for the shell.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Writes the completion script for a shell.",
        discussion: """
            Examples:
              sayso completions bash > /etc/bash_completion.d/sayso
              sayso completions zsh > ~/.zfunc/_sayso
              sayso completions fish > ~/.config/fish/completions/sayso.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "shell")) var shell: Shell

    func run() {
        let known: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        Output.standard.line(SaysoCommand.completionScript(for: known))
    }
}
