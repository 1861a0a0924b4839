public import EtappModel
import EtappStore

/// The register of a workspace (diarium): letters in, entries found again, what everyone may see.
public struct Registry: Sendable {
  let workspace: Workspace
  /// How the programme writes and counts.
  let correspondence: Correspondence
  let contacts: [Contact]
  /// The store where it stays open; nil opens it for each question.
  private let store: OpenStore?

  public init(_ workspace: Workspace) { self.init(workspace, store: nil) }

  package init(_ workspace: Workspace, store: OpenStore?) {
    self.workspace = workspace
    self.store = store
    let directory = workspace.letterDirectory
    correspondence = directory.correspondence
    contacts = directory.contacts
  }

  /// Who does something, when, and why.
  public struct Actor: Hashable, Sendable {
    public var name: String
    public var at: Moment
    public var reason: String?

    public init(_ name: String, at: Moment, because reason: String? = nil) {
      self.name = name
      self.at = at
      self.reason = reason
    }

    var act: Act { Act(by: name, at: at, because: reason) }
  }

  // MARK: The store

  func writing() throws(Versions.Failure) -> WorkspaceStore {
    do {
      if let store { return try store.get() }
      return try WorkspaceStore(writing: workspace.folder)
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// nil when nothing has been kept yet.
  func reading() throws(Versions.Failure) -> WorkspaceStore? {
    do {
      if let store { return try store.get() }
      return try WorkspaceStore.reading(workspace.folder)
    } catch {
      throw Versions.Failure(error)
    }
  }

  func register(_ store: WorkspaceStore) -> Register { store.register(correspondence) }

  // MARK: Who is who

  /// Whether a letter's party is the programme's own office.
  func isOurs(_ party: Correspondent) -> Bool {
    if let address = party.address?.lowercased() {
      let domain = address.split(separator: "@").last.map(String.init) ?? address
      let own = correspondence.ourAddresses.map { $0.lowercased() }
      if own.contains(where: { address == $0 || domain == $0 || domain.hasSuffix("." + $0) }) { return true }
      if [correspondence.sender.address, correspondence.contact.address].contains(address) { return true }
    }
    guard let name = party.name, let own = correspondence.sender.name else { return false }
    let (given, known) = (Names.folded(name), Names.folded(own))
    return !known.isEmpty && (given == known || given.hasSuffix(" " + known))
  }

  /// The municipality of a person's words: a code, or a name with case and accents forgiven.
  public func municipality(named words: String) -> ID<Municipality>? {
    let key = Names.folded(words)
    return workspace.geography.municipalities.first { $0.id.code == words || Names.folded($0.name) == key }?.id
  }

  public func nearest(to words: String) -> [String] {
    Names.nearest(to: words, among: workspace.geography.municipalities.map(\.name))
  }

  public func name(of municipality: ID<Municipality>) -> String {
    workspace.geography.municipality(municipality)?.name ?? municipality.code
  }
}
