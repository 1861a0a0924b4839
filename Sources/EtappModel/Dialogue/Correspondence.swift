/// How the programme writes to people: who it is, how its register counts, and for how long what is kept.
public struct Correspondence: Hashable, Sendable {
  /// Documents of a kind are kept for a time, by decision (gallringsbeslut); without a row they are kept for ever.
  public struct Retention: Hashable, Sendable {
    public var kind: RegisterEntry.Kind
    public var years: Int
    /// The decision that allows it; nothing is removed without one.
    public var decision: String

    public init(kind: RegisterEntry.Kind, years: Int, decision: String) {
      self.kind = kind
      self.years = years
      self.decision = decision
    }
  }

  /// The office that writes: name and the mailbox of its registrar.
  public var sender: Correspondent
  /// Whom questions go to, with role and telephone.
  public var contact: Correspondent
  public var contactRole: Text
  public var contactPhone: String?
  /// Domains or addresses that are our own: what comes from them is outgoing.
  public var ourAddresses: [String]
  /// `{year}-{serial:5}-{class}`.
  public var numbers: NumberPattern
  /// The classification in the register's numbers.
  public var classification: String
  /// Themes of the consultation in order, `travel` → its name.
  public var themes: [(id: String, name: Text)] {
    get { zip(themeIDs, themeNames).map { ($0, $1) } }
    set { (themeIDs, themeNames) = (newValue.map(\.id), newValue.map(\.name)) }
  }
  private var themeIDs: [String] = []
  private var themeNames: [Text] = []
  public var retention: [Retention]

  public init(
    sender: Correspondent = Correspondent(), contact: Correspondent = Correspondent(), contactRole: Text = Text(""),
    contactPhone: String? = nil, ourAddresses: [String] = [], numbers: NumberPattern = .standard,
    classification: String = "", themes: [(id: String, name: Text)] = [], retention: [Retention] = []
  ) {
    self.sender = sender
    self.contact = contact
    self.contactRole = contactRole
    self.contactPhone = contactPhone
    self.ourAddresses = ourAddresses
    self.numbers = numbers
    self.classification = classification
    self.retention = retention
    self.themes = themes
  }
}
