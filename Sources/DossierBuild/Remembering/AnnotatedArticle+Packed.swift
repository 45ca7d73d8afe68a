import DossierMarkdown
import DossierModel
import DossierSource

extension AnnotatedArticle {
  /// As it was written.
  convenience init(from reader: inout PackedReader) throws(PackedTrouble) {
    let article = try Article(from: &reader)
    let language = try reader.optionalWord()
    self.init(
      article: article, language: language, sentences: try reader.list(Sentence.init),
      mentions: try reader.list(Mention.init), times: try reader.list(TimeExpression.init),
      quotations: try reader.list(Quotation.init), figures: try reader.list(Figure.init),
      events: try reader.list(EventMention.init))
  }

  func write(to writer: inout PackedWriter) {
    article.write(to: &writer)
    writer.write(optionalWord: language)
    writer.write(list: sentences) { $0.write(to: &$1) }
    writer.write(list: mentions) { $0.write(to: &$1) }
    writer.write(list: times) { $0.write(to: &$1) }
    writer.write(list: quotations) { $0.write(to: &$1) }
    writer.write(list: figures) { $0.write(to: &$1) }
    writer.write(list: events) { $0.write(to: &$1) }
  }
}

// MARK: - What stands off from the text

extension Sentence {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      id: SentenceID(try reader.text()), range: try reader.range(), block: try reader.count(),
      dateline: try reader.count())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(id.string)
    writer.write(range)
    writer.write(count: block)
    writer.write(count: dateline)
  }
}

extension Mention {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      range: try reader.range(), kind: try reader.value(of: EntityKind.packed),
      form: try reader.value(of: Form.packed), title: try reader.optionalRange(),
      sentence: try reader.count(), rule: Rule(try reader.word()))
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(range)
    writer.write(kind, of: EntityKind.packed)
    writer.write(form, of: Form.packed)
    writer.write(optional: title)
    writer.write(count: sentence)
    writer.write(word: rule.name)
  }
}

extension Quotation {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      range: try reader.range(), use: try reader.value(of: Use.packed),
      speaker: try reader.bool() ? try Speaker(from: &reader) : nil, cue: try reader.optionalRange(),
      sentence: try reader.index(), within: try reader.optionalIndex(), continues: try reader.optionalIndex())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(range)
    writer.write(use, of: Use.packed)
    writer.write(speaker != nil)
    if let speaker { speaker.write(to: &writer) }
    writer.write(optional: cue)
    writer.write(count: sentence)
    writer.write(optionalCount: within)
    writer.write(optionalCount: continues)
  }
}

extension Quotation.Speaker {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      range: try reader.range(), mention: try reader.optionalIndex(),
      attribution: try reader.value(of: Quotation.Attribution.packed))
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(range)
    writer.write(optionalCount: mention)
    writer.write(attribution, of: Quotation.Attribution.packed)
  }
}

extension Figure {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      range: try reader.range(), number: try reader.double(),
      qualifier: try reader.optional(of: Qualifier.packed), unit: try reader.optionalWord(),
      counted: try reader.optionalRange(), sentence: try reader.count())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(range)
    writer.write(number)
    writer.write(qualifier, of: Qualifier.packed)
    writer.write(optionalWord: unit)
    writer.write(optional: counted)
    writer.write(count: sentence)
  }
}

extension EventMention {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      sentence: try reader.index(), trigger: try reader.range(), subject: try reader.optionalRange(),
      triggerClass: try reader.word(), status: try reader.value(of: Status.packed),
      isPastTense: try reader.bool(), time: try reader.optionalIndex(), daysFromTime: try reader.int(),
      participants: try reader.counts(),
      place: try reader.optionalIndex(), isBackground: try reader.bool())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(count: sentence)
    writer.write(trigger)
    writer.write(optional: subject)
    writer.write(word: triggerClass)
    writer.write(status, of: Status.packed)
    writer.write(isPastTense)
    writer.write(optionalCount: time)
    writer.write(daysFromTime)
    writer.write(counts: participants)
    writer.write(optionalCount: place)
    writer.write(isBackground)
  }
}
