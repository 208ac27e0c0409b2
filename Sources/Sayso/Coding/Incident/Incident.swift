import SaysoCore
import SaysoLexicon

/// An attack as MUC-4's templates tell it: what kind, how far it went, who, on whose behalf, against what and whom, with what.
struct Incident {
    /// How far it went.
    enum Stage: String { case accomplished = "ACCOMPLISHED", attempted = "ATTEMPTED", threatened = "THREATENED" }

    /// Who says that an organisation did it.
    enum Confidence: String {
        case fact = "REPORTED AS FACT", admitted = "CLAIMED OR ADMITTED", accused = "SUSPECTED OR ACCUSED"
        case accusedByAuthorities = "SUSPECTED OR ACCUSED BY AUTHORITIES", possible = "POSSIBLE", acquitted = "ACQUITTED"
    }

    /// The words that fill a slot, by each name the text gives.
    struct Filler {
        var words: [String]
        /// Index into `Document.entities`; nil where no mention stands.
        var entity: Int?
        var isName = false
        var confidence: Confidence?

        func isSame(as other: Filler) -> Bool {
            if let entity, entity == other.entity { return true }
            return !Set(words).isDisjoint(with: other.words)
        }
    }

    var type: IncidentType
    var stage = Stage.accomplished
    /// Says only that there was something: “the attack”.
    var isGeneric = false
    /// Says only who answers for it: “claimed responsibility”.
    var isAnswer = false
    /// No claim holds the words: they were read by their form alone.
    var isDoubtful = false
    var individuals: [Filler] = []
    var organisations: [Filler] = []
    var targets: [Filler] = []
    var victims: [Filler] = []
    var weapons: [Filler] = []
    var time: EventTime?
    var place: Place?
    /// Who says so, of the organisations that one telling names.
    var confidence = Confidence.fact
    /// Index of the sentence that tells it first.
    let sentence: Int

    /// Adds what is new of another telling of the same.
    mutating func merge(_ other: Incident) {
        if isGeneric, !other.isGeneric { (type, isGeneric) = (other.type, false) }
        if stage != .accomplished, other.stage == .accomplished { stage = .accomplished }
        Self.add(other.individuals, to: &individuals)
        Self.add(other.organisations, to: &organisations)
        Self.add(other.targets, to: &targets)
        Self.add(other.victims, to: &victims)
        Self.add(other.weapons, to: &weapons)
        time = time ?? other.time
        place = place ?? other.place
        isDoubtful = isDoubtful && other.isDoubtful
    }

    static func add(_ new: [Filler], to held: inout [Filler]) {
        for filler in new {
            if let index = held.firstIndex(where: { $0.isSame(as: filler) }) {
                // A name beats a description, the longer description the shorter one.
                if filler.isName, !held[index].isName { held[index].words = filler.words; held[index].isName = true }
                held[index].entity = held[index].entity ?? filler.entity
            } else {
                held.append(filler)
            }
        }
    }

    var isEmpty: Bool { individuals.isEmpty && organisations.isEmpty && targets.isEmpty && victims.isEmpty && weapons.isEmpty }
}
