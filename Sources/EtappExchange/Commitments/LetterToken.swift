/// A word, a number, a written date or a mark of a letter, with the place where it stands.
struct LetterToken: Hashable {
  enum Kind: Hashable {
    case word
    case number
    /// A date in digits: `2021-10-15`, `15/10`, `15.10.2021`.
    case date(year: Int?, month: Int, day: Int)
    /// A month in digits, `2021-10`.
    case month(year: Int, month: Int)
    /// A time of day, `13:30`.
    case clock
    /// A register number, a telephone number: digits that are no amount and no date.
    case code
    case mark
  }

  var kind: Kind
  /// In lower case and without accents: `återkommer` → `aterkommer`.
  var key: String
  /// Offsets into the body in Unicode scalars.
  var span: Range<Int>
  var number: Int?
  /// How many digits the number was written with.
  var digits = 0
  /// `15:e`, `15th`.
  var isOrdinal = false
  var isCapital = false
  /// Two capitals or more and no small letter: `SSC`.
  var isAcronym = false
  /// Whether it was written without accents: `var` that is, not `vår`.
  var isPlain = true
  /// Whether it has a ring: `år` that is, not `är`.
  var isRinged = false
  /// A date that is one only where a date is waited for: `15.10`, `211015`.
  var isWeak = false
  /// Line breaks between this token and the one before it.
  var breaks = 0
  /// Whether it follows the one before it without a blank.
  var isGlued = false

  func isMark(_ text: String) -> Bool { kind == .mark && key == text }

  var isDash: Bool { kind == .mark && (key == "-" || key == "/") }
}
