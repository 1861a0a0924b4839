import Etapp
import EtappModel
import EtappReport

/// The forms with which the dialogue with a municipality is written down.
enum DialogueForms {
  static func all(_ matter: MunicipalityPage.Matter, themes: [(id: String, name: Text)]) -> HTML {
    let visit = matter.visit
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Write down", sv: "Anteckna") }
      folded(visit.say(en: "Something that was said", sv: "Något som sades"), talk(matter))
      folded(visit.say(en: "Next contact, owner, readiness", sv: "Nästa kontakt, ansvarig, läge"), standing(matter))
      folded(visit.say(en: "A promise", sv: "Ett löfte"), promise(matter))
      folded(visit.say(en: "A condition that they put", sv: "Ett villkor som de ställer"), condition(matter))
      themes.isEmpty
        ? nil : folded(visit.say(en: "An answer on a theme", sv: "Ett svar på ett tema"), answer(matter, themes))
    }
  }

  private static func folded(_ title: String, _ form: HTML) -> HTML {
    Tag.details(.class("why")) {
      Tag.summary { Tag.span(.class("name")) { title } }
      Tag.div(.class("why-body")) { form }
    }
  }

  private static func talk(_ matter: MunicipalityPage.Matter) -> HTML {
    let (visit, sentences) = (matter.visit, matter.sentences)
    return Parts.form(matter.path + "/talk", visit, .class("narrow")) {
      Parts.field(
        visit.say(en: "Day", sv: "Dag"), name: "day", id: "talk-day", type: "date",
        value: visit.now.day().description, .required)
      Parts.choice(
        visit.say(en: "How", sv: "Hur"), name: "channel", id: "talk-channel",
        Dialogue.Talk.Channel.allCases.map { ($0.rawValue, sentences.word($0)) },
        chosen: Dialogue.Talk.Channel.phone.rawValue)
      Parts.field(
        visit.say(en: "With whom", sv: "Med vem"), name: "with", id: "talk-with",
        help: visit.say(en: "A role does as well as a name.", sv: "En roll går lika bra som ett namn."), .required,
        Attribute("maxlength", "200"))
      Parts.area(visit.say(en: "What was said", sv: "Vad som sades"), name: "summary", id: "talk-summary")
      Parts.button(visit.say(en: "Write it down", sv: "Anteckna samtalet"))
    }
  }

  private static func standing(_ matter: MunicipalityPage.Matter) -> HTML {
    let (visit, sentences, dialogue) = (matter.visit, matter.sentences, matter.dialogue)
    return Parts.form(matter.path + "/standing", visit, .class("narrow")) {
      Parts.field(
        visit.say(en: "Next contact", sv: "Nästa kontakt"), name: "next", id: "standing-next", type: "date",
        value: dialogue.nextContact?.description ?? "")
      Parts.field(
        visit.say(en: "Owner", sv: "Ansvarig"), name: "owner", id: "standing-owner", value: dialogue.owner ?? "",
        help: visit.say(en: "Who of us answers for it.", sv: "Vem av oss som svarar för dialogen."),
        Attribute("maxlength", "200"))
      Parts.choice(
        visit.say(en: "Readiness", sv: "Läge"), name: "readiness", id: "standing-readiness",
        Dialogue.Readiness.allCases.map { ($0.rawValue, sentences.word($0)) }, chosen: dialogue.readiness.rawValue)
      Parts.hidden("known", known(dialogue))
      Parts.button(visit.say(en: "Save", sv: "Spara"))
    }
  }

  /// What the form was made from, so that two who write at once do not undo each other.
  static func known(_ dialogue: Dialogue) -> String {
    [dialogue.nextContact?.description ?? "", dialogue.readiness.rawValue, dialogue.owner ?? ""].joined(separator: " ")
  }

  private static func promise(_ matter: MunicipalityPage.Matter) -> HTML {
    let visit = matter.visit
    return Parts.form(matter.path + "/promise", visit, .class("narrow")) {
      Parts.choice(
        visit.say(en: "Who promises", sv: "Vem som lovar"), name: "side", id: "promise-side",
        [("ours", visit.say(en: "we do", sv: "vi")), ("theirs", visit.say(en: "they do", sv: "de"))])
      Parts.area(visit.say(en: "What is promised", sv: "Vad som lovas"), name: "text", id: "promise-text")
      Parts.field(
        visit.say(en: "Earliest", sv: "Tidigast"), name: "from", id: "promise-from", type: "date",
        help: visit.say(en: "May be left empty.", sv: "Får lämnas tomt."))
      Parts.field(visit.say(en: "Latest", sv: "Senast"), name: "to", id: "promise-to", type: "date")
      Parts.button(visit.say(en: "Write the promise down", sv: "Anteckna löftet"))
    }
  }

  private static func condition(_ matter: MunicipalityPage.Matter) -> HTML {
    let visit = matter.visit
    return Parts.form(matter.path + "/condition", visit, .class("narrow")) {
      Parts.area(visit.say(en: "The condition", sv: "Villkoret"), name: "text", id: "condition-text")
      Parts.field(
        visit.say(en: "Cannot open before", sv: "Kan inte öppna före"), name: "before", id: "condition-before",
        type: "date", help: visit.say(en: "Where they name a day.", sv: "Om de nämner en dag."))
      Parts.button(visit.say(en: "Write the condition down", sv: "Anteckna villkoret"))
    }
  }

  private static func answer(_ matter: MunicipalityPage.Matter, _ themes: [(id: String, name: Text)]) -> HTML {
    let visit = matter.visit
    return Parts.form(matter.path + "/answer", visit, .class("narrow")) {
      Parts.choice(
        visit.say(en: "Theme", sv: "Tema"), name: "theme", id: "answer-theme",
        themes.map { ($0.id, visit.say($0.name)) })
      Parts.area(visit.say(en: "What they answer", sv: "Vad de svarar"), name: "text", id: "answer-text")
      Parts.field(
        visit.say(en: "Day", sv: "Dag"), name: "day", id: "answer-day", type: "date",
        value: visit.now.day().description, .required)
      Parts.button(visit.say(en: "Write the answer down", sv: "Anteckna svaret"))
    }
  }
}
