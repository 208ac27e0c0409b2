/// The first schema. Never edited after it is released: a change is another migration (GRDB, Migrations.md).
///
/// Docs/DATA.md explains every table and column; a test compares the two. What must hold is said here where SQL can say it: a program that
/// writes past Sayso is stopped by the same sentences as Sayso's own mistakes.
///
/// Spans are `start` and `stop` in code points into `report.text`, as in the exchange form and as SQLite's own `substr` counts, so that
/// anybody can check them: `substr(text, start + 1, stop - start) = words`. (UTF-8 offsets are what Sayso uses inside; one conversion a
/// report is cheap, two more columns a span are not.)
enum FirstSchema {
    static let name = "2026-11 first schema"

    /// One statement each, in order.
    static let statements = reports + entities + attributions + claims + rest + search + views + guards
}
