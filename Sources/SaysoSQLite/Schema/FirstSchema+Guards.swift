/// What keeps the ledger from being rewritten.
extension FirstSchema {
    /// The ledger only grows. A message's answer is the one thing that is filled in later, once.
    static let guards =
        [
            "report", "original", "residue", "diagnostic", "attribution", "attribution_span", "claim", "claim_span", "claim_chain",
            "claim_party",
            "claim_equipment", "claim_people", "finding", "label", "entity", "entity_alias", "place", "place_alias", "custody",
        ].flatMap { table in
            ["UPDATE", "DELETE"].map { verb in
                """
                CREATE TRIGGER \(table)_keeps_\(verb.lowercased()) BEFORE \(verb) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no \(verb) on \(table)'); END
                """
            }
        } + [
            """
            CREATE TRIGGER message_keeps_delete BEFORE DELETE ON message
            BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no DELETE on message'); END
            """,
            """
            CREATE TRIGGER message_keeps_update BEFORE UPDATE ON message
            WHEN old.answer IS NOT NULL OR new.answer IS NULL OR new.number IS NOT old.number OR new.received IS NOT old.received
              OR new.topic IS NOT old.topic OR new.text IS NOT old.text OR new.contact IS NOT old.contact OR new.report IS NOT old.report
              OR new.claim IS NOT old.claim OR new.sender IS NOT old.sender
            BEGIN SELECT RAISE(ABORT, 'the ledger only grows: a message takes one answer'); END
            """,
        ]
}
