public import EtappModel

/// What the public list shows of an entry of the register, and why the rest is not there.
public struct PublicEntry: Hashable, Sendable {
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case from, to, about, direction, municipality
  }

  /// Why something of a field is not shown.
  public struct Reason: Hashable, Sendable {
    public var field: Field
    public var text: Text

    public init(field: Field, text: Text) {
      self.field = field
      self.text = text
    }
  }

  public var number: String
  public var day: Day
  /// nil, as everything below it, when the entry is hidden.
  public var direction: RegisterEntry.Direction?
  /// Who wrote: names that may be shown, and `private person` for others.
  public var from: [Text]
  public var to: [Text]
  public var about: String?
  public var municipality: ID<Municipality>?
  /// The mark of secrecy with its paragraph.
  public var secrecy: Text?
  public var reasons: [Reason]

  /// The entry as it may be published.
  ///
  /// - Parameters:
  ///   - entry: The entry of the register; it stays as it is.
  ///   - masking: What is taken out, and which authorities and officials are kept.
  public init(_ entry: RegisterEntry, masking: Masking) {
    number = entry.number
    day = entry.day
    reasons = []
    (from, to) = ([], [])
    if let secrecy = entry.secrecy, secrecy.hidesEntry {
      let reason = Text(en: "secrecy", sv: "sekretess")
      reasons = Field.allCases.map { Reason(field: $0, text: reason) }
      return
    }
    let masking = masking.knowing(entry.from + entry.to + entry.copies)
    direction = entry.direction
    municipality = entry.municipality
    secrecy = entry.secrecy.map { Text(en: "Secrecy mark: \($0.paragraph)", sv: "Sekretessmarkering: \($0.paragraph)") }
    from = entry.from.map { show($0, in: .from, masking) }
    to = entry.to.map { show($0, in: .to, masking) }
    let masked = masking.mask(entry.about)
    about = masked.text
    note(masked.masked, in: .about)
  }

  private mutating func note(_ masked: [Masked], in field: Field) {
    for item in masked {
      let reason = Reason(field: field, text: item.reason)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
  }

  /// A correspondent: an organisation or official by name, a private person as such.
  private mutating func show(_ correspondent: Correspondent, in field: Field, _ masking: Masking) -> Text {
    if let name = correspondent.name, masking.isKept(name) { return Text(name) }
    if correspondent.name == nil, let address = correspondent.address, masking.isKept(address) { return Text(address) }
    if let name = correspondent.name, Self.isImpersonal(name, masking) { return Text(name) }
    if let name = correspondent.name, let shown = Self.organisation(name, masking) {
      note(masking.mask(name).masked, in: field)
      return Text(shown)
    }
    note([Masked(span: 0..<0, kind: correspondent.name == nil ? .mail : .name)], in: field)
    return Text(en: "private person", sv: "privatperson")
  }

  /// Whether every word is of a role or an organisation: `Registrator`, `Kulturförvaltningen`.
  private static func isImpersonal(_ name: String, _ masking: Masking) -> Bool {
    let words = MaskScanner(Array(name.unicodeScalars), masking.rules).words()
    return !words.isEmpty && !name.contains("@") && words.allSatisfy { masking.rules.isImpersonal($0.key) }
  }

  /// The parts of a name that speak of an organisation that is kept: `Registrator, X kommun` stays, `Anna, X kommun` becomes
  /// `X kommun`.
  private static func organisation(_ name: String, _ masking: Masking) -> String? {
    let parts = name.split { [",", "(", ")", "/", ";"].contains($0) }.map { part in
      part.split { $0 == " " }.joined(separator: " ")
    }
    let kept = parts.filter { masking.isKept($0) }
    guard !kept.isEmpty else { return nil }
    let shown = parts.filter { part in masking.isKept(part) || isImpersonal(part, masking) }
    return shown.joined(separator: ", ")
  }
}
