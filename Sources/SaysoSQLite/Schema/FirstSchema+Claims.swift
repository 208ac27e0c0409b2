/// What is claimed: the event, its parties, things and people, and the rule behind each field.
extension FirstSchema {
    static let claims = [
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
}
