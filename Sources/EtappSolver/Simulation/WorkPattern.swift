/// Days on which an activity advances, for going from a start to a finish and back; beyond the end every day is one.
///
/// Looks at memory that `WorkPatterns` owns, so that the inner loops can hold it without counting references.
struct WorkPattern: BitwiseCopyable {
  /// Open days before each day of the pattern, and before the first day after it.
  let before: UnsafePointer<Int32>
  /// The open days of the pattern.
  let open: UnsafePointer<Int32>
  let length: Int32
  let openCount: Int32

  private func openDays(before day: Int32) -> Int32 {
    day <= 0 ? min(0, day) : day <= length ? before[Int(day)] : openCount + day - length
  }

  /// The open day with a number from 0; days before the timeline are all open.
  private func openDay(_ number: Int32) -> Int32 {
    number < 0 ? number : number < openCount ? open[Int(number)] : length + number - openCount
  }

  /// The first open day from `day` on.
  func next(from day: Int32) -> Int32 { openDay(openDays(before: day)) }

  /// The day after the last of `duration` open days from `start` on.
  func finish(start: Int32, duration: Int32) -> Int32 {
    duration > 0 ? openDay(openDays(before: start) + duration - 1) + 1 : start
  }

  /// The first open day that leads to a finish on `finish` or later.
  func start(finishingFrom finish: Int32, duration: Int32) -> Int32 {
    duration > 0 ? openDay(openDays(before: finish - 1) - duration + 1) : finish
  }
}

/// The patterns of a project and the memory they stand in.
final class WorkPatterns {
  private let before: [FixedBuffer<Int32>]
  private let open: [FixedBuffer<Int32>]
  let patterns: FixedBuffer<WorkPattern>

  init(_ patterns: [[Bool]]) {
    before = patterns.map { pattern in
      FixedBuffer(pattern.reduce(into: [0]) { counts, isOpen in counts.append((counts.last ?? 0) + (isOpen ? 1 : 0)) })
    }
    open = patterns.map { pattern in FixedBuffer(pattern.indices.filter { pattern[$0] }.map(Int32.init)) }
    self.patterns = FixedBuffer(
      patterns.indices.map { [before, open] index in
        WorkPattern(
          before: UnsafePointer(before[index].base), open: UnsafePointer(open[index].base),
          length: Int32(patterns[index].count), openCount: Int32(open[index].count))
      })
  }

  subscript(index: Int32) -> WorkPattern { patterns[Int(index)] }
}
