/// What the sample prose looks like on lines of 150 pt, in the font without a file.
enum Goldens {
  /// Text, x, baseline and width of each line.
  static let justified = [
    "Le fonds de solidarité | 10.0 pt 9.6 pt 140.0 pt",
    "verse chaque mois une aide | 0.0 pt 9.6 pt 150.0 pt",
    "aux entreprises dont le | 0.0 pt 9.6 pt 150.0 pt",
    "chiffre d’affaires a baissé. | 0.0 pt 9.6 pt 152.83 pt",
    "L’administration fiscale ins- | 0.0 pt 9.6 pt 152.83 pt",
    "truit les demandes, publie | 0.0 pt 9.6 pt 150.0 pt",
    "chaque semaine les montants cu- | 0.0 pt 9.6 pt 152.83 pt",
    "mulés par département, par sec- | 0.0 pt 9.6 pt 152.83 pt",
    "tion d’activité et par classe | 0.0 pt 9.6 pt 150.0 pt",
    "d’effectifs, et les arrondit au | 0.0 pt 9.6 pt 150.0 pt",
    "dixième le plus proche. | 0.0 pt 9.6 pt 115.0 pt",
  ]

  static let ragged = [
    "Le fonds de solidarité", "verse chaque mois une aide", "aux entreprises dont le",
    "chiffre d’affaires a baissé.", "L’administration fiscale", "instruit les demandes, publie",
    "chaque semaine les montants", "cumulés par département,", "par section d’activité et",
    "par classe d’effectifs, et", "les arrondit au dixième le", "plus proche.",
  ]
}
