import Foundation

/// Work that keeps a processor busy, off the threads that answer requests.
enum Blocking {
  private static let queue = DispatchQueue(label: "etapp.work", qos: .userInitiated, attributes: .concurrent)

  static func run<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: work)) }
    }
  }
}
