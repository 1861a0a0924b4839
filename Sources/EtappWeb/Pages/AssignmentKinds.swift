import EtappModel

/// What the kinds of rules and goals are called where one is chosen.
enum AssignmentKinds {
  static func title(_ kind: Rule.KindName) -> Text {
    switch kind {
    case .count: Text(en: "So many offices", sv: "Så många kontor")
    case .near: Text(en: "So many in or near an area", sv: "Så många i eller nära ett område")
    case .share: Text(en: "A share of the people within a time", sv: "En andel av invånarna inom en tid")
    case .nobodyBeyond: Text(en: "Nobody farther than a time", sv: "Ingen längre bort än en tid")
    case .fixed: Text(en: "These open", sv: "Dessa öppnar")
    case .forbidden: Text(en: "These stay out", sv: "Dessa hålls utanför")
    case .notBefore: Text(en: "Not before a round or day", sv: "Inte före en omgång eller dag")
    case .notAfter: Text(en: "Not after a round or day", sv: "Inte efter en omgång eller dag")
    case .before: Text(en: "One before another", sv: "En före en annan")
    case .together: Text(en: "In the same round", sv: "I samma omgång")
    case .notBoth: Text(en: "At most one of some", sv: "Högst en av några")
    case .oneOf: Text(en: "Exactly one of some", sv: "Exakt en av några")
    case .apart: Text(en: "Not too near each other", sv: "Inte för nära varandra")
    case .budget: Text(en: "At most so much money", sv: "Högst så mycket pengar")
    case .keep: Text(en: "Few changes from a plan", sv: "Få ändringar mot en plan")
    case .close: Text(en: "Existing offices that close", sv: "Befintliga kontor som stänger")
    }
  }

  static func title(_ kind: Goal.KindName) -> Text {
    switch kind {
    case .access: Text(en: "Short travel time", sv: "Kort restid")
    case .reach: Text(en: "Many people within a time", sv: "Många invånare inom en tid")
    case .farthest: Text(en: "Few people beyond a time", sv: "Få invånare bortom en tid")
    case .equity: Text(en: "Fair travel time", sv: "Rättvis restid")
    case .spread: Text(en: "Spread over the country", sv: "Spridning över landet")
    case .balance: Text(en: "Balance in each round", sv: "Balans i varje omgång")
    case .cost: Text(en: "Low cost", sv: "Låg kostnad")
    case .stability: Text(en: "Few changes from a plan", sv: "Få ändringar mot en plan")
    case .wishes: Text(en: "Wishes that are met", sv: "Önskemål som uppfylls")
    case .delivery: Text(en: "Delivery in time", sv: "Leverans i tid")
    }
  }
}
