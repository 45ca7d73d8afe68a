import DossierLinking
import DossierMarkdown
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

/// Articles written as marked text, for tests of linking.
///
/// Each line is a sentence. A label is a kind, a form if it is not a name, and the entity that is meant:
/// `[Ann Lee|person 1]`, `[Ruritanian|country demonym 2]`, `[the Ruritanian king|person description 1]`; `-` is a
/// mention that has to stay open. `[Mr|title] [Lee|person 1]` gives a name its title.
struct MarkedCorpus {
  private(set) var articles: [AnnotatedArticle] = []
  /// The entity meant, by article and mention.
  private(set) var meant: [[String]] = []

  init(_ marked: [String], outlet: String = "The Gazette") {
    for (number, text) in marked.enumerated() { add(text, number: number, outlet: outlet) }
  }

  private mutating func add(_ marked: String, number: Int, outlet: String) {
    let read = MarkedText(marked)
    let sentences = Self.sentences(of: read.text)
    var mentions: [Mention] = []
    var meant: [String] = []
    var title: TextRange?
    for (range, label) in read.stretches.sorted(by: { $0.range < $1.range }) {
      let words = label.split(separator: " ").map(String.init)
      if words == ["title"] {
        title = range
        continue
      }
      mentions.append(
        Mention(
          range: range, kind: EntityKind(rawValue: words[0]) ?? .other,
          form: words.count > 2 ? Mention.Form(rawValue: words[1]) ?? .name : .name, title: title,
          sentence: sentences.firstIndex { $0.range.contains(range) } ?? 0, rule: Rule("test")))
      meant.append(words.last ?? "-")
      title = nil
    }
    var metadata = ArticleMetadata(title: "Article \(number)")
    metadata.outlet = outlet
    let article = Article(
      id: ArticleID("a\(number)"), source: SourcePath("a\(number).txt"),
      fingerprint: Fingerprint(of: read.text),
      metadata: metadata, body: MarkdownDocument(read.text))
    articles.append(
      AnnotatedArticle(
        article: article, language: "en", sentences: sentences, mentions: mentions, times: [], quotations: [],
        figures: [], events: []))
    self.meant.append(meant)
  }

  private static func sentences(of text: String) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      sentences.append(
        Sentence(
          id: SentenceID("s\(sentences.count)"), range: TextRange(start, start + line.utf8.count), block: 0))
      start += line.utf8.count + 1
    }
    return sentences
  }

  /// A small world of its own for tests.
  static var knowledge: KnowledgeBase {
    var knowledge = KnowledgeBase(
      countries: [
        .init(
          name: "Ruritania", names: ["Kingdom of Ruritania", "R.K."],
          demonyms: ["Ruritanian", "Ruritanians"],
          capital: "Strelsau", seats: ["Winter Palace"]),
        .init(
          name: "Borduria", names: [], demonyms: ["Bordurian", "Bordurians"], capital: "Szohod", seats: []),
      ],
      organizations: [
        .init(name: "League of Lakes", names: ["LL", "Lakes League"], kind: .organization),
        .init(name: "League of Lakes Assembly", names: [], kind: .organization),
      ],
      outlets: [.init(name: "Wire Press", names: ["WP"], kind: .organization)])
    knowledge.words.nameParticles = ["al", "el"]
    knowledge.words.possessiveEndings = ["'s", "’s"]
    knowledge.words.honorifics = ["mr", "ms"]
    knowledge.words.generalOffices = ["leader"]
    knowledge.words.designators = ["front", "party", "province"]
    knowledge.words.institutions = ["ministry", "army"]
    knowledge.words.placePrepositions = ["in", "near"]
    knowledge.words.partyPrepositions = ["between", "with"]
    knowledge.words.listWords = ["and", "both"]
    knowledge.words.actingVerbs = ["has", "said"]
    knowledge.words.functionWords = ["the", "of", "a", "his", "her"]
    knowledge.words.speechClasses = ["statement"]
    return knowledge
  }
}

/// Links marked articles and compares which mentions are one: same label, same entity; another label, another.
@discardableResult
func check(
  _ marked: String..., outlet: String = "The Gazette",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Dossier {
  let corpus = MarkedCorpus(marked, outlet: outlet)
  let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
  var entityOfLabel: [String: EntityID] = [:]
  var labelOfEntity: [EntityID: String] = [:]
  for (article, labels) in zip(dossier.articles, corpus.meant) {
    for (index, label) in labels.enumerated() {
      let text = article.article.text[article.annotated.mentions[index].range]
      let entity = article.mentionLinks[index].entity
      if label == "-" {
        #expect(entity == nil, "\(text) stays open", sourceLocation: sourceLocation)
        continue
      }
      guard let entity else {
        Issue.record("\(text) is linked to nothing", sourceLocation: sourceLocation)
        continue
      }
      #expect(
        entityOfLabel[label, default: entity] == entity, "\(text) is \(label)", sourceLocation: sourceLocation
      )
      #expect(
        labelOfEntity[entity, default: label] == label, "\(text) is not \(entity)",
        sourceLocation: sourceLocation)
      entityOfLabel[label] = entityOfLabel[label] ?? entity
      labelOfEntity[entity] = labelOfEntity[entity] ?? label
    }
  }
  return dossier
}
