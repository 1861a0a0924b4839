public import EtappModel

/// Who writes, who answers questions, and whom letters go to.
public struct LetterDirectory: Sendable {
  public var correspondence: Correspondence
  public var contacts: [Contact]

  public init(correspondence: Correspondence = Correspondence(), contacts: [Contact] = []) {
    self.correspondence = correspondence
    self.contacts = contacts
  }

  /// The contact of a municipality in a role: the first in the order of the file.
  public func contact(of municipality: ID<Municipality>, role: String) -> Contact? {
    contacts.first { $0.municipality == municipality && Names.folded($0.role) == Names.folded(role) }
  }

  /// Every role that somebody has.
  public var roles: [String] { Array(Set(contacts.map(\.role))).sorted() }
}

extension Workspace {
  /// What the workspace says of its correspondence: the key `correspondence` of the programme, and `contacts.csv`.
  public var letterDirectory: LetterDirectory {
    LetterDirectory(correspondence: assignment.correspondence ?? Correspondence(), contacts: contacts)
  }
}
