package import EtappModel

/// What the points and practices of a schedule's check are called, and what they ask.
extension Sentences {
  package func title(_ point: ScheduleAssessment.Point) -> String { say(Self.words(point).title) }

  /// What the point asks, in a sentence.
  package func question(_ point: ScheduleAssessment.Point) -> String { say(Self.words(point).question) }

  package func title(_ practice: ScheduleAssessment.Practice) -> String { say(Self.words(practice).title) }

  /// What the practice asks, in a sentence.
  package func question(_ practice: ScheduleAssessment.Practice) -> String { say(Self.words(practice).question) }

  private func say(_ text: Text) -> String { text(language) }

  private typealias Words = (title: Text, question: Text)

  private static func words(_ point: ScheduleAssessment.Point) -> Words {
    switch point {
    case .missingLogic, .leads, .lags, .relationships, .hardConstraints: logicWords(point)
    case .highFloat, .negativeFloat, .highDuration, .invalidDates, .resources: taskWords(point)
    case .missedTasks, .criticalPathTest, .criticalPathLength, .baselineExecution: progressWords(point)
    }
  }

  private static func logicWords(_ point: ScheduleAssessment.Point) -> Words {
    switch point {
    case .leads:
      (
        Text(en: "Leads", sv: "Överlapp"),
        Text(
          en: "No task may start a number of days before the one it waits for is done.",
          sv: "Ingen uppgift får börja ett antal dagar innan den som den väntar på är klar.")
      )
    case .lags:
      (
        Text(en: "Lags", sv: "Väntetider"),
        Text(
          en: "Few links may hold a wait that nobody works on.",
          sv: "Få länkar får innehålla en väntan som ingen arbetar med.")
      )
    case .relationships:
      (
        Text(en: "Finish-to-start links", sv: "Länkar från slut till start"),
        Text(
          en: "Most tasks begin when the one before is done.", sv: "De flesta uppgifter börjar när den före är klar.")
      )
    case .hardConstraints:
      (
        Text(en: "Fixed dates", sv: "Låsta datum"),
        Text(
          en: "Few dates may be fixed whatever the links say.", sv: "Få datum får vara låsta vad länkarna än säger.")
      )
    default:
      (
        Text(en: "Missing links", sv: "Saknade länkar"),
        Text(
          en: "Nearly every task has one before it and one after it.",
          sv: "Nästan varje uppgift har en före sig och en efter sig.")
      )
    }
  }

  private static func taskWords(_ point: ScheduleAssessment.Point) -> Words {
    switch point {
    case .highFloat:
      (
        Text(en: "Too much float", sv: "För mycket glapp"),
        Text(
          en: "Few tasks can slip more than 44 working days: a link may be missing.",
          sv: "Få uppgifter kan glida mer än 44 arbetsdagar: en länk kan saknas.")
      )
    case .negativeFloat:
      (
        Text(en: "Negative float", sv: "Negativt glapp"),
        Text(en: "No task makes an office open too late.", sv: "Ingen uppgift gör att ett kontor öppnar för sent.")
      )
    case .highDuration:
      (
        Text(en: "Long tasks", sv: "Långa uppgifter"),
        Text(
          en: "Few tasks take more than 44 working days: they are hard to follow.",
          sv: "Få uppgifter tar mer än 44 arbetsdagar: de är svåra att följa.")
      )
    case .invalidDates:
      (
        Text(en: "Impossible dates", sv: "Omöjliga datum"),
        Text(
          en: "Nothing is done in the future or planned in the past.",
          sv: "Inget är gjort i framtiden eller planerat i det förflutna.")
      )
    default:
      (
        Text(en: "People", sv: "Personer"),
        Text(en: "Somebody is assigned to every task.", sv: "Någon är satt på varje uppgift.")
      )
    }
  }

  private static func progressWords(_ point: ScheduleAssessment.Point) -> Words {
    switch point {
    case .criticalPathTest:
      (
        Text(en: "Critical path test", sv: "Prov av kritiska linjen"),
        Text(
          en: "A critical task that is 600 days late makes the last opening as late.",
          sv: "En kritisk uppgift som blir 600 dagar sen gör den sista öppningen lika sen.")
      )
    case .criticalPathLength:
      (
        Text(en: "Critical path length index", sv: "Index för kritiska linjens längd"),
        Text(
          en: "The days left are enough for the work left.", sv: "Dagarna som är kvar räcker till arbetet som är kvar.")
      )
    case .baselineExecution:
      (
        Text(en: "Baseline execution index", sv: "Index för genomförande"),
        Text(
          en: "As many tasks are done as should be by now.",
          sv: "Så många uppgifter är klara som ska vara det vid det här laget.")
      )
    default:
      (
        Text(en: "Missed tasks", sv: "Missade uppgifter"),
        Text(
          en: "Few tasks are done later than the kept schedule said.",
          sv: "Få uppgifter blir klara senare än det sparade schemat sade.")
      )
    }
  }

  private static func words(_ practice: ScheduleAssessment.Practice) -> Words {
    switch practice {
    case .capturing, .sequencing, .assigning, .durations, .traceability: planWords(practice)
    case .criticalPath, .float, .riskAnalysis, .updating, .baseline: controlWords(practice)
    }
  }

  private static func planWords(_ practice: ScheduleAssessment.Practice) -> Words {
    switch practice {
    case .sequencing:
      (
        Text(en: "Sequencing all activities", sv: "All ordning"),
        Text(
          en: "The five points on links and fixed dates hold.", sv: "De fem punkterna om länkar och låsta datum håller."
        )
      )
    case .assigning:
      (
        Text(en: "Assigning resources", sv: "Alla resurser"),
        Text(en: "Somebody is assigned to every task.", sv: "Någon är satt på varje uppgift.")
      )
    case .durations:
      (
        Text(en: "Establishing durations", sv: "Alla varaktigheter"),
        Text(
          en: "Durations are estimated with their uncertainty, and at most 44 working days.",
          sv: "Varaktigheter är uppskattade med sin osäkerhet, och högst 44 arbetsdagar.")
      )
    case .traceability:
      (
        Text(en: "Traceable along and across", sv: "Spårbart på längden och tvären"),
        Text(
          en: "Every link holds, and every opening is the finish of its office's last task.",
          sv: "Varje länk håller, och varje öppning är slutet på kontorets sista uppgift.")
      )
    default:
      (
        Text(en: "Capturing all activities", sv: "Alla uppgifter"),
        Text(en: "Every task of every office has dates.", sv: "Varje kontors alla uppgifter har datum.")
      )
    }
  }

  private static func controlWords(_ practice: ScheduleAssessment.Practice) -> Words {
    switch practice {
    case .criticalPath:
      (
        Text(en: "A valid critical path", sv: "En giltig kritisk linje"),
        Text(en: "The critical path passes its test.", sv: "Den kritiska linjen klarar sitt prov.")
      )
    case .float:
      (
        Text(en: "Reasonable float", sv: "Rimligt glapp"),
        Text(
          en: "Tasks have neither too much float nor too little.",
          sv: "Uppgifter har varken för mycket eller för lite glapp.")
      )
    case .riskAnalysis:
      (
        Text(en: "A schedule risk analysis", sv: "En riskanalys av schemat"),
        Text(en: "The probability of every date has been simulated.", sv: "Varje datums sannolikhet har simulerats.")
      )
    case .updating:
      (
        Text(en: "Updating with what happens", sv: "Uppdaterat med det som händer"),
        Text(en: "The dates agree with what has happened.", sv: "Datumen stämmer med det som har hänt.")
      )
    default:
      (
        Text(en: "A kept baseline", sv: "En sparad baslinje"),
        Text(
          en: "An earlier schedule is kept, and has the tasks of this one.",
          sv: "Ett tidigare schema är sparat, och har det här schemats uppgifter.")
      )
    }
  }
}
