import DossierCommandLine

@main enum Main {
  static func main() async { await DossierCommand.start() }
}
