/// Rows of fields as CSV: comma, quotes where needed, a line feed after every row.
struct CSVWriter {
  private(set) var text: String

  init(header: [String]) {
    text = ""
    add(header)
  }

  mutating func add(_ fields: [String]) {
    text += fields.map(Self.quoted).joined(separator: ",") + "\n"
  }

  /// A field in quotes when it holds a separator, a quote or a line end, or begins as a spreadsheet formula would.
  private static func quoted(_ field: String) -> String {
    let isFormula = field.first.map { "=@\t\r".contains($0) } ?? false
    let isSigned = field.first.map { "+-".contains($0) } ?? false
    // A spreadsheet runs a field that begins with =, @, + or −; an apostrophe makes it text. Numbers keep their sign.
    let safe = isFormula || (isSigned && Double(field) == nil) ? "'" + field : field
    guard safe.contains(where: { ",;\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
