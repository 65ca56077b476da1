-- warning
-- The parts of a series should not add up to more than 2 % above the world total that the source prints.
SELECT 'production.csv' AS file, w.line, 'quantity_t' AS "column",
       printf('the parts add up to %g t, %.1f %% above the WORLD of %g t', p.parts, 100.0 * (p.parts / w.quantity_t - 1.0),
              w.quantity_t) AS text
FROM staged.production w
JOIN (
    SELECT mineral, stage, year, source_id, basis, sum(quantity_t) AS parts
    FROM staged.production WHERE economy <> 0
    GROUP BY mineral, stage, year, source_id, basis
) p USING (mineral, stage, year, source_id, basis)
WHERE w.economy = 0 AND w.quantity_t > 0 AND p.parts > 1.02 * w.quantity_t
ORDER BY w.line
