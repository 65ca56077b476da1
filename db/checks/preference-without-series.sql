-- warning
-- A preference names a series of production.csv.
SELECT 'preference.csv' AS file, line, 'source_id' AS "column", 'production.csv has no series of this source and basis' AS text
FROM staged.preference
WHERE (mineral, stage, year, source_id, basis) NOT IN (
    SELECT mineral, stage, year, source_id, basis FROM staged.production)
ORDER BY line
