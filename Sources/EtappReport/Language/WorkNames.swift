package import EtappModel

/// Names of what an establishment is made of, as a sentence takes them.
extension Sentences {
  var work: Work? { assignment.work }

  /// The task's own title: `Search for premises`.
  package func title(_ task: ID<WorkTask>) -> String { work?.task(task)?.title(language) ?? task.code }

  func title(_ resource: ID<Resource>) -> String {
    work?.resources.first { $0.id == resource }?.title(language) ?? resource.code
  }

  package func title(_ risk: ID<Risk>) -> String {
    work?.risks.first { $0.id == risk }?.title(language) ?? risk.code
  }

  package func title(_ shock: ID<Shock>) -> String {
    work?.shocks.first { $0.id == shock }?.title(language) ?? shock.code
  }

  /// `Search for premises in Ånge`.
  func name(_ task: ID<WorkTask>, in place: ID<Place>) -> String {
    say(en: "\(title(task)) in \(name(place))", sv: "\(title(task)) i \(name(place))")
  }

  /// A title inside a sentence: `Establishment leads` becomes `establishment leads`, `IT installers` stays.
  func inside(_ title: String) -> String {
    guard let second = title.dropFirst().first, second.isLowercase || second == " " else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  /// The people of a pool: `establishment leads in North`.
  func people(_ resource: ID<Resource>, of region: String?) -> String {
    let people = inside(title(resource))
    return region.map { say(en: "\(people) in \($0)", sv: "\(people) i \($0)") } ?? people
  }
}
