import ArgumentParser

/// How much a command says, and in what form.
struct OutputArguments: ParsableArguments {
  /// The form of messages.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "The form of messages and of the result.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say everything: notes too, and each message however often it comes.")
  var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose cannot be used together.") }
  }

  var console: Console {
    Console(format: format, volume: quiet ? .quiet : verbose ? .verbose : .normal)
  }
}
