import DossierBuild
import DossierServer
import Foundation

extension ServerRoute {
  /// Takes answers from the review page: a verdict with the lines it is on, and perhaps who gives it.
  ///
  /// The server has made sure that the request comes from a page of its own. The lines are read as a build reads them
  /// before any is added; that the file changed is what the next round of building begins with.
  static func decisions(on site: SiteArguments) -> ServerRoute {
    ServerRoute("decisions") { request in
      guard let posted = try? JSONDecoder().decode(Posted.self, from: Data(request.body)),
        let verdict = DecisionAnswer.Verdict(rawValue: posted.verdict)
      else { return told(.badRequest, Trouble(message: "this is no answer to a suggestion")) }
      let files = DiskFileSystem()
      do {
        let file = AnswerFile(of: try site.workspace(in: files), files: files)
        let by = posted.by.flatMap { $0.isEmpty ? nil : $0 }
        let answer = try DecisionAnswer(verdict, posted.lines, by: by, why: posted.why)
        try file.add(answer)
        return told(.ok, Added(path: file.path, lines: answer.lines))
      } catch let trouble as DecisionAnswer.Trouble {
        return told(.unprocessable, Trouble(message: trouble.text))
      } catch {
        return told(.conflict, Trouble(message: "\(error)"))
      }
    }
  }

  /// What the review page sends.
  private struct Posted: Decodable {
    let verdict: String
    let lines: [String]
    let by: String?
    let why: String?
  }

  private struct Added: Encodable {
    let path: String
    let lines: [String]
  }

  private struct Trouble: Encodable { let message: String }

  private static func told(_ status: HTTPStatus, _ value: some Encodable) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return HTTPResponse(status, json: json)
  }
}
