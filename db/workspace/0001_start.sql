-- Format 1 of a workspace file. A released step is never edited: what comes later is a step of its own.
--
-- Figures are in the units of their quantity: t, t a day (release-limit), t a year, days, USD a tonne, 0..1 (severity).
-- Codes, never row numbers, refer to the dataset, so that the file outlives its editions.
-- `seal` is the FNV-1a hash (64 bit) of the table's name and of the other cells that are not NULL, each with its place
-- and kind: a damaged row shows.
-- Rows lie in the leaves of tables with a rowid, so that each can be found in a file whose inner pages are lost.

PRAGMA application_id = 0x41646957; -- "AdiW"

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE assumptions (
    quantity TEXT NOT NULL,
    economy  TEXT NOT NULL, -- '' where it belongs to none
    mineral  TEXT NOT NULL, -- '' for the severity of a kind
    detail   TEXT NOT NULL, -- kind, stage or stage/partner
    central  REAL NOT NULL CHECK (central >= 0),
    low      REAL CHECK (low BETWEEN 0 AND central),
    high     REAL CHECK (high >= central),
    note     TEXT NOT NULL,
    at       TEXT NOT NULL, -- ISO 8601, UTC
    baseline REAL,          -- the published figure it replaced
    edition  TEXT NOT NULL, -- of the dataset at that time
    seal     INTEGER NOT NULL,
    PRIMARY KEY (quantity, economy, mineral, detail)
) STRICT;

CREATE TABLE measures (
    id            TEXT NOT NULL PRIMARY KEY,
    imposer       TEXT NOT NULL,
    mineral       TEXT NOT NULL,
    stage         TEXT NOT NULL CHECK (stage IN ('mine', 'refine', 'component')),
    kind          TEXT NOT NULL,
    targets       TEXT NOT NULL CHECK (targets <> ''), -- ALL, or codes parted by ';'
    announced     TEXT NOT NULL,                       -- ISO, day, month or year; '' unknown
    effective     TEXT NOT NULL,
    ended         TEXT NOT NULL,
    instrument    TEXT NOT NULL,
    note          TEXT NOT NULL,
    severity      REAL CHECK (severity BETWEEN 0 AND 1), -- NULL: that of the kind
    severity_low  REAL CHECK (severity_low BETWEEN 0 AND severity),
    severity_high REAL CHECK (severity_high BETWEEN severity AND 1),
    seal          INTEGER NOT NULL
) STRICT;

CREATE TABLE blocs (
    id      TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    members TEXT NOT NULL CHECK (members <> ''), -- codes parted by ';'
    seal    INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
    kind    TEXT NOT NULL CHECK (kind IN ('scenario', 'briefing')),
    name    TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON
    seal    INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT;

CREATE TABLE view_state (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    seal  INTEGER NOT NULL
) STRICT;

CREATE TABLE history (
    number  INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    edits   TEXT NOT NULL, -- JSON
    inverse TEXT NOT NULL, -- JSON, in the order that takes the edits back
    undone  INTEGER NOT NULL CHECK (undone IN (0, 1)),
    seal    INTEGER NOT NULL
) STRICT;

INSERT INTO meta VALUES ('needs', 'Adit 0.1'), ('revision', '0');
