/// E-mail addresses and domains as files of a workspace write them.
enum WrittenAddress {
  /// The address in lower case, or nil when the text is none: something before one `@`, and a domain after it.
  static func normal(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let domain = domain(String(parts[1])),
      parts[0].allSatisfy({ !$0.isWhitespace && !"<>,;:\"()[]\\".contains($0) })
    else { return nil }
    return parts[0].lowercased() + "@" + domain
  }

  /// The domain in lower case, or nil when the text is none.
  static func domain(_ text: String) -> String? {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy(isLabel) else { return nil }
    return text.lowercased()
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } && label.first != "-"
      && label.last != "-"
  }
}
