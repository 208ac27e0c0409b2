import Foundation
import Glibc

/// What the place that we write to can show.
struct Terminal: Sendable, Equatable {
    enum Underlines: String, Sendable {
        /// Nothing but letters: claims stand in brackets.
        case none
        /// One kind of underline; the number behind it says the rest.
        case one
        /// Solid, dotted, dashed, double (`ESC [ 4 : n m`).
        case four
    }
    var underlines: Underlines
    var hasColours: Bool
    var columns: Int

    static let plain = Terminal(underlines: .none, hasColours: false, columns: 100)

    /// What standard output is.
    static func detect(_ descriptor: Int32 = 1) -> Terminal {
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Terminal(
            isTerminal: isatty(descriptor) == 1, columns: known ? Int(size.ws_col) : 80, environment: ProcessInfo.processInfo.environment)
    }

    /// What a terminal can do, by its environment.
    init(isTerminal: Bool, columns: Int, environment: [String: String]) {
        if isTerminal, environment["TERM"] != "dumb" {
            self.init(
                underlines: Self.knowsForms(environment) ? .four : .one, hasColours: (environment["NO_COLOR"] ?? "").isEmpty,
                columns: columns)
        } else {
            self = .plain
        }
    }

    init(underlines: Underlines, hasColours: Bool, columns: Int) {
        self.underlines = underlines
        self.hasColours = hasColours
        self.columns = columns
    }

    /// Terminals that draw the four forms; an unknown one gets the plain underline, since some take "4:4" for a colour.
    private static func knowsForms(_ environment: [String: String]) -> Bool {
        if let version = environment["VTE_VERSION"].flatMap({ Int($0) }), version >= 7600 { return true }
        if ["iTerm.app", "WezTerm", "ghostty", "mintty", "vscode"].contains(environment["TERM_PROGRAM"] ?? "") { return true }
        if environment["KITTY_WINDOW_ID"] != nil || environment["WT_SESSION"] != nil || environment["KONSOLE_VERSION"] != nil {
            return true
        }
        let term = environment["TERM"] ?? ""
        return ["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour"].contains { term.hasPrefix($0) }
    }

    /// Lines of running text stay readable: never wider than this.
    var textColumns: Int { min(max(columns, 40), 100) }
}
