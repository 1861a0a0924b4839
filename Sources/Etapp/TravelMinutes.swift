public import EtappModel
import EtappPlanner

extension Study {
  /// Minutes from every demand point to the nearest office that is open with a choice; where offices are of different
  /// service levels, of the mean errand, and where they have capacities the mean over the people of the point.
  ///
  /// - Parameter round: After this round; nil before the programme.
  /// - Returns: One number for each demand point, in the order of the geography.
  public func minutes(_ choice: Choice, after round: Int?) -> [Float] {
    Measuring(programme, choice: choice).meanMinutes(after: round)
  }
}
