-- Format 4 of a workspace file: reserves of an economy, its net import reliance and shares of its supply can be assumed,
-- so can stakes in facilities (facility|owner), shares of a host's output that an economy's firms control, and what the
-- supply risk of the United States' method takes of producers and industries.
-- Net import reliance may be below zero, for what an economy exports more of than it brings in. The table keeps its
-- name and the order of its columns, so that the seals of its rows hold.

CREATE TABLE assumptions_of_format_4 (
    quantity TEXT NOT NULL,
    economy  TEXT NOT NULL, -- '' where it belongs to none
    mineral  TEXT NOT NULL, -- '' where it belongs to none: severity, governance, stake ...
    detail   TEXT NOT NULL, -- kind, stage or stage/partner, dimension, each with its year; facility|owner
    central  REAL NOT NULL CHECK (central >= 0 OR quantity IN ('governance', 'net-import-reliance')),
    low      REAL CHECK (low <= central AND (low >= 0 OR quantity IN ('governance', 'net-import-reliance'))),
    high     REAL CHECK (high >= central),
    note     TEXT NOT NULL,
    at       TEXT NOT NULL, -- ISO 8601, UTC
    baseline REAL,          -- the published figure it replaced
    edition  TEXT NOT NULL, -- of the dataset at that time
    seal     INTEGER NOT NULL,
    PRIMARY KEY (quantity, economy, mineral, detail)
) STRICT;

INSERT INTO assumptions_of_format_4
SELECT quantity, economy, mineral, detail, central, low, high, note, at, baseline, edition, seal
FROM assumptions ORDER BY rowid;
DROP TABLE assumptions;
ALTER TABLE assumptions_of_format_4 RENAME TO assumptions;

UPDATE meta SET value = 'Adit 0.4' WHERE key = 'needs';
