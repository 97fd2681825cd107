// Data table: the individual notes of the week before the demo's, all of them invented.

/// Notes in the form that `NoteText` reads.
enum DemoLastWeek {
  static let all = day + "\n" + evening

  private static let day = """
    @ C01 A 0302 affect:calm risk:none objectives:1/good,2/some
    = data
    Plan review in individual session. Client brought a list of warning signs: skipping lunch, turning
    the phone face down, and rehearsing excuses on the way home. Client said the list was harder to
    write than expected because most of the signs look harmless.

    Client reported no drinking since the end of January and two meetings this week. A brunch with
    relatives is planned for the weekend; client asked to practise leaving early.
    = assessment
    Client shows growing insight into the hours before a craving rather than the craving itself. Family
    occasions remain the main risk. Motivation is strong and supported by a regular routine.
    = plan
    Continue weekly sessions. Role play of leaving the brunch was done twice; client to carry the exit
    sentence on a card. Review the house rule with the family group facilitator.
    @ C02 A 0302 affect:anxious risk:none objectives:1/some
    = data
    Client described a week of restless nights and two mornings on which work felt out of reach. The
    screening score for low mood fell by four points against intake. Client has not used cannabis for a
    month, and said the first hour in bed is still the worst of the day.

    We went through the sleep diary line by line. On the three nights with a fixed bedtime, client fell
    asleep within forty minutes; on the others it took more than two hours.
    = assessment
    Sleep and worry feed each other; the diary makes this visible to client, who was surprised. Anxiety
    is present but no longer decides every evening.
    = plan
    Keep the diary, same bedtime on six nights, no clock in sight. Breathing exercise practised in
    session. Prescriber informed about the score, with client's consent.
    @ C03 A 0303 affect:calm risk:none objectives:1/good,3/some
    = data
    Client reported taking buprenorphine each morning with coffee and called it "a non-event". The
    housing office sent back one form because a signature was missing; client laughed about it and said
    that in December the same letter would have been a reason to use.

    Client talked about the residential peers with whom there is still contact. One of them uses again.
    Client answered one message and then asked the house manager for help with the next.
    = assessment
    Stable on medicine, good use of help, and able to tell apart a setback from a catastrophe. The end of
    the sober house in May is the largest open question.
    = plan
    Signature fetched and form sent off together in session. Client brings the second application next
    week. Naloxone kit checked; expiry is in the fall.
    @ C04 A 0303 affect:sad risk:none objectives:1/some,2/some
    = data
    Client arrived directly from the school run and needed some minutes. Client spoke about the two
    years of drinking in the garage after work, and about pretending to sort tools. Client wept when
    saying that the eldest child had known all along.

    Four thought records were filled in. The thought that came most often was "I have earned it".
    = assessment
    Shame is giving way to grief, which client can bear in the room. Lateness follows from childcare, not
    from avoidance. No drinking since mid February by client's account and by test.
    = plan
    Continue thought records with one added column for what was done instead. Client asks the neighbor
    about Wednesdays. Employee program informed of attendance only, under the signed consent.
    @ C05 A 0304 affect:irritable risk:none objectives:1/some
    = data
    Plan review. Client began by saying that group was "too loud for me" and that leaving was better than
    exploding. We took apart the last time step by step: the topic was parenting, the jaw tightened, the
    bag was already packed.

    Client has blocked three numbers and keeps two "in case". Client is proud of the first supervised
    visit, where the daughter fell asleep on client's lap.
    = assessment
    Leaving protects client from shame about the child. The two numbers that stay are the honest measure
    of ambivalence, and client said so without being asked.
    = plan
    A signal was agreed with the facilitator for a three-minute pause. Client decides on one of the two
    numbers by next week. Visit dates copied to the calendar.
    @ C06 A 0302 affect:guarded risk:none objectives:2/some
    = data
    Client answered briefly at first and looked at the phone several times. When asked what cocaine does
    well, client became livelier: it ends boredom and makes the warehouse shift bearable. Costs named
    were money, the chest pain in January, and the hearing.

    Client said the program is "fine" and that the bus is the problem. Last use by client's account was
    on the day before admission.
    = assessment
    Contemplation. Client sees costs but has found no other answer to boredom. Attendance may be the first
    thing to slip, since transport and motivation are weak at the same time.
    = plan
    Bus times looked up together and written down. Client to call before a missed session, for any reason.
    The list of gains and costs goes on next time.
    @ C07 A 0302 affect:bright risk:none objectives:1/good,3/some
    = data
    Client received the third injection on Friday and reported a sore spot and nothing else. Sleep is
    good. Client used the cold-water exercise on Sunday when an old contact stood at the gas station, and
    drove home without talking to him.

    Two applications were sent; the bakery called back for an interview. Client worries about how to
    explain mornings at the program.
    = assessment
    Skills are used outside the room and without prompting. Work gives a reason to stay well, and brings
    the fear of being found out. The release for the probation office ends this month.
    = plan
    Practised one sentence about mornings for the interview. Ask client about renewing the release before
    its last day. Next injection date is in the calendar.
    @ C08 A 0303 affect:calm risk:none objectives:1/good
    = data
    Client came with a full page: five evenings planned, four of them kept. The fifth was spent on the
    sofa "with the old movie in my head", and client called a friend at half past eight instead of at
    midnight.

    Client asked what acamprosate can and cannot do. Craving is down from seven to three by own rating.
    = assessment
    Client is moving from white-knuckle evenings to planned ones. Calling early is new behavior and was
    named as such. Guilt toward the spouse waits for its turn.
    = plan
    Keep the evening plan, add one empty evening on purpose. Begin the letter to the spouse, not to be sent
    yet. Medicine questions noted for the prescriber.
    @ C09 A 0304 affect:anxious risk:none objectives:1/good,2/some
    = data
    Plan review before the operation. Client has told the surgeon and the anesthetist about the drinking,
    and was relieved that nobody was shocked. The ward wants to avoid opioids after the first day.

    Client is more afraid of the week at home than of the operation: alone until four each day, with a
    television and a corner store.
    = assessment
    Good preparation and honest talk with the hospital. The week after is the real risk, known to client.
    Pain was the trigger of the return to drinking two years ago.
    = plan
    Phone plan written with two people and fixed hours. Program calls on Thursday after the operation.
    Leave approved through the sixteenth; client returns on the day after.
    @ C10 A 0303 affect:anxious risk:none objectives:1/some,3/some
    = data
    First individual session after admission. Client described eight months of daily use, two attempts at
    other programs, and the same pattern each time: a good first week, a bad night, and then silence.

    Naltrexone was given before admission. Client reports tiredness and a dull headache in the afternoon,
    no craving "so far". A court date falls on Monday.
    = assessment
    Early and fragile. Client knows the second week is the cliff, and agreed to plan for it rather than to
    promise. Side effects are mild.
    = plan
    A call within the hour when a day is at risk; number saved in session. Letter for the court was
    handed over. Side effects go on a card for the medication group.
    @ C11 A 0304 affect:anxious risk:none objectives:1/some
    = data
    Intake follow-up. Client takes the tapered dose as written and counted the tablets out with the
    partner. Client spoke fast and stood up once; said that the door being closed was the reason. The
    door was left ajar and the session went on.

    Panic began after an accident in an elevator four years ago. Sedatives were first a relief and then
    "the only key to every room".
    = assessment
    Panic and sedative use are bound together; the taper needs slow steps and much explanation. Client
    tolerates distress better once the body's signals are named.
    = plan
    Grounding by five senses, practised twice. Seat near the door for now. Prescriber's schedule filed; any
    change of dose is reported here on the same day.
    @ C12 A 0304 affect:bright risk:none objectives:2/some
    = data
    Client reported a weekend with two games on television and ginger ale at both. Client told it as a
    good joke; when asked about the ride home, the tone changed. The bar was on the way, and client sat
    in the car outside for a while.

    Court report is due at the end of the month. Client asked twice whether the report mentions "almosts".
    = assessment
    Humor covers a close call. Client wishes to look better than the week was, which is itself a risk. The
    honest part of the session came late and should be given room earlier.
    = plan
    Client writes half a page about the minutes in the car. Breath check before each session continues.
    Different way home on game days, drawn on a map.
    """

  private static let evening = """
    @ C13 A 0302 affect:calm risk:none objectives:1/good,3/some
    = data
    Plan review. Client drove the northern route with a passenger and left the car key at the desk of the
    motel each night. Calls home at nine were made on three of four evenings; the fourth was forgotten
    over a ball game, and client called at six the next morning to say so.

    Client read the victim-impact letter from class and was silent for some time.
    = assessment
    Remorse has become concrete. Client builds barriers before the risk rather than relying on resolve.
    Structure on the road works, loneliness there is still named only in passing.
    = plan
    Continue key and call. Find the meeting in each town before leaving. Next time: what the evenings on
    the road were for, before they were for drinking.
    @ C15 A 0303 affect:irritable risk:none objectives:1/some
    = data
    Client came in annoyed about the schedule: the employer moved two shifts, both onto group evenings.
    Client had not asked for a change "because they never listen". Class work is handed in up to last
    Wednesday.

    Client estimated two evenings among smokers at home this week, without smoking. The smell is the worst
    part, client said, and then the jokes.
    = assessment
    Client bears a lot without asking for anything, then is absent. Asking is the skill to be learned, and
    it applies to the employer as much as to the people at home.
    = plan
    A short message to the employer was written in session and sent. Client goes straight to the desk
    upstairs after coming home. School letter requested.
    @ C16 A 0303 affect:calm risk:none objectives:1/good,2/good
    = data
    Client brought a draft of the relapse-prevention plan, four pages, neatly typed. The part on good days
    is detailed. The part on bad days has three lines.

    Client visited two mutual-help groups and preferred the smaller one. A man there offered to be called.
    Client has the number and has not called yet.
    = assessment
    Ready for fewer days here, with some fear of it that shows as perfection on paper. Reaching out before
    trouble is the piece that is least practised.
    = plan
    Two days a week from Monday on. Client calls the number before Saturday, for no reason at all. The
    bad-days part is written together next time.
    @ C17 A 0304 affect:flat risk:none objectives:2/none
    = data
    Plan review. Client had slept four hours and yawned through the first minutes. An exam on Friday, with
    pills offered in the library "as if it were gum". Client said no once and walked away once without
    answering.

    Client keeps the sleep diary on the phone; it shows three nights after two in the morning.
    = assessment
    Refusing works; sleeping does not. As long as nights are short, pills look like a solution. Client sees
    this on good days.
    = plan
    Phone stays in the kitchen from midnight. Study hours moved to the morning for one week as a trial.
    Look for the campus climbing group's times.
    @ C18 A 0304 affect:sad risk:none objectives:1/some
    = data
    Client arrived a few minutes late and out of breath. Client said that all was well, and after a while
    that the weekend worries client: the partner is away, and the employer asks questions about Tuesdays
    and Thursdays.

    Client wants no more contact between the program and the employer. We went through what a release is
    and how it is taken back.
    = assessment
    Client says "fine" early and the truth late, and noticed it herself. Two strains come together at the
    weekend. No use reported since admission.
    = plan
    Release to the employer was taken back in writing today. Weekend planned by the hour with one call on
    each day. Client agreed to say "not fine" first next time.
    @ C19 A 0305 affect:calm risk:none objectives:1/good,2/some
    = data
    Client walked to the session for the first time, with one stop on a bench. Feet burn at night; the
    nerve specialist has a date in two weeks. Thiamine is taken.

    Client told of the years at sea and of the crew, most of whom are dead. Drinking was "what the evening
    was made of". Now evenings are made of group, and client asked what they are made of after.
    = assessment
    Health improves slowly and visibly. Loneliness is the question behind the step-down, and client has put
    it into words.
    = plan
    First morning at the food pantry next Wednesday. Talk about step-down at the review. Walks go on, the
    bench is allowed.
    @ C20 A 0305 affect:bright risk:none objectives:2/good,3/good
    = data
    Client showed photographs of a chair from the upholstery course. Buprenorphine is steady, last visit
    without change. Client counts the days to half a year, though the goal is to stop counting.

    One high-risk moment: a cousin with a car full of people, and an empty seat. Client said there was no
    time, and this was true because of the course.
    = assessment
    A full week protects client better than any sentence does. Pride in work is new and spoken aloud.
    = plan
    Monthly individual session suffices from April. Client brings the moment with the car to aftercare.
    Naloxone renewed.
    @ C21 A 0305 affect:tearful risk:none objectives:1/some,3/some
    = data
    Plan review. Client has taken calls from three newcomers on one evening and missed supper. Client
    laughed about "the helper's disease" and then wept, as the anniversary of the loss comes near.

    Client has begun a list for the day: the grave in the morning, lunch with a friend, no empty afternoon.
    = assessment
    Giving to others keeps grief at a distance, at a price. Client can say so and asks for limits to be
    checked.
    = plan
    Phone off after eight on five evenings. The list is finished in April's first session. Women's group
    is told what client wants it to know, no more.
    @ C23 A 0305 affect:calm risk:none objectives:1/good,2/some
    = data
    Client works on the plan for after the program. Work travel begins again in April: two nights in
    hotels each month. Client has called ahead to have the room's bar emptied, and found it easier than
    feared.

    First visit with the outpatient counselor is set for the twentieth. Client is sad to leave the Tuesday
    circle.
    = assessment
    Well prepared, with a plan that fits real days. Leaving stirs up old goodbyes, which client links to
    drinking in the past.
    = plan
    Finish the travel page. Client tells the circle about the last day in time, not on the day. Discharge
    papers begin after the visit.
    @ C24 A 0302 affect:flat risk:use,overdose objectives:1/regressed
    = data
    Client came late and tired. Client reported use on Friday and Saturday, alone, and waking on the floor
    once. Naloxone was at hand but nobody to give it. Client said in a low voice that there is no place to
    stay after Thursday.

    The residential program called during the session: a bed may be free on Friday.
    = assessment
    The present level does not hold client. Danger of overdose is high because of use alone and lowered
    tolerance. Client wants help and accepted more of it than before.
    = plan
    Never alone: a shelter place until Friday was found by phone in session. Second naloxone kit handed
    out and its use gone through. Supervisor informed at once. Transfer to residential care is prepared for
    Friday; client calls in each day until then.
    """
}
