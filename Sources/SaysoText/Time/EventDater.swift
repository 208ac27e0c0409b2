public import SaysoCore

/// Says when an event happened, given the word that tells it: by the nearest calendar time of its sentence, else by the report's date.
///
/// A baseline for measuring; claims find their times by clause.
public struct EventDater {
    private let document: Document

    public init(_ document: Document) { self.document = document }

    /// The date in TIMEX3's form; nil when neither the sentence nor the report tells one.
    public func date(of event: TextSpan) -> String? {
        let index = document.sentences.partitionIndex { $0.span.end > event.start }
        if index < document.sentences.count {
            let sentence = document.sentences[index].span
            let first = document.times.partitionIndex { $0.span.start >= sentence.start }
            var best: (value: String, distance: Int)?
            for time in document.times[first...] {
                guard time.span.start < sentence.end else { break }
                guard time.kind == .date || time.kind == .time, time.interval != nil, time.value.first?.isNumber == true else { continue }
                // A time before the word by half as far is as near: English puts it behind ("was killed on Monday").
                let distance = time.span.start >= event.end ? time.span.start - event.end : (event.start - time.span.end) * 3 / 2
                if distance < best?.distance ?? .max { best = (time.value, distance) }
            }
            if let best { return String(best.value.prefix(10)) }
        }
        return document.report.published?.day.description
    }
}
