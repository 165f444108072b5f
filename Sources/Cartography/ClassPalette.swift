import Geometry
import Pages
import Quantities
import Typesetting

/// The paints of the classes, of secrecy and of what is not available.
struct ClassPalette: Hashable, Sendable {
  /// From the lowest class to the highest.
  let paints: [Paint]
  let secret: Paint
  let unavailable: Paint

  /// Steps of the theme's sequential palette, evenly spread between its ends.
  init(classes count: Int, colors: ThemeColors) {
    self.init(Self.spread(colors.sequential, count).map(Paint.color), colors)
  }

  /// The paints that a map's style asks for.
  init(_ classes: ValueClasses, style: Choropleth.Style, colors: ThemeColors) {
    if style.printing == .patterns {
      // Classes are lines here, so that what has no value is dots: few and small, or many and large.
      self.init(
        paints: Self.patterns(classes.count),
        secret: .dots(dot: .black, radius: 0.85, pitch: 3.2, ground: .white),
        unavailable: .dots(dot: .black, radius: 0.3, pitch: 4.5, ground: .white))
    } else if let centre = style.around {
      let palette = style.palette ?? colors.diverging
      self.init(Self.diverging(palette, classes, around: centre.value).map(Paint.color), colors)
    } else {
      let palette = style.palette ?? colors.sequential
      self.init(Self.spread(palette, classes.count).map(Paint.color), colors)
    }
  }

  private init(_ paints: [Paint], _ colors: ThemeColors) {
    self.init(paints: paints, secret: colors.secret, unavailable: colors.noData)
  }

  private init(paints: [Paint], secret: Paint, unavailable: Paint) {
    (self.paints, self.secret, self.unavailable) = (paints, secret, unavailable)
  }

  var all: [Paint] { paints + [secret, unavailable] }

  func paint(_ value: Published<Quantity>, _ bounds: ValueClasses) -> Paint {
    switch value {
    case .value(let quantity): paints[bounds.index(of: quantity.value)]
    case .secret: secret
    case .unavailable: unavailable
    }
  }
}

extension ClassPalette {
  static func spread(_ steps: [Color], _ count: Int) -> [Color] {
    (0..<count).map { index in
      mix(steps, at: count > 1 ? Double(index) / Double(count - 1) : 1)
    }
  }

  /// Each side away from the middle, in equal steps that are those of both, so that classes as far from it are as strong;
  /// only a class that holds the centre has the middle.
  private static func diverging(
    _ steps: [Color], _ classes: ValueClasses, around centre: Double
  ) -> [Color] {
    let below = classes.breaks.filter { $0 <= centre }.count
    let above = classes.breaks.filter { $0 >= centre }.count
    let step = 0.5 / Double(max(below, above, 1))
    let low = (0..<below).map { mix(steps, at: 0.5 - step * Double(below - $0)) }
    let high = (0..<above).map { mix(steps, at: 0.5 + step * Double($0 + 1)) }
    let middle = below + above < classes.count ? [mix(steps, at: 0.5)] : []
    return low + middle + high
  }

  /// Lines that grow from class to class; the lowest class is blank, the highest black.
  private static func patterns(_ count: Int) -> [Paint] {
    let pitch: Length = 3
    return (0..<count).map { index in
      let share = count > 1 ? Double(index) / Double(count - 1) : 1
      if index == 0, count > 1 { return .color(.white) }
      if index == count - 1 { return .color(.black) }
      return .hatch(line: .black, width: pitch * (share * 0.9 - 0.04), pitch: pitch, ground: .white)
    }
  }

  /// The colour at a place from 0 to 1 along evenly spaced steps.
  private static func mix(_ steps: [Color], at place: Double) -> Color {
    guard let first = steps.first, steps.count > 1 else { return steps.first ?? .black }
    let position = min(max(place, 0), 1) * Double(steps.count - 1)
    let low = min(Int(position), steps.count - 2)
    let (a, b, t) = (steps[low], steps[low + 1], position - Double(low))
    guard t > 0 else { return low == 0 ? first : a }
    return Color(
      red: a.red + (b.red - a.red) * t, green: a.green + (b.green - a.green) * t,
      blue: a.blue + (b.blue - a.blue) * t)
  }
}
