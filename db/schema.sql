-- The dataset file: one edition of published figures. Meaning of files and columns: dataset-format.md.
-- Registers have small integer ids in the order of their codes; figures refer to them. Tables are clustered by
-- their primary key, which is the order in which they are read. For people the *_view views give names.
PRAGMA page_size = 8192;
PRAGMA encoding = 'UTF-8';
PRAGMA application_id = 0x41646974; -- "Adit"
PRAGMA user_version = 1;            -- of this schema

-- edition, edition_hash, format, licence_note, title and, where rows were left out, selection
CREATE TABLE dataset (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE warnings (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    line INTEGER NOT NULL CHECK (line >= 0), -- 0: the whole file
    rule TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- Words behind small integers.
CREATE TABLE stages (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO stages VALUES (0, 'mine'), (1, 'refine'), (2, 'component');
CREATE TABLE flags (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO flags VALUES (0, 'reported'), (1, 'estimated'), (2, 'rounded'), (3, 'withheld'), (4, 'derived');
CREATE TABLE trade_roles (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO trade_roles VALUES (0, 'product'), (1, 'feed'), (2, 'mixed');
CREATE TABLE trade_coverages (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO trade_coverages
VALUES (0, 'full'), (1, 'top6'), (2, 'importer-reported'), (3, 'exporter-reported'), (4, 'china-only');
CREATE TABLE trade_flags (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO trade_flags VALUES (0, ''), (1, 'unit-value'), (2, 'mass-estimated');
CREATE TABLE dimensions (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO dimensions VALUES (0, 'cc'), (1, 'ge'), (2, 'pv'), (3, 'rl'), (4, 'rq'), (5, 'va'), (6, 'mean6');

-- Texts that many rows share.
CREATE TABLE bases (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; -- 0 is the empty note

-- Registers.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL, -- parts joined by ';' where a figure was derived from several
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,
    year TEXT,
    url TEXT,
    licence TEXT,
    redistribution TEXT NOT NULL CHECK (redistribution IN ('open', 'facts', 'unverified', 'restricted'))
) STRICT;
CREATE TABLE source_parts (
    source INTEGER NOT NULL REFERENCES sources,
    part INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY (source, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE economies (
    id INTEGER PRIMARY KEY, -- 0 WORLD, 1 OTHER, then economies by code, then blocs by code
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('economy', 'bloc', 'aggregate')),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    iso2 TEXT,
    iso_numeric TEXT,
    comtrade_code TEXT,
    region TEXT,
    subregion TEXT,
    lat REAL CHECK (lat BETWEEN -90 AND 90),
    lon REAL CHECK (lon BETWEEN -180 AND 180),
    map_50m INTEGER NOT NULL CHECK (map_50m IN (0, 1)),
    CHECK (kind <> 'economy' OR (lat IS NOT NULL AND lon IS NOT NULL))
) STRICT;
CREATE TABLE blocs (
    bloc INTEGER NOT NULL REFERENCES economies,
    iso3 INTEGER NOT NULL REFERENCES economies,
    from_year INTEGER,
    to_year INTEGER,
    source_id INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY (bloc, iso3),
    CHECK (to_year >= from_year)
) STRICT, WITHOUT ROWID;
CREATE TABLE minerals (
    id INTEGER PRIMARY KEY,
    mineral TEXT NOT NULL,
    name TEXT NOT NULL,
    symbol TEXT,
    "group" TEXT,
    basis TEXT,
    part_of INTEGER REFERENCES minerals,
    host_metals TEXT,
    uses TEXT,
    defence_uses TEXT,
    eol_rir REAL CHECK (eol_rir BETWEEN 0 AND 1),
    substitutability TEXT,
    aliases TEXT,
    evidence TEXT NOT NULL CHECK (evidence IN ('published', 'unverified')),
    source_id INTEGER NOT NULL REFERENCES sources
) STRICT;
CREATE TABLE hs_codes (
    hs6 INTEGER NOT NULL,
    mineral INTEGER NOT NULL REFERENCES minerals,
    description TEXT NOT NULL,
    stage INTEGER NOT NULL REFERENCES stages,
    role INTEGER NOT NULL REFERENCES trade_roles,
    contained_share REAL CHECK (contained_share BETWEEN 0 AND 1),
    note TEXT,
    PRIMARY KEY (hs6, mineral)
) STRICT, WITHOUT ROWID;

-- Output and what is like it. A quantity is NULL where it is withheld or unknown.
CREATE TABLE production (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis INTEGER NOT NULL REFERENCES bases,
    economy INTEGER NOT NULL REFERENCES economies,
    quantity_t REAL CHECK (quantity_t >= 0),
    flag INTEGER NOT NULL REFERENCES flags,
    note INTEGER NOT NULL REFERENCES notes,
    PRIMARY KEY (mineral, stage, year, source_id, basis, economy)
) STRICT, WITHOUT ROWID;
CREATE TABLE production_incomplete (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis INTEGER NOT NULL REFERENCES bases,
    economy INTEGER NOT NULL REFERENCES economies,
    quantity_t REAL CHECK (quantity_t >= 0),
    flag INTEGER NOT NULL REFERENCES flags,
    note INTEGER NOT NULL REFERENCES notes,
    PRIMARY KEY (mineral, stage, year, source_id, basis, economy)
) STRICT, WITHOUT ROWID;
CREATE TABLE capacity (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis INTEGER NOT NULL REFERENCES bases,
    economy INTEGER NOT NULL REFERENCES economies,
    quantity_t REAL CHECK (quantity_t >= 0),
    flag INTEGER NOT NULL REFERENCES flags,
    note INTEGER NOT NULL REFERENCES notes,
    PRIMARY KEY (mineral, stage, year, source_id, basis, economy)
) STRICT, WITHOUT ROWID;
CREATE TABLE preference (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis INTEGER NOT NULL REFERENCES bases,
    break TEXT CHECK (break IN ('source', 'basis', 'basis+source')),
    PRIMARY KEY (mineral, stage, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE reserves (
    mineral INTEGER NOT NULL REFERENCES minerals,
    economy INTEGER NOT NULL REFERENCES economies,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis INTEGER NOT NULL REFERENCES bases,
    quantity_t REAL NOT NULL CHECK (quantity_t >= 0),
    bound TEXT CHECK (bound IN ('>', '<')),
    note INTEGER NOT NULL REFERENCES notes,
    PRIMARY KEY (mineral, economy, year, source_id, basis)
) STRICT, WITHOUT ROWID;
-- What the flows of a code, year and source have in common.
CREATE TABLE trade_series (
    id INTEGER PRIMARY KEY,
    mineral INTEGER REFERENCES minerals, -- NULL: a code that takes in several ("mixed")
    stage INTEGER NOT NULL REFERENCES stages,
    year INTEGER NOT NULL,
    hs6 INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    role INTEGER NOT NULL REFERENCES trade_roles,
    coverage INTEGER NOT NULL REFERENCES trade_coverages,
    flag INTEGER NOT NULL REFERENCES trade_flags
) STRICT;
-- Lies in the order of mineral (NULL last), stage, year, importer, exporter, hs6 and source.
CREATE TABLE trade (
    series INTEGER NOT NULL REFERENCES trade_series,
    importer INTEGER NOT NULL REFERENCES economies,
    exporter INTEGER NOT NULL REFERENCES economies,
    quantity_t REAL CHECK (quantity_t >= 0),
    contained_t REAL CHECK (contained_t BETWEEN 0 AND quantity_t),
    value_usd REAL CHECK (value_usd >= 0)
) STRICT;
CREATE TABLE trade_reporters (
    hs6 INTEGER NOT NULL,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    importers TEXT NOT NULL, -- codes, blank-separated
    PRIMARY KEY (hs6, year, source_id)
) STRICT, WITHOUT ROWID;

-- Published shares, in percent.
CREATE TABLE shares (
    importer INTEGER NOT NULL REFERENCES economies,
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    supplier INTEGER NOT NULL REFERENCES economies,
    from_year INTEGER NOT NULL,
    to_year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis TEXT NOT NULL CHECK (basis IN ('sourcing', 'value', 'mass')),
    scope TEXT NOT NULL, -- may be empty
    share_pct REAL CHECK (share_pct BETWEEN 0 AND 100),
    PRIMARY KEY (importer, mineral, stage, supplier, from_year, to_year, source_id, basis, scope),
    CHECK (to_year >= from_year)
) STRICT, WITHOUT ROWID;
CREATE TABLE world_shares (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    economy INTEGER NOT NULL REFERENCES economies,
    from_year INTEGER NOT NULL,
    to_year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    share_pct REAL CHECK (share_pct BETWEEN 0 AND 100),
    bound TEXT CHECK (bound = '<'),
    form TEXT NOT NULL,
    PRIMARY KEY (mineral, stage, economy, from_year, to_year, source_id, form),
    CHECK (to_year >= from_year)
) STRICT, WITHOUT ROWID;
CREATE TABLE us_import_sources (
    mineral INTEGER NOT NULL REFERENCES minerals,
    supplier INTEGER NOT NULL REFERENCES economies,
    from_year INTEGER NOT NULL,
    to_year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    form TEXT NOT NULL,
    share_pct REAL CHECK (share_pct BETWEEN 0 AND 100),
    PRIMARY KEY (mineral, supplier, from_year, to_year, source_id, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE us_salient (
    mineral INTEGER NOT NULL REFERENCES minerals,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    form TEXT NOT NULL,
    consumption_t REAL CHECK (consumption_t >= 0),
    imports_t REAL CHECK (imports_t >= 0),
    exports_t REAL CHECK (exports_t >= 0),
    net_import_reliance_pct REAL CHECK (net_import_reliance_pct <= 100),
    nir_qualifier TEXT CHECK (nir_qualifier IN ('>', '<', 'E')),
    flag INTEGER NOT NULL REFERENCES flags,
    PRIMARY KEY (mineral, year, source_id, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE us_salient_lines (
    mineral INTEGER NOT NULL REFERENCES minerals,
    statistic TEXT NOT NULL,
    detail TEXT NOT NULL,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    quantity REAL,
    unit TEXT NOT NULL,
    quantity_t REAL,
    flag INTEGER NOT NULL REFERENCES flags,
    PRIMARY KEY (mineral, statistic, detail, year, source_id, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE component_shares (
    product TEXT NOT NULL,
    economy INTEGER NOT NULL REFERENCES economies,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    measure TEXT NOT NULL CHECK (measure IN ('output', 'capacity', 'use')),
    basis TEXT NOT NULL,
    share_pct REAL CHECK (share_pct BETWEEN 0 AND 100),
    quantity REAL CHECK (quantity >= 0),
    unit TEXT,
    minerals TEXT,
    flag INTEGER NOT NULL REFERENCES flags,
    note TEXT,
    PRIMARY KEY (product, economy, year, source_id, measure, basis)
) STRICT, WITHOUT ROWID;
CREATE TABLE consumption (
    economy INTEGER NOT NULL REFERENCES economies,
    mineral INTEGER NOT NULL REFERENCES minerals,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    denominator TEXT NOT NULL CHECK (denominator IN ('apparent', 'reported', 'demand-estimate')),
    quantity_t REAL CHECK (quantity_t >= 0),
    net_import_reliance_pct REAL CHECK (net_import_reliance_pct <= 100),
    basis TEXT NOT NULL,
    flag INTEGER NOT NULL REFERENCES flags,
    note TEXT,
    PRIMARY KEY (economy, mineral, year, source_id, denominator, basis)
) STRICT, WITHOUT ROWID;

-- Power over supply.
CREATE TABLE control (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    host INTEGER NOT NULL REFERENCES economies,
    owner INTEGER NOT NULL REFERENCES economies,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    measure TEXT NOT NULL CHECK (measure IN ('output', 'capacity', 'mines')),
    share_pct REAL NOT NULL CHECK (share_pct BETWEEN 0 AND 100),
    bound TEXT CHECK (bound = '>'),
    forecast INTEGER NOT NULL CHECK (forecast IN (0, 1)),
    note TEXT,
    PRIMARY KEY (mineral, stage, host, owner, year, source_id, measure)
) STRICT, WITHOUT ROWID;
CREATE TABLE governance (
    economy INTEGER NOT NULL REFERENCES economies,
    dimension INTEGER NOT NULL REFERENCES dimensions,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    estimate REAL NOT NULL,
    standard_error REAL CHECK (standard_error >= 0),
    PRIMARY KEY (economy, dimension, year, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE measures (
    measure_id TEXT PRIMARY KEY,
    imposer INTEGER NOT NULL REFERENCES economies,
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage TEXT NOT NULL CHECK (stage IN ('mine', 'refine', 'component', 'technology', 'scrap')),
    kind TEXT NOT NULL CHECK (kind IN ('ban', 'quota', 'licensing', 'tax', 'domestic-processing', 'other')),
    targets TEXT NOT NULL, -- ALL, or codes separated by ';'
    announced TEXT,
    effective TEXT,
    ended TEXT,
    suspended TEXT,
    suspended_until TEXT, -- the published end of a suspension; past it the state is not known
    state TEXT NOT NULL CHECK (state IN ('in-force', 'suspended', 'announced', 'expired')),
    status_as_of TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence IN ('confirmed', 'partly', 'unverified')),
    form TEXT,
    hs_codes TEXT,
    instrument TEXT,
    note TEXT,
    source_id INTEGER NOT NULL REFERENCES sources
) STRICT, WITHOUT ROWID;
CREATE TABLE stockpiles (
    economy INTEGER NOT NULL REFERENCES economies,
    programme TEXT NOT NULL,
    mineral INTEGER REFERENCES minerals, -- NULL: all
    holder TEXT NOT NULL CHECK (holder IN ('government', 'mandatory-private', 'joint')),
    year INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('held', 'target', 'authorised')),
    source_id INTEGER NOT NULL REFERENCES sources,
    quantity_t REAL CHECK (quantity_t >= 0),
    days REAL CHECK (days >= 0),
    value REAL CHECK (value >= 0),
    currency TEXT,
    money_only INTEGER NOT NULL CHECK (money_only IN (0, 1)),
    note TEXT
) STRICT;
CREATE TABLE lists (
    list_id TEXT NOT NULL,
    mineral INTEGER NOT NULL REFERENCES minerals,
    tier TEXT,
    source_id INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY (list_id, mineral)
) STRICT, WITHOUT ROWID;
CREATE TABLE benchmarks (
    regime TEXT NOT NULL,
    benchmark TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    by_year INTEGER,
    applies_to TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY (regime, benchmark, applies_to)
) STRICT, WITHOUT ROWID;
CREATE TABLE prices (
    mineral INTEGER NOT NULL REFERENCES minerals,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    form TEXT NOT NULL,
    usd_per_t REAL NOT NULL CHECK (usd_per_t >= 0),
    flag INTEGER NOT NULL REFERENCES flags,
    PRIMARY KEY (mineral, year, source_id, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE criticality (
    study TEXT NOT NULL,
    material TEXT NOT NULL,
    mineral INTEGER REFERENCES minerals,
    year INTEGER NOT NULL,
    stage TEXT NOT NULL, -- as the study says; may be empty
    quantity TEXT NOT NULL,
    value REAL NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY (study, material, year, stage, quantity)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    date TEXT NOT NULL,
    economy INTEGER NOT NULL REFERENCES economies,
    mineral INTEGER REFERENCES minerals,
    text TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources
) STRICT;

-- Plants and who owns them.
CREATE TABLE facilities (
    facility TEXT NOT NULL,
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    economy INTEGER NOT NULL REFERENCES economies,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    output_t REAL CHECK (output_t >= 0),
    capacity_t REAL CHECK (capacity_t >= 0),
    capex_usd REAL CHECK (capex_usd >= 0),
    lead_years REAL CHECK (lead_years >= 0),
    status TEXT NOT NULL
        CHECK (status IN ('operating', 'group-total', 'suspended', 'planned', 'commissioning', 'construction')),
    lat REAL CHECK (lat BETWEEN -90 AND 90),
    lon REAL CHECK (lon BETWEEN -180 AND 180),
    flag INTEGER NOT NULL REFERENCES flags,
    qualified TEXT,
    note TEXT,
    position_source INTEGER REFERENCES sources, -- where lat and lon come from
    PRIMARY KEY (facility, mineral, stage, economy, year, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE stakes (
    facility TEXT NOT NULL,
    owner TEXT NOT NULL,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    owner_economy INTEGER REFERENCES economies, -- NULL: unknown
    owner_type TEXT NOT NULL CHECK (owner_type IN ('central-state', 'local-state', 'private', 'listed', 'unknown')),
    parent TEXT,
    equity_pct REAL CHECK (equity_pct BETWEEN 0 AND 100),
    offtake_pct REAL CHECK (offtake_pct BETWEEN 0 AND 100),
    operator INTEGER NOT NULL CHECK (operator IN (0, 1)),
    PRIMARY KEY (facility, owner, year, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE owners (
    owner TEXT PRIMARY KEY,
    home_economy INTEGER REFERENCES economies,
    owner_type TEXT NOT NULL CHECK (owner_type IN ('central-state', 'local-state', 'private', 'listed', 'unknown')),
    source_id INTEGER NOT NULL REFERENCES sources
) STRICT, WITHOUT ROWID;
CREATE TABLE firm_stakes (
    firm TEXT NOT NULL,
    shareholder TEXT NOT NULL,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    shareholder_economy INTEGER REFERENCES economies,
    equity_pct REAL CHECK (equity_pct BETWEEN 0 AND 100),
    PRIMARY KEY (firm, shareholder, year, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE facility_benchmarks (
    facility TEXT NOT NULL,
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    economy INTEGER NOT NULL REFERENCES economies,
    source_id INTEGER NOT NULL REFERENCES sources,
    capacity_t REAL CHECK (capacity_t >= 0),
    capex_usd REAL CHECK (capex_usd >= 0),
    lead_years REAL CHECK (lead_years >= 0),
    capacity_basis TEXT,
    status TEXT,
    PRIMARY KEY (facility, mineral, stage, economy, source_id)
) STRICT, WITHOUT ROWID;

-- What minerals are needed for.
CREATE TABLE end_items (
    item TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources
) STRICT, WITHOUT ROWID;
CREATE TABLE end_item_parts (
    item TEXT NOT NULL REFERENCES end_items,
    part TEXT NOT NULL,
    mineral INTEGER NOT NULL REFERENCES minerals,
    source_id INTEGER NOT NULL REFERENCES sources,
    mix_group TEXT,
    mix_default_pct REAL CHECK (mix_default_pct BETWEEN 0 AND 100),
    grams_low REAL CHECK (grams_low >= 0),
    grams_central REAL CHECK (grams_central >= 0),
    grams_high REAL CHECK (grams_high >= 0),
    basis TEXT,
    PRIMARY KEY (item, part, mineral, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE end_item_scenarios (
    scenario TEXT NOT NULL,
    item TEXT NOT NULL REFERENCES end_items,
    economy INTEGER NOT NULL REFERENCES economies,
    year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    counts TEXT NOT NULL CHECK (counts IN ('deliveries', 'purchases', 'production', 'plan')),
    units_low REAL CHECK (units_low >= 0),
    units_central REAL CHECK (units_central >= 0),
    units_high REAL CHECK (units_high >= 0),
    PRIMARY KEY (scenario, item, economy, year, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE battery_chemistries (
    chemistry TEXT NOT NULL,
    mineral INTEGER NOT NULL REFERENCES minerals,
    source_id INTEGER NOT NULL REFERENCES sources,
    kg_per_kwh REAL CHECK (kg_per_kwh >= 0),
    kg_per_kwh_low REAL CHECK (kg_per_kwh_low >= 0),
    kg_per_kwh_high REAL CHECK (kg_per_kwh_high >= 0),
    PRIMARY KEY (chemistry, mineral, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE supply_projections (
    mineral INTEGER NOT NULL REFERENCES minerals,
    stage INTEGER NOT NULL REFERENCES stages,
    economy INTEGER NOT NULL REFERENCES economies,
    year INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    basis TEXT NOT NULL,
    quantity_t REAL CHECK (quantity_t >= 0),
    PRIMARY KEY (mineral, stage, economy, year, scenario, source_id, basis)
) STRICT, WITHOUT ROWID;
CREATE TABLE demand_projections (
    mineral INTEGER NOT NULL REFERENCES minerals,
    sector TEXT NOT NULL,
    year INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    quantity_t REAL CHECK (quantity_t >= 0),
    PRIMARY KEY (mineral, sector, year, scenario, source_id)
) STRICT, WITHOUT ROWID;

-- What happened to trade after a measure.
CREATE TABLE exports_after_controls (
    mineral INTEGER NOT NULL REFERENCES minerals,
    product TEXT NOT NULL,
    exporter INTEGER NOT NULL REFERENCES economies,
    destination INTEGER NOT NULL REFERENCES economies,
    period TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    quantity_t REAL CHECK (quantity_t >= 0),
    value_usd REAL CHECK (value_usd >= 0),
    flag INTEGER NOT NULL REFERENCES flags,
    PRIMARY KEY (mineral, product, exporter, destination, period, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE restrictions_indicators (
    metric TEXT NOT NULL,
    period TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    scope TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources,
    PRIMARY KEY (metric, period, scope)
) STRICT, WITHOUT ROWID;

-- The same with names, for people and other programs.
CREATE VIEW production_view AS
SELECT m.mineral, s.name AS stage, t.year, e.code AS economy, e.short_name, o.source_id, b.name AS basis, t.quantity_t,
       f.name AS flag, n.text AS note
FROM production t
JOIN minerals m ON m.id = t.mineral
JOIN stages s ON s.id = t.stage
JOIN economies e ON e.id = t.economy
JOIN sources o ON o.id = t.source_id
JOIN bases b ON b.id = t.basis
JOIN flags f ON f.id = t.flag
JOIN notes n ON n.id = t.note;
CREATE VIEW preferred_production_view AS
SELECT m.mineral, s.name AS stage, t.year, e.code AS economy, e.short_name, o.source_id, b.name AS basis, t.quantity_t,
       f.name AS flag, n.text AS note
FROM preference p
JOIN production t USING (mineral, stage, year, source_id, basis)
JOIN minerals m ON m.id = t.mineral
JOIN stages s ON s.id = t.stage
JOIN economies e ON e.id = t.economy
JOIN sources o ON o.id = t.source_id
JOIN bases b ON b.id = t.basis
JOIN flags f ON f.id = t.flag
JOIN notes n ON n.id = t.note;
CREATE VIEW reserves_view AS
SELECT m.mineral, e.code AS economy, e.short_name, t.year, o.source_id, b.name AS basis, t.quantity_t, t.bound,
       n.text AS note
FROM reserves t
JOIN minerals m ON m.id = t.mineral
JOIN economies e ON e.id = t.economy
JOIN sources o ON o.id = t.source_id
JOIN bases b ON b.id = t.basis
JOIN notes n ON n.id = t.note;
CREATE VIEW trade_view AS
SELECT coalesce(m.mineral, 'mixed') AS mineral, g.name AS stage, s.year, i.code AS importer, x.code AS exporter,
       printf('%06d', s.hs6) AS hs6, o.source_id, r.name AS role, c.name AS coverage, f.name AS flag, t.quantity_t,
       t.contained_t, t.value_usd
FROM trade t
JOIN trade_series s ON s.id = t.series
LEFT JOIN minerals m ON m.id = s.mineral
JOIN stages g ON g.id = s.stage
JOIN economies i ON i.id = t.importer
JOIN economies x ON x.id = t.exporter
JOIN sources o ON o.id = s.source_id
JOIN trade_roles r ON r.id = s.role
JOIN trade_coverages c ON c.id = s.coverage
JOIN trade_flags f ON f.id = s.flag;
CREATE VIEW governance_view AS
SELECT e.code AS economy, e.short_name, d.name AS dimension, t.year, o.source_id, t.estimate, t.standard_error
FROM governance t
JOIN economies e ON e.id = t.economy
JOIN dimensions d ON d.id = t.dimension
JOIN sources o ON o.id = t.source_id;
CREATE VIEW measures_view AS
SELECT t.measure_id, i.code AS imposer, m.mineral, t.stage, t.form, t.kind, t.targets, t.announced, t.effective, t.ended,
       t.suspended, t.suspended_until, t.state, t.status_as_of, t.evidence, t.hs_codes, t.instrument, t.note, o.source_id
FROM measures t
JOIN economies i ON i.id = t.imposer
JOIN minerals m ON m.id = t.mineral
JOIN sources o ON o.id = t.source_id;
