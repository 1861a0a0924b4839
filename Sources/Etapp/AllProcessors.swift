import Dispatch

/// Works each value out, several at a time, and gives the results in the order of the values.
func onAllProcessors<Value: Sendable, Result>(_ values: [Value], _ work: @Sendable (Value) -> Result) -> [Result] {
  var results = [Result?](repeating: nil, count: values.count)
  results.withUnsafeMutableBufferPointer { results in
    nonisolated(unsafe) let slots = results
    DispatchQueue.concurrentPerform(iterations: values.count) { slots[$0] = work(values[$0]) }
  }
  return results.compactMap { $0 }
}
