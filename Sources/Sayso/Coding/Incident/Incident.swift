import SaysoCore
import SaysoLexicon

/// An attack as MUC-4's templates tell it: what kind, how far it went, who, on whose behalf, against what and whom, with what.
struct Incident {
    /// How far it went.
    enum Stage: String {
        case accomplished = "ACCOMPLISHED"
        case attempted = "ATTEMPTED"
        case threatened = "THREATENED"
    }

    /// Who says that an organisation did it.
    enum Confidence: String {
        case fact = "REPORTED AS FACT"
        case admitted = "CLAIMED OR ADMITTED"
        case accused = "SUSPECTED OR ACCUSED"
        case accusedByAuthorities = "SUSPECTED OR ACCUSED BY AUTHORITIES"
        case possible = "POSSIBLE"
        case acquitted = "ACQUITTED"
    }

    /// The words that fill a slot, by each name the text gives.
    struct Filler {
        var words: [String]
        /// Index into `Document.entities`; nil where no mention stands.
        var entity: Int?
        var isName = false
        /// Soldiers and their posts: they count only beside others.
        var isMilitary = false
        /// “people”, uncounted.
        var isVague = false
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
    /// Says only what came of it: “killed”.
    var isEffect = false
    /// Says only who answers for it: “claimed responsibility”.
    var isAnswer = false
    /// No claim holds the words: they were read by their form alone.
    var isDoubtful = false
    var individuals: [Filler] = []
    var organisations: [Filler] = []
    var targets: [Filler] = []
    var victims: [Filler] = []
    var weapons: [Filler] = []
    /// What stands in the same sentences, used where grammar tells nothing.
    var doersNearby: [Filler] = []
    var weaponsNearby: [Filler] = []
    var organisationsNearby: [Filler] = []
    var time: EventTime?
    var place: Place?
    /// Who says so, of the organisations that one telling names.
    var confidence = Confidence.fact
    /// Index of the sentence that tells it first, and of the one that tells it last.
    let sentence: Int
    var lastSentence: Int
    /// Day and place stand in the telling's own words, not elsewhere in the report.
    var hasOwnTime = false
    var hasOwnPlace = false

    init(_ type: IncidentType, sentence: Int) {
        self.type = type
        self.sentence = sentence
        lastSentence = sentence
    }

    /// Adds what is new of another telling of the same.
    mutating func merge(_ other: Incident) {
        if isGeneric, !other.isGeneric { (type, isGeneric) = (other.type, false) }
        if isEffect, !other.isGeneric, other.type != .attack { type = other.type }
        isEffect = isEffect && other.isEffect
        lastSentence = max(lastSentence, other.lastSentence)
        if stage != .accomplished, other.stage == .accomplished { stage = .accomplished }
        Self.add(other.individuals, to: &individuals)
        // “claimed responsibility” tells more of an organisation than that it was named before.
        if other.isAnswer {
            for answer in other.organisations {
                for index in organisations.indices where organisations[index].isSame(as: answer) {
                    organisations[index].confidence = answer.confidence
                }
            }
        }
        Self.add(other.organisations, to: &organisations)
        Self.add(other.targets, to: &targets)
        Self.add(other.victims, to: &victims)
        Self.add(other.weapons, to: &weapons)
        Self.add(other.doersNearby, to: &doersNearby)
        Self.add(other.weaponsNearby, to: &weaponsNearby)
        Self.add(other.organisationsNearby, to: &organisationsNearby)
        if time == nil || (!hasOwnTime && other.hasOwnTime) { (time, hasOwnTime) = (other.time, other.hasOwnTime) }
        if place == nil || (!hasOwnPlace && other.hasOwnPlace) { (place, hasOwnPlace) = (other.place, other.hasOwnPlace) }
        isDoubtful = isDoubtful && other.isDoubtful
    }

    static func add(_ new: [Filler], to held: inout [Filler]) {
        for filler in new {
            if let index = held.firstIndex(where: { $0.isSame(as: filler) }) {
                // A name beats a description, the longer description the shorter one.
                if filler.isName, !held[index].isName {
                    held[index].words = filler.words
                    held[index].isName = true
                }
                held[index].entity = held[index].entity ?? filler.entity
            } else {
                held.append(filler)
            }
        }
    }

    var isEmpty: Bool { individuals.isEmpty && organisations.isEmpty && targets.isEmpty && victims.isEmpty && weapons.isEmpty }
}
