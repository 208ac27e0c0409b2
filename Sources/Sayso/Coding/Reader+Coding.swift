import SaysoCore

extension Reader {
    /// What `body` makes of the report or, where it is longer than any report, of its portions one after the other (see ``Portions``): only one
    /// is held at a time.
    func coded<Row>(_ report: Report, _ body: (CodingView) -> [Row]) -> [Row] {
        var rows: [Row] = []
        report.forEachPortion { portion, _ in rows += body(CodingView(document(portion))) }
        return rows
    }
}
