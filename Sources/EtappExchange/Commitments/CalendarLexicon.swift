/// The words of the calendar in the two languages, folded.
///
/// Languages are what the program knows; feasts and seasons are words of these languages.
enum CalendarLexicon {
  enum Unit: Hashable { case day, workday, week, month, quarter, half, year }

  enum Season: Hashable { case spring, summer, autumn, winter, springTerm, autumnTerm, holidays }

  enum Feast: Hashable { case christmas, newYear, epiphany, easter, ascension, whitsun, midsummer, allSaints, lucia }

  enum Part: Hashable { case beginning, middle, end }

  /// `senhösten`, `försommaren`: a season and the part of it in one word.
  static let seasonParts: [String: (part: Part, season: Season)] = {
    let seasons: [(String, Season)] = [("var", .spring), ("sommar", .summer), ("host", .autumn), ("vinter", .winter)]
    let prefixes: [(String, Part)] = [("for", .beginning), ("tidig", .beginning), ("mid", .middle), ("sen", .end)]
    var table: [String: (part: Part, season: Season)] = [:]
    for (season, value) in seasons {
      let definite = season == "sommar" ? "sommaren" : season == "vinter" ? "vintern" : season + "en"
      for (prefix, part) in prefixes {
        for word in [season, definite] { table[prefix + word] = (part, value) }
      }
    }
    // Midsummer is a feast.
    for word in ["midsommar", "midsommaren"] { table[word] = nil }
    for word in ["varvinter", "varvintern"] { table[word] = (.end, .winter) }
    for word in ["hostvinter", "hostvintern"] { table[word] = (.end, .autumn) }
    return table
  }()

  static let months = table([
    "januari january jan": 1, "februari february feb febr": 2, "mars march mar": 3, "april apr": 4, "maj may": 5,
    "juni june jun": 6, "juli july jul": 7, "augusti august aug": 8, "september sep sept": 9,
    "oktober october okt oct": 10, "november nov": 11, "december dec": 12,
  ])

  static let weekdays = table([
    "mandag mandagen man monday mon": 1, "tisdag tisdagen tis tuesday tue tues": 2,
    "onsdag onsdagen ons wednesday wed": 3, "torsdag torsdagen tors tor thursday thu thurs": 4,
    "fredag fredagen fre friday fri": 5, "lordag lordagen lor saturday sat": 6, "sondag sondagen sunday sun": 7,
  ])

  /// Numbers in words.
  static let numbers = table([
    "en ett one a an": 1, "tva two": 2, "tre three": 3, "fyra four": 4, "fem five": 5, "sex six": 6, "sju seven": 7,
    "atta eight": 8, "nio nine": 9, "tio ten": 10, "elva eleven": 11, "tolv twelve": 12, "tretton thirteen": 13,
    "fjorton fourteen": 14, "femton fifteen": 15, "sexton sixteen": 16, "sjutton seventeen": 17, "arton eighteen": 18,
    "nitton nineteen": 19, "tjugo twenty": 20, "tjugoen tjugoett": 21, "tjugotva": 22, "tjugotre": 23, "tjugofyra": 24,
    "tjugofem": 25, "tjugosex": 26, "tjugosju": 27, "tjugoatta": 28, "tjugonio": 29, "trettio thirty": 30,
    "trettioen": 31, "fyrtio forty": 40, "fyrtiofem": 45, "femtio fifty": 50, "sextio sixty": 60, "nittio ninety": 90,
    "hundra hundred": 100,
  ])

  static let ordinals = table([
    "forsta forste first": 1, "andra andre second": 2, "tredje third": 3, "fjarde fourth": 4, "femte fifth": 5,
    "sjatte sixth": 6, "sjunde seventh": 7, "attonde eighth": 8, "nionde ninth": 9, "tionde tenth": 10,
    "elfte eleventh": 11, "tolfte twelfth": 12, "trettonde thirteenth": 13, "fjortonde fourteenth": 14,
    "femtonde fifteenth": 15, "sextonde sixteenth": 16, "sjuttonde seventeenth": 17, "artonde eighteenth": 18,
    "nittonde nineteenth": 19, "tjugonde twentieth": 20, "tjugoforsta": 21, "tjugoandra": 22, "tjugotredje": 23,
    "tjugofjarde": 24, "tjugofemte": 25, "tjugosjatte": 26, "tjugosjunde": 27, "tjugoattonde": 28, "tjugonionde": 29,
    "trettionde thirtieth": 30, "trettioforsta": 31, "sista siste last final": -1,
  ])

  static let units: [String: Unit] = table([
    "dag dagar dagen dagarna dygn day days": .day,
    "arbetsdag arbetsdagar vardag vardagar bankdag bankdagar workday workdays": .workday,
    "vecka veckor veckan veckorna veckas v week weeks week's weeks' fortnight": .week,
    "manad manader manaden manaderna mananders month months month's": .month,
    "kvartal kvartalet kvartalen quarter quarters": .quarter, "halvar halvaret half": .half,
    "ar aret aren year years": .year,
  ])

  static let seasons: [String: Season] = table([
    "var varen spring springtime varens varkanten varmanaderna": .spring,
    "sommar sommaren sommarens sommarmanaderna summer summertime": .summer,
    "host hosten hostens hostkanten hostmanaderna autumn fall": .autumn,
    "vinter vintern vinterns vintermanaderna winter": .winter,
    "vartermin varterminen vt": .springTerm, "hosttermin hostterminen ht": .autumnTerm,
    "semester semestern semestrarna semestrar semesterperioden semestertider industrisemestern semesterveckorna sommarsemestern sommarsemestrarna sommarledigheten sommaruppehallet vacation vacations holidays":
      .holidays,
  ])

  static let feasts: [String: Feast] = table([
    "jul julen julhelgen juluppehallet julledigheten christmas xmas julafton juldagen": .christmas,
    "nyar nyaret nyarshelgen": .newYear,
    "trettonhelgen trettondagen trettondedagen trettondag epiphany": .epiphany,
    "pask pasken paskhelgen easter paskledigheten": .easter, "himmelsfardshelgen himmelsfard ascension": .ascension,
    "pingst pingsten whitsun pentecost": .whitsun, "midsommar midsommaren midsommarhelgen midsummer": .midsummer,
    "allhelgona allhelgonahelgen": .allSaints, "lucia": .lucia,
  ])

  static let parts: [String: Part] = table([
    "borjan inledningen beginning start": .beginning, "mitten middle": .middle,
    "slutet slut utgang utgangen end close": .end,
  ])

  /// `tidigt i höst`, `early 2022`.
  static let earlyOrLate: [String: Part] = table([
    "tidigt tidig tidiga early primo": .beginning, "mid medio": .middle, "sent sen sena late ultimo": .end,
  ])

  private static func table<Value>(_ rows: KeyValuePairs<String, Value>) -> [String: Value] {
    var table: [String: Value] = [:]
    for (words, value) in rows { for word in words.split(separator: " ") { table[String(word)] = value } }
    return table
  }
}
