/// What numbers and addresses of persons look like in a country: data, so that another country can give its own.
///
/// Words are compared without case and accents. `standard` is the one table of national formats.
public struct MaskingRules: Hashable, Sendable {
  /// Identity numbers: a date, then digits, the last of them a check by Luhn's sum over the last `checked` digits.
  public struct PersonalNumber: Hashable, Sendable {
    /// Digits of the year: 2 or 4.
    public var yearDigits: Int
    /// Digits behind the date, the last being the check.
    public var serialDigits: Int
    /// Added to the day for those who are not registered as living in the country; 0 for none.
    public var dayOffsets: [Int]

    public init(yearDigits: Int, serialDigits: Int = 4, dayOffsets: [Int] = [0, 60]) {
      self.yearDigits = yearDigits
      self.serialDigits = serialDigits
      self.dayOffsets = dayOffsets
    }
  }

  /// Telephone numbers.
  public struct Phone: Hashable, Sendable {
    /// What national numbers begin with.
    public var trunk: Int
    /// How many digits a national number has, the trunk's included.
    public var nationalDigits: ClosedRange<Int>
    /// How many digits follow `+` or `00`.
    public var internationalDigits: ClosedRange<Int>
    /// How many digits a number without an area has when a word such as `tel` stands before it.
    public var localDigits: ClosedRange<Int>

    public init(
      trunk: Int = 0, nationalDigits: ClosedRange<Int> = 8...10, internationalDigits: ClosedRange<Int> = 8...15,
      localDigits: ClosedRange<Int> = 5...8
    ) {
      self.trunk = trunk
      self.nationalDigits = nationalDigits
      self.internationalDigits = internationalDigits
      self.localDigits = localDigits
    }
  }

  /// Addresses of streets and mailboxes.
  public struct Street: Hashable, Sendable {
    /// Endings of street names before their number.
    public var endings: [String]
    /// Words of a street's name that stand alone: `Kristinas väg 3`.
    public var words: [String]
    /// Words behind the name, the number standing first: `12 High Street`.
    public var wordsAfter: [String]
    /// Words with such an ending that are no streets.
    public var exceptions: [String]
    public var boxes: [String]
    /// Digits of a postcode, in groups.
    public var postcode: [Int]
    /// What may stand before a postcode: `SE-`.
    public var postcodePrefixes: [String]
    /// Words of a flat behind the number: `3 tr`, `lgh 1203`.
    public var flats: [String]

    public init(
      endings: [String], words: [String], wordsAfter: [String], exceptions: [String], boxes: [String], postcode: [Int],
      postcodePrefixes: [String], flats: [String]
    ) {
      self.endings = endings
      self.words = words
      self.wordsAfter = wordsAfter
      self.exceptions = exceptions
      self.boxes = boxes
      self.postcode = postcode
      self.postcodePrefixes = postcodePrefixes
      self.flats = flats
    }
  }

  public var personalNumbers: [PersonalNumber]
  public var phone: Phone
  public var street: Street
  /// Words before a telephone number.
  public var phoneLabels: Set<String>
  /// Words before a number of a case, an invoice, an organisation, which stays.
  public var numberLabels: Set<String>
  /// Words before an identity number, which is then masked even when its check is wrong.
  public var personalLabels: Set<String>
  /// How letters end before the writer's name.
  public var closings: [String]
  /// Words before a name: `Namn:`, `herr`.
  public var nameLabels: [String]
  public var titles: Set<String>
  /// Words of organisations, which are no persons.
  public var organisations: Set<String>
  /// Names of header lines that hold correspondents.
  public var headers: Set<String>
  /// Mailboxes and roles that are nobody's name.
  public var roles: Set<String>
  /// How words of roles and organisations end, whatever they begin with: `näringslivschef`, `kulturförvaltningen`.
  public var roleEndings: [String]

  private func isRole(_ word: String) -> Bool {
    organisations.contains(word) || roles.contains(word)
      || roleEndings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count }
  }

  /// Whether a word, folded, or what it is the genitive of, is of an organisation or a role and of no person's name.
  func isImpersonal(_ word: String) -> Bool {
    isRole(word) || word.hasSuffix("s") && isRole(String(word.dropLast()))
  }
}
