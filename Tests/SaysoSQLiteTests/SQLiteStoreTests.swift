import SaysoLedger
import SaysoSQLite
import SaysoTestSupport
import Testing

@Suite struct SQLiteStoreTests {
    @Test(arguments: LedgerCheck.all)
    func keepsEveryPromiseOfALedger(_ check: LedgerCheck) async throws {
        let scratch = try Scratch()
        try await check.run(try scratch.store())
    }
}
