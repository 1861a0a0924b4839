package import EtappModel

/// Which letters belong together because they answer or follow one another.
///
/// Message-IDs decide where there are any: two letters are of one thread when one names the other, or both name a third.
/// Where they do not help, the same topic between the same two sides does, within a year and a half.
package enum Threads {
  /// Days after which the same subject between the same sides is rather a new matter.
  private static let fallbackDays = 550

  /// The indices of the letters that are of one thread with a letter, in their order.
  ///
  /// - Complexity: O(letters).
  package static func thread(of letter: Letter, among letters: [Letter]) -> [Int] {
    let numbers = numbers(of: letters + [letter])
    guard let wanted = numbers.last else { return [] }
    return letters.indices.filter { numbers[$0] == wanted }
  }

  /// The number of each letter's thread, counted from 0 in the order of their first letters.
  ///
  /// - Complexity: O(letters + references) on average; letters of one topic are compared with one another.
  package static func numbers(of letters: [Letter]) -> [Int] {
    var groups = Groups(letters.count)
    joinByIDs(letters, &groups)
    joinByTopics(letters, &groups)
    var numbers: [Int: Int] = [:]
    return letters.indices.map { index in
      let root = groups.root(of: index)
      if let number = numbers[root] { return number }
      numbers[root] = numbers.count
      return numbers.count - 1
    }
  }

  private static func joinByIDs(_ letters: [Letter], _ groups: inout Groups) {
    var owner: [String: Int] = [:]
    for (index, letter) in letters.enumerated() {
      for id in letter.references + (letter.messageID.map { [$0] } ?? []) {
        if let other = owner[id] { groups.join(index, other) } else { owner[id] = index }
      }
    }
  }

  private static func joinByTopics(_ letters: [Letter], _ groups: inout Groups) {
    let known = Set(letters.compactMap(\.messageID))
    var byTopic: [String: [Int]] = [:]
    for (index, letter) in letters.enumerated() {
      let topic = Names.folded(letter.topic)
      // A word of three letters is no topic: two letters called `Hej` are not of one thread.
      if topic.count >= 4 { byTopic[topic, default: []].append(index) }
    }
    for indices in byTopic.values where indices.count > 1 {
      let sides = indices.map { Self.sides(of: letters[$0]) }
      for (at, index) in indices.enumerated() {
        // One that names a letter that is here has its thread already.
        guard !letters[index].references.contains(where: known.contains) else { continue }
        // The nearest before it, as far back as matters in a long list.
        let before = indices[..<at].indices.suffix(200)
        if let other = before.last(where: {
          areOfOneMatter(letters[index], letters[indices[$0]], sides[at], sides[$0])
        }) {
          groups.join(index, indices[other])
        }
      }
    }
  }

  private static func areOfOneMatter(_ a: Letter, _ b: Letter, _ sidesOfA: Set<String>, _ sidesOfB: Set<String>) -> Bool
  {
    if let first = a.day, let second = b.day, abs(first.number - second.number) > fallbackDays { return false }
    // Both sides must be the same: a letter that one office sends to thirty is thirty threads.
    return sidesOfA.intersection(sidesOfB).count >= 2
  }

  /// Who writes and who is written to, by the domain of their address, else by their name.
  private static func sides(of letter: Letter) -> Set<String> {
    var sides: Set<String> = []
    for correspondent in letter.from + letter.to + letter.copies {
      if let domain = correspondent.address?.split(separator: "@").last {
        sides.insert(String(domain))
      } else if let name = correspondent.name {
        sides.insert(Names.folded(name))
      }
    }
    return sides
  }
}

/// Sets of numbers that are joined (union-find with halving paths; Tarjan and van Leeuwen 1984, doi:10.1145/62.2160).
private struct Groups {
  private var parent: [Int]

  init(_ count: Int) { parent = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parent[max(a, b)] = min(a, b)
  }
}
