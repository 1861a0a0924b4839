/// Addresses as a mail's headers and its journey take them.
package enum MailAddress {
  /// Whether an address can stand in a header and in a command of the journey as it is.
  ///
  /// One `@` between two parts of letters, digits and the marks that need no quoting (RFC 5322 `dot-atom`), and a domain
  /// of letters, digits, hyphens and dots. Nothing that could end a line or a command comes through.
  package static func isPlain(_ address: String) -> Bool {
    let halves = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard halves.count == 2, address.utf8.count <= 254, halves[0].count <= 64 else { return false }
    return isDotted(halves[0], marks: "!#$%&'*+-/=?^_`{|}~") && isDotted(halves[1], marks: "-")
  }

  private static func isDotted(_ part: Substring.UTF8View, marks: StaticString) -> Bool {
    let allowed = marks.description.utf8
    return part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
          default: allowed.contains(byte)
          }
        }
    }
  }

  /// The part after `@`.
  package static func domain(_ address: String) -> Substring? {
    address.lastIndex(of: "@").map { address[address.index(after: $0)...] }
  }
}
