import DossierLinking
import DossierModel

/// What earlier builds found where they compared texts.
struct TextMemory: Sendable {
  private let memory: BuildMemory
  private let files: any FileSystem

  init(_ memory: BuildMemory, files: any FileSystem) { (self.memory, self.files) = (memory, files) }

  /// The texts of articles beside each other, of which only what is new is compared; kept for the next build.
  func compared(_ articles: [AnnotatedArticle], by linker: DossierLinker) -> ComparedTexts {
    let before = memory.texts(in: files)
    let texts = linker.compared(articles, after: before)
    // Without them the next build compares all texts.
    if texts.sums != before?.sums { try? memory.keep(texts, in: files) }
    return texts
  }
}
