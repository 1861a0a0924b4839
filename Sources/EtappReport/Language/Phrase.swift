package import EtappModel

/// The fixed words of a report: headings, labels, captions. Sentences with figures in them are in `Sentences`.
package enum Phrase: String, CaseIterable, Sendable {
  case alternative, plan, made, decided, contents, skip, language, newOffices, statusOfProof, meanTravelTime
  case stepByStep, beyondAnHour, rulesKept, mapHeading, mapTitle, mapLead, mapLeadPlain, legend
  case existingOffice
  case candidate, severalCategories, roundsHeading, roundsLead, balanceCaption, category, opens, exactShare
  case closes
  case random, ideal, thisPlan, goalsHeading, goalsLead, goalsLeadWeighted, goalsCaption, goal, value
  case bound, gap, source, rulesHeading, conflictHeading, conflictLead, conflictAdvice, noPlanHeading
  case placesHeading
  case placesLead, outsideHeading, filter, filterNone, variantsHeading, variantsLead, frontierHeading
  case comparisonHeading, travelHeading
  case fullnessCaption, served, room, full
  case travelLead, travelCaption, when, before, mean, median, p95, p99, proofHeading
  case basisHeading, basisLead, approximations, data, assignment, people, municipalities, existingOffices
  case candidates
  case travelTimes, division, layer, diagnostics, run, version, computed, seed, threads
  case effort, reports
  // Schedule
  case scheduleHeading, scheduleLead, scheduleCaption, office, roundColumn, againstWindow, baseline, hangsOn, today
  case task, workingDays, float, opensLate, scheduled, noCrew, crewsLegend, criticalLegend, windowLegend, baselineLegend
  case barsHeading, chainHeading, loadHeading, loadLead, loadCaption, pool, capacity, peak, utilisation
  // Dialogue
  case dialogueHeading, dialogueLead, dialogueCaption, municipality, readiness, lastContact, nextContact
  case openPromises, keptPromises, openPromisesCaption, whose, due, promiseWords
  // Forecast
  case forecastHeading, forecastLead, halfOpen, likelyOpen, almostSurelyOpen, promise, inWindow, promisesHeading
  case promisesCaption, atLeastOpen, probability, expectedLine, bandLine, promisedLine, causesHeading, risksHeading
  case risksLead, tasksHeading, tasksLead, stripLegend, likelyLegend
  case assumptionsHeading, durationsCaption, risksCaption, crewsCaption, risk, slower, touches, hits, methodHeading
  case lastOpening, likelyKept

  package var text: Text {
    switch self {
    case .alternative: Text(en: "Alternative", sv: "Alternativ")
    case .plan: Text(en: "Plan", sv: "Plan")
    case .made: Text(en: "Made", sv: "Framtagen")
    case .decided: Text(en: "Decided", sv: "Beslut")
    case .contents: Text(en: "Contents", sv: "Innehåll")
    case .skip: Text(en: "Skip to the report", sv: "Hoppa till rapporten")
    case .language: Text(en: "Language", sv: "Språk")
    case .newOffices: Text(en: "New offices", sv: "Nya kontor")
    case .statusOfProof: Text(en: "Proof", sv: "Bevis")
    case .meanTravelTime: Text(en: "Mean travel time", sv: "Genomsnittlig restid")
    case .stepByStep: Text(en: "Round by round", sv: "Omgång för omgång")
    case .beyondAnHour: Text(en: "Over an hour away", sv: "Över en timme bort")
    case .rulesKept: Text(en: "Rules kept", sv: "Uppfyllda villkor")
    case .mapHeading: Text(en: "Where", sv: "Var")
    case .mapTitle: Text(en: "Map of the offices of the plan", sv: "Karta över planens kontor")
    case .mapLead:
      Text(
        en: "Colour and figure show the round, shape shows the category. Frames are shown larger beside the map.",
        sv: "Färg och siffra visar omgången, formen visar kategorin. Inramade områden visas förstorade bredvid kartan.")
    case .mapLeadPlain:
      Text(
        en: "Colour and figure show the round, shape shows the category.",
        sv: "Färg och siffra visar omgången, formen visar kategorin.")
    case .legend: Text(en: "Legend", sv: "Teckenförklaring")
    case .existingOffice: Text(en: "Existing office", sv: "Befintligt kontor")
    case .candidate: Text(en: "Candidate not chosen", sv: "Kandidat som inte valts")
    case .severalCategories: Text(en: "Two categories: the second one small", sv: "Två kategorier: den andra i litet")
    case .roundsHeading: Text(en: "The rounds", sv: "Omgångarna")
    case .roundsLead:
      Text(
        en: "What opens when, and how each round stands on its own.",
        sv: "Vad som öppnar när, och hur varje omgång står sig för sig.")
    case .balanceCaption:
      Text(
        en: "Offices of each category against its exact share",
        sv: "Kontor i varje kategori mot dess exakta andel")
    case .category: Text(en: "Category", sv: "Kategori")
    case .opens: Text(en: "Opens", sv: "Öppnar")
    case .exactShare: Text(en: "Exact share", sv: "Exakt andel")
    case .closes: Text(en: "Closes", sv: "Stänger")
    case .random: Text(en: "Random", sv: "Slumpen")
    case .ideal: Text(en: "Ideal", sv: "Bästa enskilt")
    case .thisPlan: Text(en: "this plan", sv: "denna plan")
    case .goalsHeading: Text(en: "How good it is", sv: "Hur bra den är")
    case .goalsLead:
      Text(
        en:
          "Goals are taken in order: the first comes first, and each leaves the next only what its tolerance allows. The bar goes from what chance gives, on the left, to the best that the goal could have alone, on the right.",
        sv:
          "Målen tas i ordning: det första går före, och varje mål lämnar nästa bara det utrymme som dess tolerans medger. Stapeln går från vad slumpen ger, till vänster, till det bästa målet kunde få ensamt, till höger."
      )
    case .goalsLeadWeighted:
      Text(
        en:
          "Goals are added with weights. The bar goes from what chance gives, on the left, to the best that the goal could have alone, on the right.",
        sv:
          "Målen läggs ihop med vikter. Stapeln går från vad slumpen ger, till vänster, till det bästa målet kunde få ensamt, till höger."
      )
    case .goalsCaption:
      Text(
        en: "Goals in order of priority, with the figures behind",
        sv: "Målen i prioritetsordning, med siffrorna bakom")
    case .goal: Text(en: "Goal", sv: "Mål")
    case .value: Text(en: "Value", sv: "Värde")
    case .bound: Text(en: "Bound", sv: "Gräns")
    case .gap: Text(en: "Gap", sv: "Gap")
    case .source: Text(en: "Source", sv: "Källa")
    case .rulesHeading: Text(en: "What had to hold", sv: "Vad som skulle gälla")
    case .conflictHeading: Text(en: "Why no plan is possible", sv: "Varför ingen plan är möjlig")
    case .conflictLead:
      Text(
        en: "These rules cannot hold together. Leave any one of them out, and the others can.",
        sv: "Dessa villkor kan inte gälla samtidigt. Utan ett av dem, vilket som helst, går de andra ihop.")
    case .conflictAdvice:
      Text(
        en: "Change one of the figures, or give one of the rules a price so that it becomes a wish.",
        sv: "Ändra någon av siffrorna, eller ge ett av villkoren ett pris så att det blir ett önskemål.")
    case .noPlanHeading: Text(en: "No plan", sv: "Ingen plan")
    case .placesHeading: Text(en: "Why each place is where it is", sv: "Varför varje plats ligger där den ligger")
    case .placesLead:
      Text(
        en:
          "Open a place to see what each alternative would cost, and who would move in exchange. Every answer is a plan of its own; where its price is not proved to the last, the answer says so.",
        sv:
          "Öppna en plats för att se vad varje alternativ skulle kosta, och vem som skulle flytta i utbyte. Varje svar är en egen plan; där priset inte är bevisat till slutet säger svaret det."
      )
    case .outsideHeading: Text(en: "Municipalities outside the plan", sv: "Kommuner utanför planen")
    case .filter: Text(en: "Find a municipality", sv: "Sök kommun")
    case .filterNone: Text(en: "No municipality with that name.", sv: "Ingen kommun med det namnet.")
    case .variantsHeading: Text(en: "Plans nearly as good", sv: "Nästan lika bra planer")
    case .variantsLead:
      Text(
        en: "The choice is more than arithmetic. These plans keep every rule and are nearly as good.",
        sv: "Valet är mer än räkning. Dessa planer följer alla villkor och är nästan lika bra.")
    case .frontierHeading: Text(en: "Between two goals", sv: "Mellan två mål")
    case .comparisonHeading: Text(en: "Against an earlier plan", sv: "Mot en tidigare plan")
    case .travelHeading: Text(en: "How people travel", sv: "Hur människor reser")
    case .travelLead:
      Text(
        en: "Travel time to the nearest open office, before the programme and after each round.",
        sv: "Restid till närmaste öppna kontor, före programmet och efter varje omgång.")
    case .fullnessCaption:
      Text(en: "People served by offices with a capacity", sv: "Personer som kontor med kapacitet tar emot")
    case .served: Text(en: "Serves", sv: "Tar emot")
    case .room: Text(en: "Room for", sv: "Har plats för")
    case .full: Text(en: "Full", sv: "Fullt")
    case .travelCaption:
      Text(
        en: "Travel time to the nearest open office, and people with further than 30, 60 and 90 minutes",
        sv: "Restid till närmaste öppna kontor, och personer med längre än 30, 60 och 90 minuter")
    case .when: Text(en: "When", sv: "När")
    case .before: Text(en: "Before", sv: "Före")
    case .mean: Text(en: "Mean", sv: "Medel")
    case .median: Text(en: "Median", sv: "Median")
    case .p95: Text(en: "95 of 100 within", sv: "95 av 100 inom")
    case .p99: Text(en: "99 of 100 within", sv: "99 av 100 inom")
    case .proofHeading: Text(en: "What is proved", sv: "Vad som är bevisat")
    case .basisHeading: Text(en: "What it rests on", sv: "Vad den vilar på")
    case .basisLead:
      Text(
        en: "Anyone who wants to check can start here.",
        sv: "Den som vill kontrollera kan börja här.")
    case .approximations: Text(en: "Approximations and assumptions", sv: "Förenklingar och antaganden")
    case .data: Text(en: "Data", sv: "Underlag")
    case .assignment: Text(en: "Assignment", sv: "Uppdrag")
    case .people: Text(en: "People", sv: "Befolkning")
    case .municipalities: Text(en: "Municipalities", sv: "Kommuner")
    case .existingOffices: Text(en: "Existing offices", sv: "Befintliga kontor")
    case .candidates: Text(en: "Places to choose among", sv: "Platser att välja bland")
    case .travelTimes: Text(en: "Travel times", sv: "Restider")
    case .division: Text(en: "Division", sv: "Indelning")
    case .layer: Text(en: "Area layer", sv: "Områdeslager")
    case .diagnostics: Text(en: "Remarks on the files", sv: "Anmärkningar på filerna")
    case .run: Text(en: "The computation", sv: "Beräkningen")
    case .version: Text(en: "Program", sv: "Program")
    case .computed: Text(en: "Computed", sv: "Beräknad")
    case .seed: Text(en: "Seed", sv: "Slumpfrö")
    case .threads: Text(en: "Threads", sv: "Trådar")
    case .effort: Text(en: "Effort", sv: "Arbete")
    case .reports: Text(en: "Reports due", sv: "Redovisas")
    case .scheduleHeading: Text(en: "Schedule", sv: "Tidplan")
    case .scheduleLead:
      Text(
        en:
          "Each row is an office, from its first task to the day it opens. Open a row to see its tasks, and what each of them waits for.",
        sv:
          "Varje rad är ett kontor, från den första uppgiften till den dag det öppnar. Öppna en rad för att se uppgifterna, och vad var och en väntar på."
      )
    case .scheduleCaption: Text(en: "When each office opens", sv: "När varje kontor öppnar")
    case .office: Text(en: "Office", sv: "Kontor")
    case .roundColumn: Text(en: "Round", sv: "Omgång")
    case .againstWindow: Text(en: "Against the window", sv: "Mot fönstret")
    case .baseline: Text(en: "Baseline", sv: "Baslinje")
    case .hangsOn: Text(en: "What it hangs on", sv: "Vad det hänger på")
    case .today: Text(en: "As of", sv: "Läget den")
    case .task: Text(en: "Task", sv: "Uppgift")
    case .workingDays: Text(en: "Working days", sv: "Arbetsdagar")
    case .float: Text(en: "Float", sv: "Marginal")
    case .opensLate: Text(en: "Opens late", sv: "Öppnar för sent")
    case .scheduled: Text(en: "Scheduled", sv: "Enligt tidplanen")
    case .noCrew: Text(en: "Nobody of these", sv: "Ingen av dessa")
    case .crewsLegend: Text(en: "Who does the work", sv: "Vem som gör arbetet")
    case .criticalLegend: Text(en: "The last opening hangs on it", sv: "Sista öppningen hänger på den")
    case .windowLegend: Text(en: "The round's window and its end", sv: "Omgångens fönster och dess slut")
    case .baselineLegend: Text(en: "The baseline and its opening", sv: "Baslinjen och dess öppning")
    case .barsHeading: Text(en: "Signs", sv: "Tecken")
    case .chainHeading: Text(en: "What the last opening hangs on", sv: "Vad den sista öppningen hänger på")
    case .loadHeading: Text(en: "Who is busy when", sv: "Vem som är upptagen när")
    case .loadLead:
      Text(
        en: "How many are in use on each day, under the line of how many there are.",
        sv: "Hur många som används varje dag, under linjen för hur många som finns.")
    case .loadCaption: Text(en: "People shared between offices", sv: "Personal som kontoren delar")
    case .pool: Text(en: "Who", sv: "Vilka")
    case .capacity: Text(en: "There are", sv: "Finns")
    case .peak: Text(en: "Most in use", sv: "Används som mest")
    case .utilisation: Text(en: "Share in use", sv: "Andel som används")
    case .forecastHeading: Text(en: "How sure", sv: "Hur säkert")
    case .forecastLead:
      Text(
        en:
          "Nobody knows beforehand how long each task takes. So the whole programme is run through many times, each time with other durations and other mishaps and with the same people shared. A probability is the share of these courses in which something holds.",
        sv:
          "Ingen vet på förhand hur lång tid varje uppgift tar. Därför spelas hela programmet upp många gånger, varje gång med andra tider och andra motgångar och med samma personal att dela på. En sannolikhet är andelen förlopp där något håller."
      )
    case .halfOpen: Text(en: "Open in half of the cases", sv: "Öppet i hälften av fallen")
    case .likelyOpen: Text(en: "In 8 cases of 10", sv: "I 8 fall av 10")
    case .almostSurelyOpen: Text(en: "In 9 cases of 10", sv: "I 9 fall av 10")
    case .promise: Text(en: "Promise", sv: "Löfte")
    case .inWindow: Text(en: "In its window", sv: "Inom sitt fönster")
    case .promisesHeading: Text(en: "What can be promised", sv: "Vad som går att lova")
    case .promisesCaption:
      Text(
        en: "The day by which each office is open; ± is the standard error in percentage points",
        sv: "Den dag då varje kontor senast är öppet; ± är medelfelet i procentenheter")
    case .atLeastOpen: Text(en: "At least so many open", sv: "Minst så många öppna")
    case .probability: Text(en: "Probability", sv: "Sannolikhet")
    case .expectedLine: Text(en: "Expected number open", sv: "Väntat antal öppna")
    case .bandLine: Text(en: "In 8 cases of 10 within the band", sv: "I 8 fall av 10 inom bandet")
    case .promisedLine: Text(en: "Promised number, and the end of the window", sv: "Lovat antal, och fönstrets slut")
    case .causesHeading: Text(en: "What makes it late", sv: "Vad som gör det sent")
    case .risksHeading: Text(en: "Risks that cost the most", sv: "Risker som kostar mest")
    case .risksLead:
      Text(
        en:
          "What would be gained if the risk were gone: how much earlier the day comes by which an office is open in 8 cases of 10, the mean over the offices, and how many more offices open inside their windows.",
        sv:
          "Vad som vinns om risken försvann: hur mycket tidigare den dag kommer då ett kontor är öppet i 8 fall av 10, i medeltal över kontoren, och hur många fler kontor som öppnar inom sina fönster."
      )
    case .tasksHeading: Text(en: "Tasks that openings hang on", sv: "Uppgifter som öppningarna hänger på")
    case .tasksLead:
      Text(
        en:
          "In what share of the cases the task lies on the chain that an opening hangs on, how closely its length goes with the opening’s day (rank correlation, 1 at most), and what would be gained if it always took its planned time.",
        sv:
          "I hur stor andel av fallen uppgiften ligger på den kedja som en öppning hänger på, hur nära dess längd följer öppningens dag (rangkorrelation, högst 1), och vad som vinns om den alltid tog sin planerade tid."
      )
    case .stripLegend: Text(en: "8 cases of 10 open here", sv: "8 fall av 10 öppnar här")
    case .likelyLegend:
      Text(en: "From half of the cases to 8 of 10", sv: "Från hälften av fallen till 8 av 10")
    case .assumptionsHeading: Text(en: "What it assumes", sv: "Vad det antar")
    case .durationsCaption:
      Text(
        en:
          "Working days of each task: in 1 case of 10 fewer than the first number, in half of them fewer than the second, in 1 of 10 more than the third",
        sv:
          "Arbetsdagar för varje uppgift: i 1 fall av 10 färre än det första talet, i hälften av fallen färre än det andra, i 1 av 10 fler än det tredje"
      )
    case .risksCaption:
      Text(en: "Risks, and what they do when they happen", sv: "Risker, och vad de gör om de inträffar")
    case .crewsCaption: Text(en: "How many there are", sv: "Hur många som finns")
    case .risk: Text(en: "Risk", sv: "Risk")
    case .slower: Text(en: "Times longer", sv: "Gånger längre")
    case .touches: Text(en: "Tasks", sv: "Uppgifter")
    case .hits: Text(en: "Same for", sv: "Samma för")
    case .dialogueHeading: Text(en: "With whom", sv: "Med vilka")
    case .dialogueLead:
      Text(
        en:
          "How far the dialogue with each municipality has come, what is promised on either side, and what has been kept.",
        sv: "Hur långt dialogen med varje kommun har kommit, vad som är lovat på endera sidan och vad som har hållits.")
    case .dialogueCaption: Text(en: "The dialogue, municipality by municipality", sv: "Dialogen, kommun för kommun")
    case .municipality: Text(en: "Municipality", sv: "Kommun")
    case .readiness: Text(en: "How far", sv: "Läge")
    case .lastContact: Text(en: "Last contact", sv: "Senaste kontakt")
    case .nextContact: Text(en: "Next contact", sv: "Nästa kontakt")
    case .openPromises: Text(en: "Open promises", sv: "Öppna löften")
    case .keptPromises: Text(en: "Kept", sv: "Hållna")
    case .openPromisesCaption: Text(en: "Promises that are open", sv: "Löften som är öppna")
    case .whose: Text(en: "Whose", sv: "Vems")
    case .due: Text(en: "Due", sv: "När")
    case .promiseWords: Text(en: "Promise", sv: "Löfte")
    case .methodHeading: Text(en: "How it is computed", sv: "Hur det är beräknat")
    case .lastOpening: Text(en: "Last opening", sv: "Sista öppningen")
    case .likelyKept: Text(en: "As promised", sv: "Som lovat")
    }
  }

  package func callAsFunction(_ language: Language) -> String { text(language) }
}
