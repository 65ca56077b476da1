-- error
-- Parts and scenarios belong to an item of end_items.csv.
SELECT 'end_item_parts.csv' AS file, line, 'item' AS "column", '"' || item || '" is not in end_items.csv' AS text
FROM staged.end_item_parts WHERE item NOT IN (SELECT item FROM staged.end_items)
UNION ALL
SELECT 'end_item_scenarios.csv', line, 'item', '"' || item || '" is not in end_items.csv'
FROM staged.end_item_scenarios WHERE item NOT IN (SELECT item FROM staged.end_items)
ORDER BY 1, 2
