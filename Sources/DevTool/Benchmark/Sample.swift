/// Measured figures.
struct Sample {
  private var figures: [Double] = []

  var count: Int { figures.count }

  mutating func add(_ figure: Double) { figures.append(figure) }

  mutating func add(all other: Sample) { figures += other.figures }

  /// The figure below which a share of all lies, between two by their distance; nil of none.
  func at(_ share: Double) -> Double? {
    let sorted = figures.sorted()
    guard let last = sorted.last else { return nil }
    let place = Double(sorted.count - 1) * share
    let low = Int(place)
    guard low + 1 < sorted.count else { return last }
    return sorted[low] + (sorted[low + 1] - sorted[low]) * (place - Double(low))
  }
}

/// One line of the table: a figure of each program, and what it should be.
struct FigureLine {
  enum Aim {
    case none
    /// Of the C program; the large data's of the demo's.
    case times(Double, large: Double? = nil)
    /// In the line's unit, for demo and large data.
    case most(Double)
  }

  var name: String
  var unit: String
  var list: Double?
  var demo: Double?
  var large: Double?
  var aim: Aim

  init(_ name: String, _ unit: String, _ figures: [Double?], _ aim: Aim = .none) {
    self.name = name
    self.unit = unit
    list = figures[0]
    demo = figures[1]
    large = figures[2]
    self.aim = aim
  }

  /// The demo's figure in those of the C program.
  var demoToList: Double? { Self.ratio(demo, list) }
  /// The large data's figure in those of the demo.
  var largeToDemo: Double? { Self.ratio(large, demo) }

  private static func ratio(_ over: Double?, _ under: Double?) -> Double? {
    guard let over, let under, under > 0 else { return nil }
    return over / under
  }

  /// The aim in words, and whether it is met.
  var verdict: (words: String, isMet: Bool)? {
    switch aim {
    case .none: return nil
    case .times(let most, let largeMost):
      var isMet = (demoToList ?? .infinity) <= most
      guard let largeMost else { return ("<= \(Decimals.text(most)) x C", isMet) }
      isMet = isMet && (largeToDemo ?? .infinity) <= largeMost
      return ("<= \(Decimals.text(most)) x C, <= \(Decimals.text(largeMost)) x demo", isMet)
    case .most(let most):
      let isMet = max(demo ?? .infinity, large ?? .infinity) <= most
      return ("<= \(Int(most))\(unit.isEmpty ? "" : " " + unit)", isMet)
    }
  }
}
