import SaysoLexicon

/// Marks the words of outlets' names: a newspaper's name says where it is read, not where something happened. "(Caspian Bulletin) –" is no
/// report from the sea.
struct OutletMarks {
    let folding: PlaceFolding
    let names: OutletNames

    /// - Parameter own: the outlet of the report, "Niger Bend Gazette (sample)".
    func mark(_ run: inout PlaceWordRun, own: String?) {
        let own = ownKey(own)
        var at = 0
        while at < run.words.count {
            guard let end = knownEnd(run, at, own) ?? pressEnd(run, at) else {
                at += 1
                continue
            }
            for index in at..<end { run.words[index].isOutlet = true }
            at = end
        }
    }

    /// Folded, without what stands in brackets; empty for one word, since an outlet that is called like its town says nothing against the
    /// town.
    private func ownKey(_ outlet: String?) -> [UInt8] {
        let key = folding.key(String((outlet ?? "").prefix { $0 != "(" }))
        return key.contains(0x20) ? key : []
    }

    /// The end of an outlet's name that is known and begins at `at`.
    private func knownEnd(_ run: PlaceWordRun, _ at: Int, _ own: [UInt8]) -> Int? {
        guard run.words[at].isCapital, !run.words[at].key.isEmpty else { return nil }
        let first = run.key(at..<(at + 1))
        let mayBeOwn = own.starts(with: first)
        guard mayBeOwn || names.mayBegin(with: first) else { return nil }
        var end = at + 1
        var found: Int?
        while end < run.words.count, end - at < OutletNames.longest, isJoined(run.words[end]), !run.words[end - 1].isPossessive {
            end += 1
            let key = run.key(at..<end)
            if names.contains(key) || mayBeOwn && own.elementsEqual(key) { found = end }
        }
        return found
    }

    /// "Exampleville Gazette": capitals that end in a word for papers and stations, where no capital goes on behind it ("Tripoli Press
    /// Office").
    private func pressEnd(_ run: PlaceWordRun, _ at: Int) -> Int? {
        guard isNameWord(run.words[at]), !run.words[at].roles.contains(.press) else { return nil }
        var end = at + 1
        while end < run.words.count, end - at < 4, isJoined(run.words[end]), isNameWord(run.words[end]), !run.words[end - 1].isPossessive {
            end += 1
            guard run.words[end - 1].roles.contains(.press) else { continue }
            if end == run.words.count || !isJoined(run.words[end]) || !run.words[end].isCapital { return end }
        }
        return nil
    }

    private func isNameWord(_ word: PlaceWord) -> Bool { word.isCapital && !word.isInUpperText && !word.isNumber && !word.isPerson }
    private func isJoined(_ word: PlaceWord) -> Bool { word.gap == .space || word.gap == .hyphen }
}
