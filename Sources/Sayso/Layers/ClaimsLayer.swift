import SaysoCore

/// `claims`: attributions, claims, labels and residue in the exchange form of CLAIMS.md.
public struct ClaimsLayer: AnnotationLayer {
    public static let name = "claims"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        let reading = reader.read(row.report)
        return ExchangeForm(row.report.text).reading(reading, id: row.id, includingText: false).text
    }
}

/// `attributions`: who says what, alone.
public struct AttributionsLayer: AnnotationLayer {
    public static let name = "attributions"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        let form = ExchangeForm(row.report.text)
        let reading = reader.read(row.report)
        return JSON.members(["id": .string(row.id), "attributions": .array(reading.attributions.map(form.attribution))]).text
    }
}
