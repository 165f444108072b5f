# Makes breaks.csv: class edges of five series of data/tables, and how many values each class holds, by R with classInt
# (Debian: r-cran-classint).
#
#     Rscript Tests/References/breaks.R > Tests/References/breaks.csv
#
# quantile, equal, jenks and stddev are the styles `quantile`, `equal`, `fisher` and `sd` of classInt. q6 and geometric,
# which classInt lacks, are given by their definitions. Classes hold their lower edge, the last one both.
suppressMessages(library(classInt))

series <- list(
  c("fds_totals", "amount", "2021-04-11"), c("fds_totals", "firms", "2021-04-11"),
  c("pge_totals", "amount", "2021-04-09"), c("reports_totals", "deferrals", "2021-04-08"),
  c("population", "population", "2020-01-01"))

held <- function(x, edges) {
  tabulate(findCols(classIntervals(x, style = "fixed", fixedBreaks = edges, intervalClosure = "left")), length(edges) - 1)
}

geometric <- function(x, n) c(min(x), min(x) * (max(x) / min(x))^((1:(n - 1)) / n), max(x))

cat("table,column,date,method,classes,edges,counts\n")
for (s in series) {
  table <- read.csv(file.path("data/tables", paste0(s[1], ".csv")), colClasses = c(territory = "character"))
  x <- table[table$level == "departement" & table$date == s[3], s[2]]
  x <- x[!is.na(x)]
  for (n in c(3, 5, 8)) {
    edges <- list(
      quantile = classIntervals(x, n, style = "quantile")$brks,
      equal = classIntervals(x, n, style = "equal")$brks,
      jenks = classIntervals(x, n, style = "fisher")$brks,
      stddev = classIntervals(x, n, style = "sd")$brks,
      geometric = geometric(x, n))
    if (n == 5) edges$q6 <- unname(quantile(x, c(0, .05, .275, .5, .725, .95, 1)))
    for (method in names(edges)) {
      text <- paste(sprintf("%.17g", edges[[method]]), collapse = " ")
      counts <- paste(held(x, edges[[method]]), collapse = " ")
      cat(paste(s[1], s[2], s[3], method, n, text, counts, sep = ","), "\n", sep = "")
    }
  }
}
