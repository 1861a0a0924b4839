/// Text whose lines may be joined again (format=flowed): a blank at the end says that the paragraph goes on.
///
/// Source: RFC 3676.
enum FlowedText {
  /// The text with its paragraphs on one line each, quoted ones behind `> ` as before.
  ///
  /// - Parameter deletesBlank: Whether the blank that joins is no part of the text (DelSp).
  /// - Complexity: O(text).
  static func unflowed(_ text: String, deletesBlank: Bool) -> String {
    var result = ""
    var isOpen = false
    var openDepth = 0
    var isFirst = true
    for line in text.lines {
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      // A blank that protects a line that begins with one, with `>` or with `From `.
      if content.first == " " { content = content.dropFirst() }
      let isSignature = content == "-- "
      if !isOpen || depth != openDepth || isSignature {
        if !isFirst { result += "\n" }
        result += prefix(depth)
      }
      isFirst = false
      isOpen = content.last == " " && !isSignature
      openDepth = depth
      result += isOpen && deletesBlank ? content.dropLast() : content
    }
    return result
  }

  private static func prefix(_ depth: Int) -> String {
    depth == 0 ? "" : String(repeating: ">", count: min(depth, 100)) + " "
  }
}
