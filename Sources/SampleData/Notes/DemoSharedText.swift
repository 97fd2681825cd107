// Data table: the texts that the demo's groups shared this week, all of them invented.

/// Texts in the form that `NoteText` reads; those of finished notes first, then the drafts.
enum DemoSharedText {
  static let signed = """
    @ shared G01 0309
    = topic
    Getting through the weekend
    = methods
    Open process, round of check-ins, feedback in turn
    = summary
    The group opened with a round on the weekend: one hard moment, one thing that helped. Several members
    spoke about gatherings with alcohol in the room and about the hour before leaving the house. The group
    worked out that decisions made before arriving were kept more often than those made at the door.

    In the second half the talk turned to anger at being asked for proof of change. Members gave each other
    feedback on what they had noticed, rather than on what they thought of it. The facilitator slowed the
    exchange twice and asked for examples. The group ended calmer than it began.
    = plan
    Each member names one moment of the coming days that needs a decision beforehand.
    @ shared G02 0309
    = topic
    Mapping high-risk situations
    = methods
    Teaching with board, individual worksheet, discussion in pairs
    = summary
    The facilitator explained how a high-risk situation is built of place, people, time of day, mood and
    access. Members drew a map of their own week and shaded the hours in which risk is high. Pairs compared
    the shape of the shaded hours, not their content.

    Most maps showed two or three short windows rather than whole days. The group collected ways to change
    one element of a window: another route, another person, another hour. Each worksheet ended with one
    change to be tried before Friday.
    = plan
    Bring the map to the skills group on Friday; there the urge in one shaded hour is practised with.
    @ shared G05 0309
    = topic
    Trust, given and earned
    = methods
    Open process, check-in numbers for craving and mood
    = summary
    After the check-in the group took up the question of how long others may doubt. Members described being
    searched, phoned and counted on at the same time. The group distinguished between being trusted and
    being reliable, of which only the second can be practised alone.

    A disagreement about whether small lies matter was carried out openly and without insult. The
    facilitators asked each side to repeat what it had heard. Towards the end several members said that
    they had recognised themselves on both sides.
    = plan
    One reliable act before Thursday, chosen small enough to be certain.
    @ shared G06 0309
    = topic
    Mapping high-risk situations
    = methods
    Short talk, map of the week on paper, group discussion
    = summary
    Members drew the evenings of their week hour by hour and entered craving from zero to ten. The talk
    before it explained that craving rises, stands and falls, and that maps are made to find the foot of the
    hill. For most members the foot lay between the end of work and supper.

    The discussion dealt with tiredness and hunger as parts of a situation, and with the first step that can
    be taken in each. The group agreed that a plan of four words is better than one of four pages.
    = plan
    Use the map on three evenings and note which hour was different from what had been drawn.
    @ shared G05 0310
    = topic
    Coming back
    = methods
    Open process, sentence completion, feedback in turn
    = summary
    The group completed the sentence "When I come back after a bad day, I need". Answers reached from silence
    to a cup of tea to being asked outright. The group talked about how it receives members who were away,
    and found that it tends to joke first and ask later.

    A slower second hour dealt with shame, and with the body's part in it. The facilitators named the change
    of pace. Members stayed with the topic and ended with a round of one word each.
    = plan
    Notice one moment of shame and tell one person within the day.
    @ shared G12 0310
    = topic
    Spring, and what it stirs
    = methods
    Check-in, review of the month's plan, discussion
    = summary
    The circle reviewed plans made in February. Members reported longer days, more invitations and less
    structure, and compared signs that routines are loosening: skipped meals, late nights, unanswered calls.
    The group looked at what each sign had meant in earlier springs.

    Members planned the coming holidays in outline. The mood was warm and practical.
    = plan
    Write down one spring tradition to keep, one to change and one to leave out.
    """

  static let drafts = """
    @ shared G01 0311
    = topic
    Saying it out loud
    = methods
    Open process, round of check-ins
    = summary
    The group began with a short round on sleep and mood. One question carried through the hour: what it
    takes to say a thing before somebody else finds out. Members gave examples from home and work and
    looked at what had made the telling harder, and what made it possible in the end.
    @ shared G10 0310
    = topic
    Side effects, and whom to ask
    = methods
    Questions from a box, short answers, handout
    = summary
    Questions were drawn from the box and answered in turn: headaches in the first weeks, missed doses,
    driving, dental work. The group practised how to put a question to a prescriber in two sentences. The
    handout on interactions was read together.
    = plan
    Write one question for the next visit with the prescriber.
    @ shared G07 0310
    = topic
    Week 5 — Stress, sleep and the brain
    = methods
    Short talk with drawings, quiz in pairs
    = summary
    The talk explained how stress hormones rise and fall over a day, why sleep suffers first when use ends,
    and how long it takes to mend. Pairs answered a quiz on what helps
    """
}
