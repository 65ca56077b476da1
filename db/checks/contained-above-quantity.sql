-- error
-- The content of a shipment cannot weigh more than the shipment.
SELECT 'trade.csv' AS file, line, 'contained_t' AS "column",
       'the content of ' || contained_t || ' t is above the quantity of ' || quantity_t || ' t' AS text
FROM staged.trade WHERE contained_t > quantity_t
ORDER BY line
