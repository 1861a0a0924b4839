import EtappModel
import Yams

/// Reads `correspondence`: who the programme writes as, how its register counts, and for how long what is kept.
struct CorrespondenceReader {
  let findings: Findings

  func read(_ root: Record) -> Correspondence? {
    guard let record = root.record("correspondence") else { return nil }
    defer { record.finish("correspondence") }
    var correspondence = Correspondence()
    if let sender = record.record("sender") {
      correspondence.sender = correspondent(sender)
      sender.finish("sender")
    }
    readContact(record, &correspondence)
    correspondence.ourAddresses = ourAddresses(record)
    correspondence.classification = record.string("classification") ?? ""
    correspondence.numbers = numbers(record) ?? correspondence.numbers
    checkClassification(record, correspondence)
    correspondence.themes = themes(record)
    correspondence.retention = retention(record)
    return correspondence
  }

  // MARK: Who

  private func readContact(_ record: Record, _ correspondence: inout Correspondence) {
    guard let contact = record.record("contact") else { return }
    correspondence.contact = correspondent(contact)
    correspondence.contactRole = contact.text("role") ?? ""
    correspondence.contactPhone = contact.string("phone")
    contact.finish("contact")
  }

  private func correspondent(_ record: Record) -> Correspondent {
    let name = record.string("name")
    if name == nil, !record.has("address") {
      findings.error(
        "Give a name, an address, or both.", "Ange ett namn, en adress eller båda.", row: record.row, column: "name",
        maybe: "{name: The office, address: registrar@office.example}")
    }
    return Correspondent(name: name, address: address(record))
  }

  private func address(_ record: Record) -> String? {
    guard let text = record.string("address") else { return nil }
    if let address = WrittenAddress.normal(text) { return address }
    findings.error(
      "“address” should be an e-mail address.", "”address” ska vara en e-postadress.",
      row: record.node("address")?.mark?.line, column: "address", value: text, maybe: "registrar@office.example")
    return nil
  }

  /// `our: [office.example, help@other.example]`: domains, or single addresses.
  private func ourAddresses(_ record: Record) -> [String] {
    record.list("our").compactMap { node in
      let text = node.scalar?.string ?? ""
      if let own = WrittenAddress.normal(text) ?? WrittenAddress.domain(text) { return own }
      findings.error(
        "“our” lists domains or e-mail addresses.", "”our” räknar upp domäner eller e-postadresser.",
        row: node.mark?.line, column: "our", value: text, maybe: "office.example")
      return nil
    }
  }

  // MARK: Numbers

  private func numbers(_ record: Record) -> NumberPattern? {
    guard let text = record.string("numbers") else { return nil }
    if let pattern = NumberPattern(text) { return pattern }
    findings.error(
      "“numbers” should be a pattern with {serial} once, and {year} and {class} where they are wanted.",
      "”numbers” ska vara ett mönster med {serial} en gång, och {year} och {class} där de önskas.",
      row: record.node("numbers")?.mark?.line, column: "numbers", value: text, maybe: "{year}-{serial:5}")
    return nil
  }

  private func checkClassification(_ record: Record, _ correspondence: Correspondence) {
    let asks = correspondence.numbers.text.contains("{class}")
    if asks, correspondence.classification.isEmpty {
      findings.error(
        "“numbers” has {class}, and “classification” does not say which.",
        "”numbers” har {class}, och ”classification” säger inte vilken.", row: record.row, column: "classification",
        maybe: "classification: \"1.1\"")
    }
  }

  // MARK: Themes and retention

  private func themes(_ record: Record) -> [(id: String, name: Text)] {
    guard let themes = record.record("themes") else { return [] }
    return themes.members.map { key, node in (key, Record.text(node, key, findings) ?? Text(key)) }
  }

  private func retention(_ record: Record) -> [Correspondence.Retention] {
    record.list("retention").compactMap { node in
      guard let row = Record(node, "retention", findings: findings) else { return nil }
      defer { row.finish("retention") }
      let kind = row.word("kind", among: RegisterEntry.Kind.allCases.map(\.rawValue))
      let years = row.count("years")
      let decision = row.string("decision")
      for (key, isThere) in [("kind", row.has("kind")), ("years", row.has("years")), ("decision", decision != nil)]
      where !isThere {
        findings.error(
          "“retention” needs “\(key)”: nothing is removed without a decision.",
          "”retention” behöver ”\(key)”: inget tas bort utan ett beslut.", row: row.row, column: key,
          maybe: "{kind: note, years: 5, decision: \"2021:7\"}")
      }
      guard let kind = kind.flatMap({ RegisterEntry.Kind(rawValue: $0) }), let years, let decision, isSound(years, row)
      else { return nil }
      return Correspondence.Retention(kind: kind, years: years, decision: decision)
    }
  }

  /// Nothing is kept for a time that no calendar of ours reaches.
  private func isSound(_ years: Int, _ row: Record) -> Bool {
    guard years > 1000 else { return true }
    findings.error(
      "“years” is more than a thousand.", "”years” är mer än tusen.", row: row.row, column: "years", value: "\(years)")
    return false
  }
}
