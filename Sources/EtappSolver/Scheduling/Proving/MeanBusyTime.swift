/// The cheapest way to spread work over the days of one resource, when only its capacity and the releases count.
///
///     min Σ value · mean of the days the work is done on
///
/// Whoever is worth most for a unit of work goes first, on the earliest free days after its release. Any timetable
/// spreads its work in some such way, so that the least sum is a bound. Complexity: O(jobs · log jobs + days).
///
/// Source: M. X. Goemans, M. Queyranne, A. S. Schulz, M. Skutella, Y. Wang, "Single machine scheduling with release
/// dates", SIAM Journal on Discrete Mathematics 15 (2002), doi:10.1137/S089548019936223X.
struct MeanBusyTime: Sendable {
  struct Job: Sendable {
    var release: Int
    /// Amount times duration; above 0.
    var work: Int
  }

  private let jobs: [Job]
  private let capacity: [Int]

  /// - Parameter days: enough of them for all the work after the last release.
  init(jobs: [Job], capacity: Project.Capacity, days: Int) {
    self.jobs = jobs
    var step = 0
    self.capacity = (0..<days).map { day in
      while step + 1 < capacity.days.count, capacity.days[step + 1] <= day { step += 1 }
      return max(0, capacity.amounts[step])
    }
  }

  /// The mean day, in the middle of the days worked, of each job when `values` say what a day's delay of a job costs.
  func means(values: [Double]) -> [Double] {
    let order = jobs.indices.sorted { left, right in
      let (first, second) = (values[left] * Double(jobs[right].work), values[right] * Double(jobs[left].work))
      return first == second ? left < right : first > second
    }
    var free = capacity
    var next = Array(0...capacity.count)
    var means = Array(repeating: 0.0, count: jobs.count)
    for job in order { means[job] = place(jobs[job], free: &free, next: &next) }
    return means
  }

  private func place(_ job: Job, free: inout [Int], next: inout [Int]) -> Double {
    var left = job.work
    var sum = 0.0
    var day = open(from: min(job.release, capacity.count), &next)
    while left > 0, day < capacity.count {
      let taken = min(left, free[day])
      free[day] -= taken
      left -= taken
      sum += Double(taken) * (Double(day) + 0.5)
      if free[day] == 0 { next[day] = day + 1 }
      day = open(from: day, &next)
    }
    return (sum + Double(left) * (Double(capacity.count) + 0.5)) / Double(job.work)
  }

  /// The first day from `day` on that has something free, halving the way there for whoever asks next.
  private func open(from day: Int, _ next: inout [Int]) -> Int {
    var day = day
    while next[day] != day {
      next[day] = next[next[day]]
      day = next[day]
    }
    return day
  }
}
