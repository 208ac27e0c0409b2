import SaysoCore

/// Where a report plays: of the countries, regions and areas that it names as places the most frequent one, the headline and the first sentence
/// counting twice; a city only where nothing wider is named.
struct SceneFinder {
    func scene(in document: Document) -> Place? {
        var weights: [String: Int] = [:]
        var order: [Place] = []
        let opening = document.sentences.prefix(2).last?.span.end ?? 0
        for mention in document.places where mention.kind == .place || mention.kind == .dateline {
            if weights[mention.place.key] == nil { order.append(mention.place) }
            weights[mention.place.key, default: 0] += mention.span.start < opening ? 2 : 1
        }
        let wide = order.filter { $0.precision == .country || $0.precision == .area || $0.precision == .admin1 }
        var best: (place: Place, weight: Int)?
        for place in wide.isEmpty ? order : wide {
            let weight = weights[place.key] ?? 0
            if weight > best?.weight ?? 0 { best = (place, weight) }
        }
        return best?.place
    }
}
