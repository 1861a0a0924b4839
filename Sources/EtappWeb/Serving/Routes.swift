import EtappModel

/// Every address of the application and who may use it.
enum Routes {
  static let all: [Route] =
    common + SignIn.routes + AccountPage.routes + PublicSite.routes + Overview.routes + MapPage.routes + Board.routes
    + WhyPage.routes + VersionsPage.routes + LongRunPage.routes + SchedulePage.routes + OfficePage.routes
    + AlternativesPage.routes + AssignmentPage.routes + Interface.routes
    + PublishingPage.routes + LettersPage.routes + DataPage.routes + TaskTable.routes
    + Changes.routes + DialoguePage.routes + RegisterPage.routes + PublicRegister.routes

  private static let common: [Route] = [
    .get("/assets/:mark/:name", .everyone) { visit in
      guard let asset = Asset.at(visit.inquiry.path) else { throw Refusal.notFound }
      return asset.answer
    },
    .get("/language/:language", .everyone) { visit in
      .redirect(
        visit.local(visit.query["to"]),
        headers: [
          Cookies.set(
            Cookies.language, visit.language.rawValue, seconds: 31_536_000, isSecure: visit.site.configuration.isSecure)
        ])
    },
    .get("/health", .everyone) { _ in Answer(type: "text/plain; charset=utf-8", "ok\n") },
    .get("/robots.txt", .everyone) { _ in
      Answer(type: "text/plain; charset=utf-8", "User-agent: *\nAllow: /public\nDisallow: /\n")
    },
  ]
}
