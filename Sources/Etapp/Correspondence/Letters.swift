public import EtappModel
import EtappReport

/// Letters: one for each municipality that a plan gives an office.
extension Study {
  /// What letters are asked for.
  public struct LetterOrder: Sendable {
    public var template: LetterTemplates.Ready
    /// Only municipalities with an office in this round, as an index, and only those offices.
    public var round: Int?
    /// Only these municipalities; nil for all.
    public var municipalities: Set<ID<Municipality>>?
    /// The day the letters are dated.
    public var day: Day
    public var directory: LetterDirectory
    /// Our number and theirs, where the letters have them.
    public var numbers: [ID<Municipality>: Numbers]
    public var forecast: Forecast?
    /// Explanations of the plan's places, where they are at hand.
    public var explanations: [Explanation]

    public init(
      _ template: LetterTemplates.Ready, day: Day, directory: LetterDirectory = LetterDirectory(), round: Int? = nil,
      municipalities: Set<ID<Municipality>>? = nil, numbers: [ID<Municipality>: Numbers] = [:],
      forecast: Forecast? = nil,
      explanations: [Explanation] = []
    ) {
      self.template = template
      self.day = day
      self.directory = directory
      self.round = round
      self.municipalities = municipalities
      self.numbers = numbers
      self.forecast = forecast
      self.explanations = explanations
    }

    /// The register's numbers of a letter.
    public struct Numbers: Hashable, Sendable {
      public var ours: String?
      public var theirs: String?

      public init(ours: String? = nil, theirs: String? = nil) {
        self.ours = ours
        self.theirs = theirs
      }
    }
  }

  /// Municipalities that would get a letter, by name.
  public func receivers(_ plan: Plan, round: Int? = nil) -> [(id: ID<Municipality>, name: String)] {
    let names = NameBook(workspace.assignment, workspace.geography)
    let book = LetterFactBook(workspace.assignment.language, names, plan, round: round)
    return book.municipalities.map { ($0, book.name(of: $0)) }
  }

  /// What came of the letter to one municipality.
  public struct LetterAttempt: Sendable {
    public var municipality: ID<Municipality>
    public var name: String
    /// Nil where something is missing.
    public var letter: OutgoingLetter?
    /// What is missing for it, and what is wrong.
    public var diagnostics: [Diagnostic]
  }

  /// The letters, each with what is missing for it: what one municipality lacks is in nobody else's way.
  public func letterAttempts(_ plan: Plan, _ order: LetterOrder) -> [LetterAttempt] {
    attempts(plan, order, Self.fingerprint).map { attempt in
      LetterAttempt(
        municipality: attempt.municipality, name: attempt.name, letter: attempt.letter,
        diagnostics: attempt.diagnostics
          + attempt.lacks.map { order.template.template.diagnostic($0, for: [attempt.name]) })
    }
  }

  /// The letters.
  ///
  /// - Parameter identify: Makes the part of a Message-ID before the `@` from a letter's whole text; nil takes a
  ///   fingerprint of it, so that the same letter is recognised when it is made again.
  /// - Throws: `Workspace.Invalid` with every fact that is missing, and for whom; then there is no letter.
  public func letters(
    _ plan: Plan, _ order: LetterOrder, identify: (@Sendable (String) -> String)? = nil
  ) throws(Workspace.Invalid) -> [OutgoingLetter] {
    let attempts = attempts(plan, order, identify ?? Self.fingerprint)
    let lacks = attempts.flatMap { attempt in attempt.lacks.map { (lack: $0, name: attempt.name) } }
    // What nobody's letter has is said once, not once for each.
    let diagnostics =
      attempts.flatMap(\.diagnostics)
      + Dictionary(grouping: lacks, by: \.lack).sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
      .map { lack, all in order.template.template.diagnostic(lack, for: all.map(\.name)) }
    guard !diagnostics.hasErrors else { throw Workspace.Invalid(diagnostics) }
    return attempts.compactMap(\.letter)
  }

  private struct Attempt: Sendable {
    var municipality: ID<Municipality>
    var name: String
    var letter: OutgoingLetter?
    var lacks: [LetterTemplate.Lack] = []
    var diagnostics: [Diagnostic] = []
  }

  private func attempts(
    _ plan: Plan, _ order: LetterOrder, _ identify: @Sendable (String) -> String
  ) -> [Attempt] {
    let names = NameBook(workspace.assignment, workspace.geography)
    let book = LetterFactBook(
      order.template.template.language, names, plan, round: order.round, forecast: order.forecast)
    let wanted = book.municipalities.filter { order.municipalities?.contains($0) ?? true }
    return onAllProcessors(wanted) { attempt($0, book, order, identify) }
  }

  private func attempt(
    _ municipality: ID<Municipality>, _ book: LetterFactBook, _ order: LetterOrder, _ identify: (String) -> String
  ) -> Attempt {
    var attempt = Attempt(municipality: municipality, name: book.name(of: municipality))
    let receiver = order.template.role.flatMap { order.directory.contact(of: municipality, role: $0) }
    if let role = order.template.role, receiver == nil {
      attempt.diagnostics = [withoutContact(attempt.name, role, order)]
      return attempt
    }
    let filled = order.template.template.letter(book.facts(municipality, occasion(municipality, receiver, order)))
    attempt.lacks = filled.lacks
    attempt.diagnostics = filled.diagnostics
    attempt.letter = filled.letter.map { outgoing($0, municipality, attempt.name, receiver, order, identify) }
    return attempt
  }

  private func occasion(
    _ municipality: ID<Municipality>, _ receiver: Contact?, _ order: LetterOrder
  ) -> LetterFactBook.Occasion {
    LetterFactBook.Occasion(
      correspondence: order.directory.correspondence, receiver: receiver, day: order.day,
      ourNumber: order.numbers[municipality]?.ours, theirNumber: order.numbers[municipality]?.theirs,
      explanations: order.explanations)
  }

  private func outgoing(
    _ content: LetterContent, _ municipality: ID<Municipality>, _ name: String, _ receiver: Contact?,
    _ order: LetterOrder, _ identify: (String) -> String
  ) -> OutgoingLetter {
    let correspondence = order.directory.correspondence
    let template = order.template
    let preview = content.preview()
    let whole = [template.name, municipality.code, preview].joined(separator: "\n")
    let domain = correspondence.sender.address?.split(separator: "@").last.map(String.init) ?? "etapp.invalid"
    return OutgoingLetter(
      municipality: municipality, name: name,
      template: template.name,
      language: template.language, day: order.day, from: correspondence.sender,
      to: receiver.map { [Correspondent(name: $0.name, address: $0.address)] } ?? [],
      ourNumber: order.numbers[municipality]?.ours, theirNumber: order.numbers[municipality]?.theirs,
      messageID: identify(whole) + "@" + domain, subject: content.subject,
      promise: content.promise.map { OutgoingLetter.Promise(text: $0.text, due: $0.due) }, text: content.plain(),
      preview: preview, sheet: LetterPage.sheet(content))
  }

  private func withoutContact(_ name: String, _ role: String, _ order: LetterOrder) -> Diagnostic {
    Diagnostic(
      .error,
      Text(
        en: "\(name) has no contact in the role that \(order.template.template.file) is to.",
        sv: "\(name) har ingen kontakt i den roll som \(order.template.template.file) går till."),
      at: Diagnostic.Place(file: "contacts.csv"), value: role,
      maybe: Names.nearest(to: role, among: order.directory.roles.filter { $0 != role }, limit: 1).first)
  }

  /// FNV-1a in 64 bits, once forwards and once backwards: enough to tell letters of a programme apart, and never a
  /// secret.
  private static func fingerprint(_ text: String) -> String {
    func hash(_ bytes: some Sequence<UInt8>) -> String {
      let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return "etapp." + hash(text.utf8) + hash(text.utf8.reversed())
  }
}
