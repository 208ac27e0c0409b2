import SaysoCore
import Testing

/// Who passes on whom: attributions inside others, and beside them.
@Suite struct ChainTests {
    /// "outer cue > inner cue" for every link that stands in another.
    private func links(_ text: String) -> [String] {
        let found = AttributionSample.attributions(text)
        return found.compactMap { inner in
            inner.nestedIn.flatMap { id in found.first { $0.id == id } }.map { "\($0.source.words) > \(inner.source.words)" }
        }
    }

    @Test(arguments: [
        ("Interfax cited the FSS as saying that twelve people died.", "Interfax > the FSS"),
        ("Radio Norte said, quoting police, that two men had died.", "Radio Norte > police"),
        ("The offensive has failed, Ivanov was quoted by Interfax as saying.", "Interfax > Ivanov"),
        ("Reports have said that the rebels took the town, according to the mayor.", "Reports > the mayor"),
        ("Ruiz said the army had accused the rebels of burning the village.", "Ruiz > the army"),
    ])
    func innerVoicesStandInTheOuterOnes(text: String, link: String) {
        #expect(links(text) == [link])
    }

    @Test func `voices beside each other are no chain`() {
        #expect(links("The army said that ten men had died. The rebels said that four men had died.").isEmpty)
    }

    @Test func `a chain always ends`() {
        let text = String(repeating: "Ruiz said, quoting Haddad, quoted by Norte, that the army said, according to reports, ", count: 50)
        let found = AttributionSample.attributions(text)
        let parents = Dictionary(found.map { ($0.id, $0.nestedIn) }, uniquingKeysWith: { first, _ in first })
        for start in found {
            var steps = 0
            var next = start.nestedIn
            while let id = next, steps <= found.count { next = parents[id] ?? nil; steps += 1 }
            #expect(steps <= found.count)
        }
    }
}
