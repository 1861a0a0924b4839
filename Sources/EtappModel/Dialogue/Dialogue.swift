/// The dialogue with one municipality: when we last spoke, when we speak next, what is promised on either side.
public struct Dialogue: Hashable, Sendable {
  /// How far the municipality has come.
  public enum Readiness: String, Hashable, Sendable, CaseIterable {
    /// Nobody there has been told.
    case untold
    /// They have been told.
    case told
    /// They have answered and talks go on.
    case talking
    /// They are ready to begin.
    case ready
    /// They cannot begin, or will not.
    case blocked
  }

  /// Something that was said between us: a call, a meeting, a letter.
  public struct Talk: Hashable, Sendable {
    public enum Channel: String, Hashable, Sendable, CaseIterable {
      case letter, mail, phone, meeting, other
    }

    public var day: Day
    public var channel: Channel
    /// Who it was with, as a person or a role.
    public var with: String
    public var summary: String
    /// The number of the register's entry, where there is one.
    public var entry: String?
    /// Who of us.
    public var by: String

    public init(day: Day, channel: Channel, with: String, summary: String, entry: String? = nil, by: String) {
      self.day = day
      self.channel = channel
      self.with = with
      self.summary = summary
      self.entry = entry
      self.by = by
    }
  }

  /// A promise that a person has confirmed, and whether it has been kept.
  public struct Promise: Hashable, Sendable {
    /// Stable: `2021-00042#1` for the first promise of that entry, `p-7` for one that was written by hand.
    public var id: String
    public var text: String
    /// Whether it is ours to keep.
    public var isOurs: Bool
    public var due: DayInterval
    /// The day it was kept; nil while it is open.
    public var kept: Day?
    /// The entry it was read from.
    public var entry: String?

    public init(id: String, text: String, isOurs: Bool, due: DayInterval, kept: Day? = nil, entry: String? = nil) {
      self.id = id
      self.text = text
      self.isOurs = isOurs
      self.due = due
      self.kept = kept
      self.entry = entry
    }
  }

  /// What the municipality answered on a theme of the consultation.
  public struct Answer: Hashable, Sendable {
    /// `travel`, `cost`, `premises`, `cooperation`, `equality` … as the programme says.
    public var theme: String
    public var text: String
    public var day: Day
    public var entry: String?

    public init(theme: String, text: String, day: Day, entry: String? = nil) {
      self.theme = theme
      self.text = text
      self.day = day
      self.entry = entry
    }
  }

  /// A condition that the municipality put, which binds the plan once it is confirmed.
  public struct Condition: Hashable, Sendable {
    public var id: String
    public var text: String
    /// The place cannot open before this day.
    public var notBefore: Day?
    public var isConfirmed: Bool

    public init(id: String, text: String, notBefore: Day? = nil, isConfirmed: Bool = false) {
      self.id = id
      self.text = text
      self.notBefore = notBefore
      self.isConfirmed = isConfirmed
    }
  }

  public var municipality: ID<Municipality>
  /// Who of us answers for it.
  public var owner: String?
  public var readiness: Readiness
  /// The oldest first.
  public var talks: [Talk]
  public var nextContact: Day?
  public var promises: [Promise]
  public var answers: [Answer]
  public var conditions: [Condition]
  public var contacts: [Contact]

  public init(
    municipality: ID<Municipality>, owner: String? = nil, readiness: Readiness = .untold, talks: [Talk] = [],
    nextContact: Day? = nil, promises: [Promise] = [], answers: [Answer] = [], conditions: [Condition] = [],
    contacts: [Contact] = []
  ) {
    self.municipality = municipality
    self.owner = owner
    self.readiness = readiness
    self.talks = talks
    self.nextContact = nextContact
    self.promises = promises
    self.answers = answers
    self.conditions = conditions
    self.contacts = contacts
  }

  public var lastContact: Day? { talks.map(\.day).max() }

  /// Whether we are bound by what we have said: they have been told, or we owe them something.
  public var isPromised: Bool { readiness != .untold || promises.contains { $0.isOurs && $0.kept == nil } }
}
