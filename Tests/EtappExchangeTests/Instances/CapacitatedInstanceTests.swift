import EtappModel
import Foundation
import Testing

@testable import EtappExchange

@Suite struct `Instances with capacities` {
  private func read(_ text: String) -> (instance: CapacitatedInstance?, diagnostics: [Diagnostic]) {
    Array(text.utf8).withUnsafeBufferPointer { CapacitatedInstanceReader.read($0, file: "folder/cap.txt") }
  }

  @Test func `read warehouses, whose costs may run over lines`() throws {
    let instance = try #require(read(" 2 2 \n 100 7.5 \n 50 0. \n 3 1.5\n 2 \n 4\n 1 9 \n").instance)
    #expect(instance.capacities == [100, 50] && instance.fixed == [7.5, 0] && instance.demand == [3, 4])
    #expect(instance.costs == [1.5, 2, 1, 9] && instance.open == nil && !instance.isWhole && instance.name == "cap")
  }

  @Test func `read warehouses that leave the capacity open`() throws {
    let instance = try #require(read("1 1\n capacity 5. \n3\n 2\n").instance)
    #expect(instance.capacities == [nil] && instance.fixed == [5])
  }

  @Test func `read p-medians, distance rounded down`() throws {
    let instance = try #require(read(" 1 713\n 2 1 120\n 1 0 0 3\n 2 2 2 14\n").instance)
    #expect(instance.open == 1 && instance.isWhole && instance.demand == [3, 14])
    #expect(instance.capacities == [120, 120] && instance.costs == [0, 2, 2, 0])
  }

  @Test(arguments: [
    "", "1", "x y", "2 2\n5 5\n", "1 1\n5 5\n-3 1\n", "1 1\n5 5\n3 1\n7", " 1 9\n 2 1 9\n 1 0 0 3\n 3 0 0 3\n",
    "1 1\nroom 5\n3 2\n", " 1 9\n 2 1 9\n 1 0 0 3\n",
  ])
  func `say what is wrong`(_ text: String) {
    let read = read(text)
    #expect(read.instance == nil && !read.diagnostics.isEmpty)
  }

  @Test func `survive any cut and any byte`() {
    let text = Array(" 1 713\n 2 1 120\n 1 0 0 3\n 2 2 2 14\n".utf8)
    for end in 0...text.count {
      var bytes = Array(text[..<end])
      _ = bytes.withUnsafeBufferPointer { CapacitatedInstanceReader.read($0, file: "f") }
      if end > 0 { bytes[end / 2] = UInt8(end) }
      _ = bytes.withUnsafeBufferPointer { CapacitatedInstanceReader.read($0, file: "f") }
    }
  }
}
