import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct LabelSpreadingTests {
  private typealias Label = LabelSpreading.Label

  @Test func labelsWithRoomStandWhereTheyWish() {
    let labels = [Label(wanted: 10, extent: 8), Label(wanted: 50, extent: 8)]
    #expect(LabelSpreading.starts(of: labels, within: 0...100) == [6, 46])
  }

  @Test func twoThatMeetGiveWayEqually() {
    let labels = [Label(wanted: 50, extent: 10), Label(wanted: 54, extent: 10)]
    #expect(LabelSpreading.starts(of: labels, within: 0...100) == [42, 52])
  }

  @Test func theEdgePushesBack() {
    let labels = [Label(wanted: 0, extent: 10), Label(wanted: 2, extent: 10), Label(wanted: 99, extent: 10)]
    #expect(LabelSpreading.starts(of: labels, within: 0...100) == [0, 10, 90])
  }

  @Test func whatFindsNoRoomIsLeftOutFromTheEnd() {
    let labels = (0..<4).map { _ in Label(wanted: 10, extent: 10) }
    let starts = LabelSpreading.starts(of: labels, within: 0...25)
    #expect(starts.map { $0 == nil } == [false, false, true, true])
  }

  /// Never one over another, never outside, in the order of their wishes, and moved only where they meet.
  @Test func labelsNeverOverlap() {
    var dice = Dice(seed: 4)
    for _ in 0..<2000 {
      let range: ClosedRange<Length> = 20...(20 + Length(points: Double(dice.roll(10...200))))
      let labels = (0..<dice.roll(1...14)).map { _ in
        Label(wanted: .pt(dice.share() * 240), extent: .pt(Double(dice.roll(4...20))))
      }
      let placed = zip(labels, LabelSpreading.starts(of: labels, within: range)).compactMap { label, start in
        start.map { (start: $0, end: $0 + label.extent, wanted: label.wanted) }
      }.sorted { ($0.start, $0.wanted) < ($1.start, $1.wanted) }
      #expect(placed.allSatisfy { $0.start >= range.lowerBound - 1e-9 && $0.end <= range.upperBound + 1e-9 })
      for (a, b) in zip(placed, placed.dropFirst()) {
        #expect(a.end <= b.start + 1e-9, "\(labels)")
        #expect(a.wanted <= b.wanted)
      }
      let extent = labels.reduce(Length.zero) { $0 + $1.extent }
      if extent <= range.upperBound - range.lowerBound {
        #expect(placed.count == labels.count, "all have room")
      }
    }
  }
}

@Suite struct LabelPlacementTests {
  private let bounds = Rect(x: 0, y: 0, width: 100, height: 100)

  @Test func theFirstFreeCandidateIsTaken() {
    var placement = LabelPlacement(bounds: bounds)
    placement.block(Rect(x: 0, y: 0, width: 20, height: 20))
    let size = Size(width: 10, height: 10)
    let candidates = [Point(x: 15, y: 15), Point(x: 95, y: 0), Point(x: 20, y: 20), Point(x: 50, y: 50)]
    #expect(
      placement.place(size, at: candidates) == Point(x: 20, y: 20), "beside the obstacle, inside the edge")
    #expect(placement.place(size, at: candidates) == Point(x: 50, y: 50), "the first place is taken now")
    #expect(placement.place(size, at: candidates) == nil)
  }

  @Test func aLineKeepsLabelsAway() {
    var placement = LabelPlacement(bounds: bounds)
    placement.block(along: [Point(x: 0, y: 0), Point(x: 100, y: 100)], margin: 3)
    #expect(!placement.isFree(Rect(x: 48, y: 48, width: 4, height: 4)))
    #expect(placement.isFree(Rect(x: 60, y: 20, width: 20, height: 20)), "far from a slope")
  }

  @Test func labelsAndObstaclesNeverMeet() {
    var dice = Dice(seed: 9)
    for _ in 0..<200 {
      var placement = LabelPlacement(bounds: bounds)
      var taken: [Rect] = []
      for _ in 0..<dice.roll(0...4) {
        let rect = Rect(x: .pt(dice.share() * 90), y: .pt(dice.share() * 90), width: 10, height: 15)
        placement.block(rect)
        taken.append(rect)
      }
      for _ in 0..<20 {
        let size = Size(width: .pt(Double(dice.roll(5...30))), height: 8)
        let candidates = (0..<6).map { _ in
          Point(x: .pt(dice.share() * 110 - 5), y: .pt(dice.share() * 110 - 5))
        }
        guard let place = placement.place(size, at: candidates) else { continue }
        let rect = Rect(origin: place, size: size)
        #expect(bounds.contains(rect))
        #expect(!taken.contains { $0.intersects(rect) })
        taken.append(rect)
      }
    }
  }
}
