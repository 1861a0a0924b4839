import Etapp
import EtappModel

/// Instances of a benchmark, one after the other, a line for each.
struct BenchmarkRun {
  let running: RunningOptions
  let printing: OutputOptions

  /// - Parameter solve: Reads and solves the instance of a file.
  func each(_ files: [String], _ solve: (String, RunOptions) throws -> (line: String, proof: Proof)) throws {
    Interrupt.listen()
    let teller = Teller(printing)
    let options = RunOptions(
      seed: running.seed, threads: running.threads, timeLimit: running.timeLimit, isStopped: { Interrupt.isAsked })
    var proofs: [Proof] = []
    for file in files where !Interrupt.isAsked {
      do {
        let answer = try solve(file, options)
        Output.write(answer.line)
        proofs.append(answer.proof)
      } catch let invalid as Workspace.Invalid {
        throw teller.invalid(invalid.diagnostics)
      } catch {
        throw teller.fail(Text("\(error)"), .failure)
      }
    }
    if let exit = Exit(stopped: proofs) { throw exit }
  }
}
