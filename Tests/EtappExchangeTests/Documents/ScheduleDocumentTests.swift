import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `Documents of delivery` {
  @Test func `of a schedule have every promised key`() throws {
    let document = try Workbench.reread(ScheduleBench.documents().schedule(ScheduleBench.schedule))
    #expect(document["schema"]?.text == "etapp.schedule/1")
    #expect(document["makespanDays"]?.number == 63)
    #expect(document["bound"]?.number == 60)
    #expect(document["gap"]?.number == 0.05)
    #expect(document["objective"]?.line == #"{"value":111,"bound":111,"gap":0}"#)
    #expect(document["seed"]?.number == 9)
    #expect(document["from"]?.text == "2022-05-30")
    #expect(
      document["openings"]?[1]?.line
        == #"{"place":"ange","name":"Ånge","round":"spring","day":"2022-08-26","late":4,"actual":false}"#)
    let task = try #require(document["tasks"]?[0])
    #expect(
      task.line
        == #"{"place":"boden-c","name":"Boden, centrum","task":"search","title":"Search","start":"2022-05-30","#
        + #""finish":"2022-06-07","first":0,"end":6,"resources":[{"resource":"leads","region":"North","units":1}],"#
        + #""critical":true,"float":0,"binding":{"on":"start"}}"#)
  }

  @Test func `say what every date hangs on`() throws {
    let document = try Workbench.reread(ScheduleBench.documents(.swedish).schedule(ScheduleBench.schedule))
    let bindings = (document["tasks"]?.array ?? []).map { $0["binding"]?.line ?? "" }
    #expect(
      bindings == [
        #"{"on":"start"}"#, #"{"on":"predecessor","task":"search"}"#, #"{"on":"predecessor","task":"build"}"#,
        #"{"on":"round","round":1}"#,
        #"{"on":"resource","resource":"leads","place":"boden-c","task":"search"}"#,
        #"{"on":"capacity","resource":"leads"}"#, #"{"on":"free"}"#, #"{"on":"today"}"#,
      ])
    #expect(document["tasks"]?[1]?["title"]?.text == "Bygg")
    var schedule = ScheduleBench.schedule
    schedule.tasks = [ScheduleBench.task("nowhere", "gone", 0, 1, .actual)]
    let unknown = ScheduleBench.documents().schedule(schedule)["tasks"]?[0]
    #expect(unknown?["binding"]?.line == #"{"on":"actual"}"#)
    #expect(unknown?["name"]?.text == "nowhere" && unknown?["title"]?.text == "gone")
  }

  @Test func `of a schedule's check tell figure, threshold and verdict`() throws {
    let assessment = ScheduleAssessment(
      points: [
        ScheduleAssessment.PointResult(
          point: .lags, figure: 0.25, considered: 8, verdict: .failed,
          offenders: [ScheduleAssessment.Subject(place: "ange", task: "build")]),
        ScheduleAssessment.PointResult(
          point: .baselineExecution, figure: nil, considered: 0, verdict: .unknown(.baseline), offenders: []),
      ],
      practices: [
        ScheduleAssessment.PracticeResult(practice: .riskAnalysis, score: 1, verdict: .passed, offenders: [])
      ])
    let document = try Workbench.reread(ScheduleBench.documents().assessment(assessment))
    #expect(document["schema"]?.text == "etapp.assessment/1" && document["programme"]?.text == "Coast")
    #expect(
      document["points"]?[0]?.line
        == #"{"id":"lags","unit":"share","figure":0.25,"considered":8,"maximum":0.05,"minimum":null,"#
        + #""verdict":"failed","missing":null,"offenders":[{"place":"ange","task":"build"}]}"#)
    #expect(
      document["points"]?[1]?.line
        == #"{"id":"baselineExecution","unit":"index","figure":null,"considered":0,"maximum":null,"minimum":0.95,"#
        + #""verdict":"unknown","missing":"baseline","offenders":[]}"#)
    #expect(
      document["practices"]?.line
        == #"[{"id":"riskAnalysis","score":1,"rating":"fully","verdict":"passed","missing":null,"offenders":[]}]"#)
  }

  @Test func `of a forecast have every promised key`() throws {
    let document = try Workbench.reread(ScheduleBench.documents().forecast(ScheduleBench.forecast))
    #expect(document["schema"]?.text == "etapp.forecast/1")
    #expect(document["trials"]?.number == 10_000)
    // Above 2⁵³ a number would lose digits.
    #expect(document["seed"]?.text == "1152921504606846976")
    #expect(document["standardError"]?.number == 0.005)
    #expect(document["shocks"]?.line == #"["freeze"]"#)
    #expect(document["promiseProbability"]?.number == 0.8)
    #expect(
      document["offices"]?[0]?.line
        == #"{"place":"ange","name":"Ånge","round":"spring","p10":"2022-08-23","p50":"2022-08-26","p80":"2022-09-06","#
        + #""p90":"2022-09-20","promise":"2022-09-06","probabilityInWindow":0.75,"standardError":0.0043}"#)
    #expect(document["offices"]?[1]?["probabilityInWindow"]?.line == "null")
    #expect(document["drivers"]?.line == #"[{"id":"storm","title":"Storm","daysAtP80":12.5,"officesInWindow":0.25}]"#)
    #expect(
      document["tasks"]?.line == #"[{"task":"build","title":"Build","criticality":0.9,"cruciality":0.5,"daysAtP80":7}]"#
    )
  }

  @Test func `give each probability its error`() throws {
    let round = try #require(
      try Workbench.reread(ScheduleBench.documents().forecast(ScheduleBench.forecast))["rounds"]?[0])
    #expect(round["id"]?.number == 1)
    #expect(round["by"]?.text == "2022-12-31")
    #expect(round["distribution"]?.line == "[0.1,0.25,0.65]")
    #expect(round["atLeast"]?.line == #"{"1":0.9,"2":0.65}"#)
    #expect(abs((round["standardErrorAtLeast"]?["1"]?.number ?? 0) - 0.003) < 1e-12)
    #expect(round["probabilityKept"]?.number == 0.65)
    #expect(round["promised"]?.number == 2)
    #expect(round["curve"]?.line == #"[{"day":"2022-08-05","expected":1.5,"low":1,"high":2}]"#)
    #expect(Documents.standardError(0.5, trials: 0) == nil)
    #expect(Documents.standardError(1.0000000001, trials: 10) == 0)
  }

  @Test func `of a schedule as a table have one row for each task`() {
    let table = ScheduleTable.written(
      ScheduleBench.schedule, assignment: ScheduleBench.assignment, geography: Workbench.geography, language: .swedish)
    let rows = table.split(separator: "\n").map(String.init)
    #expect(rows.count == 9)
    #expect(rows[0] == "place,name,task,title,start,finish,first,end,resources,critical,float,binding")
    #expect(
      rows[1] == #"boden-c,"Boden, centrum",search,Sök,2022-05-30,2022-06-07,0,6,leads@North:1,yes,0,start"#)
    #expect(
      rows[5] == "ange,Ånge,search,Sök,2022-06-08,2022-06-15,6,12,leads:2,yes,0,resource leads: boden-c search")
    #expect(rows[4].hasSuffix(",,no,3,round 1"))
  }

  @Test func `of a schedule as a table run nothing in a spreadsheet`() {
    var schedule = ScheduleBench.schedule
    schedule.tasks = [ScheduleBench.task("=cmd()", "@sum", 0, 1, .resource("+1", place: "-2", task: "=3"))]
    let table = ScheduleTable.written(
      schedule, assignment: ScheduleBench.assignment, geography: Workbench.geography, language: .english)
    let row = table.split(separator: "\n")[1]
    #expect(row == "'=cmd(),'=cmd(),'@sum,'@sum,2022-05-30,2022-05-30,0,1,,yes,0,resource +1: -2 =3")
  }
}
