import SaysoCore
import SaysoLexicon

/// `events-cameo`: rows of CAMEO codes, as the older data sets have them.
public struct EventsCameoLayer: AnnotationLayer {
    public static let name = "events-cameo"
    private let reader: Reader
    private let coder: CameoCoder

    public init(reader: Reader) throws {
        self.reader = reader
        coder = try CameoCoder(plover: PloverCoder(reader: ActReader()))
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let rows = reader.coded(row.report, coder.rows).map { row in
            JSON.members(["cameo": .string(row.cameo), "actor": .string(row.actor), "recipient": .string(row.recipient)])
        }
        return JSON.members(["id": .string(row.id), "events": .array(rows)]).text
    }
}
