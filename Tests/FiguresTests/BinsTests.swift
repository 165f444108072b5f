import Testing

@testable import Figures

/// Bins beside those of numpy 2.4.6, to the last digit. Each expectation is what this prints, with the values and the
/// rule of the case ("fd", "scott", "sturges" or 7):
///
///     python3 -c "import numpy; print(numpy.histogram(numpy.array(VALUES, float), bins=RULE))"
@Suite struct BinsTests {
  private static let skewed: [Double] = [
    163.2, 171.9, 180.4, 188.0, 197.3, 201.1, 204.6, 213.8, 219.5, 222.2, 231.7, 233.3, 240.9, 246.8,
    250.1, 255.4, 259.0, 266.3, 272.5, 287.7, 296.4, 310.2, 330.8, 344.9, 366.6, 383.1, 436.2, 480.7,
    670.3, 1068.4,
  ]
  private static let ties: [Double] = [
    1.0, 1.0, 2.0, 2.0, 2.0, 3.0, 5.0, 5.0, 5.0, 5.0, 8.0, 8.0, 13.0, 21.0, 21.0,
  ]
  private static let signs: [Double] = [-4.5, -2.25, -1.0, -0.5, 0.0, 0.0, 0.125, 0.75, 1.5, 3.25, 9.75]
  private static let one: [Double] = [42.0]
  private static let equal: [Double] = [7.0, 7.0, 7.0, 7.0, 7.0, 7.0]

  struct Case: Sendable {
    var name: String
    var values: [Double]
    var rule: BinRule
    var edges: [Double]
    var counts: [Int]
  }

  static let cases: [Case] = [
    Case(
      name: "skewed, fd", values: skewed, rule: .freedmanDiaconis,
      edges: [
        163.2, 232.83076923076922, 302.46153846153845, 372.0923076923077, 441.7230769230769,
        511.3538461538462, 580.9846153846154, 650.6153846153845, 720.2461538461539, 789.876923076923,
        859.5076923076924, 929.1384615384616, 998.7692307692307, 1068.4,
      ],
      counts: [11, 10, 4, 2, 1, 0, 0, 1, 0, 0, 0, 0, 1]),
    Case(
      name: "skewed, scott", values: skewed, rule: .scott,
      edges: [163.2, 344.24, 525.28, 706.3200000000002, 887.3600000000001, 1068.4],
      counts: [23, 5, 1, 0, 1]),
    Case(
      name: "skewed, sturges", values: skewed, rule: .sturges,
      edges: [
        163.2, 314.06666666666666, 464.93333333333334, 615.8, 766.6666666666667, 917.5333333333333, 1068.4,
      ],
      counts: [22, 5, 1, 1, 0, 1]),
    Case(
      name: "skewed, 7", values: skewed, rule: .count(7),
      edges: [
        163.2, 292.51428571428573, 421.8285714285714, 551.1428571428571, 680.4571428571428,
        809.7714285714285, 939.0857142857144, 1068.4,
      ],
      counts: [20, 6, 2, 1, 0, 0, 1]),
    Case(
      name: "ties, fd", values: ties, rule: .freedmanDiaconis,
      edges: [1.0, 5.0, 9.0, 13.0, 17.0, 21.0],
      counts: [6, 6, 0, 1, 2]),
    Case(
      name: "ties, scott", values: ties, rule: .scott,
      edges: [1.0, 7.666666666666667, 14.333333333333334, 21.0],
      counts: [10, 3, 2]),
    Case(
      name: "ties, sturges", values: ties, rule: .sturges,
      edges: [1.0, 5.0, 9.0, 13.0, 17.0, 21.0],
      counts: [6, 6, 0, 1, 2]),
    Case(
      name: "ties, 7", values: ties, rule: .count(7),
      edges: [
        1.0, 3.857142857142857, 6.714285714285714, 9.571428571428571, 12.428571428571429,
        15.285714285714286, 18.142857142857142, 21.0,
      ],
      counts: [6, 4, 2, 0, 1, 0, 2]),
    Case(
      name: "signs, fd", values: signs, rule: .freedmanDiaconis,
      edges: [
        -4.5, -2.916666666666667, -1.3333333333333335, 0.25, 1.833333333333333, 3.416666666666666, 5.0,
        6.583333333333332, 8.166666666666666, 9.75,
      ],
      counts: [1, 1, 5, 2, 1, 0, 0, 0, 1]),
    Case(
      name: "signs, scott", values: signs, rule: .scott,
      edges: [-4.5, 0.25, 5.0, 9.75],
      counts: [7, 3, 1]),
    Case(
      name: "signs, sturges", values: signs, rule: .sturges,
      edges: [-4.5, -1.65, 1.2000000000000002, 4.050000000000001, 6.9, 9.75],
      counts: [2, 6, 2, 0, 1]),
    Case(
      name: "signs, 7", values: signs, rule: .count(7),
      edges: [
        -4.5, -2.4642857142857144, -0.4285714285714288, 1.6071428571428568, 3.6428571428571423,
        5.678571428571427, 7.7142857142857135, 9.75,
      ],
      counts: [1, 3, 5, 1, 0, 0, 1]),
    Case(
      name: "one, fd", values: one, rule: .freedmanDiaconis,
      edges: [41.5, 42.5],
      counts: [1]),
    Case(
      name: "one, scott", values: one, rule: .scott,
      edges: [41.5, 42.5],
      counts: [1]),
    Case(
      name: "one, sturges", values: one, rule: .sturges,
      edges: [41.5, 42.5],
      counts: [1]),
    Case(
      name: "one, 7", values: one, rule: .count(7),
      edges: [
        41.5, 41.642857142857146, 41.785714285714285, 41.92857142857143, 42.07142857142857,
        42.214285714285715, 42.357142857142854, 42.5,
      ],
      counts: [0, 0, 0, 1, 0, 0, 0]),
    Case(
      name: "equal, fd", values: equal, rule: .freedmanDiaconis,
      edges: [6.5, 7.5],
      counts: [6]),
    Case(
      name: "equal, scott", values: equal, rule: .scott,
      edges: [6.5, 7.5],
      counts: [6]),
    Case(
      name: "equal, sturges", values: equal, rule: .sturges,
      edges: [6.5, 7.5],
      counts: [6]),
    Case(
      name: "equal, 7", values: equal, rule: .count(7),
      edges: [
        6.5, 6.642857142857143, 6.785714285714286, 6.928571428571429, 7.071428571428571, 7.214285714285714,
        7.357142857142857, 7.5,
      ],
      counts: [0, 0, 0, 6, 0, 0, 0]),
  ]

  @Test(arguments: cases) func binsAreThoseOfNumpy(of test: Case) {
    let bins = Bins(test.values, test.rule)
    #expect(bins.edges == test.edges, "\(test.name)")
    #expect(bins.counts == test.counts, "\(test.name)")
  }

  /// python3 -c "import numpy; print(numpy.histogram(VALUES, bins=[150, 200, 250, 400, 1068.4])[0])"
  @Test func givenEdgesAreKept() {
    let bins = Bins(Self.skewed, .edges([400, 150, 200, 250, 250, 1068.4]))
    #expect(bins.edges == [150, 200, 250, 400, 1068.4])
    #expect(bins.counts == [5, 9, 12, 4])
    #expect(!bins.isUniform)
  }

  @Test func aBinHoldsItsLowerEdgeAndTheLastBothOfThem() {
    let bins = Bins([0, 10, 10, 20, 30], .edges([0, 10, 20, 30]))
    #expect(bins.counts == [1, 2, 2])
    #expect(bins.index(of: 10) == 1)
    #expect(bins.index(of: 30) == 2)
    #expect(bins.index(of: 30.0001) == nil)
    #expect(bins.index(of: -0.0001) == nil)
  }

  @Test func widthsGiveRoundEdges() {
    let bins = Bins([0.25, 0.3, 0.31], .width(0.1))
    #expect(bins.edges == [0.2, 0.3, 0.4])
    #expect(bins.counts == [1, 2])
    #expect(Bins(Self.skewed, .width(50)).edges.first == 150)
    #expect(Bins(Self.skewed, .width(50)).edges.last == 1100)
  }

  @Test func whatIsNotANumberIsInNoBin() {
    let bins = Bins([1, .nan, 2, .infinity, 3], .count(2))
    #expect(bins.edges == [1, 2, 3])
    #expect(bins.counts == [1, 2])
    #expect(Bins([], .scott).edges.isEmpty)
    #expect(Bins([.nan], .sturges).counts.isEmpty)
  }

  /// As many bins as the rule asks for, as numpy's: 998 values close together and two far away.
  @Test func narrowBinsAreNotCut() {
    let values = (0..<998).map { Double($0 % 10) } + [-900, 6000]
    #expect(Bins(values, .freedmanDiaconis).counts.count == 6900)
  }

  /// The bins hold every value between their edges, however far apart the values are.
  @Test(arguments: [
    [1e-9, 1e12], [1e-9, 2e-9, 1e-9], [-1e12, 0, 1e12], [1e12, 1e12 + 1e-5, 1e12], [0, 1e-300],
  ])
  func extremesAreBinned(values: [Double]) {
    for rule in [BinRule.freedmanDiaconis, .scott, .sturges, .count(9), .width(1e-6), .width(1e9)] {
      let bins = Bins(values, rule)
      #expect(bins.counts.reduce(0, +) == values.count, "\(rule)")
      #expect(bins.counts.count <= Bins.most)
    }
  }
}
