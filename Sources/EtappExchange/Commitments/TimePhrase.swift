import EtappModel

/// A time as words say it, before it is known when the letter was written.
indirect enum TimePhrase: Hashable {
  /// A year that is named, or counted from the letter's: this one 0, the next 1.
  enum Year: Hashable {
    case named(Int)
    case counted(Int)
  }

  /// The words before a time that say on which side of it one is.
  enum Frame: Hashable {
    /// `senast`, `by`: from the letter's day to the end of it.
    case latest
    /// `före`, `before`: from the letter's day to the day before it.
    case before
    /// `efter`, `after`: from the day after it.
    case after
    /// `från och med`, `tidigast`: from its first day.
    case earliest
  }

  case day(Year?, month: Int, day: Int)
  /// `den 15:e` without a month.
  case dayOfMonth(Int)
  case month(Int, Year?)
  case year(Year)
  case half(Int, Year?)
  case quarter(Int, Year?)
  /// A third of a year (tertial).
  case third(Int, Year?)
  case week(Int, Year?)
  case season(CalendarLexicon.Season, Year?)
  case feast(CalendarLexicon.Feast, Year?)
  /// The coming such day, or that of a week counted from the letter's.
  case weekday(Int, weeks: Int?)
  /// A weekday of a week that is named: `fredag v. 42`.
  case weekdayOf(Int, TimePhrase)
  /// This week, next month: a whole unit counted from the letter's.
  case unit(CalendarLexicon.Unit, Int)
  /// `w/c 3 May`: the week that a day is in.
  case weekOf(TimePhrase)
  /// `veckan efter påsk`: the week behind or before a time.
  case weekBeside(Int, TimePhrase)
  /// What is left of a time: `senare i år`.
  case remaining(TimePhrase)
  /// `om två veckor`, and between two numbers.
  case ahead(CalendarLexicon.Unit, Int, Int)
  /// `inom två veckor`.
  case within(CalendarLexicon.Unit, Int)
  /// `två veckor före jul`: so many units from the edge of a time.
  case shifted(CalendarLexicon.Unit, Int, TimePhrase)
  /// `årsskiftet`, `månadsskiftet september/oktober`: the last days of one time and the first of the next.
  case turn(TimePhrase?)
  case part(CalendarLexicon.Part, TimePhrase)
  /// `första veckan i november`, the last being -1.
  case weekIn(Int, TimePhrase)
  /// `sista fredagen i oktober`.
  case weekdayIn(Int, ordinal: Int, TimePhrase)
  case lastDay(TimePhrase)
  /// Saturday and Sunday of the week so many weeks ahead.
  case weekend(Int)
  /// `den 15 nästa månad`.
  case dayIn(Int, TimePhrase)
  /// `första halvan av oktober`.
  case halfOf(Int, TimePhrase)
  case range(TimePhrase, TimePhrase)
  case framed(Frame, TimePhrase)
  /// `omkring`, `huvudsakligen`: as said, but not exactly.
  case about(TimePhrase)
  /// `snarast`, `inom kort`.
  case soon
  /// `förra veckan`, `i somras`.
  case past
  /// `tre veckor efter beslutet`: counted from a day that the letter does not name.
  case unknown
}

/// The days that a time phrase means.
struct TimeStretch: Hashable {
  var from: Day?
  var to: Day?
  var precision: Commitment.Precision

  var interval: DayInterval { DayInterval(from: from, to: to) }
}
