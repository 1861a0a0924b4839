import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A real Valhalla on this machine's loopback, over the roads of a small country.
final class ValhallaService {
  private static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()

  static let roads = root.appendingPathComponent("../shared/data/osm-samples/liechtenstein.osm.pbf")
  static let hasRoads = FileManager.default.fileExists(atPath: roads.path)
  private static let packages = root.appendingPathComponent(".deps/valhalla")

  let url: String
  private let folder: URL
  private let process = Process()

  struct NotStarted: Error {}

  init() throws {
    let program = Self.packages.appendingPathComponent("valhalla/bin/valhalla_service").path
    try #require(FileManager.default.isExecutableFile(atPath: program), "make deps-test brings Valhalla")
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-valhalla-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script, Self.packages.path, Self.roads.path, folder.path]
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
    url = "http://127.0.0.1:" + String(decoding: line.dropLast(), as: UTF8.self)
    try waitForAnswer()
  }

  private func waitForAnswer() throws {
    let status = try #require(URL(string: url + "/status"))
    for _ in 0..<600 where process.isRunning {
      if (try? Data(contentsOf: status)) != nil { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw NotStarted()
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Makes tiles, says the port, and becomes the service.
  private static let script = """
    import os, socket, subprocess, sys
    packages, roads, folder = sys.argv[1:]
    tools = os.path.join(packages, "valhalla")
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    options = {"mjolnir-tile-dir": folder + "/tiles", "mjolnir-tile-extract": "", "mjolnir-traffic-extract": "",
               "mjolnir-admin": "", "mjolnir-timezone": "", "mjolnir-concurrency": "1",
               "httpd-service-listen": "tcp://127.0.0.1:%d" % port,
               "httpd-service-loopback": "ipc://%s/loopback" % folder,
               "httpd-service-interrupt": "ipc://%s/interrupt" % folder}
    for part in ("loki", "thor", "odin"): options[part + "-service-proxy"] = "ipc://%s/%s" % (folder, part)
    arguments = [word for name, value in options.items() for word in ("--" + name, value)]
    configuration = os.path.join(folder, "valhalla.json")
    with open(configuration, "w") as f:
        subprocess.run([sys.executable, tools + "/valhalla_build_config.py"] + arguments, stdout=f, check=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([tools + "/bin/valhalla_build_tiles", "-c", configuration, roads], check=True, **quiet)
    print(port, flush=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execv(tools + "/bin/valhalla_service", ["valhalla_service", configuration, "1"])
    """
}
