package import EtappModel

/// The report of a plan: one page that stands by itself.
package enum PlanReport {
  package static func html(_ content: ReportContent, languages: [Language]? = nil) -> String { "" }
  package static func map(_ assignment: Assignment, _ geography: Geography, _ plan: Plan, language: Language) -> String
  { "" }
}
