-- Tables for a dictionary from single payments: the engine adds up, and what leaves it is one row a cell and snapshot.
--
--     psql --quiet --set ON_ERROR_STOP=1 --file examples/postgres/tables.sql
--
-- Amounts are cumulative, firms are distinct, and each level is counted by itself, since a firm may be paid in two places.
-- The order of the rows is said, so that the same payments give the same bytes.

CREATE TEMP VIEW paid AS
SELECT snapshot.date, region, departement, commune, section, amount, firm
FROM snapshot
  JOIN payment ON paid_on <= snapshot.date
  JOIN commune ON commune.code = payment.commune
  JOIN departement ON departement.code = commune.departement;

COPY (
  WITH total AS (
    SELECT date, region, departement, commune, sum(amount) AS amount, count(DISTINCT firm) AS firms
    FROM paid
    GROUP BY date, GROUPING SETS ((), (region), (departement), (commune))
  ), named AS (
    SELECT date,
      CASE WHEN commune IS NOT NULL THEN 'commune' WHEN departement IS NOT NULL THEN 'departement'
        WHEN region IS NOT NULL THEN 'region' ELSE 'FR' END AS level,
      coalesce(commune, departement, region, 'FR') AS territory, amount, firms
    FROM total
  )
  SELECT * FROM named ORDER BY date, level COLLATE "C", territory COLLATE "C"
) TO STDOUT WITH (FORMAT csv, HEADER) \g tables/totals.csv

COPY (
  SELECT date, 'commune' AS level, commune AS territory, section, sum(amount) AS amount, count(DISTINCT firm) AS firms
  FROM paid
  WHERE date = (SELECT max(date) FROM snapshot)
  GROUP BY date, section, commune
  ORDER BY commune COLLATE "C", section COLLATE "C"
) TO STDOUT WITH (FORMAT csv, HEADER) \g tables/sections.csv
