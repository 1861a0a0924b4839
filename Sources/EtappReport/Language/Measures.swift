package import EtappModel

/// Figures with their units.
extension Sentences {
  /// `12,2 min`.
  package func minutes(_ value: Double) -> String { "\(numbers.decimal(value, places: 1))\u{A0}min" }

  /// `60 min`, for limits that somebody set.
  func limit(_ minutes: Minutes) -> String { "\(numbers.trimmed(minutes.value, places: 1))\u{A0}min" }

  func kilometres(_ value: Kilometres) -> String { "\(numbers.trimmed(value.value))\u{A0}km" }

  package func persons(_ value: Double) -> String {
    "\(numbers.whole(value))\u{A0}\(Noun.person.form(language, one: value.rounded() == 1))"
  }

  /// Whole units of the programme's currency; from ten million on in millions.
  package func money(_ value: Double) -> String {
    let currency = assignment.currency.isEmpty ? "" : "\u{A0}\(assignment.currency)"
    guard abs(value) >= 10_000_000 else { return numbers.whole(value) + currency }
    let millions = numbers.trimmed(value / 1_000_000, places: 1)
    return millions + say(en: "\u{A0}million", sv: "\u{A0}miljoner") + currency
  }

  /// A goal's value with its unit.
  package func value(_ value: Double, _ unit: Goal.Unit) -> String {
    switch unit {
    case .minutes: minutes(value)
    case .persons: persons(value)
    case .money: money(value)
    case .offices: counted(value, .office)
    case .places: counted(value, .place)
    case .points: counted(value, .point)
    }
  }

  /// How far two values are apart, small enough differences still visible: seconds instead of 0.0 minutes.
  package func difference(_ value: Double, _ unit: Goal.Unit) -> String {
    let size = abs(value)
    switch unit {
    case .minutes: return size >= 1 ? minutes(size) : seconds(size * 60)
    case .persons: return persons(max(size, 1))
    case .money: return money(size)
    case .offices, .places, .points: return self.value(size, unit)
    }
  }

  private func seconds(_ value: Double) -> String {
    guard value >= 0.01 else {
      return say(
        en: "less than \(numbers.decimal(0.01, places: 2)) s", sv: "mindre än \(numbers.decimal(0.01, places: 2)) s")
    }
    return "\(numbers.significant(value))\u{A0}s"
  }

  private func counted(_ value: Double, _ noun: Noun) -> String {
    let text = numbers.trimmed(value)
    return "\(text)\u{A0}\(noun.form(language, one: text == "1"))"
  }
}
