import SaysoCore

extension Reader {
    /// The report as one document, or, where it is longer than any report, in portions that know nothing of one another (see ``Portions``).
    func documents(_ report: Report) -> [Document] {
        guard report.text.count > Portions.length else { return [document(report)] }
        return Portions(report).spans.map { span in
            document(
                Report(id: ReportID("\(report.id)#\(span.start)"), text: SourceText(report.text.words(span)), published: report.published))
        }
    }
}
