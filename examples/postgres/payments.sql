-- Payments to try the export with: made up, the same at every run. From a folder of Scripts/make-communes:
--
--     psql --quiet --set ON_ERROR_STOP=1 --file …/examples/postgres/payments.sql

CREATE TABLE departement (code text PRIMARY KEY, name text, tncc int, region text, population int);
CREATE TABLE commune (code text PRIMARY KEY, name text, tncc int, departement text, population int);
\copy departement FROM territoires/departements.csv WITH (FORMAT csv, HEADER)
\copy commune FROM territoires/communes.csv WITH (FORMAT csv, HEADER)

CREATE TABLE snapshot (date date PRIMARY KEY);
INSERT INTO snapshot VALUES ('2021-03-28'), ('2021-04-04'), ('2021-04-11');

-- Four firms a commune and section, each paid five times.
CREATE TABLE payment (firm text, commune text, section text, paid_on date, amount numeric(12, 2));
INSERT INTO payment
SELECT commune.code || section || firm, commune.code, section, date '2021-03-22' + 4 * month,
  100 + (commune.population * 7 + ascii(section) * 13 + firm * 31 + month * 17) % 900
FROM commune, unnest(ARRAY['C', 'F', 'G', 'I', 'S']) section, generate_series(1, 4) firm, generate_series(1, 5) month;
