/// What came in: reports, their bytes, what was left out of the text, what was odd.
extension FirstSchema {
    static let reports = [
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
}
