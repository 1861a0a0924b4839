/// A finite verb with what belongs to it: `kommer att öppna`, `har skickat`, `skicka`.
struct VerbGroup {
  enum Mood: Hashable { case present, future, permission, past, conditional, imperative }

  /// How the clause hangs in the sentence.
  enum Clause: Hashable { case main, conditional, relative, content }

  var place: Int
  var mood: Mood
  /// What is done; nil when the verb is not known.
  var action: VerbLexicon.VerbClass?
  /// What the finite verb itself is: a request with an action behind it, a plan.
  var head: VerbLexicon.VerbClass
  /// The word of the action.
  var word: String
  var actionPlace: Int
  var isPassive: Bool
  var isNegated: Bool
  var clause: Clause
  /// The clause's tokens.
  var range: Range<Int>
}
