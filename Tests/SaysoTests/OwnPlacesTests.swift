import Foundation
import SaysoCore
import Testing

@testable import Sayso

@Suite struct OwnPlacesTests {
    private let places = OwnPlaces(path: FileManager.default.temporaryDirectory.path + "/sayso-\(UUID().uuidString)/places.tsv")
    private let zaytun = OwnPlaces.Place(name: "Tell Zaytun", aliases: ["Tal Zaitoun"], kind: "village", latitude: 36.12, longitude: 37.45, country: "SY")

    @Test func `keeps, replaces and removes`() throws {
        defer { try? FileManager.default.removeItem(atPath: (places.path as NSString).deletingLastPathComponent) }
        #expect(try places.all().isEmpty)
        try places.add(zaytun)
        let moved = OwnPlaces.Place(name: "Tell Zaytun", kind: "town", latitude: 36.2, longitude: 37.5, country: "SY")
        try places.add(moved)
        #expect(try places.all() == [moved])
        #expect(try places.remove("Nowhere") == 0)
        #expect(try places.remove("Tell Zaytun") == 1)
        #expect(try places.all().isEmpty)
    }

    @Test(arguments: [
        OwnPlaces.Place(name: " ", kind: "town", latitude: 0, longitude: 0, country: ""),
        OwnPlaces.Place(name: "A\tB", kind: "town", latitude: 0, longitude: 0, country: ""),
        OwnPlaces.Place(name: "A", aliases: ["B|C"], kind: "town", latitude: 0, longitude: 0, country: ""),
        OwnPlaces.Place(name: "A", kind: "planet", latitude: 0, longitude: 0, country: ""),
        OwnPlaces.Place(name: "A", kind: "town", latitude: 91, longitude: 0, country: ""),
        OwnPlaces.Place(name: "A", kind: "town", latitude: .nan, longitude: 0, country: ""),
        OwnPlaces.Place(name: "A", kind: "town", latitude: 0, longitude: 0, country: "Syria"),
    ])
    func `refuses what is no place, and writes nothing`(place: OwnPlaces.Place) {
        #expect(throws: OwnPlaces.Problem.self) { try places.add(place) }
        #expect(!FileManager.default.fileExists(atPath: places.path))
    }

    @Test func `says which file is broken`() throws {
        defer { try? FileManager.default.removeItem(atPath: (places.path as NSString).deletingLastPathComponent) }
        try FileManager.default.createDirectory(atPath: (places.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data("no table".utf8).write(to: URL(filePath: places.path))
        #expect(throws: OwnPlaces.Problem.self) { try Reader(model: nil, places: places) }
    }

    @Test func `go before everything of their name`() throws {
        defer { try? FileManager.default.removeItem(atPath: (places.path as NSString).deletingLastPathComponent) }
        try places.add(zaytun)
        try places.add(OwnPlaces.Place(name: "Tripoli", kind: "village", latitude: 1.5, longitude: 2.5, country: "GH"))
        let report = Report(id: ReportID("test"), text: SourceText("Shells fell on Tal Zaitoun. A bomb exploded in Tripoli."))
        let read = try Reader(model: nil, places: places).document(report).places
        #expect(read.map(\.place.name) == ["Tell Zaytun", "Tripoli"])
        #expect(read.map(\.place.latitude) == [36.12, 1.5])
        #expect(try Reader(model: nil).document(report).places.last?.place.country != "GH")
    }
}
