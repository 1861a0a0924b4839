/// Why a matrix service gave no minutes, and so what to do next.
package enum MatrixRefusal: Error, Hashable, Sendable {
  /// More pairs than the service takes at once: ask for fewer.
  case tooLarge(String)
  /// Some pair is farther apart than the service goes.
  case tooFar(String)
  /// Some place has no road near it, or none that leads to any of the others.
  case offNetwork(String)
  /// The service does not know the means of travel.
  case unknownProfile(String)
  /// The key is missing or not good.
  case denied(String)
  /// Too many questions; wait so many seconds, where the service says how many.
  case busy(seconds: Double?)
  /// What came is no answer: cut off, or of another shape.
  case broken(String)
  /// The service failed, in its own words.
  case failed(status: Int, String)

  /// Whether the same question may succeed later.
  package var isPassing: Bool {
    switch self {
    case .busy, .broken: true
    case .failed(let status, _): status >= 500
    default: false
    }
  }
}
