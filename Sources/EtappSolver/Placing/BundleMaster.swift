/// The small quadratic program of a bundle: how much each piece counts.
///
///     minimise  t/2 ‖Σ λₖ gₖ‖² + Σ λₖ eₖ    with  Σ λ = 1,  λ ≥ 0
///
/// Share is moved to the cheapest piece from the one by which most is gained, until little more is to be gained.
///
/// Source: Fan, Chen, Lin (2005), Journal of Machine Learning Research 6, for which two pieces to take.
struct BundleMaster {
  /// ⟨gₖ, gₗ⟩
  private(set) var products: [[Double]] = []
  var errors: [Double] = []
  private(set) var shares: [Double] = []
  /// t: how far a step goes.
  var reach = 0.0

  mutating func append(_ row: [Double], error: Double, share: Double) {
    for (piece, product) in row.dropLast().enumerated() { products[piece].append(product) }
    products.append(row)
    errors.append(error)
    shares.append(share)
  }

  /// Keeps these pieces only.
  mutating func keep(_ kept: [Int]) {
    products = kept.map { piece in kept.map { products[piece][$0] } }
    errors = kept.map { errors[$0] }
    shares = kept.map { shares[$0] }
  }

  /// ⟨gₖ, step⟩ of every piece, where nothing holds the step back.
  var moves: [Double] {
    products.map { row in reach * zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// How much the pieces say that the step gains.
  var promise: Double {
    zip(zip(moves, errors), shares).reduce(0) { $0 + ($1.0.0 + $1.0.1) * $1.1 }
  }

  /// A share of the promise that is not worth while.
  private static let exact = 0.01

  mutating func solve() {
    // What a share of each piece costs.
    var prices = zip(moves, errors).map { $0 + $1 }
    let norms = products.indices.map { products[$0][$0] }
    for _ in 0..<10 * shares.count {
      guard let low = prices.indices.min(by: { prices[$0] < prices[$1] }) else { return }
      let mean = zip(shares, prices).reduce(0) { $0 + $1.0 * $1.1 }
      guard mean - prices[low] > Self.exact * abs(mean) else { return }
      let row = products[low]
      var (high, most) = (-1, 0.0)
      for piece in prices.indices where shares[piece] > 0 && prices[piece] > prices[low] {
        let gain = prices[piece] - prices[low]
        let curve = max(reach * (norms[low] + norms[piece] - 2 * row[piece]), 1e-300)
        if gain * gain / curve > most { (high, most) = (piece, gain * gain / curve) }
      }
      guard high >= 0 else { return }
      move(to: low, from: high, &prices, norms)
    }
  }

  private mutating func move(to low: Int, from high: Int, _ prices: inout [Double], _ norms: [Double]) {
    let curve = max(reach * (norms[low] + norms[high] - 2 * products[low][high]), 1e-300)
    let moved = min(shares[high], (prices[high] - prices[low]) / curve)
    shares[low] += moved
    shares[high] = moved == shares[high] ? 0 : shares[high] - moved
    let (gained, lost) = (products[low], products[high])
    for piece in prices.indices { prices[piece] += reach * moved * (gained[piece] - lost[piece]) }
  }
}
