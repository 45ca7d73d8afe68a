import DossierModel
import DossierPages
import DossierTemplates

/// Values of what is drawn: numbers for the attributes of SVG, and the words beside them.
extension PageValues {
  /// A strip; where script works it, with the days and rows that its marks stand for.
  func strip(_ strip: TimelineStrip?, isWorked: Bool = false) -> TemplateValue {
    guard let strip else { return .flag(false) }
    let published = strip.marks.filter { $0.lane == .published }
    return .object([
      "marks": list(strip.marks.lazy.filter { $0.lane != .published }) { mark($0, isWorked) },
      "publications": list(published) { mark($0, isWorked) },
      "hasPublications": .flag(!published.isEmpty),
      "publicationsLabel": .text(words["lane.published"]),
      "ticks": list(strip.ticks) { tick in
        .object(["x": number(tick.x), "label": .text(label(tick))])
      },
      "lanes": list(Lane.ofEvents) { lane in
        .object(["y": number(Self.row(of: lane)), "label": .text(words["lane.\(lane.rawValue)"])])
      },
      "from": isWorked ? .text(strip.firstDay.description) : .flag(false), "days": number(strip.days),
      "farOff": strip.farOff == 0 ? .flag(false) : .text(words.count(strip.farOff, "far-off")),
    ])
  }

  private func mark(_ mark: TimelineStrip.Mark, _ isWorked: Bool) -> TemplateValue {
    .object([
      "x": number(mark.x), "y": number(Self.row(of: mark.lane) + TimelineStrip.markHeight - mark.height),
      "width": number(mark.width), "height": number(mark.height),
      "lane": .text(mark.lane.rawValue), "isOpen": .flag(mark.isOpen),
      "day": isWorked ? number(mark.day) : .flag(false), "length": number(mark.days),
      "rows": mark.rows.isEmpty ? .flag(false) : .text(mark.rows.map(String.init).joined(separator: " ")),
    ])
  }

  func chart(_ chart: MentionChart?) -> TemplateValue {
    guard let chart else { return .flag(false) }
    return .object([
      "bars": list(chart.bars) { bar in
        .object([
          "x": number(bar.x), "y": number(MentionChart.height - bar.height), "width": number(bar.width),
          "height": number(bar.height), "label": .text(label(bar.year, bar.month)),
          "count": .text(words.count(bar.count, "mentions")),
        ])
      },
      "from": .text(chart.bars.first.map { label($0.year, $0.month) } ?? ""),
      "to": .text(chart.bars.last.map { label($0.year, $0.month) } ?? ""),
    ])
  }

  func graph(_ graph: EgoGraph?) -> TemplateValue {
    guard let graph else { return .flag(false) }
    return .object([
      "height": number(graph.height), "middle": number(graph.height / 2),
      "neighbours": list(graph.neighbours) { neighbour in
        .object([
          "text": .text(Self.cut(neighbour.reference.text)), "href": link(neighbour.reference.path),
          "count": .text(words.count(neighbour.count, "sentences")),
          "x": number(neighbour.x), "y": number(neighbour.y), "isLeft": .flag(neighbour.isLeft),
          "bend": number((neighbour.x + EgoGraph.width / 2) / 2), "weight": number(neighbour.weight),
          "textX": number(neighbour.x + (neighbour.isLeft ? -10 : 10)),
        ])
      },
    ])
  }

  func actorMapPage(_ page: ActorMapPage) -> TemplateObject {
    let map = page.map
    return [
      "size": number(ActorMap.size), "middle": number(ActorMap.middle), "hasMap": .flag(map != nil),
      "ties": list(map?.ties ?? []) { tie in
        let (one, other) = (map?.nodes[tie.first], map?.nodes[tie.second])
        return .object([
          "first": number(tie.first), "second": number(tie.second), "weight": number(tie.weight),
          "x1": number(one?.x ?? 0), "y1": number(one?.y ?? 0), "x2": number(other?.x ?? 0),
          "y2": number(other?.y ?? 0), "bendX": number(tie.bendX), "bendY": number(tie.bendY),
        ])
      },
      "nodes": list(zip(map?.nodes ?? [], page.rows).enumerated()) { index, node in
        mapNode(node.0, node.1, index)
      },
      "rows": list(page.rows) { row in
        .object([
          "actor": reference(row.actor), "kind": .text(words["kind.\(row.kind.rawValue)"]),
          "articles": .text(Wording.grouped(row.articles)),
          "ties": list(row.ties) { tie in
            .object(["other": reference(tie.other), "count": .text(Wording.grouped(tie.count))])
          },
        ])
      },
    ]
  }

  /// Names on the left are turned about, so that none stands on its head.
  private func mapNode(_ node: ActorMap.Node, _ row: ActorMapPage.Row, _ index: Int) -> TemplateValue {
    let isLeft = node.angle > 90 && node.angle < 270
    let gap = 275 + node.radius
    return .object([
      "index": number(index), "x": number(node.x), "y": number(node.y), "radius": number(node.radius),
      "isPerson": .flag(row.kind == .person), "isLeft": .flag(isLeft),
      "turn": number(isLeft ? node.angle - 180 : node.angle),
      "textX": number(isLeft ? ActorMap.middle - gap : ActorMap.middle + gap),
      "text": .text(Self.cut(row.actor.text, to: 24)), "href": link(row.actor.path),
      "articles": .text(words.count(node.articles, "articles")),
    ])
  }

  private func number(_ value: Int) -> TemplateValue { .text(String(value)) }

  private func label(_ tick: TimelineStrip.Tick) -> String {
    guard let day = tick.day, let month = tick.month,
      let date = CalendarDay(year: tick.year, month: month, day: day)
    else { return label(tick.year, tick.month) }
    return words.date(EDTF(date))
  }

  private func label(_ year: Int, _ month: Int?) -> String {
    month == nil ? String(year) : words.heading(year: year, month: month)
  }

  /// A name that fits beside the graph: cut where it is too long.
  private static func cut(_ name: String, to length: Int = 34) -> String {
    name.count > length ? name.prefix(length - 1) + "…" : name
  }

  private static func row(of lane: Lane) -> Int {
    switch lane {
    case .reported: 10
    case .mentioned: 34
    case .planned: 58
    case .published: 10
    }
  }
}
