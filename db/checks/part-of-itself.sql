-- error
-- A group is not an element of itself, nor of an element of its own.
WITH RECURSIVE above(line, start, mineral, depth) AS (
    SELECT m.line, i.id, m.part_of, 1 FROM staged.minerals m JOIN staged.mineral_ids i ON i.code = m.mineral
    UNION ALL
    SELECT a.line, a.start, m.part_of, a.depth + 1
    FROM above a
    JOIN staged.mineral_ids i ON i.id = a.mineral
    JOIN staged.minerals m ON m.mineral = i.code
    WHERE a.mineral <> a.start AND a.depth < 20
)
SELECT DISTINCT 'minerals.csv' AS file, line, 'part_of' AS "column", 'the mineral is part of itself' AS text
FROM above WHERE mineral = start
ORDER BY line
