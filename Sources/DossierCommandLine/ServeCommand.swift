import ArgumentParser
import DossierBuild
import DossierServer
import DossierSource
import Foundation

/// `dossier serve`: the site in a browser, built again and shown anew whenever something changes.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Builds the site, shows it to a browser on this machine, and follows changes.",
    discussion: """
      Open pages load themselves anew where they stand. While something is wrong, the last good site stays and its \
      pages show the trouble.
      """)

  /// Ports that are tried when none is asked for.
  private static let usualPorts = 8_000..<8_100

  @OptionGroup var site: SiteArguments
  @OptionGroup var building: BuildArguments

  @Option(name: .shortAndLong, help: "The port (default: 8000, or the next one that is free).")
  var port: Int?

  @Option(help: "The address of this machine to listen at; other machines reach any but the default.")
  var bind = "127.0.0.1"

  @Option(help: "The path to serve the site at, as it will stand on another server: /sub/path/.")
  var basePath = "/"

  @Flag(name: [.customShort("O"), .long], help: "Open the site in a browser.")
  var open = false

  @Flag(
    help: "Look at the dates of files instead of waiting for the system to tell, for drives of a network.")
  var poll = false

  @OptionGroup var messages: OutputArguments

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard BasePath(basePath) != nil else {
      throw ValidationError("--base-path takes a path such as /sub/path/, not '\(basePath)'.")
    }
  }

  func run() async throws {
    let console = messages.console
    let preview: LivePreview
    do throws(BuildError) {
      let workspace = try site.workspace(in: DiskFileSystem())
      preview = LivePreview(try server(for: building.folder(for: workspace)), site, building)
    } catch {
      throw console.failure(error)
    }
    let server = preview.server
    Thread.detachNewThread { server.run() }
    if port == nil, server.port != Self.usualPorts.lowerBound {
      console.note("Port \(Self.usualPorts.lowerBound) is taken; serving at the next one that is free")
    }
    console.showResult(
      "Serving the site at \(server.address); Ctrl-C ends it", as: JSONLine(["port": server.port]))
    let interruptions = Interruption.exits(after: {
      server.stop()
      console.note("Stopped serving")
    })
    if open { Terminal.openInBrowser(server.address) }
    var shown = preview
    await BuildRounds(site: site, building: building, polls: poll, console: console).run { outcome in
      shown.take(outcome)
      switch outcome {
      case .built(let report, let diagnostics):
        console.show(diagnostics)
        if report.pages > 0 { console.showResult(report.closingLine, as: report.result) }
      case .failed(let error): _ = console.failure(error)
      }
    }
    withExtendedLifetime(interruptions) {}
  }

  private func server(for folder: String) throws(BuildError) -> PreviewServer {
    // Who reads the site from another machine is not its editor.
    let routes = bind.hasPrefix("127.") ? [ServerRoute.decisions(on: site)] : []
    let settings = PreviewServer.Settings(
      basePath: BasePath(basePath) ?? .root, address: bind, routes: routes)
    let state = LiveState(folder: LivePreview.served(folder), site: LivePreview.firstState)
    do throws(PreviewServer.Trouble) {
      return try PreviewServer(settings, ports: port.map { $0..<($0 + 1) } ?? Self.usualPorts, state: state)
    } catch {
      let place = "\(bind):\(port ?? Self.usualPorts.lowerBound)"
      switch error {
      case .badAddress:
        throw BuildError(
          path: bind, message: "this is no address of this machine",
          remedy: "name one with --bind, such as 127.0.0.1 or 0.0.0.0")
      case .portTaken:
        throw BuildError(path: place, message: "the port is taken", remedy: "name another one with --port")
      case .system(let reason):
        throw BuildError(
          path: place, message: "cannot listen: \(reason.lowercased())", remedy: "mend this first")
      }
    }
  }
}
