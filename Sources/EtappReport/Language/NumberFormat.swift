package import EtappModel

/// Numbers as a language writes them: `10 379 295` and `12,2` in Swedish, `10,379,295` and `12.2` in English.
///
/// Blanks inside a number never break over a line. Nothing here asks the machine for its locale, so the same
/// report comes out everywhere.
package struct NumberFormat: Hashable, Sendable {
  package let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  private static let noBreakSpace = "\u{A0}"
  private static let minus = "\u{2212}"

  private var decimalSign: String { language == .swedish ? "," : "." }
  private var thousandsSign: String { language == .swedish ? Self.noBreakSpace : "," }

  /// The number without decimals.
  package func whole(_ value: Double) -> String { decimal(value, places: 0) }

  package func whole(_ value: Int) -> String { decimal(Double(value), places: 0) }

  /// The number rounded to so many decimals, half away from zero; −0 is written as 0.
  package func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : (value < 0 ? Self.minus : "") + "∞" }
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e18 else { return "\(value)" }
    let number = Int64(scaled)
    let whole = grouped(String(number / Int64(scale)))
    let sign = value < 0 && number != 0 ? Self.minus : ""
    guard places > 0 else { return sign + whole }
    let fraction = String(number % Int64(scale))
    return sign + whole + decimalSign + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// The number with as many decimals as it needs, at most so many.
  package func trimmed(_ value: Double, places: Int = 2) -> String {
    var text = decimal(value, places: places)
    guard text.contains(decimalSign), value.isFinite else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(decimalSign) { text.removeLast() }
    return text
  }

  /// A small number with two figures that tell: 0.034, 0.81, 2.4, 31.
  package func significant(_ value: Double) -> String {
    let size = abs(value)
    if size >= 10 || size == 0 { return whole(value) }
    var places = 1
    var limit = 1.0
    while size < limit, places < 6 { (places, limit) = (places + 1, limit / 10) }
    return decimal(value, places: places)
  }

  /// A share as a percentage: `2 %` in Swedish, `2%` in English.
  package func percent(_ share: Double, places: Int = 1) -> String {
    trimmed(share * 100, places: places) + (language == .swedish ? Self.noBreakSpace : "") + "%"
  }

  /// Digits in groups of three; Swedish leaves four digits together only in years, which never come this way.
  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += thousandsSign }
      result.append(digit)
    }
    return result
  }
}
