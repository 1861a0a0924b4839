import EtappExchange

extension ProgrammeText {
  /// Which of the programme's two lists is meant.
  public enum List: String, CaseIterable, Sendable {
    case rules, goals

    var source: ProgrammeSource.List { self == .rules ? .rules : .goals }
  }

  /// A rule or goal as it is written.
  public struct Entry: Hashable, Sendable {
    public var id: String
    /// Its keys with their values as they stand.
    public var fields: [Field]
    /// Its own lines, with the comment right above it.
    public var text: String

    public subscript(_ key: String) -> Field? { fields.first { $0.key == key } }
  }

  public struct Field: Hashable, Sendable {
    /// Of a text in several languages one for each, `sentence.sv`.
    public var key: String
    /// As it could be written on one line.
    public var source: String
    /// What it says, without quotes.
    public var value: String
  }

  /// A change of one rule or goal.
  public enum Change: Hashable, Sendable {
    /// Keys with their values as they are to be written; nil takes a key away.
    case set(id: String, [String: String?], order: [String])
    case add([String: String?], order: [String])
    case remove(id: String)
    case move(id: String, up: Bool)
  }

  /// Why a change cannot be made in the text.
  public enum Unchangeable: Error {
    /// The text is written in a way that only a person can change.
    case unreachable
    case unknown
    /// What was given for a key is not one value.
    case value(key: String)
  }

  /// The rules or goals of a text; none where it is no YAML.
  public static func entries(_ list: List, in text: String) -> [Entry] {
    guard let source = try? ProgrammeSource(text) else { return [] }
    return source.entries(list.source).map { entry in
      Entry(
        id: entry.id, fields: entry.fields.map { Field(key: $0.key, source: $0.source, value: $0.value) },
        text: entry.text)
    }
  }

  /// A text with one rule or goal changed and everything else as it stood, comments too.
  ///
  /// The new text is read and must say what the old one said with the change and nothing else.
  public static func changed(_ text: String, _ list: List, _ change: Change) throws(Unchangeable) -> String {
    do throws(ProgrammeSource.Failure) {
      let source = try ProgrammeSource(text)
      switch change {
      case .set(let id, let fields, let order):
        return try source.changing(id, in: list.source, ordered(fields, order))
      case .add(let fields, let order): return try source.adding(ordered(fields, order), to: list.source)
      case .remove(let id): return try source.removing(id, from: list.source)
      case .move(let id, let up): return try source.moving(id, in: list.source, up: up)
      }
    } catch {
      switch error {
      case .unreachable: throw .unreachable
      case .unknown: throw .unknown
      case .value(let key): throw .value(key: key)
      }
    }
  }

  private static func ordered(_ fields: [String: String?], _ order: [String]) -> ProgrammeSource.Changes {
    order.compactMap { key in fields[key].map { (key, $0) } }
  }

  /// A text as it is written in the file: in quotes where it must be.
  public static func written(_ text: String) -> String { YAMLWriting.text(text) }
}
