import HTTPTypes
import Testing

@testable import SaysoServer

@Suite struct GuardTests {
    @Test(arguments: [
        ("127.0.0.1:8080", true), ("localhost", true), ("LOCALHOST:1", true), ("[::1]:8080", true), ("127.9.9.9", true),
        ("sayso.localhost:80", true),
        ("evil.example", false), ("evil.example:8080", false), ("127.0.0.1.evil.example", false), ("localhost.evil.example", false),
        ("192.168.0.7:8080", false), ("", false), ("127.1", false), ("[::1", false), ("localhost:80:80", false), ("localhost:x", false),
    ])
    func onLoopbackOnlyLoopbackNamesAreKnown(host: String, isKnown: Bool) {
        #expect(HostNames(listening: "127.0.0.1").accepts(host) == isKnown)
    }

    @Test(arguments: [
        ("192.168.0.7:8080", true), ("[fe80::1]:80", true), ("evil.example", false), ("localhost", true), ("ledger.example", false),
    ])
    func anOpenServerKnowsNumbersToo(host: String, isKnown: Bool) { #expect(HostNames(listening: "0.0.0.0").accepts(host) == isKnown) }

    @Test func aServerKnowsTheNameItWasGiven() {
        #expect(HostNames(listening: "ledger.example").accepts("Ledger.example:8080"))
        #expect(!HostNames(listening: "ledger.example").accepts("other.example"))
        #expect(!HostNames(listening: "127.0.0.1").accepts(nil))
    }

    @Test(
        arguments: [
            ([:], true), (["origin": "http://localhost:8080"], true), (["origin": "http://evil.example"], false),
            (["origin": "null"], false),
            (["origin": "null", "sec-fetch-site": "same-origin"], true), (["sec-fetch-site": "cross-site"], false),
            (["sec-fetch-site": "none"], false),
            (["origin": "http://localhost:9090"], false),
        ] as [([String: String], Bool)])
    func formsOfOtherSitesAreRefused(headers: [String: String], isOurs: Bool) throws {
        var fields = HTTPFields()
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        #expect(SameOrigin.holds(fields, host: "localhost:8080") == isOurs)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false), ("::ffff:10.0.0.1", false),
        ("127.0.0.1.x", false),
    ])
    func loopbackIsTold(address: String, isLoopback: Bool) { #expect(Loopback.isLoopback(address) == isLoopback) }

    @Test func aProxysNameIsKnownWhenItIsGiven() {
        #expect(HostNames(listening: "127.0.0.1", names: ["Ledger.example"]).accepts("ledger.example"))
    }

    @Test func theKeeperSitsAtTheMachineItself() throws {
        let forwarded: HTTPFields = [try #require(HTTPField.Name("x-forwarded-for")): "10.0.0.1"]
        #expect(Keeper.isHere(peer: "127.0.0.1", host: "localhost:8080", [:]))
        #expect(Keeper.isHere(peer: "::1", host: "[::1]:8080", [:]))
        #expect(!Keeper.isHere(peer: "10.0.0.1", host: "localhost:8080", [:]))
        #expect(!Keeper.isHere(peer: nil, host: "localhost:8080", [:]))
        #expect(!Keeper.isHere(peer: "127.0.0.1", host: "ledger.example", [:]))
        #expect(!Keeper.isHere(peer: "127.0.0.1", host: "localhost", forwarded))
    }

    @Test func formsAreReadWithoutTrust() {
        let form = FormFields("text=a%20b+c%0D%0Ad&text=second&x=%zz%4&topic=%F0%9F%99%82&empty".utf8)
        #expect(form["text"] == "a b c\nd")
        #expect(form["x"] == "%zz%4")
        #expect(form["topic"] == "🙂")
        #expect(form["empty"] == "")
        #expect(form["missing"] == "")
        #expect(FormFields("text=+%0A+".utf8)["text"] == "")
        #expect(FormFields("text=%FF%FE".utf8)["text"].unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
    }

    @Test(arguments: [
        ("https://a.example/x?y#z", true), ("http://a.example", true), ("HTTPS://A.example/", true), ("javascript:alert(1)", false),
        ("data:text/html,x", false), ("//a.example", false), ("https://", false), ("https://bank.example@evil.example/", false),
        ("https://a.example/ b", false), ("https://a.example/\n", false), ("file:///etc/passwd", false), ("", false),
    ])
    func onlyWebAddressesBecomeLinks(address: String, isLink: Bool) { #expect((Address.outside(address) != nil) == isLink) }
}
