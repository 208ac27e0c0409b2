import SaysoCore
import SaysoText
import Testing

@Suite struct EquipmentFinderTests {
    private func equipment(_ text: String) -> [String] {
        Kit.read(text).equipment.map { "\($0.entity.name) \(Kit.bounds($0.count))" }
    }

    @Test(arguments: ["MiG-29", "MiG 29", "Mig29", "MIG-29", "Mikoyan MiG-29"])
    func knowsADesignationInAnySpelling(name: String) {
        #expect(equipment("The base now holds a \(name).") == ["MiG-29 1–1"])
    }

    @Test(arguments: [
        ("Damascus received at least six MiG 29s.", ["MiG-29 6–nil"]), ("Two Sukhoi 24s took off.", ["Su-24 2–2"]),
        ("They came with two SU-35 Russian airforce jets.", ["Su-35 2–2"]),
        ("The army destroyed over 10 Russian-made Pantsir-S1 air defense systems.", ["Pantsir-S1 11–nil"]),
        ("A sniper rifle and machine guns were found.", ["sniper rifle 1–1", "machine gun nil–nil"]),
        ("They fired 36 shells.", ["shell 36–36"]), ("Car bomb kills 20", ["car bomb 1–1"]),
        ("Missile strikes hit Odesa.", ["missile nil–nil"]), ("A car bomb attack shook Kabul.", ["car bomb 1–1"]),
        ("The army uses chemical weapons.", ["chemical weapon nil–nil"]), ("Ten Leopard 2 tanks arrived.", ["Leopard 2 10–10"]),
        ("A CONVOY OF 12 ARMOURED CARS ARRIVED.", ["armored vehicle 12–12"]), ("He stepped on a mine and fell.", ["mine 1–1"]),
        ("Three US drones were shot down.", ["drone 3–3"]), ("The aircraft was hit by fire.", ["aircraft 1–1"]),
        ("They build biological and chemical weapons.", ["biological weapon nil–nil", "chemical weapon nil–nil"]),
        ("Police found 136 AK-47 cartridges.", ["cartridge 136–136"]), ("An old 727 plane crashed.", ["plane 1–1"]),
        ("Four ISIL-held trucks were destroyed.", ["truck 4–4"]),
    ])
    func countsEquipment(text: String, expected: [String]) {
        #expect(equipment(text) == expected)
    }

    @Test(arguments: [
        "The leopard lives in the valley.", "They tow the cars of mine owners.", "He led the missile programme.",
        "A bomb factory was found.",
        "They met at 10 p.m. and left.", "Uzi Baram resigned.", "Rifle-toting youths stood by.", "A friend of mine spoke.",
        "The weapons inspectors left.", "A think tank in Oslo fired its director.",
        "Murphy's words were found again.", "They train armies to fire.", "Phillip Bradley fired back.",
        "Farmers driving five tractors arrived.",
    ])
    func leavesOutWhatIsNone(text: String) {
        #expect(equipment(text).isEmpty)
    }

    @Test func doesNotTakeABombForAnAtomicOne() {
        #expect(equipment("THEY SAY THAT A BOMB WENT OFF.") == ["bomb 1–1"])
    }

    @Test(arguments: Sample.hostile + [String(repeating: "MiG-", count: 4000), String(repeating: "missile ", count: 4000)])
    func survivesHostileText(text: String) {
        let document = Kit.read(text)
        for mention in document.equipment { #expect(document.text.whole.contains(mention.span)) }
    }
}
