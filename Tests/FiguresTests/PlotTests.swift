import Geometry
import Language
import Pages
import Quantities
import Testing
import Typesetting

@testable import Figures

@Suite struct PlotTests {
  private let size = Size(width: 300, height: 160)

  private func plot(_ data: [Datum], marks: [Mark]? = nil) -> Plot {
    let form = NumberForm(data.map(\.y), unit: .euro, kind: .stock, language: .french)
    return Plot(
      x: NumberAxis(data.map(\.x), numbers: form), y: NumberAxis(data.map(\.y), numbers: form),
      marks: marks ?? data.map { .dot($0, radius: 2, .black, open: false) })
  }

  private func labels(_ data: [Datum], _ text: (Int) -> String) -> [PlotLabel] {
    data.enumerated().map { PlotLabel(text($0), Kit.synthetic.theme.text.mapLabel, at: $1) }
  }

  @Test func marksStandWhereTheScalesPutThem() throws {
    let frame = try plot([Datum(0, 0), Datum(50, 25), Datum(100, 50)]).frame(size: size, kit: .synthetic)
    let dots = frame.shapes().filter { $0.path.elements.count == 6 }.compactMap { $0.path.bounds?.centre }
    #expect(dots.count == 3)
    #expect((dots[1].x.points - (dots[0].x + dots[2].x).points / 2).magnitude < 0.01)
    #expect((dots[1].y.points - (dots[0].y + dots[2].y).points / 2).magnitude < 0.01)
    #expect(dots[2].y < dots[0].y)
  }

  @Test func aLabelWithoutPlaceIsListedBelow() throws {
    let data =
      (0..<40).map { Datum(50 + Double($0 % 3), 25 + Double($0 % 2)) } + [Datum(0, 0), Datum(100, 50)]
    var spec = plot(data)
    spec.labels = labels(data) { "Territoire \($0)" }
    let frame = try spec.frame(size: size, kit: .synthetic)
    expectApart(frame)
    let text = frame.texts().map(\.text).joined(separator: " ")
    #expect(text.contains("Sans place"))
    for index in data.indices {
      #expect(text.contains("Territoire \(index)") || text.contains("\(index),"), "\(index) is lost")
    }
  }

  @Test func earlierLabelsHaveTheBetterRight() throws {
    let data = [Datum(0, 0), Datum(50, 25), Datum(100, 50)]
    var spec = plot(data)
    let first = PlotLabel("Première", Kit.synthetic.theme.text.mapLabel, at: data[1], hasLeader: false)
    let others = (0..<8).map {
      PlotLabel("Autre \($0)", Kit.synthetic.theme.text.mapLabel, at: data[1], hasLeader: false)
    }
    spec.labels = [first] + others
    #expect(try spec.frame(size: size, kit: .synthetic).texts().contains { $0.text == "Première" })
    #expect(try !spec.unplaced(size: size, kit: .synthetic).contains("Première"))
    #expect(try spec.unplaced(size: size, kit: .synthetic).contains("Autre 7"))
  }

  @Test func whatIsLessThanANameWithoutRoomIsNotNamedEither() throws {
    let data = [Datum(0, 0), Datum(50, 25), Datum(100, 50)]
    var spec = plot(data)
    func label(_ text: String, at datum: Datum, followsLast: Bool) -> PlotLabel {
      var label = PlotLabel(text, Kit.synthetic.theme.text.mapLabel, at: datum, hasLeader: false)
      (label.isOptional, label.followsLast) = (true, followsLast)
      return label
    }
    func names(_ first: String) throws -> [String] {
      spec.labels = [
        label(first, at: data[1], followsLast: false), label("Moindre", at: data[2], followsLast: true),
      ]
      return try spec.frame(size: size, kit: .synthetic).texts().map(\.text)
    }
    #expect(try names("Première").contains("Moindre"))
    #expect(try !names(String(repeating: "M", count: 200)).contains("Moindre"))
  }

  @Test func namesAtTheRightAreMovedApartAndLedTo() throws {
    let data = [Datum(0, 10), Datum(10, 11)]
    var spec = plot(data, marks: [.line(data, Pen(.black))])
    spec.ends = (0..<5).map { EndLabel("Série \($0)", color: .black, y: 10 + Double($0) / 10) }
    let frame = try spec.frame(size: size, kit: .synthetic)
    expectApart(frame)
    #expect((0..<5).allSatisfy { number in frame.texts().contains { $0.text == "Série \(number)" } })
    let leaders = frame.shapes().filter { $0.stroke?.width == 0.35 }
    #expect(leaders.count >= 3)
  }

  /// A word is never broken: names that have too little room are left out, and told of.
  @Test func categoriesKeepTheirWordsWhole() throws {
    let names = (0..<18).map { "Territoire numéro\($0)" }
    let marks = names.indices.map { Mark.rect(Datum(Double($0), 0), Datum(Double($0) + 0.5, 9), .black) }
    let form = NumberForm([9], unit: .euro, kind: .stock, language: .french)
    var spec = Plot(x: CategoryAxis(names), y: NumberAxis([0, 9], numbers: form), marks: marks)
    spec.ends = [EndLabel("Incontestablement", color: .black, y: 5)]
    for width in [120, 200, 300] as [Length] {
      let size = Size(width: width, height: 260)
      let frame = try spec.frame(size: size, kit: .synthetic)
      expectApart(frame)
      let unplaced = try spec.unplaced(size: size, kit: .synthetic)
      let words = Set(frame.texts().flatMap { $0.text.split(separator: " ").map(String.init) })
      for (index, name) in names.enumerated() where !unplaced.contains(name) {
        #expect(words.contains("Territoire") && words.contains("numéro\(index)"))
      }
      #expect(!unplaced.isEmpty && unplaced.count < names.count)
      #expect(unplaced.contains("Incontestablement") || words.contains("Incontestablement"))
    }
  }

  @Test func annotationsAreDrawnAndNamed() throws {
    let data = (0...10).map { Datum(Double($0), Double($0 * $0)) }
    var spec = plot(data, marks: [.line(data, Pen(.black))])
    spec.annotations = [
      .period(2...4, name: "confinement"), .event(6, name: "réouverture"),
      .level(50, name: "objectif", color: .black), .range(60...80, name: "cible"),
      .remark(Datum(9, 81), text: "pic"),
    ]
    let frame = try spec.frame(size: size, kit: .synthetic)
    expectApart(frame)
    for name in ["confinement", "réouverture", "objectif", "cible", "pic"] {
      #expect(frame.texts().contains { $0.text == name }, "\(name)")
    }
    let bands = frame.shapes().filter { $0.fill == .color(Kit.synthetic.theme.colors.band) }
    #expect(bands.count == 2)
  }

  @Test func aPeriodOutsideThePlotIsNotDrawn() throws {
    var spec = plot([Datum(0, 0), Datum(10, 10)])
    spec.annotations = [.period(20...30, name: "plus tard"), .event(-5, name: "avant")]
    let texts = try spec.frame(size: size, kit: .synthetic).texts().map(\.text)
    #expect(!texts.contains("plus tard") && !texts.contains("avant"))
  }

  @Test func gapsAreLeftOpen() {
    let data = [Datum(0, 0), Datum(1, 1), Datum(2, .nan), Datum(3, 1), Datum(4, 2)]
    var frame = Frame(size: size)
    let scale = LinearScale(0...4, from: 0, to: 100)
    Mark.line(data, Pen(.black)).draw(in: &frame, x: scale, y: scale)
    #expect(frame.shapes().count == 2)
  }

  @Test func facetsShareTheirAxes() throws {
    let low = plot([Datum(0, 0), Datum(10, 1)])
    var high = plot([Datum(0, 0), Datum(10, 100)])
    high.title = "Un nom assez long pour tenir sur deux lignes"
    let plots = (0..<5).map { index -> Plot in
      var facet = index == 0 ? high : low
      facet.y = high.y
      facet.title = facet.title ?? "Nom \(index)"
      return facet
    }
    let facets = Facets(plots)
    let height = try facets.height(width: 300, kit: .synthetic)
    let frame = try facets.frame(size: Size(width: 300, height: height), kit: .synthetic)
    expectApart(frame)
    // The vertical numbers stand once a row, at the left.
    #expect(frame.texts().filter { $0.text == "100" }.allSatisfy { $0.origin.x < 20 })
  }

  @Test func aPaleSeriesHasASampleAndATextThatReads() throws {
    var spec = plot([Datum(0, 10), Datum(10, 20)])
    let pale = Color(red: 0.6, green: 0.8, blue: 0.7)
    spec.ends = [EndLabel("Claire", color: pale, y: 20), EndLabel("Sombre", color: .black, y: 10)]
    let frame = try spec.frame(size: size, kit: .synthetic)
    #expect(frame.shapes().filter { $0.fill == .color(pale) && $0.path.bounds?.width == 5 }.count == 1)
    #expect(inks(frame).allSatisfy { $0.contrast(with: .white) >= 4.5 })
  }

  private func inks(_ frame: Frame) -> [Color] {
    frame.items.flatMap { placed -> [Color] in
      switch placed.item {
      case .glyphs(let run): [run.color]
      case .group(let inner, _, _): inks(inner)
      case .shape, .link, .use: []
      }
    }
  }

  @Test func aValueALittleBelowZeroNeedsNoTick() {
    let form = NumberForm([100], unit: .euro, kind: .stock, language: .french)
    let axis = NumberAxis([-3, 100], numbers: form)
    #expect(axis.grid.first == 0)
    #expect(axis.domain.lowerBound == -3)
    #expect(NumberAxis([-30, 100], numbers: form).grid.first.map { $0 < 0 } == true)
  }

  @Test func aLogarithmEndsNearItsValues() {
    let form = NumberForm([100], unit: .euro, kind: .stock, language: .french)
    let axis = NumberAxis([0.8, 136], numbers: form, form: .log, origin: false)
    #expect(axis.domain == 0.5...200)
    #expect(axis.grid == [1, 10, 100])
  }

  @Test func theEndsOfAnEdgeAxisAreWritten() throws {
    let form = NumberForm([1100], unit: .euro, kind: .stock, language: .french)
    let edges = stride(from: 150.0, through: 1100, by: 10).map(\.self)
    let axis = EdgeAxis(edges, ticks: edges, numbers: form)
    let foot = try axis.foot(axis.scale(from: 10, to: 200), width: 210, kit: .synthetic)
    expectApart(foot)
    let texts = foot.texts().map(\.text)
    #expect(texts.contains("150"))
    let hasEnd = texts.contains { $0.hasPrefix("1") && $0.hasSuffix("100") && $0.count > 3 }
    #expect(hasEnd)
    #expect(texts.count < edges.count)
  }

  @Test func aPanelSharesTheHorizontalAxis() throws {
    let (upper, lower) = (plot([Datum(0, 1), Datum(9, 2)]), plot([Datum(0, 1e6), Datum(9, 2e6)]))
    let frame = try Panels([upper, lower], shares: [2, 1]).frame(size: size, kit: .synthetic)
    expectApart(frame)
    let dots = frame.shapes().filter { $0.path.elements.count == 6 }.compactMap { $0.path.bounds?.centre }
    #expect(dots.count == 4)
    #expect((dots[0].x - dots[2].x).magnitude < 0.01 && (dots[1].x - dots[3].x).magnitude < 0.01)
  }
}

@Suite struct WrappingTests {
  private let kit = Kit.synthetic

  private func lines(_ text: String, measure: Length, lines: Int = 100) throws -> [String] {
    let style = kit.theme.text.axis
    let frame = try kit.wrapped(text, style, measure: measure, lines: lines)
    #expect(frame.width <= measure + 0.01)
    var rows: [(Length, String)] = []
    for piece in frame.texts() {
      if let last = rows.last, last.0 == piece.origin.y {
        rows[rows.count - 1].1 += piece.text
      } else {
        rows.append((piece.origin.y, piece.text))
      }
    }
    return rows.map(\.1)
  }

  // Each character is 3.5 pt wide.
  @Test func linesEndAfterSpacesAndHyphens() throws {
    #expect(try lines("Provence-Alpes-Côte d’Azur", measure: 56) == ["Provence-Alpes-", "Côte d’Azur"])
  }

  @Test func fixedSpacesHoldUnlessNothingElseHelps() throws {
    #expect(try lines("le 12\u{A0}mai", measure: 24) == ["le", "12\u{A0}mai"])
    #expect(try lines("31\u{A0}déc.\u{A0}2020", measure: 25).count == 2)
  }

  @Test func aWordThatNoLineHoldsIsCutAndNothingIsLost() throws {
    let word = String(repeating: "abcdefghij", count: 5)
    #expect(try lines(word, measure: 42).joined() == word)
  }

  @Test func whatIsLeftOutIsMarked() throws {
    let cut = try lines("un nom beaucoup trop long pour deux lignes", measure: 42, lines: 2)
    #expect(cut.count == 2)
    #expect(cut.last?.hasSuffix("…") == true)
  }
}
