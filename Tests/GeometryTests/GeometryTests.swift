import Testing

@testable import Geometry

@Suite struct LengthTests {
  @Test func aLengthIsInPointsOrMillimetres() {
    #expect(Length.mm(25.4) == 72)
    #expect((Length.pt(72).millimetres - 25.4).magnitude < 1e-12)
    #expect(Length.mm(10).ratio(to: .mm(4)) == 2.5)
    #expect("\(Length.mm(170))" == "481.89 pt")
  }

  @Test(arguments: [
    (0.0, 0.0), (0.005, 0), (0.02, 7), (7, 7), (7.005, 7), (7.02, 14), (-0.02, 0), (-7.2, -7),
  ])
  func roundingUpForgivesAHundredth(points: Double, expected: Double) {
    #expect(Length(points: points).roundedUp(to: 7).points == expected)
  }
}

@Suite struct RectTests {
  private let box = Rect(x: 10, y: 20, width: 30, height: 40)

  @Test func cornersMayComeInAnyOrder() {
    #expect(Rect(from: Point(x: 40, y: 20), to: Point(x: 10, y: 60)) == box)
    #expect(box.centre == Point(x: 25, y: 40))
  }

  @Test func boxesThatTouchDoNotMeet() {
    #expect(!box.intersects(Rect(x: 40, y: 20, width: 5, height: 5)))
    #expect(box.intersects(Rect(x: 39.9, y: 20, width: 5, height: 5)))
    #expect(!box.intersects(Rect(x: 15, y: 60, width: 5, height: 5)))
  }

  @Test func theBorderBelongsToTheBox() {
    #expect(box.contains(Point(x: 40, y: 60)))
    #expect(!box.contains(Point(x: 40.1, y: 60)))
    #expect(box.contains(box))
    #expect(!box.contains(box.expanded(by: 0.1)))
    #expect(box.expanded(by: -1) == Rect(x: 11, y: 21, width: 28, height: 38))
  }

  @Test func aUnionHoldsBoth() {
    let union = box.union(Rect(x: 0, y: 50, width: 1, height: 100))
    #expect(union == Rect(x: 0, y: 20, width: 40, height: 130))
    #expect(box.offset(by: Point(x: 1, y: -1)) == Rect(x: 11, y: 19, width: 30, height: 40))
  }
}

@Suite struct TransformTests {
  private let quarter = Transform(a: 0, b: 1, c: -1, d: 0, tx: 5, ty: 0)

  @Test func mapsFollowOneAnotherInTheOrderWritten() {
    let point = Point(x: 2, y: 3)
    let moved = Transform.translation(Point(x: 1, y: 1))
    for (first, second) in [
      (quarter, moved), (moved, quarter), (Transform.scale(2), quarter), (quarter, .scale(2)),
    ] {
      #expect(first.then(second).apply(point) == second.apply(first.apply(point)))
    }
    #expect(quarter.then(.identity) == quarter)
    #expect(Transform.scale(2).then(moved).apply(point) == Point(x: 5, y: 7))
  }

  @Test func mapsAreAssociative() {
    let (a, b, c) = (Transform.scale(0.5), quarter, Transform.translation(Point(x: 3, y: 4)))
    #expect(a.then(b).then(c) == a.then(b.then(c)))
  }
}

@Suite struct PathTests {
  @Test func aRectangleIsAClosedRing() {
    let path = Path.rectangle(Rect(x: 1, y: 2, width: 3, height: 4))
    #expect(path.elements.count == 5)
    #expect(path.elements.last == .close)
    #expect(path.bounds == Rect(x: 1, y: 2, width: 3, height: 4))
  }

  @Test func anEmptyPathHasNoBounds() {
    #expect(Path().bounds == nil)
    #expect(Path.polygon([]).isEmpty)
    #expect(Path.polyline([]).isEmpty)
  }

  /// Along each arc, a point at the middle of the curve.
  @Test func aCircleIsRound() {
    let centre = Point(x: 10, y: 20)
    let path = Path.circle(centre: centre, radius: 8)
    var pen = Point.zero
    var arcs = 0
    for element in path.elements {
      switch element {
      case .move(let point), .line(let point): pen = point
      case .curve(let a, let b, let end):
        for t in [0.25, 0.5, 0.75] {
          let (u, v) = (1 - t, t)
          let x = u * u * u * pen.x + 3 * u * u * v * a.x + 3 * u * v * v * b.x + v * v * v * end.x
          let y = u * u * u * pen.y + 3 * u * u * v * a.y + 3 * u * v * v * b.y + v * v * v * end.y
          #expect((Point(x: x, y: y).distance(to: centre) - 8).magnitude < 0.0003 * 8)
        }
        pen = end
        arcs += 1
      case .close: break
      }
    }
    #expect(arcs == 4)
    #expect(path.bounds == Rect(x: 2, y: 12, width: 16, height: 16))
  }

  @Test func aMapMovesEveryPoint() {
    let path = Path([.move(.zero), .curve(Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)), .close])
    let moved = path.applying(.translation(Point(x: 2, y: 3)))
    #expect(moved.bounds == Rect(x: 2, y: 3, width: 1, height: 1))
    #expect(moved.applying(.translation(Point(x: -2, y: -3))) == path)
  }
}

@Suite struct PathPartsTests {
  @Test func eachRingIsAPart() {
    let near = Path.rectangle(Rect(x: 0, y: 0, width: 1, height: 1))
    let far = Path.polyline([Point(x: 9, y: 9), Point(x: 10, y: 12)])
    var both = near
    both.append(far)
    #expect(both.parts == [near, far])
    #expect(Path().parts.isEmpty)
  }
}
