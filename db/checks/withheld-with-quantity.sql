-- error
-- A withheld figure has no quantity: an empty cell, not zero.
SELECT 'production.csv' AS file, line, 'quantity_t' AS "column", 'the figure is withheld but has a quantity' AS text
FROM staged.production WHERE flag = 3 AND quantity_t IS NOT NULL
UNION ALL
SELECT 'production_incomplete.csv', line, 'quantity_t', 'the figure is withheld but has a quantity'
FROM staged.production_incomplete WHERE flag = 3 AND quantity_t IS NOT NULL
UNION ALL
SELECT 'capacity.csv', line, 'quantity_t', 'the figure is withheld but has a quantity'
FROM staged.capacity WHERE flag = 3 AND quantity_t IS NOT NULL
ORDER BY 1, 2
