public import EtappModel
import Foundation

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
  /// What the workspace says of its correspondence: `contacts.csv`, with columns `municipality`, `name`, `role`,
  /// `address` and `phone`. A row without a municipality is of our own: role `sender` writes, any other answers.
  public var letterDirectory: LetterDirectory {
    let path = (folder as NSString).appendingPathComponent("contacts.csv")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return LetterDirectory() }
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    var directory = LetterDirectory()
    for row in rows.dropFirst() where row.count >= 5 { directory.add(row, geography) }
    return directory
  }
}

extension LetterDirectory {
  fileprivate mutating func add(_ row: [String], _ geography: Geography) {
    let (name, role) = (row[1], row[2])
    let (address, phone) = (row[3].isEmpty ? nil : row[3].lowercased(), row[4].isEmpty ? nil : row[4])
    guard !row[0].isEmpty else {
      let person = Correspondent(name: name, address: address)
      guard role != "sender" else { return correspondence.sender = person }
      correspondence.contact = person
      correspondence.contactRole = Text(role)
      correspondence.contactPhone = phone
      return
    }
    let wanted = Names.folded(row[0])
    guard let home = geography.municipalities.first(where: { $0.id.code == row[0] || Names.folded($0.name) == wanted })
    else { return }
    contacts.append(Contact(municipality: home.id, name: name, role: role, address: address, phone: phone))
  }
}
