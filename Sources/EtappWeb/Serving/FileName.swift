/// Names of files that came from elsewhere, made fit to be written in a header and on a disk.
enum FileName {
  /// What stands in a plain name beside letters.
  static let plain = "0123456789.-_".unicodeScalars

  /// The last part of a path, without what is not seen, without dots before it, and no longer than a name needs be.
  static func safe(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let seen = last.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
      default: !"\"<>:|?*".unicodeScalars.contains(scalar)
      }
    }
    let text = String(String.UnicodeScalarView(seen)).drop { $0 == "." || $0.isWhitespace }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard !text.isEmpty else { return "document" }
    guard text.count > 120 else { return String(text) }
    let ending = parts.count > 1 && (parts.last?.count ?? 0) <= 8 ? "." + (parts.last ?? "") : ""
    return text.prefix(120 - ending.count) + ending
  }
}
