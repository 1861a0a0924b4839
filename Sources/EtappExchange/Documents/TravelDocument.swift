package import EtappModel

/// `etapp.travel/1`: what came of reckoning travel times.
package enum TravelDocument {
  package static func json(_ receipt: TravelReceipt) -> JSON {
    [
      "schema": "etapp.travel/1", "service": .string(receipt.service), "url": JSON(receipt.url),
      "profile": JSON(receipt.profile), "file": .string(receipt.file), "origins": JSON(receipt.origins),
      "destinations": JSON(receipt.destinations), "pairs": JSON(receipt.pairs),
      "unreachable": JSON(receipt.unreachable), "beyond": JSON(receipt.beyond), "known": JSON(receipt.known),
      "questions": JSON(receipt.questions), "repeated": JSON(receipt.repeated),
      "offNetwork": .array(receipt.offNetwork.map(JSON.string)),
      "seconds": .number((receipt.seconds * 1000).rounded() / 1000),
    ]
  }
}
