import Geometry

/// Labels side by side along a line (at the right end of curves), moved apart as little as may be.
public enum LabelSpreading {
  /// A label that would like to stand centred at `wanted`.
  public struct Label: Hashable, Sendable {
    public var wanted: Length
    public var extent: Length

    public init(wanted: Length, extent: Length) {
      (self.wanted, self.extent) = (wanted, extent)
    }
  }

  /// The start of each label, in the order given; `nil` for those that find no room (the last given go first).
  ///
  /// Neighbours that would meet form a cluster, which stands where the mean of its wishes puts it: least squares
  /// under an order, solved by pooling adjacent violators (Ayer et al., 1955).
  public static func starts(of labels: [Label], within range: ClosedRange<Length>) -> [Length?] {
    var kept = labels.count
    while kept > 0, total(labels.prefix(kept)) > range.upperBound - range.lowerBound { kept -= 1 }
    let order = (0..<kept).sorted { (labels[$0].wanted, $0) < (labels[$1].wanted, $1) }
    var clusters: [Cluster] = []
    for index in order {
      var cluster = Cluster(index, labels[index], range)
      while let last = clusters.last, last.start(in: range) + last.extent > cluster.start(in: range) {
        cluster = last.joined(cluster)
        clusters.removeLast()
      }
      clusters.append(cluster)
    }
    var starts = [Length?](repeating: nil, count: labels.count)
    for cluster in clusters {
      for member in cluster.members { starts[member.index] = cluster.start(in: range) + member.offset }
    }
    return starts
  }

  private static func total(_ labels: ArraySlice<Label>) -> Length { labels.reduce(.zero) { $0 + $1.extent } }
}

private struct Cluster {
  var members: [(index: Int, offset: Length)]
  var extent: Length
  /// The sum of the starts that its members would give it.
  var wishes: Length

  init(_ index: Int, _ label: LabelSpreading.Label, _ range: ClosedRange<Length>) {
    members = [(index, .zero)]
    extent = label.extent
    wishes = label.wanted - label.extent / 2
  }

  func start(in range: ClosedRange<Length>) -> Length {
    min(max(wishes / Double(members.count), range.lowerBound), range.upperBound - extent)
  }

  func joined(_ next: Cluster) -> Cluster {
    var all = self
    all.members += next.members.map { ($0.index, $0.offset + extent) }
    all.wishes = wishes + next.wishes - extent * Double(next.members.count)
    all.extent = extent + next.extent
    return all
  }
}
