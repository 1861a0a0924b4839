import EtappModel

/// Why a request is not answered as asked: thrown by a handler, shown as a page or as JSON.
struct Refusal: Error {
  var status: Int
  var message: Text
  var headers: [(name: String, value: String)] = []

  static var notFound: Refusal {
    Refusal(status: 404, message: Text(en: "There is no such page.", sv: "Det finns ingen sådan sida."))
  }

  static var forbidden: Refusal {
    Refusal(
      status: 403,
      message: Text(en: "Your role does not allow this.", sv: "Din roll medger inte detta."))
  }

  static func unusable(_ message: Text) -> Refusal { Refusal(status: 400, message: message) }

  static func conflict(_ message: Text) -> Refusal { Refusal(status: 409, message: message) }
}
