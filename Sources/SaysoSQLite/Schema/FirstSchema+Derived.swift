/// What follows from the other tables: search and the view for readers.
extension FirstSchema {
    // Derived from the other tables, and made again from them if need be; `verify` does not vouch for them. Texts are indexed as Sayso
    // folds words ("Łódź" → "lodz", "Beyoğlu’na" → "beyoglu'na"), which unicode61 alone does only for part of the alphabet.
    static let search = [
        "CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = '', tokenize = \"unicode61 categories 'L* N* Co Mn Mc'\")",
        "CREATE VIRTUAL TABLE claim_words USING fts5 (words, content = '', tokenize = \"unicode61 categories 'L* N* Co Mn Mc'\")",
        """
        CREATE TABLE shingle (
          hash INTEGER NOT NULL,
          report INTEGER NOT NULL REFERENCES report,
          PRIMARY KEY (hash, report)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    static let views = [
        """
        CREATE VIEW claim_line AS
        SELECT claim.id AS claim, report.id AS report, report.outlet, report.title, report.published,
          (SELECT group_concat(words, ' … ') FROM claim_span WHERE claim = claim.number AND part = 'evidence') AS evidence,
          (SELECT group_concat(voice, ' ← ') FROM (
            SELECT coalesce(entity.name,
              (SELECT group_concat(words, ' … ') FROM attribution_span WHERE attribution = link.attribution AND part = 'source'), '(unnamed)') AS voice
            FROM claim_chain AS link JOIN attribution ON attribution.number = link.attribution LEFT JOIN entity ON entity.number = attribution.speaker
            WHERE link.claim = claim.number ORDER BY link.position)) AS chain,
          claim.stance, claim.modality, claim.type,
          (SELECT group_concat(entity.name, '; ') FROM claim_party JOIN entity ON entity.number = claim_party.entity
            WHERE claim_party.claim = claim.number AND role = 'actor') AS actor,
          (SELECT group_concat(entity.name, '; ') FROM claim_party JOIN entity ON entity.number = claim_party.entity
            WHERE claim_party.claim = claim.number AND role = 'recipient') AS recipient,
          place.name AS place, place.latitude, place.longitude, claim.time_start, claim.time_end
        FROM claim JOIN report ON report.number = claim.report LEFT JOIN place ON place.number = claim.place
        """
    ]
}
