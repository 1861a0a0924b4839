/// The verbs of letters about plans, with their forms, folded.
///
/// Regular forms are made from the infinitive; the rest stands in rows. A verb is here because it does something that can
/// be promised, asked for or told of a plan; `VerbClass.state` holds those that do not.
enum VerbLexicon {
  enum Tense: Hashable { case present, past, supine, infinitive, imperative, participle }

  enum VerbClass: Hashable {
    /// Comes back to the reader: what a promise without a date can rest on.
    case reply
    case act
    /// Means to do something: `planerar`, `räknar med`.
    case plan
    /// Gets something from the other side.
    case receive
    /// Asks for something.
    case request
    /// `ska`, `kommer att`, `will`.
    case modal
    /// `kan`, `får`, `may`.
    case permission
    /// `skulle`, `would`.
    case conditional
    case have
    case be
    case state
    /// Says what was or is: `skrev`, `konstaterar`.
    case say
  }

  struct Form: Hashable {
    var tense: Tense
    var verbClass: VerbClass
    var isPassive = false
    var isEnglish = false
  }

  /// Every form of every verb; a word may be several.
  static let forms: [String: [Form]] = VerbTable.build()

  static func forms(_ key: String) -> [Form] { forms[key] ?? [] }

  static func isFinite(_ key: String) -> Bool {
    forms(key).contains { $0.tense == .present || $0.tense == .past }
  }
}
