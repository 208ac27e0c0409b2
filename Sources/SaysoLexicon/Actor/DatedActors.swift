import SaysoCore

/// The people and organisations of oeda.tsv: many, seldom met, so kept as rows and made into `Actor`s only when asked for.
struct DatedActors: Sendable {
    private let rows: [LexiconTable.Row]
    private let states: [String: Int]
    private let stateIDs: [String]

    init() { (rows, states, stateIDs) = ([], [:], []) }

    init(table: LexiconTable, states: [String: Int], stateIDs: [String]) {
        (rows, self.states, self.stateIDs) = (table.rows, states, stateIDs)
    }

    var count: Int { rows.count }

    /// The name and the aliases of a row, as bytes.
    func forEachName(_ number: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        let row = rows[number]
        body(row.bytes[row.cells[0]])
        if !row.cells[2].isEmpty { for alias in row.bytes[row.cells[2]].split(separator: UInt8(ascii: "|")) { body(alias) } }
    }

    func actor(_ number: Int) -> Actor {
        let row = rows[number]
        var days: ClosedRange<Int>?
        var terms: [Actor.Term] = []
        var code = ""
        var state: Int?
        // "USAGOV:2001-02-07/2005-02-22|NGODEV"
        for role in row.list(3) {
            let parts = role.split(separator: ":", maxSplits: 1)
            guard let coded = parts.first else { continue }
            let dates = parts.count > 1 ? parts[1].split(separator: "/", omittingEmptySubsequences: false).map(String.init) : []
            let held = Actor.days(dates.first ?? "", dates.count > 1 ? dates[1] : "")
            let place = states[String(coded.prefix(3))]
            if code.isEmpty { (code, state) = (String(coded.dropFirst(place == nil ? 0 : 3).prefix(3)), place) }
            terms.append(Actor.Term(office: "", body: place.map { stateIDs[$0] } ?? "", state: place, days: held))
            days = days.map { min($0.lowerBound, held.lowerBound)...max($0.upperBound, held.upperBound) } ?? held
        }
        return Actor(
            id: "sayso:" + ActorLexicon.slug(row[0]), kind: Entity.Kind(rawValue: row[1]) ?? .organization, name: row[0],
            aliases: row.list(2),
            state: state, code: code, side: state.map { stateIDs[$0] }, days: days ?? Actor.always, terms: terms)
    }
}
