// Data table: the signed individual notes of the demo's week, all of them invented.

/// Notes in the form that `NoteText` reads.
enum DemoThisWeek {
  static let all = """
    @ C01 A 0309 affect:calm,bright risk:none objectives:1/good
    = data
    The brunch took place. Client left after an hour and ten minutes with the sentence from the card, and
    said it came out "far too loudly, and then it was over". Nobody asked. Client drove to a meeting and
    stayed for coffee.

    Forty days without alcohol. Client noticed that the worst minutes were not at the table but in the
    kitchen, where the bottles stood.
    = assessment
    A planned exit was carried out under pressure. Client now looks at places in a house, not only at
    people. Confidence has risen and is well founded.
    = plan
    Add kitchens to the list of warning signs. Next occasion is at Easter; begin planning two weeks ahead.
    Family group on Wednesday takes up the house rule.
    @ C02 A 0309 affect:calm risk:none objectives:1/good,3/some
    = data
    Client slept more than six hours on five nights and brought the diary without being asked. Tension
    before the breathing exercise averaged seven, after it four. On Thursday client met a colleague for
    lunch although the stomach said no.

    Client asked whether feeling better means that something is being missed.
    = assessment
    Sleep has turned a corner and mood follows. The question shows how unfamiliar calm is. No craving for
    cannabis in the evenings of this week.
    = plan
    One kept meeting a week goes on, next with a friend who doesn't know about treatment. Repeat the mood
    score on Monday.
    @ C07 A 0309 affect:flat risk:none objectives:3/some
    = data
    Client had to leave after 45 minutes for the interview at the bakery. We used the time to practise the
    answer about mornings and to talk about a bad night: client dreamed of using and woke with the taste
    of it.

    The dream frightened client more than the gas station did. Client told the sister at breakfast.
    = assessment
    Dreams of use are common at this stage and were told within hours. Client takes them as a warning, not
    as a wish. Work is close and stirs up both pride and fear.
    = plan
    Client reports how the interview went on Wednesday. The release for the probation office ends on
    Saturday: client brings the paper on Wednesday to renew or to let it end.
    @ C14 A 0309 affect:sad risk:none objectives:2/some,3/some
    = data
    First individual session. Client described three years of cocaine on weekends with colleagues from the
    agency, never alone, never during the week "until January". Mondays were spent under a blanket.

    The first free weekend was long. Client cleaned the flat twice, refused one invitation by message, and
    answered a second by not answering. Mood by own rating lies between three and five.
    = assessment
    Use is tied to belonging; without the colleagues the weekend is empty. Low mood may be part of
    stopping and has to be watched. Client is frank and quick.
    = plan
    Friday is planned in writing from six to midnight. Mood rating each evening. If it stays below four for
    a week, client agrees to see the physician.
    @ C03 A 0310 affect:calm risk:none objectives:2/good,3/some
    = data
    Client showed the house manager how naloxone is used and taught it to two peers on the same evening.
    The second housing application lacks a letter from the former landlord, with whom client parted in
    anger.

    On Monday client came late to group because the bus broke down, and was upset by being late more than
    the delay deserved.
    = assessment
    Client takes care of others with skill and is hard on oneself for small failures. Asking the landlord
    is the next test of making good.
    = plan
    A short letter to the landlord was drafted; client copies it by hand. Plan review is due on Thursday
    and was prepared: client wants to keep all three objectives.
    @ C08 A 0310 affect:tearful risk:none objectives:2/good,3/some
    = data
    Client read the letter to the spouse aloud, for the first time to anyone. It names two evenings in
    detail and asks for nothing. Client stopped in the middle, drank water, and went on.

    The empty evening on purpose was "the longest of the year" and ended with a crossword and sleep.
    = assessment
    Client can stay with guilt without fleeing from it. The letter is honest and free of excuses. It does
    not need to be sent to have done its work, and client sees that too.
    = plan
    The talk takes place in family group on the eighteenth if both agree. Evening plan as before. Client
    chooses which two sentences of the letter are to be said.
    @ C10 A 0310 affect:anxious,flat risk:none objectives:1/some,3/some
    = data
    Client told of Monday in court: four hours on a bench, then three minutes before the judge, who set a
    new date in May. Client went straight home and slept. "I wanted to call someone I should not call, and
    put the phone into the freezer."

    Headaches are fewer. Client had not gone in to the medication group at one o'clock: sat in the stairwell
    for an hour, and then came to this session on time.
    = assessment
    Second week, as foreseen the harder one. A craving was met with a crude and effective measure. Client is
    worn out, and worn-out days are where earlier starts ended.
    = plan
    Client calls at eight on Wednesday morning, whatever the night was like. Short list of three people for
    the place of the freezer. Side effects to be raised in the medication group.
    """
}
