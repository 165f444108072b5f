# Draws five figures of layouts/gallery.md with ggplot2 and sf (Debian: r-cran-ggplot2, r-cran-sf), to compare them by eye.
#
#     Rscript Tests/References/figures.R OUTLINES FOLDER
#
# OUTLINES is a GeoJSON of departments with a property `code`; run it at the root of the project.
suppressMessages({
  library(sf)
  library(ggplot2)
})
arguments <- commandArgs(trailingOnly = TRUE)

shapes <- st_read(arguments[1], quiet = TRUE)
totals <- read.csv("data/tables/fds_totals.csv", colClasses = c(territory = "character"))
totals <- totals[totals$date == "2021-04-11" & totals$level == "departement", ]
names <- read.csv("data/territoires/departements.csv", colClasses = c(code = "character"))
regions <- read.csv("data/territoires/regions.csv", colClasses = c(code = "character"))

shapes$amount <- totals$amount[match(shapes$code, totals$territory)]
place <- match(shapes$code, names$code)
shapes$rate <- shapes$amount / names$population[place]
shapes$region <- regions$name[match(names$region[place], regions$code)]
mainland <- st_transform(shapes[nchar(shapes$code) == 2, ], 2154)
mainland$class <- cut(mainland$rate, c(0, 200, 250, 330, 480, 2000), right = FALSE)

save <- function(name, plot) {
  ggsave(file.path(arguments[2], name), plot, width = 6.7, height = 5, dpi = 100, bg = "white")
}
save("choropleth.png", ggplot(mainland) +
  geom_sf(aes(fill = class), colour = "white", linewidth = .2) +
  scale_fill_brewer(name = "€ par habitant") + theme_void())
save("circles.png", ggplot(mainland) + geom_sf(fill = "grey90", colour = "white") +
  geom_sf(data = suppressWarnings(st_centroid(mainland)), aes(size = amount / 1e6), colour = "#173D65", alpha = .8) +
  scale_size_area(max_size = 14, name = "M€") + theme_void())
save("boxes.png", ggplot(st_drop_geometry(shapes[!is.na(shapes$rate), ]), aes(rate, reorder(region, rate, median))) +
  geom_boxplot() + labs(x = "€ par habitant", y = NULL) + theme_minimal())
save("rate-and-circles.png", ggplot(mainland) + geom_sf(aes(fill = class), colour = "white", linewidth = .2) +
  scale_fill_brewer(name = "€ par habitant") +
  geom_sf(data = suppressWarnings(st_centroid(mainland)), aes(size = amount / 1e6), shape = 21, fill = NA) +
  scale_size_area(max_size = 12, name = "M€") + theme_void())

loans <- read.csv("data/tables/pge_sections.csv", colClasses = c(departement = "character"))
loans <- loans[loans$date == "2021-04-09", ]
loans$amount <- suppressWarnings(as.numeric(loans$amount))
sections <- read.csv("data/territoires/sections.csv")
leader <- vapply(split(loans, loans$departement), function(d) d$section[which.max(d$amount)], "")
mainland$leader <- sections$short[match(leader[mainland$code], sections$code)]
save("categories.png", ggplot(mainland) + geom_sf(aes(fill = leader), colour = "white", linewidth = .2) +
  labs(fill = NULL) + theme_void())
