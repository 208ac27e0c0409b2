import Dispatch
import SaysoClaims
import SaysoEngine
import SaysoLexicon
import SaysoText
import Synchronization

/// What takes longest to load, loaded side by side: the language model, the gazetteer, the actors, the equipment and the
/// models of attributions, triggers and slots are most of a start.
struct Lexicons {
    let places: PlaceFinder
    let actors: ActorLexicon
    let equipment: EquipmentFinder
    let attributions: AttributionFinder
    let triggers: TriggerModel
    let slots: SlotModel
    let model: LanguageModel?

    /// - Throws: what the first of them throws, in this order.
    init(model folder: ModelFolder?, places own: OwnPlaces?) throws {
        let places = Mutex<Result<PlaceFinder, any Error>?>(nil)
        let actors = Mutex<Result<ActorLexicon, any Error>?>(nil)
        let equipment = Mutex<Result<EquipmentFinder, any Error>?>(nil)
        let attributions = Mutex<Result<AttributionFinder, any Error>?>(nil)
        let triggers = Mutex<Result<TriggerModel, any Error>?>(nil)
        let slots = Mutex<Result<SlotModel, any Error>?>(nil)
        let model = Mutex<Result<LanguageModel?, any Error>?>(nil)
        DispatchQueue.concurrentPerform(iterations: 7) { index in
            switch index {
            case 0: places.fill { try PlaceFinder(Gazetteer.load(adding: own?.table())) }
            case 1: actors.fill { try ActorLexicon() }
            case 2: model.fill { try folder?.load() }
            case 3: equipment.fill { try EquipmentFinder() }
            case 4: triggers.fill { try TriggerModel() }
            case 5: slots.fill { try SlotModel() }
            default: attributions.fill { try AttributionFinder() }
            }
        }
        self.places = try places.filled()
        self.actors = try actors.filled()
        self.equipment = try equipment.filled()
        self.attributions = try attributions.filled()
        self.triggers = try triggers.filled()
        self.slots = try slots.filled()
        self.model = try model.filled()
    }
}

extension Mutex {
    fileprivate borrowing func fill<Loaded: Sendable>(_ load: () throws -> Loaded) where Value == Result<Loaded, any Error>? {
        let loaded = Result { try load() }
        withLock { $0 = loaded }
    }

    fileprivate borrowing func filled<Loaded: Sendable>() throws -> Loaded where Value == Result<Loaded, any Error>? {
        guard let loaded = withLock({ $0 }) else { preconditionFailure("concurrentPerform ends when all have ended") }
        return try loaded.get()
    }
}
