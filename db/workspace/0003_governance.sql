-- Format 3 of a workspace file: governance of an economy, recycling rate and substitution index of a mineral can be
-- assumed. A governance estimate may be below zero; its detail is a dimension (cc, ge, pv, rl, rq, va) or
-- dimension/year, without a year that of the latest with figures. The table keeps its name and the order of its
-- columns, so that the seals of its rows hold.

CREATE TABLE assumptions_of_format_3 (
    quantity TEXT NOT NULL,
    economy  TEXT NOT NULL, -- '' where it belongs to none
    mineral  TEXT NOT NULL, -- '' where it belongs to none: severity, governance
    detail   TEXT NOT NULL, -- kind, stage or stage/partner, dimension, each with its year
    central  REAL NOT NULL CHECK (central >= 0 OR quantity = 'governance'),
    low      REAL CHECK (low <= central AND (low >= 0 OR quantity = 'governance')),
    high     REAL CHECK (high >= central),
    note     TEXT NOT NULL,
    at       TEXT NOT NULL, -- ISO 8601, UTC
    baseline REAL,          -- the published figure it replaced
    edition  TEXT NOT NULL, -- of the dataset at that time
    seal     INTEGER NOT NULL,
    PRIMARY KEY (quantity, economy, mineral, detail)
) STRICT;

INSERT INTO assumptions_of_format_3
SELECT quantity, economy, mineral, detail, central, low, high, note, at, baseline, edition, seal
FROM assumptions ORDER BY rowid;
DROP TABLE assumptions;
ALTER TABLE assumptions_of_format_3 RENAME TO assumptions;

UPDATE meta SET value = 'Adit 0.3' WHERE key = 'needs';
