-- error
-- A measure cannot end before it takes effect. Dates are compared as far as both are known.
SELECT 'measures.csv' AS file, line, 'ended' AS "column",
       'the measure takes effect on ' || effective || ', after its end on ' || ended AS text
FROM staged.measures
WHERE substr(ended, 1, min(length(ended), length(effective))) < substr(effective, 1, min(length(ended), length(effective)))
ORDER BY line
