package import EtappModel

/// A name that a template of letters may use between double braces.
///
/// What each stands for is in the article *Letters*; a test holds the article and this list to each other.
package enum LetterPlaceholder: String, CaseIterable, Sendable {
  // The municipality
  case municipality, municipalityGenitive, municipalityFull, municipalityCode
  case place, places, newOffices
  // The round
  case round, roundTitle, roundOrdinal, window, windowSpan, offices, officesNumber, officesAtLeast, roundMunicipalities
  // The programme
  case programme, principal, decided, source, roundsInWords, totalOffices, goal, reason
  // Dates
  case opening, openingMonth, promiseDate, promiseMonth, promiseDay
  // The letter
  case sender, senderAddress, contact, contactRole, contactPhone, contactAddress
  case receiver, receiverRole, receiverAddress
  case date, isoDate, ourNumber, theirNumber, promise
  // Yes or no
  case isFirstRound, isLastRound, severalPlaces, severalRounds, hasForecast
  // Lists
  case eachPlace, eachRound, eachOwnRound, eachMunicipality, eachGoal

  /// What can be done with it.
  package enum Kind: Hashable, Sendable {
    /// Words that stand in a sentence.
    case words
    /// True or false: opens a section that is written or left out.
    case condition
    /// Opens a section that is written once for each item.
    case list
  }

  package var kind: Kind {
    switch self {
    case .isFirstRound, .isLastRound, .severalPlaces, .severalRounds, .hasForecast: .condition
    case .eachPlace, .eachRound, .eachOwnRound, .eachMunicipality, .eachGoal: .list
    default: .words
    }
  }

  /// Whether it tells when offices open, so that a forecast must be made first.
  package var needsForecast: Bool {
    switch self {
    case .opening, .openingMonth, .promiseDate, .promiseMonth, .promiseDay, .hasForecast: true
    default: false
    }
  }

  /// Why it may be missing, and what helps.
  package var absence: Text {
    switch self {
    case .opening, .openingMonth, .promiseDate, .promiseMonth, .promiseDay:
      Text(
        en: "There is no forecast for this municipality; the programme must say how offices are established (work).",
        sv: "Det finns ingen prognos för kommunen; programmet måste säga hur kontor etableras (work).")
    case .window, .windowSpan:
      Text(
        en: "The round has no window; give it `opens` in programme.yaml.",
        sv: "Omgången har inget fönster; ge den `opens` i programme.yaml.")
    case .officesAtLeast:
      Text(
        en: "The round has no least number of offices; give it `offices: {min: …}` in programme.yaml.",
        sv: "Omgången har inget minsta antal kontor; ge den `offices: {min: …}` i programme.yaml.")
    case .principal, .decided, .source:
      Text(
        en: "The assignment does not say; write it under `assignment` in programme.yaml.",
        sv: "Uppdraget säger det inte; skriv det under `assignment` i programme.yaml.")
    case .reason, .goal:
      Text(en: "The programme has no goals.", sv: "Programmet har inga mål.")
    case .sender, .senderAddress, .contact, .contactRole, .contactPhone, .contactAddress:
      Text(
        en: "It is not said who writes and who answers questions.",
        sv: "Det är inte sagt vem som skriver och vem som svarar på frågor.")
    case .receiver, .receiverRole, .receiverAddress:
      Text(
        en: "No contact is known in the role that the template's `to:` names.",
        sv: "Ingen kontakt är känd i den roll som mallens `to:` anger.")
    case .ourNumber, .theirNumber:
      Text(en: "The letter has no such number yet.", sv: "Brevet har inget sådant nummer ännu.")
    case .promise:
      Text(
        en: "The template promises nothing; write `promise:` between the lines of dashes at its head.",
        sv: "Mallen lovar inget; skriv `promise:` mellan strecken överst i den.")
    case .place:
      Text(
        en: "Several offices open here; use `places`, or `place` inside `eachPlace`.",
        sv: "Flera kontor öppnar här; använd `places`, eller `place` inuti `eachPlace`.")
    case .roundTitle, .roundOrdinal, .roundMunicipalities, .officesNumber:
      Text(
        en: "Offices open in several rounds here; use it inside `eachOwnRound`.",
        sv: "Kontor öppnar i flera omgångar här; använd det inuti `eachOwnRound`.")
    default: Text(en: "It is not known.", sv: "Det är inte känt.")
    }
  }
}
