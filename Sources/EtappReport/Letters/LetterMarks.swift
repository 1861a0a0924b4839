/// Keeps the words of data apart from the marks of a template: `*`, `\`, `-` and `#` shape a letter only where its
/// author wrote them.
enum LetterMarks {
  /// Stand-ins from the private use area, which data are freed from first.
  private static let standIns: [(mark: Unicode.Scalar, standIn: Unicode.Scalar)] = [
    ("*", "\u{F0000}"), ("\\", "\u{F0001}"), ("-", "\u{F0002}"), ("#", "\u{F0003}"),
  ]

  /// The words on one line, without characters that control anything.
  static func cleaned(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var isBlank = true
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        if !isBlank { output.append(" ") }
        isBlank = true
      case .format where scalar != "\u{200D}" && scalar != "\u{AD}": continue
      case .privateUse: continue
      default:
        output.append(scalar)
        isBlank = scalar == " "
      }
    }
    while output.last == " " { output.removeLast() }
    return String(output)
  }

  static func guarded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 42 || $0 == 92 || $0 == 45 || $0 == 35 }) else { return text }
    return mapped(text) { scalar in standIns.first { $0.mark == scalar }?.standIn }
  }

  static func freed(_ text: String) -> String {
    guard text.utf8.contains(0xF3) else { return text }
    return mapped(text) { scalar in standIns.first { $0.standIn == scalar }?.mark }
  }

  private static func mapped(_ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(change(scalar) ?? scalar) }
    return String(output)
  }
}
