import Geometry
import Testing

@testable import Cartography

@Suite struct CalloutSearchTests {
  /// A place of ten points of height, with a leader too short to meet anything.
  private func place(_ top: Length, _ cost: Double) -> CalloutPlacement.Place {
    CalloutPlacement.Place(
      box: Rect(x: 0, y: top, width: 10, height: 10), variant: 0, isLeft: false,
      anchor: Point(x: -2, y: top + 5), cost: cost)
  }

  private func search(_ candidates: [[CalloutPlacement.Place]]) -> CalloutSearch {
    var search = CalloutSearch(candidates: candidates)
    search.improve()
    search.leaveOut()
    return search
  }

  /// The first would have yielded at once, had the third not stood in its way at that moment.
  @Test func aLabelYieldsWhereBothTogetherGain() {
    var search = search([
      [place(0, 1), place(40, 3)], [place(5, 1), place(200, 500)], [place(45, 1), place(100, 2)],
      [place(54, 1)],
    ])
    #expect(search.places.map { $0?.cost } == [1, 500, 2, 1])
    search.exchange()
    #expect(search.places.map { $0?.cost } == [3, 1, 2, 1])
  }

  @Test func whatHasNoPlaceStaysOut() {
    var search = search([[], [place(0, 1)]])
    search.exchange()
    #expect(search.places.map { $0?.cost } == [nil, 1])
  }
}
