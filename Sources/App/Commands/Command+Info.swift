// Data table: the words of every command.
extension Command {
  package var info: CommandInfo {
    switch self {
    case .up: CommandInfo("row above")
    case .down: CommandInfo("row below")
    case .left: CommandInfo("pane on the left")
    case .right: CommandInfo("pane on the right")
    case .first: CommandInfo("first row")
    case .last: CommandInfo("last row")
    case .open: CommandInfo("open", hint: "open")
    case .openCard: CommandInfo("open the client's card", hint: "card")
    case .back: CommandInfo("go back", hint: "back")
    case .pageUp: CommandInfo("a page up")
    case .pageDown: CommandInfo("a page down")
    case .nextPane: CommandInfo("go to the next pane", hint: "pane")
    case .previousPane: CommandInfo("go to the pane before")
    case .digit:
      CommandInfo("go to the row of that number (1 then 2 is row 12)", hint: "row number")
    case .find: CommandInfo("find a name in this list", hint: "find")
    case .goTo:
      CommandInfo("go to: then d day, w week, c clients, r groups, q to do, m team, . date")
    case .goToDay: CommandInfo("go to the day")
    case .goToWeek: CommandInfo("go to the week's hours")
    case .goToCalendar: CommandInfo("calendar: months and weeks", hint: "calendar")
    case .goToClients: CommandInfo("go to the clients")
    case .goToGroups: CommandInfo("go to the groups")
    case .goToStaff: CommandInfo("go to the staff")
    case .goToSettings: CommandInfo("go to the program's settings")
    case .goToRooms: CommandInfo("go to the rooms")
    case .goToClosedDays: CommandInfo("go to holidays and closed days")
    case .addRecord: CommandInfo("add: a client, group, room, closed day, staff", hint: "add")
    case .changeRecord: CommandInfo("change what is selected", hint: "change")
    case .enroll: CommandInfo("give a client a place in a group", hint: "enroll")
    case .book: CommandInfo("book an appointment; in the week also a group's place", hint: "book")
    case .recordMenu:
      CommandInfo(
        "more: a client's stay, a group from a date on, a setting's planned values",
        hint: "more"
      )
    case .goToToday: CommandInfo("go to today")
    case .goToDate: CommandInfo("go to a date", hint: "date")
    case .before: CommandInfo("day, week or month before", hint: "earlier")
    case .after: CommandInfo("day, week or month after", hint: "later")
    case .zoom: CommandInfo("this pane on the whole screen, and back", hint: "zoom")
    case .mineOrAll: CommandInfo("only mine, or everyone's", hint: "mine/all")
    case .sortBefore: CommandInfo("sort by the column before", hint: "sort left")
    case .goToTeam: CommandInfo("go to the team's sheet: a decision for each client")
    case .teamContinue: CommandInfo("the team decides: continue", hint: "continue", .undoable)
    case .teamStepUp: CommandInfo("the team decides: step up", hint: "step up", .undoable)
    case .teamStepDown: CommandInfo("the team decides: step down", hint: "step down", .undoable)
    case .teamDischarge: CommandInfo("the team decides: discharge", hint: "discharge", .undoable)
    case .teamExtra: CommandInfo("the team decides: an extra session", hint: "extra", .undoable)
    case .outreach: CommandInfo("keep an attempt to reach the client (menu)", hint: "outreach")
    case .onlyStage:
      CommandInfo("only those who wait, are here, on leave, discharged ... (menu)", hint: "filter")
    case .sortAfter: CommandInfo("sort by the column after", hint: "sort right")
    case .present:
      CommandInfo("present, go to the next unmarked client", hint: "present", .undoable)
    case .late: CommandInfo("late, stamps the time now", hint: "late", .undoable)
    case .leftEarly: CommandInfo("left early, stamps the time now", hint: "left", .undoable)
    case .noShow: CommandInfo("no-show", hint: "no-show", .undoable)
    case .otherReason: CommandInfo("excused, or another reason (menu)", hint: "excused", .undoable)
    case .stepOut: CommandInfo("stepped out, or back in", hint: "in/out", .undoable)
    case .video: CommandInfo("here by video, or back in the room", hint: "video", .undoable)
    case .quickLine:
      CommandInfo("quick line: craving, mood, a few words", hint: "quick line", .undoable)
    case .clear: CommandInfo("clear the mark", hint: "clear", .undoable)
    case .times: CommandInfo("change the time, or the reason", hint: "time", .undoable)
    case .creditMinutes:
      CommandInfo("set the credited minutes by hand, with a reason", hint: "minutes", .undoable)
    case .groupTimes:
      CommandInfo("change when the group began, or ended", hint: "start", .undoable)
    case .tryDemo: CommandInfo("try the pretend program", hint: "try it")
    case .setUp: CommandInfo("set up your own program", hint: "set up")
    case .allTheRest:
      CommandInfo("everyone left is present (one undo)", hint: "all rest", .undoable)
    case .walkIn: CommandInfo("add a walk-in to this roster", hint: "walk-in", .undoable)
    case .select: CommandInfo("select this row for a common mark", hint: "select")
    case .clearSelection: CommandInfo("select nobody")
    case .begin: CommandInfo("begin the group now", hint: "begin", .undoable)
    case .finish: CommandInfo("finish the group", hint: "finish", .undoable)
    case .breakTime: CommandInfo("break begins, or ends", hint: "break", .undoable)
    case .sessionMenu:
      CommandInfo("this group: reopen, end early, cancel, substitute, times", hint: "more", .asks)
    case .explain: CommandInfo("explain hours, or why it is due", hint: "explain")
    case .arrive: CommandInfo("arrived; again: kept, ends now", hint: "arrived", .undoable)
    case .arriveLate: CommandInfo("arrived late, stamps the time now", hint: "late", .undoable)
    case .missed: CommandInfo("no-show", hint: "no-show", .undoable)
    case .cancelAppointment:
      CommandInfo("cancelled, or rescheduled (menu)", hint: "cancelled", .undoable)
    case .appointmentTimes: CommandInfo("change the times", hint: "time", .undoable)
    case .endAppointment: CommandInfo("kept, ends now", hint: "ended", .undoable)
    case .clearAppointment: CommandInfo("clear the mark", hint: "clear", .undoable)
    case .openNote: CommandInfo("the note of this group or session", hint: "note")
    case .ownPart: CommandInfo("the selected client's own part of the note", hint: "own part")
    case .sharedText: CommandInfo("the text that the whole group shares", hint: "group text")
    case .nextPart: CommandInfo("next part, then the next client", hint: "next part")
    case .previousPart: CommandInfo("the part before")
    case .nextNote: CommandInfo("the next client who attended", hint: "next client")
    case .previousNote: CommandInfo("the client before")
    case .sign: CommandInfo("sign: shows it first, then asks", hint: "sign", .asks)
    case .choose: CommandInfo("choose, or take the choice back", hint: "choose")
    case .sidePane: CommandInfo("beside the note: last note, today, plan, versions", hint: "beside")
    case .insertPhrase: CommandInfo("insert a phrase", hint: "phrase")
    case .spelling:
      CommandInfo("spelling: to the next word not in the dictionary", hint: "spelling")
    case .olderVersions: CommandInfo("older versions of this text")
    case .noteFormat: CommandInfo("write this note in another format (DAP, SOAP ...)")
    case .addendum: CommandInfo("add an addendum to the signed note", hint: "addendum")
    case .addToNote:
      CommandInfo("addendum, correction, entered in error (menu)", hint: "more", .asks)
    case .discardNote:
      CommandInfo("put aside a text that was begun by mistake", .asks)
    case .newNote:
      CommandInfo("new note for the selected client: call, crisis, late entry ...", .asks)
    case .noteTime: CommandInfo("date and time of this note", .undoable)
    case .copyText: CommandInfo("copy the note's text inside the program", hint: "copy text")
    case .findNext: CommandInfo("find the next place")
    case .alreadySaved: CommandInfo("what is typed is saved by itself")
    case .goToToDo: CommandInfo("go to what is due: notes, outreach, reviews")
    case .closeDay:
      CommandInfo(
        "close the day: the next thing unmarked, unsigned, or whom to reach",
        hint: "close day"
      )
    case .undo: CommandInfo("undo", hint: "undo", .undoable)
    case .redo: CommandInfo("redo", hint: "redo", .undoable)
    case .palette: CommandInfo("all commands by name", hint: "commands")
    case .help: CommandInfo("help", hint: "help")
    case .messages: CommandInfo("the last messages")
    case .auditLog: CommandInfo("the audit log: who did and saw what")
    case .pastDay: CommandInfo("as of: the day or the chart as it stood at a past moment")
    case .themes: CommandInfo("choose a theme")
    case .quit: CommandInfo("quit", .asks)
    case .redraw: CommandInfo("draw the screen anew, and try to save what isn't saved")
    case .suspend: CommandInfo("suspend the program")
    case .fullNames: CommandInfo("full names on or off", hint: "names")
    case .blank: CommandInfo("blank the screen until Enter, or lock it", hint: "blank")
    case .emergencyAccess:
      CommandInfo("emergency access: read a client's notes for 30 minutes, with a reason", .asks)
    case .reviewAccess: CommandInfo("review emergency access", .asks)
    case .writeOut:
      CommandInfo("write out: print or export what this screen shows", hint: "write out", .asks)
    case .importFiles:
      CommandInfo("import staff, clients, groups, holidays from files, with a preview", .asks)
    case .hide: CommandInfo("blank the screen at once; Enter shows it again")
    case .roomMode: CommandInfo("room mode: nothing clinical, then numbers for names, then off")
    case .changeCounselor: CommandInfo("choose who sits here")
    case .quitHint: CommandInfo("how to quit")
    }
  }
}
