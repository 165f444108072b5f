"""Makes bins.csv: bins of five series of data/tables by each rule, by numpy (PyPI: numpy 2.4.6).

    python3 Tests/References/bins.py > Tests/References/bins.csv

`count 12`, `fd`, `scott` and `sturges` are what numpy's histogram calls them. `width` and `edges`, for which it has no
rule, are edges given to it: multiples of a round width, and six by hand.
"""
import csv
import numpy

SERIES = [
    ("fds_totals", "amount", "2021-04-11", 5e7, [0, 5e7, 1e8, 2e8, 5e8, 3e9]),
    ("fds_totals", "firms", "2021-04-11", 5000, [0, 5000, 10000, 20000, 50000, 150000]),
    ("pge_totals", "amount", "2021-04-09", 5e8, [0, 1e8, 5e8, 1e9, 5e9, 2e10]),
    ("reports_totals", "deferrals", "2021-04-08", 500, [22, 100, 500, 1000, 5000, 29518]),
    ("population", "population", "2020-01-01", 1e5, [76286, 2e5, 5e5, 1e6, 2e6, 2588988]),
]


def values(table, column, date):
    with open(f"data/tables/{table}.csv", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["level"] == "departement" and r["date"] == date]
    return numpy.array([float(r[column]) for r in rows if r[column] not in ("", "s", "nd")])


def text(numbers):
    return " ".join(repr(float(n)).removesuffix(".0") for n in numbers)


print("table,column,date,rule,edges,counts")
for table, column, date, width, by_hand in SERIES:
    x = values(table, column, date)
    first, last = numpy.floor(x.min() / width), numpy.ceil(x.max() / width)
    rules = {
        "count 12": 12, "fd": "fd", "scott": "scott", "sturges": "sturges",
        f"width {text([width])}": numpy.arange(first, last + 1) * width,
        f"edges {text(by_hand)}": by_hand,
    }
    for rule, bins in rules.items():
        counts, edges = numpy.histogram(x, bins=bins)
        print(table, column, date, rule, text(edges), text(counts), sep=",")
