import SaysoCore
import SaysoLexicon
import SaysoText

/// `places`: names of places with coordinates and GeoNames ids; adjectives and peoples count, as the corpora's coders counted them.
public struct PlacesLayer: AnnotationLayer {
    public static let name = "places"
    private let finder: PlaceFinder
    private let gazetteer: Gazetteer

    public init(reader: Reader) throws {
        finder = try PlaceFinder()
        gazetteer = try Gazetteer.load()
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let map = CodePointMap(row.report.text)
        var toponyms: [JSON] = []
        row.report.forEachPortion { portion, whole in
            toponyms += finder.run(Document(portion)).places.map {
                toponym($0, map.codePoints($0.span.moved(by: whole.start)), in: portion)
            }
        }
        return JSON.members(["id": .string(row.id), "toponyms": .array(toponyms)]).text
    }

    private func toponym(_ mention: PlaceMention, _ points: (start: Int, end: Int), in report: Report) -> JSON {
        let place = whole(mention)
        return .members([
            "start": .integer(points.start), "end": .integer(points.end), "name": .string(report.text.words(mention.span)),
            "lat": place.latitude.map { .number($0) } ?? .null, "lon": place.longitude.map { .number($0) } ?? .null,
            "geonameid": geonames(place).map { .integer($0) } ?? .null, "kind": .string(mention.kind.rawValue),
            "rule": .string(mention.rule.name),
        ])
    }

    private func geonames(_ place: Place) -> Int? { place.id.flatMap { $0.hasPrefix("geonames:") ? Int($0.dropFirst(9)) : nil } }

    /// The corpora mark "Libya" in "eastern Libya": the state itself, where we say the part.
    private func whole(_ mention: PlaceMention) -> Place {
        var place = mention.place
        guard mention.rule == "place.part", let state = place.country.flatMap(gazetteer.state), let point = gazetteer.point(state),
            place.name.hasSuffix(gazetteer.name(state))
        else { return place }
        place.id = gazetteer.geonames(state).map { "geonames:\($0)" }
        (place.latitude, place.longitude) = (point.latitude, point.longitude)
        return place
    }
}
