/// Loaded words, messages, and the chain of hashes.
extension FirstSchema {
    static let rest = [
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
}
