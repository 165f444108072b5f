import Geometry
import TestSupport
import Testing

@testable import Cartography

@Suite struct CalloutPlacementTests {
  private let area = Rect(x: 0, y: 0, width: 300, height: 200)
  private let land = Rect(x: 100, y: 20, width: 100, height: 160)

  private func places(_ anchors: [Point]) -> [CalloutPlacement.Place?] {
    var mask = LandMask(area: area)
    mask.block(Path.rectangle(land))
    return CalloutPlacement(area: area, mask: mask).places(
      for: anchors.map { CalloutPlacement.Request(anchor: $0, sizes: [Size(width: 60, height: 8)]) })
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6]) func labelsStandClear(seed: UInt64) {
    var dice = Dice(seed: seed)
    let anchors = (0..<10).map { _ in
      Point(
        x: .pt(.random(in: 105..<195, using: &dice)), y: .pt(.random(in: 25..<175, using: &dice)))
    }
    let found = places(anchors).compactMap { $0 }
    #expect(found.count >= 8)
    for (index, place) in found.enumerated() {
      #expect(area.contains(place.box))
      #expect(!place.box.intersects(land))
      for other in found[(index + 1)...] {
        #expect(!place.box.intersects(other.box))
        #expect(!Segment(place.anchor, place.end).crosses(Segment(other.anchor, other.end)))
        #expect(!Segment(place.anchor, place.end).meets(other.box))
      }
    }
  }

  @Test func theNearerSideIsTaken() throws {
    let found = places([Point(x: 110, y: 100), Point(x: 190, y: 100)])
    #expect(try #require(found[0]).isLeft)
    #expect(try #require(found[1]).isLeft == false)
    #expect(try #require(found[1]).box.midY == 100)
  }

  /// Where the near side is full, a label is left out: its leader would be lost on the land that it crosses.
  @Test func noLeaderCrossesTheMap() {
    var mask = LandMask(area: area)
    mask.block(Path.rectangle(land))
    let anchors = (0..<30).map { Point(x: 110, y: 70 + .pt(Double($0) * 2)) }
    let found = CalloutPlacement(area: area, mask: mask, land: mask).places(
      for: anchors.map { CalloutPlacement.Request(anchor: $0, sizes: [Size(width: 60, height: 8)]) })
    #expect(found.contains { $0 != nil } && found.contains { $0 == nil })
    #expect(found.allSatisfy { $0?.isLeft != false })
  }

  @Test func twoLinesAreTakenWhereOneIsTooLong() throws {
    var mask = LandMask(area: area)
    mask.block(Path.rectangle(land))
    let sizes = [Size(width: 150, height: 8), Size(width: 80, height: 16)]
    let request = CalloutPlacement.Request(anchor: Point(x: 190, y: 100), sizes: sizes)
    let place = try #require(CalloutPlacement(area: area, mask: mask).places(for: [request])[0])
    #expect(place.variant == 1)
    #expect(place.box.width == 80)
  }

  @Test func withoutRoomALabelIsLeftOut() {
    let same = Array(repeating: Point(x: 190, y: 100), count: 60)
    let found = places(same)
    #expect(found.first.flatMap { $0 } != nil)
    #expect(found.contains { $0 == nil })
  }

  @Test func aHoleInTheLandIsFree() {
    var mask = LandMask(area: area)
    var path = Path.rectangle(land)
    path.append(.rectangle(land.expanded(by: -30)))
    mask.block(path)
    #expect(mask.isFree(Rect(x: 140, y: 90, width: 20, height: 10)))
    #expect(!mask.isFree(Rect(x: 110, y: 90, width: 20, height: 10)))
  }
}
