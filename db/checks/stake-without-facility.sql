-- warning
-- A stake belongs to a plant of facilities.csv.
SELECT 'stakes.csv' AS file, line, 'facility' AS "column", '"' || facility || '" is not in facilities.csv' AS text
FROM staged.stakes
WHERE facility NOT IN (SELECT facility FROM staged.facilities)
ORDER BY line
