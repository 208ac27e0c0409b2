import SaysoLexicon

/// Words that may name a place, what speaks for it, and what they may mean.
struct PlaceSpot {
    enum Reading { case name, adjective, people, metonym, unknownName }

    /// Indices into the run's words.
    var words: Range<Int>
    /// Index into ``PlaceNames/groups``; nil for demonyms and names that nobody knows.
    var group: Int?
    var reading: Reading
    /// What the words around say: above 0 it is a place.
    var evidence: Double
    /// A name in the same sentence says where it lies: "Paris, Texas". The division's or the state's numbers.
    var containers: [Gazetteer.Number] = []
    /// "province", "county", "village" beside it.
    var wanted: Wanted = .any
    /// "eastern" before it.
    var direction: Range<Int>?
    /// For demonyms, and for abbreviations that only one state has.
    var fixed: Gazetteer.Number?
    /// Subject of a saying or doing verb: "Ankara said".
    var isActing = false
    /// "counties", "provinces" behind it: the names before it in a list are of that kind too.
    var isPlural = false
    var isDateline = false
    var rule: String

    enum Wanted { case any, division, settlement }
}

/// The meanings of one name in one report, shared by all its mentions.
struct PlaceGroup {
    struct Meaning {
        let number: Gazetteer.Number
        let kind: PlaceKind
        /// How likely before the report is read: about the logarithm of how often reports mean it.
        var prior: Double
        /// Number of the division, or -1.
        let division: Int
        let country: Int
        let latitude: Double
        let longitude: Double
        var score = 0.0
    }
    var meanings: [Meaning]
    var mentions = 0
    /// The largest evidence of its mentions.
    var evidence = -10.0
    var chosen: Int?
    /// What the other names of the report say for the chosen meaning: votes for its division and its surroundings.
    var support = 0.0
    /// The same for its state.
    var stateSupport = 0.0

    var bestPrior: Double { meanings.first?.prior ?? -10 }
}
