/// Made items that may not be published, and others that must stay, from a seed.
struct MaskingItems {
  struct Item {
    var text: String
    /// The parts of the text that may not be shown.
    var secrets: [String]
    var kind: String
  }

  private var generator: SplitMix

  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
  }

  private mutating func below(_ count: Int) -> Int { generator.below(count) }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(below(10)) }.joined() }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private mutating func placed(_ secret: String, _ kind: String, _ templates: [String]) -> Item {
    let template = pick(templates)
    return Item(text: template.replacing("¤", with: secret), secrets: [secret], kind: kind)
  }

  mutating func secret() -> Item {
    switch below(5) {
    case 0: personalNumber()
    case 1: phone()
    case 2: mail()
    case 3: address()
    default: name()
    }
  }

  // Identity numbers

  static func check(_ digits: String) -> Int {
    var sum = 0
    for (index, character) in digits.enumerated() {
      let digit = (character.wholeNumberValue ?? 0) * (index % 2 == 0 ? 2 : 1)
      sum += digit > 9 ? digit - 9 : digit
    }
    return (10 - sum % 10) % 10
  }

  private mutating func personalNumber() -> Item {
    let year = 1925 + below(95)
    let month = 1 + below(12)
    let day = 1 + below(28) + (below(5) == 0 ? 60 : 0)
    let (y2, m, d) = (Self.two(year % 100), Self.two(month), Self.two(day))
    let serial = digits(3)
    let last = serial + "\(Self.check(y2 + m + d + serial))"
    let forms = [
      "\(y2)\(m)\(d)-\(last)", "\(year)\(m)\(d)-\(last)", "\(y2)\(m)\(d)\(last)", "\(year)\(m)\(d)\(last)",
      "\(y2)\(m)\(d) \(last)",
      "\(year)\(m)\(d) \(last)", "\(y2)\(m)\(d) - \(last)", "\(y2)\(m)\(d)+\(last)", "\(year)-\(m)-\(d)-\(last)",
      "\(year)-\(m)-\(d) \(last)",
      "\(y2)\(m)\(d)–\(last)", "\(year) \(m) \(d) \(last)", "\(y2) \(m) \(d)-\(last)", "\(y2)\(m)\(d)\u{2011}\(last)",
      "\(year)\(m)\(d)\u{A0}\(last)",
      "\(y2)-\(m)-\(d)-\(last)", "\(year % 100 < 10 ? "0" : "")\(year % 100)\(m)\(d)-\(last)",
    ]
    return placed(
      pick(forms), "personal number",
      [
        "Mitt personnummer är ¤.", "Personnr: ¤", "¤", "Sökanden (¤) har skrivit till oss.",
        "My identity number is ¤, as you know.", "pnr ¤, se bilaga",
        "Jag, född ¤, ber om svar.", "Hej! ¤ är mitt nummer",
      ])
  }

  // Telephones

  private mutating func phone() -> Item {
    let forms: [String]
    switch below(4) {
    case 0:
      let (a, b, c, d) = ("7" + pick(["0", "2", "3", "6", "9"]), digits(3), digits(2), digits(2))
      forms = [
        "0\(a)-\(b) \(c) \(d)", "0\(a)\(b)\(c)\(d)", "0\(a) \(b) \(c) \(d)", "0\(a)-\(b)\(c)\(d)",
        "0\(a) - \(b) \(c) \(d)", "0\(a)/\(b) \(c) \(d)", "(0\(a)) \(b) \(c) \(d)",
        "(0\(a))-\(b) \(c) \(d)", "0\(a).\(b).\(c).\(d)", "0\(a)–\(b) \(c) \(d)", "0\(a)-\(b)-\(c)-\(d)",
        "+46\(a)\(b)\(c)\(d)", "+46 \(a) \(b) \(c) \(d)",
        "+46 (0)\(a)-\(b) \(c) \(d)", "+46(0)\(a)-\(b)\(c)\(d)", "0046 \(a) \(b) \(c) \(d)", "0046\(a)\(b)\(c)\(d)",
        "+46-\(a)-\(b) \(c) \(d)", "(+46) \(a) \(b) \(c) \(d)",
        "0\(a)\u{A0}\(b)\u{A0}\(c)\u{A0}\(d)", "0\(a)\u{2011}\(b)\u{2009}\(c)\u{2009}\(d)",
        "+46 (0) \(a) \(b) \(c) \(d)", "0\(a)- \(b) \(c) \(d)", "0\(a) -\(b)\(c)\(d)",
      ]
    case 1:
      let (a, b, c, d) = (pick(["690", "911", "243", "480", "13", "60", "31", "40"]), digits(3), digits(1), digits(2))
      forms = [
        "0\(a)-\(b) \(c)\(d)", "0\(a)-\(b)\(c)\(d)", "0\(a)/\(b) \(c)\(d)", "0\(a) - \(b) \(c)\(d)",
        "(0\(a)) \(b) \(c)\(d)", "+46(0)\(a)-\(b) \(c)\(d)", "+46 \(a) \(b) \(c)\(d)",
        "0046-\(a)-\(b) \(c)\(d)", "0\(a) \(b)\(c) \(d)",
      ]
    case 2:
      let (b, c, d) = (pick(["1", "4", "5", "6", "7"]) + digits(2), digits(3), digits(2))
      forms = [
        "08-\(b) \(c) \(d)", "08-\(b)\(c)\(d)", "08 \(b) \(c) \(d)", "(08) \(b)\(c)\(d)", "+46 8 \(b) \(c) \(d)",
        "+46(8)\(b)\(c)\(d)", "08/\(b)\(c)\(d)", "08 - \(b) \(c) \(d)",
      ]
    default:
      let (a, b, c) = (digits(3), digits(4), digits(2))
      forms = [
        "+47 9\(c) \(a) \(c)", "+358 40 \(a) \(b)", "+45 2\(c.prefix(1)) \(c) \(c) \(c)", "+44 20 7\(a) \(b)",
        "+1 (212) \(a)-\(b)", "+49 30 \(a)\(b)", "00358 40 \(a) \(b)", "+44-(0)20-7\(a)-\(b)",
      ]
    }
    return placed(
      pick(forms), "phone",
      [
        "Ring mig på ¤.", "Tel: ¤", "Telefon ¤, dagtid", "Mobil: ¤ eller kväll", "¤", "Jag nås på ¤ efter kl. 16.",
        "You can reach me at ¤.", "(tfn ¤)", "tel.¤", "Mitt nummer: ¤\nHälsningar",
        "Nås säkrast kl. 08.00-16.30 på ¤", "tel:¤", "Fax: ¤;",
      ])
  }

  // Mail

  private static let firsts = [
    "Anna", "Bo", "Karl-Erik", "Åsa", "Örjan", "Fatima", "Sven", "Märta", "Li", "Gunnel", "Zlatko", "Ingrid", "José",
    "Wilhelmina",
  ]
  private static let lasts = [
    "Andersson", "Öberg", "Lindström", "Ek", "Nilsson-Berg", "Håkansson", "Haddad", "Lövgren", "Sjö", "Petrović",
    "O'Brien", "von Essen", "Wu", "Åkerström",
  ]

  private mutating func mail() -> Item {
    let user = pick([
      "anna.andersson", "bo_berg", "k.e.lind", "asa", "sven-olof.sjo", "info4you", "x", "fatima+kommun", "m.oberg77",
    ])
    let (host, end) = (
      pick(["brev.example", "post.example", "mail.hem.example", "example"]), pick(["se", "com", "org", "nu"])
    )
    let forms = [
      "\(user)@\(host).\(end)", "<\(user)@\(host).\(end)>",
      "\(user.uppercased())@\(host.uppercased()).\(end.uppercased())", "\(user)(at)\(host).\(end)",
      "\(user) (at) \(host).\(end)",
      "\(user)[at]\(host)[dot]\(end)", "\(user) at \(host.replacing(".", with: " dot ")) dot \(end)",
      "\(user) [at] \(host) . \(end)", "\(user)@ \(host).\(end)", "\(user) @\(host).\(end)",
      "mailto:\(user)@\(host).\(end)", "\(user)(a)\(host).\(end)", "\(user) snabel-a \(host) punkt \(end)",
      "\(user)＠\(host).\(end)",
    ]
    let form = pick(forms)
    let secret =
      form.hasPrefix("<")
      ? String(form.dropFirst().dropLast()) : form.hasPrefix("mailto:") ? String(form.dropFirst(7)) : form
    let template = pick([
      "Skriv till ¤.", "E-post: ¤", "¤", "Jag har adressen ¤, svara gärna dit.", "My address is ¤;",
      "Svar till ¤ senast fredag", "(¤)",
    ])
    return Item(text: template.replacing("¤", with: form), secrets: [secret], kind: "mail")
  }

  // Addresses

  private mutating func address() -> Item {
    let street = pick([
      "Storgatan", "Södra Storgatan", "Kungsvägen", "Kyrkogatan", "Skolgränd", "Björkallén", "Lilla Torget",
      "Drottning Kristinas väg", "Strandstigen", "Ringvägen", "Stationsgatan", "STORGATAN",
      "Norra Järnvägsgatan", "Hantverkargatan", "Lars Anders gata", "storgatan", "Storg.", "Kvarnbacken", "Hamnplatsen",
    ])
    let number = "\(1 + below(199))" + pick(["", "", "B", " A", " C", "b", "-\(200 + below(9))"])
    let code = "\(1 + below(9))\(digits(2)) \(digits(2))"
    let town = pick(["Granby", "Västerhamn", "Ås", "GRANBY", "Östra Dal", "Bro-Ekeby"])
    let flat = pick(["", "", "", ", 3 tr", ", lgh 1203", " 2 tr", " lgh 0901"])
    let forms = [
      "\(street) \(number)\(flat)", "\(street) \(number)\(flat), \(code) \(town)",
      "\(street) \(number)\n\(code) \(town)", "Box \(100 + below(900)), \(code) \(town)", "Box \(100 + below(900))",
      "SE-\(code) \(town)", "Byn \(1 + below(300)), \(code) \(town)", "c/o Lövgren, \(street) \(number)",
      "\(street) \(number), SE-\(code) \(town)", "\(street) \(number), \(code.replacing(" ", with: "")) \(town)",
      "\(1 + below(99)) High Street", "P.O. Box \(100 + below(900))", "c/o Öberg\n\(street) \(number)\n\(code) \(town)",
      "\(street) \(number)\(flat)\n\(code) \(town)",
    ]
    return placed(
      pick(forms), "address",
      [
        "Jag bor på ¤.", "Adress: ¤", "¤", "Min adress är ¤, och det är nära.", "Lägenheten, ¤, är tom.",
        "I live at ¤.", "Skicka svaret till:\n¤\nHälsningar",
      ])
  }

  // Names

  private mutating func name() -> Item {
    let (first, last) = (pick(Self.firsts), pick(Self.lasts))
    let full = "\(first) \(last)"
    let closing = pick([
      "Med vänlig hälsning", "Hälsningar", "Mvh", "Vänliga hälsningar", "Best regards", "Yours sincerely",
      "Med vänliga hälsningar",
    ])
    let genitive = last.hasSuffix("s") ? last : last + "s"
    let shapes: [(String, [String])] = [
      (
        "Från: \(full) <a@b.example>\nTill: registrator\n\nJag undrar över lokalen. \(first) heter jag.", [full, first]
      ),
      ("From: \(full) <a@b.example>\nSubject: Frågor\n\nHello.", [full]),
      ("Hej!\nNär öppnar ni?\n\n\(closing)\n\(full)", [full]),
      ("Hej!\nNär öppnar ni?\n\n\(closing),\n\n\(full)\nGranby", [full]),
      ("När öppnar ni? \(closing) \(full)", [full]), ("När öppnar ni?\n/\(full)", [full]),
      ("När öppnar ni?\n// \(first)", [first]), ("Mvh/\(first)", [first]),
      ("Namn: \(full)\nÄrende: öppettider", [full]),
      ("Jag heter \(full) och bor i byn.", [full]), ("My name is \(full) and I live here.", [full]),
      ("Samtal med herr \(last) om tiderna.", [last]), ("Mrs \(last) called today.", [last]),
      ("\(closing)\n\(full)\n\nSvar: \(genitive) fråga gäller lokalen, skriver \(first).", [full, last, first]),
      ("\(full), 070-123 45 67, vill ha svar.", [full]), ("Anmält av \(full)", [full]),
      ("\(full) <a.b@c.example> skrev:\nHej", [full]), ("\(closing)\n\(full.uppercased())", [full.uppercased()]),
      ("Från: \(last), \(first) <a@b.example>\n\nHej", [last, first]),
    ]
    let (text, secrets) = pick(shapes)
    return Item(text: text, secrets: secrets, kind: "name")
  }

  // What stays

  mutating func harmless() -> String {
    let (y, m, d) = (1990 + below(45), 1 + below(12), 1 + below(28))
    let date = pick([
      "\(y)-\(Self.two(m))-\(Self.two(d))", "\(d)/\(m)", "\(Self.two(d)).\(Self.two(m)).\(y)",
      "\(y)\(Self.two(m))\(Self.two(d))", "\(d)/\(m) \(y)", "den \(d) maj \(y)", "\(Self.two(d))-\(Self.two(m))-\(y)",
    ])
    let register = pick([
      "\(y)-\(digits(5))-1.1.1", "\(y)/\(digits(4))", "Fi\(y)/\(digits(5))", "KS \(y)/\(digits(3))",
      "\(y)-\(digits(5)):3", "RA 230-\(y)/\(digits(4))", "dnr 0\(digits(3))-\(y)", "dnr 070-\(digits(7))",
      "ärende 08-\(digits(6))", "Diarienr 0690-\(digits(6))",
    ])
    // The third digit of an organisation's number is two or more.
    let organisation = "\(pick(["2", "5", "8", "9"]))\(digits(1))\(2 + below(8))\(digits(3))-\(digits(4))"
    let amount = pick([
      "\(1 + below(900)) \(digits(3)) kr", "\(1 + below(99)),\(digits(2)) miljoner",
      "\(1 + below(9)) \(digits(3)) \(digits(3)) kronor", "0,\(digits(2)) procent", "\(below(100)) %",
      "\(1 + below(90)).\(digits(2)) euro", "\(digits(1))\(digits(3)) kvm",
    ])
    let law = pick([
      "19 kap. 3 § OSL", "OSL 5:2", "2 kap. 12 § TF", "SFS \(y):\(digits(3))", "artikel 6.1 c", "§§ 12–14",
      "prop. \(y)/\(Self.two(below(99))):\(digits(2))", "5 kap. 1 §",
    ])
    let hours = pick(["08.00-16.30", "kl. 09:00–15:00", "8-17", "mån-fre 08.00–17.00", "10.00 - 18.00", "08:00-12:00"])
    let other = pick([
      "E14", "väg 83", "länsväg 305", "rum 1203", "version 1.2.3", "\(100 + below(900)) personer", "tabell 4",
      "bilaga 2", "etapp 2", "vecka 42-44", "2021–2023", "62.5237, 15.6589", "org.nr \(organisation)",
      "bankgiro 123-4567", "faktura 0712345678", "tidplan 2022", "Handlingsplan 12", "\(digits(3)) meter",
      "13 + 15 kontor", "ISBN 0-306-40615-2", "Etableringen 2022", "Planeringen 3",
    ])
    let item = pick([date, date, register, register, organisation, amount, law, hours, other, other])
    let template = pick([
      "Beslutet gäller ¤.", "Se ¤ för mer.", "¤", "Enligt ¤ är det så.", "The figure is ¤, we think.",
      "Möte ¤ i kommunhuset", "Öppet ¤, välkomna", "(¤)", "Vi tog upp ¤ och sedan resten.", "Ånge kommun, ¤",
    ])
    return template.replacing("¤", with: item)
  }
}

/// The same texts from the same seed (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
