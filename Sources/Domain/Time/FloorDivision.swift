extension Int {
  /// The quotient rounded down, so that times before 1970 fall on the right day.
  ///
  /// The divisor is more than 0.
  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// What `floorDivided` leaves over, from 0 to one less than the divisor.
  ///
  /// The divisor is more than 0.
  func floorRemainder(by divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
