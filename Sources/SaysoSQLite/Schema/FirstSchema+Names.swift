/// Who and where: entities and places, each in every form in which a reading gave it.
extension FirstSchema {
    static let entities = [
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
}
