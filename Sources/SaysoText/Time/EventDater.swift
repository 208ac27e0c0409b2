public import SaysoCore

/// Says when an event happened, given the word that tells it: by the time that hangs on the event in the sentence's tree, else by the report's date.
///
/// “Ford *said* on Tuesday that it *posted* a loss in 2008” → said: Tuesday, posted: 2008. Without a tree the nearest time of the sentence counts.
public struct EventDater {
    private let document: Document

    public init(_ document: Document) { self.document = document }

    /// The date in TIMEX3's form; nil when neither the sentence nor the report tells one.
    public func date(of event: TextSpan) -> String? {
        let index = document.sentences.partitionIndex { $0.span.end > event.start }
        if index < document.sentences.count, let time = time(of: event, in: document.sentences[index]) { return String(time.prefix(10)) }
        return document.report.published?.day.description
    }

    private func time(of event: TextSpan, in sentence: Sentence) -> String? {
        let first = document.times.partitionIndex { $0.span.start >= sentence.span.start }
        var best: (value: String, distance: Int)?
        for time in document.times[first...] {
            guard time.span.start < sentence.span.end else { break }
            guard time.kind == .date || time.kind == .time, time.interval != nil, time.value.first?.isNumber == true, isTied(time, event) else { continue }
            // A time before the word by half as far is as near: English puts it behind ("was killed on Monday").
            let distance = time.span.start >= event.end ? time.span.start - event.end : (event.start - time.span.end) * 3 / 2
            if distance < best?.distance ?? .max { best = (time.value, distance) }
        }
        return best?.value
    }

    // MARK: The tree

    /// Whether the time stands in the event's own phrase, or hangs on the verb that tells the event or is coordinated with it.
    private func isTied(_ time: TimeMention, _ event: TextSpan) -> Bool {
        let tree = document.tree
        guard tree.count == document.tokens.count, !time.tokens.isEmpty else { return true }
        let word = document.tokens.partitionIndex { $0.span.end > event.start }
        guard word < tree.count else { return true }
        let top = time.tokens.first { token in tree[token].head.map { !time.tokens.contains($0) } ?? true } ?? time.tokens.lowerBound
        let above = climb(from: top)
        if above.contains(word) { return true }
        guard let verb = above.last, let told = climb(from: word, includingStart: true).last else { return false }
        return verb == told || isCoordinated(verb, told) || isCoordinated(told, verb)
    }

    /// The words over a word, up to and with the first verb (or the sentence's root).
    private func climb(from start: Int, includingStart: Bool = false) -> [Int] {
        var path = includingStart ? [start] : []
        var token = start
        while path.last.map({ document.tokens[$0].tag != .verb }) ?? true, let head = document.tree[token].head, path.count < 40 {
            path.append(head)
            token = head
        }
        return path
    }

    /// “killed two and *wounded* three on Monday”: what hangs on the one goes for the other, unless that has a time of its own.
    private func isCoordinated(_ second: Int, _ first: Int) -> Bool {
        document.tree[second].relation == "conj" && document.tree[second].head == first
    }
}
