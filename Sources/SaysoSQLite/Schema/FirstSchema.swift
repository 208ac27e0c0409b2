/// The first schema. Never edited after it is released: a change is another migration (GRDB, Migrations.md).
///
/// Docs/DATA.md explains every table and column; a test compares the two. What must hold is said here where SQL can say it: a program that writes
/// past Sayso is stopped by the same sentences as Sayso's own mistakes.
///
/// Spans are `start` and `stop` in code points into `report.text`, as in the exchange form and as SQLite's own `substr` counts, so that anybody can
/// check them: `substr(text, start + 1, stop - start) = words`. (UTF-8 offsets are what Sayso uses inside; one conversion a report is cheap, two
/// more columns a span are not.)
enum FirstSchema {
    static let name = "2026-11 first schema"

    /// One statement each, in order.
    static let statements = reports + entities + attributions + claims + rest + search + views + guards

    private static let reports = [
        """
        CREATE TABLE report (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (length(id) = 64 AND id NOT GLOB '*[^0-9a-f]*'),
          added TEXT NOT NULL CHECK (added GLOB '????-??-??T??:??:??Z'),
          name TEXT NOT NULL,
          outlet TEXT COLLATE NOCASE,
          address TEXT,
          title TEXT,
          byline TEXT,
          published TEXT CHECK (published GLOB '????-??-??' AND date(published) = published),
          published_evidence TEXT CHECK (published_evidence IN
            ('given', 'json-ld', 'opengraph', 'meta', 'time-element', 'address', 'visible-text')),
          published_words TEXT,
          language TEXT NOT NULL CHECK (language <> ''),
          text TEXT NOT NULL,
          CHECK ((published IS NULL) = (published_evidence IS NULL) AND (published IS NULL) = (published_words IS NULL))
        ) STRICT
        """,
        "CREATE INDEX report_by_published ON report (published)",
        "CREATE INDEX report_by_outlet ON report (outlet)",
        """
        CREATE TABLE original (
          report INTEGER PRIMARY KEY REFERENCES report DEFERRABLE INITIALLY DEFERRED,
          encoding TEXT NOT NULL CHECK (encoding IN ('plain', 'zlib')),
          size INTEGER NOT NULL CHECK (size >= 0),
          bytes BLOB NOT NULL,
          CHECK (encoding <> 'plain' OR length(bytes) = size)
        ) STRICT
        """,
        """
        CREATE TABLE residue (
          report INTEGER NOT NULL REFERENCES report,
          position INTEGER NOT NULL CHECK (position >= 0),
          kind TEXT NOT NULL CHECK (kind IN
            ('navigation', 'related', 'share', 'subscription', 'contact', 'comments', 'cookie', 'caption', 'credit', 'boilerplate')),
          start INTEGER NOT NULL CHECK (start >= 0),
          stop INTEGER NOT NULL,
          words TEXT NOT NULL CHECK (length(words) = stop - start),
          rule TEXT NOT NULL,
          PRIMARY KEY (report, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE diagnostic (
          report INTEGER NOT NULL REFERENCES report,
          position INTEGER NOT NULL CHECK (position >= 0),
          severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
          message TEXT NOT NULL,
          start INTEGER CHECK (start >= 0),
          stop INTEGER CHECK (stop >= start),
          PRIMARY KEY (report, position),
          CHECK ((start IS NULL) = (stop IS NULL))
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let entities = [
        """
        CREATE TABLE entity (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL CHECK (id <> ''),
          name TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('person', 'government', 'organization', 'armed-group', 'population', 'place', 'facility',
            'equipment', 'outlet', 'unnamed')),
          variant BLOB NOT NULL UNIQUE CHECK (length(variant) = 16)
        ) STRICT
        """,
        "CREATE INDEX entity_by_id ON entity (id)",
        """
        CREATE TABLE entity_alias (
          entity INTEGER NOT NULL REFERENCES entity,
          position INTEGER NOT NULL CHECK (position >= 0),
          alias TEXT NOT NULL,
          PRIMARY KEY (entity, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE place (
          number INTEGER PRIMARY KEY,
          id TEXT,
          name TEXT NOT NULL,
          latitude REAL CHECK (latitude BETWEEN -90 AND 90),
          longitude REAL CHECK (longitude BETWEEN -180 AND 180),
          precision TEXT NOT NULL CHECK (precision IN ('point', 'city', 'area', 'admin1', 'country')),
          country TEXT CHECK (length(country) = 2),
          identity TEXT NOT NULL,
          variant BLOB NOT NULL UNIQUE CHECK (length(variant) = 16),
          CHECK ((latitude IS NULL) = (longitude IS NULL))
        ) STRICT
        """,
        "CREATE INDEX place_by_identity ON place (identity)",
        """
        CREATE TABLE place_alias (
          place INTEGER NOT NULL REFERENCES place,
          position INTEGER NOT NULL CHECK (position >= 0),
          alias TEXT NOT NULL,
          PRIMARY KEY (place, position)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE VIRTUAL TABLE place_box USING rtree (place, south, north, west, east)",
    ]

    private static let attributions = [
        """
        CREATE TABLE attribution (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (id <> ''),
          report INTEGER NOT NULL REFERENCES report,
          kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
          nested_in INTEGER CHECK (nested_in <> number),
          speaker INTEGER REFERENCES entity,
          stance TEXT CHECK (stance IN
            ('asserts', 'confirms', 'denies', 'accuses', 'threatens', 'promises', 'demands', 'predicts', 'judges')),
          rule TEXT NOT NULL,
          UNIQUE (report, number),
          FOREIGN KEY (report, nested_in) REFERENCES attribution (report, number) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
        """,
        "CREATE INDEX attribution_by_nested_in ON attribution (report, nested_in) WHERE nested_in IS NOT NULL",
        "CREATE INDEX attribution_by_speaker ON attribution (speaker) WHERE speaker IS NOT NULL",
        """
        CREATE TABLE attribution_span (
          attribution INTEGER NOT NULL REFERENCES attribution,
          part TEXT NOT NULL CHECK (part IN ('source', 'cue', 'content')),
          position INTEGER NOT NULL CHECK (position >= 0),
          start INTEGER NOT NULL CHECK (start >= 0),
          stop INTEGER NOT NULL,
          words TEXT NOT NULL CHECK (length(words) = stop - start),
          PRIMARY KEY (attribution, part, position)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let claims = [
        """
        CREATE TABLE claim (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (id <> ''),
          report INTEGER NOT NULL REFERENCES report,
          stance TEXT NOT NULL CHECK (stance IN
            ('asserts', 'confirms', 'denies', 'accuses', 'threatens', 'promises', 'demands', 'predicts', 'judges')),
          modality TEXT NOT NULL CHECK (modality IN
            ('occurred', 'ongoing', 'habitual', 'planned', 'conditional', 'possible', 'negated')),
          type TEXT NOT NULL CHECK (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE',
            'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')),
          mode TEXT,
          context TEXT,
          place INTEGER REFERENCES place,
          origin INTEGER REFERENCES place,
          destination INTEGER REFERENCES place,
          time_start TEXT CHECK (time_start GLOB '[0-9X]*' OR time_start GLOB 'R*'),
          time_end TEXT CHECK (time_end GLOB '[0-9X]*' OR time_end GLOB 'R*'),
          time_precision TEXT CHECK (time_precision IN
            ('day', 'week', 'month', 'season', 'quarter', 'year', 'decade', 'century', 'range', 'fuzzy')),
          control_place INTEGER REFERENCES place,
          control_from INTEGER REFERENCES entity,
          control_to INTEGER REFERENCES entity,
          is_counted INTEGER NOT NULL DEFAULT 0 CHECK (is_counted IN (0, 1)),
          low INTEGER CHECK (low >= 0),
          high INTEGER CHECK (high >= low OR low IS NULL),
          count_words TEXT,
          CHECK (time_precision IS NOT NULL OR (time_start IS NULL AND time_end IS NULL)),
          CHECK (control_place IS NOT NULL OR (control_from IS NULL AND control_to IS NULL)),
          CHECK (is_counted OR (low IS NULL AND high IS NULL AND count_words IS NULL)),
          UNIQUE (report, number)
        ) STRICT
        """,
        "CREATE INDEX claim_by_place ON claim (place, type, time_start) WHERE place IS NOT NULL",
        """
        CREATE TABLE claim_span (
          claim INTEGER NOT NULL REFERENCES claim,
          part TEXT NOT NULL CHECK (part IN ('evidence', 'condition', 'time')),
          position INTEGER NOT NULL CHECK (position >= 0),
          start INTEGER NOT NULL CHECK (start >= 0),
          stop INTEGER NOT NULL,
          words TEXT NOT NULL CHECK (length(words) = stop - start),
          PRIMARY KEY (claim, part, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE claim_chain (
          claim INTEGER NOT NULL REFERENCES claim,
          position INTEGER NOT NULL CHECK (position >= 0),
          attribution INTEGER NOT NULL REFERENCES attribution,
          PRIMARY KEY (claim, position),
          UNIQUE (attribution, claim)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE claim_party (
          claim INTEGER NOT NULL REFERENCES claim,
          role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
          position INTEGER NOT NULL CHECK (position >= 0),
          entity INTEGER NOT NULL REFERENCES entity,
          PRIMARY KEY (claim, role, position)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX claim_party_by_entity ON claim_party (entity)",
        """
        CREATE TABLE claim_equipment (
          claim INTEGER NOT NULL REFERENCES claim,
          position INTEGER NOT NULL CHECK (position >= 0),
          entity INTEGER NOT NULL REFERENCES entity,
          role TEXT NOT NULL CHECK (role IN ('used', 'lost', 'transferred', 'deployed', 'escort')),
          owner INTEGER REFERENCES entity,
          low INTEGER CHECK (low >= 0),
          high INTEGER CHECK (high >= low OR low IS NULL),
          count_words TEXT,
          start INTEGER CHECK (start >= 0),
          stop INTEGER,
          words TEXT CHECK (length(words) = stop - start),
          PRIMARY KEY (claim, position),
          CHECK ((start IS NULL) = (words IS NULL) AND (stop IS NULL) = (words IS NULL))
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX claim_equipment_by_entity ON claim_equipment (entity)",
        """
        CREATE TABLE claim_people (
          claim INTEGER NOT NULL REFERENCES claim,
          position INTEGER NOT NULL CHECK (position >= 0),
          role TEXT NOT NULL CHECK (role <> ''),
          who TEXT,
          low INTEGER CHECK (low >= 0),
          high INTEGER CHECK (high >= low OR low IS NULL),
          count_words TEXT,
          start INTEGER CHECK (start >= 0),
          stop INTEGER,
          words TEXT CHECK (length(words) = stop - start),
          PRIMARY KEY (claim, position),
          CHECK ((start IS NULL) = (words IS NULL) AND (stop IS NULL) = (words IS NULL))
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE finding (
          claim INTEGER NOT NULL REFERENCES claim,
          position INTEGER NOT NULL CHECK (position >= 0),
          field TEXT NOT NULL CHECK (field <> ''),
          rule TEXT NOT NULL,
          is_elsewhere INTEGER NOT NULL CHECK (is_elsewhere IN (0, 1)),
          start INTEGER CHECK (start >= 0),
          stop INTEGER,
          words TEXT CHECK (length(words) = stop - start),
          PRIMARY KEY (claim, position),
          CHECK ((start IS NULL) = (words IS NULL) AND (stop IS NULL) = (words IS NULL))
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let rest = [
        """
        CREATE TABLE label (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (id <> ''),
          report INTEGER NOT NULL REFERENCES report,
          voice INTEGER,
          entity INTEGER REFERENCES entity,
          polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
          start INTEGER NOT NULL CHECK (start >= 0),
          stop INTEGER NOT NULL,
          words TEXT NOT NULL CHECK (length(words) = stop - start),
          rule TEXT NOT NULL,
          FOREIGN KEY (report, voice) REFERENCES attribution (report, number)
        ) STRICT
        """,
        "CREATE INDEX label_by_report ON label (report, voice)",
        "CREATE INDEX label_by_entity ON label (entity) WHERE entity IS NOT NULL",
        """
        CREATE TABLE message (
          number INTEGER PRIMARY KEY,
          received TEXT NOT NULL CHECK (received GLOB '????-??-??T??:??:??Z'),
          topic TEXT NOT NULL CHECK (length(topic) <= 40),
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
          contact TEXT CHECK (length(contact) <= 200),
          report TEXT,
          claim TEXT,
          sender TEXT NOT NULL,
          answer TEXT,
          answered TEXT CHECK (answered GLOB '????-??-??T??:??:??Z'),
          CHECK ((answer IS NULL) = (answered IS NULL))
        ) STRICT
        """,
        "CREATE INDEX message_by_received ON message (received, sender)",
        """
        CREATE TABLE custody (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
          kind TEXT NOT NULL CHECK (kind IN ('report', 'message', 'answer')),
          subject TEXT NOT NULL,
          payload TEXT NOT NULL CHECK (length(payload) = 64 AND payload NOT GLOB '*[^0-9a-f]*'),
          previous TEXT NOT NULL UNIQUE CHECK (length(previous) = 64),
          hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
          UNIQUE (kind, subject)
        ) STRICT
        """,
    ]

    // Derived from the tables above, and made again from them if need be; `verify` does not vouch for them. Texts are indexed as Sayso folds
    // words ("Łódź" → "lodz", "Beyoğlu’na" → "beyoglu'na"), which unicode61 alone does only for part of the alphabet.
    private static let search = [
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

    private static let views = [
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
        """,
    ]

    /// The ledger only grows. A message's answer is the one thing that is filled in later, once.
    private static let guards =
        [
            "report", "original", "residue", "diagnostic", "attribution", "attribution_span", "claim", "claim_span", "claim_chain", "claim_party",
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
