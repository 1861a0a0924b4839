import EtappModel

/// `contacts.csv`: whom the programme writes to at each municipality: `municipality,name,role,address,phone`.
struct ContactTable {
  private let table: CSVTable
  private let lookup: NameLookup

  /// Contacts in the order of the file.
  static func read(_ table: CSVTable?, _ geography: Geography, _ diagnostics: inout [Diagnostic]) -> [Contact] {
    guard let table, let columns = table.require(["municipality", "name"], &diagnostics) else { return [] }
    table.checkSpelling(optional: ["municipality", "name", "role", "address", "phone", "note"], &diagnostics)
    let reader = ContactTable(table: table, lookup: NameLookup(geography))
    var seen: Set<Contact> = []
    return (0..<table.rowCount).compactMap { row in
      guard let contact = reader.contact(row, columns, &diagnostics) else { return nil }
      if !seen.insert(contact).inserted {
        reader.say(
          .warning, Text(en: "The contact stands here twice.", sv: "Kontakten står här två gånger."), row, "name",
          contact.name, nil, &diagnostics)
        return nil
      }
      return contact
    }
  }

  private func contact(_ row: Int, _ columns: [Int], _ diagnostics: inout [Diagnostic]) -> Contact? {
    let municipality = municipality(row, columns[0], &diagnostics)
    let name = table.text(row, columns[1])
    if name.isEmpty {
      say(.error, Text(en: "The name is missing.", sv: "Namnet saknas."), row, "name", "", nil, &diagnostics)
    }
    let address = address(row, &diagnostics)
    guard let municipality, !name.isEmpty else { return nil }
    return Contact(
      municipality: municipality, name: name, role: table.text(row, table.column("role")) ?? "", address: address,
      phone: table.text(row, table.column("phone")))
  }

  private func municipality(
    _ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]
  ) -> ID<Municipality>? {
    let words = table.text(row, column)
    guard !words.isEmpty else {
      say(
        .error, Text(en: "The municipality is missing.", sv: "Kommunen saknas."), row, "municipality", "", nil,
        &diagnostics)
      return nil
    }
    let maybe: [String]
    do {
      return try lookup.municipality(words).id
    } catch {
      switch error {
      case .unknown(let nearest): maybe = nearest
      case .ambiguous(let meanings): maybe = meanings
      case .withoutPlaces: maybe = []
      }
    }
    say(
      .error,
      Text(
        en: "There is no municipality with this code or name.",
        sv: "Det finns ingen kommun med denna kod eller detta namn."), row, "municipality", words,
      maybe.isEmpty ? nil : maybe.joined(separator: ", "), &diagnostics)
    return nil
  }

  private func address(_ row: Int, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let text = table.text(row, table.column("address")) else { return nil }
    if let address = WrittenAddress.normal(text) { return address }
    say(
      .error, Text(en: "Not an e-mail address.", sv: "Ingen e-postadress."), row, "address", text,
      "registrar@municipality.example", &diagnostics)
    return nil
  }

  private func say(
    _ severity: Diagnostic.Severity, _ message: Text, _ row: Int, _ column: String, _ value: String, _ maybe: String?,
    _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      Diagnostic(severity, message, at: table.place(row: row, column: column), value: value, maybe: maybe))
  }
}
