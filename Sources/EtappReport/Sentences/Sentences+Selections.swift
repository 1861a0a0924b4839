import EtappModel

/// Which places and people a rule speaks of, in words that follow the counted noun: "8 offices *in the category Rural*".
extension Sentences {
  /// Everything that narrows the selection down, with a leading blank; empty for every place.
  func qualifier(_ selection: Selection) -> String {
    let parts = [
      categories(selection.categories), municipalities(selection.municipalities), kinds(selection.kinds),
      selection.places.isEmpty ? nil : say(en: "among ", sv: "bland ") + list(selection.places.map(name), atMost: 5),
      regions(selection.regions), selection.nearby.map(nearby),
      selection.includesExisting ? say(en: "existing offices included", sv: "befintliga kontor medräknade") : nil,
    ]
    return parts.compactMap { $0 }.map { " " + $0 }.joined()
  }

  /// The selection as a noun: "offices in the category Rural"; just the names where places are listed.
  func offices(_ selection: Selection) -> String {
    guard selection.places.isEmpty || selection != Selection(places: selection.places) else {
      return list(selection.places.map(name), atMost: 5)
    }
    return say(en: "offices", sv: "kontor") + qualifier(selection)
  }

  private func categories(_ categories: [ID<EtappModel.Category>]) -> String? {
    guard !categories.isEmpty else { return nil }
    let titles = categories.map { quoted(title($0)) }
    return say(
      en: titles.count == 1 ? "in the category \(titles[0])" : "in the categories \(choice(titles))",
      sv: titles.count == 1 ? "i kategorin \(titles[0])" : "i kategorierna \(choice(titles))")
  }

  private func municipalities(_ municipalities: [ID<Municipality>]) -> String? {
    guard !municipalities.isEmpty else { return nil }
    return say(en: "in ", sv: "i ") + choice(municipalities.map(names.name(of:)), atMost: 5)
  }

  private func kinds(_ kinds: [String]) -> String? {
    guard !kinds.isEmpty else { return nil }
    return say(en: "of the kind ", sv: "av slaget ") + choice(kinds.map(quoted))
  }

  private func regions(_ regions: [ID<Division>: [String]]) -> String? {
    guard !regions.isEmpty else { return nil }
    let parts = regions.sorted { $0.key < $1.key }.map { division, names in
      "\(choice(names, atMost: 5)) (\(self.names.title(of: division)(language)))"
    }
    return say(en: "in ", sv: "i ") + list(parts)
  }

  func nearby(_ nearby: Selection.Nearby) -> String {
    let layer = quoted(names.title(of: nearby.layer)(language))
    guard nearby.within > 0 else { return say(en: "in the area layer \(layer)", sv: "i områdeslagret \(layer)") }
    let distance = kilometres(nearby.within)
    return say(
      en: "in or within \(distance) of the area layer \(layer)",
      sv: "i eller inom \(distance) från områdeslagret \(layer)")
  }

  /// The people: "the people in Ånge".
  func people(_ selection: DemandSelection) -> String {
    let places =
      selection.municipalities.map(names.name(of:)) + selection.regions.sorted { $0.key < $1.key }.flatMap(\.value)
    guard !places.isEmpty else { return say(en: "the people", sv: "invånarna") }
    return say(en: "the people in ", sv: "invånarna i ") + list(places, atMost: 5)
  }

  package func quoted(_ text: String) -> String { say(en: "“\(text)”", sv: "”\(text)”") }

  func choice(_ items: [String], atMost limit: Int) -> String {
    items.count > limit + 1 ? list(items, atMost: limit) : choice(items)
  }

  /// `at least 13 and at most 15`.
  func between(_ min: String?, _ max: String?) -> String {
    switch (min, max) {
    case (let low?, let high?) where low == high: say(en: "exactly \(low)", sv: "precis \(low)")
    case (let low?, let high?): say(en: "at least \(low) and at most \(high)", sv: "minst \(low) och högst \(high)")
    case (let low?, nil): say(en: "at least \(low)", sv: "minst \(low)")
    case (nil, let high?): say(en: "at most \(high)", sv: "högst \(high)")
    case (nil, nil): say(en: "any number of", sv: "hur många som helst,")
    }
  }

  /// The bounds with the counted noun behind the last of them.
  func between(_ min: Int?, _ max: Int?, _ noun: Noun) -> String {
    let last = max ?? min ?? 2
    return between(min.map(numbers.whole), max.map(numbers.whole)) + "\u{A0}" + self.noun(noun, last)
  }
}
