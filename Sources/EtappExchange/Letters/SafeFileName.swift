import Foundation

/// The name of a file that came from somewhere else, such that it can be kept in a folder here.
enum SafeFileName {
  /// The last part of the name without folders, control characters, what turns the direction of writing, and what some
  /// system forbids; at most as long as every system takes.
  ///
  /// - Parameter fallback: The name when nothing is left.
  static func of(_ name: String, fallback: String) -> String {
    let last = EncodedWords.decoded(name).split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    // A Mac writes å as a and a ring; everyone else looks for it as one letter.
    var scalars = String.UnicodeScalarView()
    for scalar in last.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case ..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFD: break
      default: scalars.append(":*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar)
      }
    }
    // Windows drops dots and blanks at the end; a dot at the beginning hides a file.
    let ends = CharacterSet(charactersIn: ". ").union(.whitespacesAndNewlines)
    let trimmed = String(scalars).trimmingCharacters(in: ends)
    guard !trimmed.isEmpty else { return fallback }
    return shortened(isReserved(trimmed) ? "_" + trimmed : trimmed)
  }

  /// Names that are devices on Windows, whatever their ending.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    return ["CON", "PRN", "AUX", "NUL"].contains(stem)
      || (stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.last?.isNumber ?? false)
  }

  private static func shortened(_ name: String) -> String {
    guard name.count > LetterLimits.fileNameCharacters || name.utf8.count > 240 else { return name }
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let kept = ending.count <= 12 ? ending : ""
    var stem = String(name.dropLast(kept.count).prefix(LetterLimits.fileNameCharacters - kept.count))
    while stem.utf8.count + kept.utf8.count > 240 { stem.removeLast() }
    return stem + kept
  }

  /// The ending that a kind of file usually has; empty where nobody can tell.
  static func ending(of mediaType: String) -> String {
    [
      "application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif",
      "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "text/csv": ".csv",
      "message/rfc822": ".eml", "application/zip": ".zip", "application/pkcs7-signature": ".p7s",
      "application/x-pkcs7-signature": ".p7s", "application/pgp-signature": ".asc", "image/tiff": ".tif",
    ][mediaType] ?? ""
  }
}
