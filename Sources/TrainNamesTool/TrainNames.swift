import DossierAnalysis
import DossierLanguages
import DossierSource
import Foundation

/// Trains the tagger of names: `train-names MODEL FILE…`; with `--speed`, measures how fast texts are read.
///
/// Files are `NAME.train.conll` to learn from and `NAME.dev.conll` to measure on; MODEL is written, and its checksum
/// into the assembler file that embeds it, so that the next build takes it.
@main
struct TrainNames {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else {
      complain("usage: train-names MODEL FILE…, or train-names --speed FILE…")
      exit(64)
    }
    if arguments[0] == "--speed" {
      let texts = try arguments.dropFirst().sorted().map {
        ($0, try String(contentsOfFile: $0, encoding: .utf8))
      }
      return complain(SpeedMeasure(texts: texts).report())
    }
    var training: [LabelledDocument] = []
    var development: [LabelledDocument] = []
    for path in arguments.dropFirst().sorted() {
      let name = URL(fileURLWithPath: path).lastPathComponent
      let source = String(name.prefix { $0 != "." })
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let documents = LabelledDocument.documents(of: text, source: source)
      if name.contains(".dev.") { development += documents } else { training += documents }
    }
    let pack = LanguagePack.english
    let splitter = SentenceSplitter(tables: pack.sentences)
    let windows = training.flatMap {
      TrainingWindow.windows(of: $0, splitter: splitter, tables: pack.names)
    }
    var trainer = NameTrainer()
    let model = trainer.train(windows, report: complain)
    try write(model.bytes, to: URL(fileURLWithPath: arguments[0]))
    var tables = pack.names
    tables.model = model
    complain(NameScore(documents: development, splitter: splitter, tables: tables).description)
  }

  private static func write(_ bytes: [UInt8], to file: URL) throws {
    try Data(bytes).write(to: file)
    let embedding = file.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("NameModel.S")
    guard let source = try? String(contentsOf: embedding, encoding: .utf8) else { return }
    let head = "// \(file.lastPathComponent) "
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(head) ? head + Fingerprint(of: bytes).description : String(line)
    }
    try lines.joined(separator: "\n").write(to: embedding, atomically: true, encoding: .utf8)
  }

  static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
