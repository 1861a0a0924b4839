import Foundation

/// A server on this machine's loopback that answers as four kinds of routing services do, in the shapes they were
/// recorded in, and fails as it is told.
///
/// The way from one place to another takes 1000 seconds for each degree of latitude and of longitude; places north of 80
/// degrees have no road, and nobody gets from a western to an eastern longitude.
final class MatrixServer {
  let port: Int
  let folder: URL
  private let process = Process()

  struct NotStarted: Error {}

  /// - Parameters:
  ///   - faults: What happens to the first questions, one word each: 429, 500, truncated, slow, wrong; the last one with
  ///     a plus happens for ever.
  ///   - limit: The most pairs of a question.
  ///   - key: Without which nobody is let in.
  ///   - delay: Seconds that every answer takes.
  init(faults: String = "", limit: Int = 2500, key: String = "", delay: Double = 0) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-matrix-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script, faults, "\(limit)", key, "\(delay)"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while line.last != 10 {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw NotStarted() }
      line += more
    }
    guard let number = Int(String(decoding: line.dropLast(), as: UTF8.self)) else { throw NotStarted() }
    port = number
  }

  var url: String { "http://127.0.0.1:\(port)" }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private static let script = """
    import json, sys, time
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
    from urllib.parse import urlsplit, parse_qs
    faults, limit, key, delay = sys.argv[1].split(), int(sys.argv[2]), sys.argv[3], float(sys.argv[4])

    def seconds(a, b):
        if a[0] > 80 or b[0] > 80 or (a[1] < 0) != (b[1] < 0): return None
        return round(1000 * (abs(a[0] - b[0]) + abs(a[1] - b[1])), 3)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def log_message(self, *a): pass

        def answer(self, status, document, headers=(), cut=False):
            body = document.encode() if isinstance(document, str) else json.dumps(document).encode()
            self.send_response(status)
            for name, value in headers: self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:len(body) // 2] if cut else body)
            if cut: self.close_connection = True

        def fault(self):
            if not faults: return None
            return faults[0][:-1] if faults[0].endswith("+") else faults.pop(0)

        def handle_one(self, body):
            time.sleep(delay)
            fault = self.fault()
            if fault == "429": return self.answer(429, {"error": "Rate limit exceeded"}, [("Retry-After", "1")])
            if fault == "500": return self.answer(500, "<html>Internal Server Error</html>")
            if fault == "slow": time.sleep(3)
            if fault == "wrong": return self.answer(200, {"hello": "world"})
            self.cut = fault == "truncated"
            url = urlsplit(self.path)
            if url.path == "/sources_to_targets": self.valhalla(json.loads(body))
            elif url.path.startswith("/table/v1/"): self.osrm(url)
            elif url.path.startswith("/v2/matrix/"): self.openrouteservice(url.path.split("/")[-1], json.loads(body))
            elif url.path == "/matrix": self.graphhopper(parse_qs(url.query), json.loads(body))
            else: self.answer(404, {"message": "Not Found"})

        def do_GET(self): self.handle_one(b"")
        def do_POST(self): self.handle_one(self.rfile.read(int(self.headers["Content-Length"])))

        def rows(self, a, b): return [[seconds(x, y) for y in b] for x in a]

        def valhalla(self, q):
            a, b = ([(p["lat"], p["lon"]) for p in q[k]] for k in ("sources", "targets"))
            def no(code, words): self.answer(400, {"error_code": code, "error": words, "status_code": 400, "status": "Bad Request"})
            if q["costing"] != "auto": return no(125, "No costing method found: '%s'" % q["costing"])
            if len(a) * len(b) > limit: return no(150, "Exceeded max locations: %d.000000" % limit)
            if any(p[0] > 80 for p in a + b): return no(171, "No suitable edges near location")
            self.answer(200, {"sources_to_targets": {"durations": self.rows(a, b)}, "units": "kilometers", "algorithm": "costmatrix"}, cut=self.cut)

        def osrm(self, url):
            profile, places = url.path.split("/")[3:5]
            places = [tuple(map(float, p.split(",")))[::-1] for p in places.split(";")]
            q = parse_qs(url.query)
            a, b = ([places[int(i)] for i in q[k][0].split(";")] for k in ("sources", "destinations"))
            if len(a) * len(b) > limit: return self.answer(400, {"code": "TooBig", "message": "Too many table coordinates"})
            if any(p[0] > 80 for p in a + b): return self.answer(400, {"code": "NoSegment", "message": "Could not find a matching segment for coordinate 0"})
            self.answer(200, {"code": "Ok", "durations": self.rows(a, b), "sources": [], "destinations": []}, cut=self.cut)

        def openrouteservice(self, profile, q):
            if key and self.headers.get("Authorization") != key:
                return self.answer(403, {"error": "Access to this API has been disallowed"})
            def no(status, code, words): self.answer(status, {"error": {"code": code, "message": words}, "info": {"engine": {"version": "9.0.0"}}})
            if profile != "driving-car": return no(400, 6003, "Parameter 'profile' has incorrect value of '%s'." % profile)
            places = [(p[1], p[0]) for p in q["locations"]]
            a, b = ([places[i] for i in q[k]] for k in ("sources", "destinations"))
            if len(a) * len(b) > limit: return no(400, 6004, "Request parameters exceed the server configuration limits. Only a total of %d routes are allowed." % limit)
            if any(p[0] > 80 for p in a + b): return no(404, 6010, "Source point(s) 0 out of bounds.")
            self.answer(200, {"durations": self.rows(a, b), "destinations": [], "sources": [], "metadata": {"service": "matrix"}}, cut=self.cut)

        def graphhopper(self, query, q):
            if key and query.get("key") != [key]:
                return self.answer(401, {"message": "Wrong credentials. Register and get a valid API key at https://www.graphhopper.com/developers/"})
            if q["profile"] != "car": return self.answer(400, {"message": "The requested profile '%s' does not exist." % q["profile"]})
            a, b = ([(p[1], p[0]) for p in q[k]] for k in ("from_points", "to_points"))
            if len(a) * len(b) > limit: return self.answer(400, {"message": "Too many points for Matrix calculation"})
            bad = [i for i, p in enumerate(a + b) if p[0] > 80]
            if bad: return self.answer(400, {"message": "Cannot find point %d" % bad[0], "hints": [{"message": "Cannot find point", "details": "com.graphhopper.util.exceptions.PointNotFoundException", "point_index": bad[0]}]})
            self.answer(200, {"times": self.rows(a, b), "info": {"copyrights": ["GraphHopper", "OpenStreetMap contributors"]}}, cut=self.cut)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """
}
