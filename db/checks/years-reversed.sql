-- error
-- A period ends in the year in which it starts, or later.
SELECT 'blocs.csv' AS file, line, 'to_year' AS "column", 'from ' || from_year || ' to ' || to_year || ' runs backwards' AS text
FROM staged.blocs WHERE to_year < from_year
UNION ALL
SELECT 'shares.csv', line, 'to_year', 'from ' || from_year || ' to ' || to_year || ' runs backwards'
FROM staged.shares WHERE to_year < from_year
UNION ALL
SELECT 'world_shares.csv', line, 'to_year', 'from ' || from_year || ' to ' || to_year || ' runs backwards'
FROM staged.world_shares WHERE to_year < from_year
UNION ALL
SELECT 'us_import_sources.csv', line, 'to_year', 'from ' || from_year || ' to ' || to_year || ' runs backwards'
FROM staged.us_import_sources WHERE to_year < from_year
ORDER BY 1, 2
