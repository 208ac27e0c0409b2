/// Who says.
extension FirstSchema {
    static let attributions = [
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
}
