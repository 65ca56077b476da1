-- warning
-- Shares of one whole should not add up to more than 100.5 percent.
SELECT * FROM (
    SELECT 'shares.csv' AS file, min(line) AS line, 'share_pct' AS "column",
           printf('the shares of this importer add up to %.1f percent', sum(share_pct)) AS text
    FROM staged.shares WHERE supplier <> 0
    GROUP BY importer, mineral, stage, from_year, to_year, source_id, basis, scope
    HAVING sum(share_pct) > 100.5
    UNION ALL
    SELECT 'world_shares.csv', min(line), 'share_pct',
           printf('the shares of the world add up to %.1f percent', sum(share_pct))
    FROM staged.world_shares WHERE economy <> 0
    GROUP BY mineral, stage, from_year, to_year, source_id, form
    HAVING sum(share_pct) > 100.5
    UNION ALL
    SELECT 'us_import_sources.csv', min(line), 'share_pct',
           printf('the shares of the suppliers add up to %.1f percent', sum(share_pct))
    FROM staged.us_import_sources WHERE supplier <> 0
    GROUP BY mineral, from_year, to_year, source_id, form
    HAVING sum(share_pct) > 100.5
    UNION ALL
    SELECT 'component_shares.csv', min(line), 'share_pct',
           printf('the shares of %s add up to %.1f percent', product, sum(share_pct))
    FROM staged.component_shares WHERE economy <> 0
    GROUP BY product, year, source_id, measure, basis
    HAVING sum(share_pct) > 100.5
    UNION ALL
    SELECT 'stakes.csv', min(line), 'equity_pct',
           printf('the stakes in %s add up to %.1f percent', facility, sum(equity_pct))
    FROM staged.stakes
    GROUP BY facility, year, source_id
    HAVING sum(equity_pct) > 100.5
)
ORDER BY file, line
