import SaysoCore
import SaysoText

/// `places`: names of places with coordinates and GeoNames ids; adjectives and peoples count, as the corpora's coders counted them.
public struct PlacesLayer: AnnotationLayer {
    public static let name = "places"
    private let finder: PlaceFinder
    public init(reader: Reader) throws { finder = try PlaceFinder() }

    public func annotate(_ row: ExchangeRow) -> String {
        let document = finder.run(Document(row.report))
        let map = CodePointMap(row.report.text)
        let toponyms = document.places.map { mention -> JSON in
            let (start, end) = map.codePoints(mention.span)
            let geonames = mention.place.id.flatMap { $0.hasPrefix("geonames:") ? Int($0.dropFirst(9)) : nil }
            return .members([
                "start": .integer(start), "end": .integer(end), "name": .string(row.report.text.words(mention.span)),
                "lat": mention.place.latitude.map { .number($0) } ?? .null, "lon": mention.place.longitude.map { .number($0) } ?? .null,
                "geonameid": geonames.map { .integer($0) } ?? .null, "kind": .string(mention.kind.rawValue), "rule": .string(mention.rule.name),
            ])
        }
        return JSON.members(["id": .string(row.id), "toponyms": .array(toponyms)]).text
    }
}
