import ArgumentParser
import Foundation
import Sayso

/// `sayso places`: what the gazetteer does not know.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: "Adds places that the gazetteer does not know, lists and removes them.",
        discussion: """
            They stand in a file (SAYSO_PLACES, else ~/.config/sayso/places.tsv) that may be edited by hand, and go before everything
            else of the same name. Reports that are in a ledger already keep the places they were read with.

            Examples:
              sayso places add "Tell Zaytun" 36.12 37.45 --country SY --also "Tal Zaitoun"
              sayso places list
              sayso places remove "Tell Zaytun"
            """,
        subcommands: [Add.self, List.self, Remove.self], defaultSubcommand: List.self)

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a place, or replaces the one of its name and state.")

        @Argument(help: "Its name, as reports write it.") var name: String
        @Argument(help: "Decimal degrees, south negative (put “--” before a negative number).") var latitude: Double
        @Argument(help: "Decimal degrees, west negative.") var longitude: Double
        @Option(help: "Two letters of ISO 3166: LY, SY, UA.") var country = ""
        @Option(help: "One of: \(OwnPlaces.kinds.joined(separator: ", ")).") var kind = "town"
        @Option(name: .customLong("also"), help: "Another name of it; may be given several times.") var aliases: [String] = []

        func run() throws {
            let place = OwnPlaces.Place(
                name: name, aliases: aliases, kind: kind, latitude: latitude, longitude: longitude, country: country.uppercased())
            do { try OwnPlaces.standard.add(place) } catch let problem as OwnPlaces.Problem {
                if case .unfit(let reason) = problem { throw Failure(.usage, reason) }
                throw problem
            }
            Output.standard.line("added: " + place.line)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the places added.")

        func run() throws {
            let places = try OwnPlaces.standard.all()
            if places.isEmpty { return Output.standard.line("No places added yet: sayso places add NAME LATITUDE LONGITUDE --country XX") }
            for place in places { Output.standard.line(place.line) }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Removes the places of a name.")

        @Argument(help: "The name it was added by.") var name: String

        func run() throws {
            let count = try OwnPlaces.standard.remove(name)
            guard count > 0 else { throw Failure(.notFound, "no place “\(name)” was added (sayso places list)") }
            Output.standard.line("removed: \(Printable.oneLine(name))")
        }
    }
}

extension OwnPlaces {
    /// The file that `SAYSO_PLACES` names, else `sayso/places.tsv` in the user's configuration folder.
    static let standard: OwnPlaces = {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["SAYSO_PLACES"], !named.isEmpty { return OwnPlaces(path: named) }
        let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() + "/.config"
        return OwnPlaces(path: folder + "/sayso/places.tsv")
    }()
}

extension OwnPlaces.Place {
    fileprivate var line: String {
        let names = Printable.oneLine(([name] + aliases).joined(separator: ", "))
        return "\(names)  \(kind)  \(latitude), \(longitude)\(country.isEmpty ? "" : "  " + country)"
    }
}
