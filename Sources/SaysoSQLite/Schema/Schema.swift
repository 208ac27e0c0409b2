import GRDB

/// The migrations, by name, in order. One per change, never edited afterwards.
enum Schema {
    /// "Says" in ASCII: `file` and `sqlite3` tell by it whose database this is.
    static let applicationID = 0x5361_7973

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(FirstSchema.name) { db in
            for statement in FirstSchema.statements { try db.execute(sql: statement) }
        }
        return migrator
    }
}
