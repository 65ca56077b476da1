-- Format 2 of a workspace file: an assumption may name its year. The detail of production and exports is stage or
-- stage/year, that of imports stage/partner or stage/year/partner, that of consumption a year or ''. Rows of format 1
-- keep their meaning: without a year, production, imports and exports are those of the latest year with figures, and
-- consumption is that of every year.

UPDATE meta SET value = 'Adit 0.2' WHERE key = 'needs';
