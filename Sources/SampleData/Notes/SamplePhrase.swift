// Data table: what the notes and plans of made-up programs say.

/// Sentences that fit any client and name nobody.
enum SamplePhrase {
  static let responses = [
    "Client spoke about a craving on the way home and how it passed.",
    "Client listened closely and answered one question at length.",
    "Client gave an example of asking for help at work.",
    "Client was quiet at first and took part after the break.",
    "Client described an argument at home and what was different this time.",
    "Client named two early warning signs of the past days.",
    "Client disagreed with the exercise and explained why.",
    "Client practised the skill twice and found it awkward but useful.",
    "Client shared a plan for the free day and took in the comments.",
    "Client reported poor sleep and stayed attentive all the same.",
  ]

  static let summaries = [
    "The group worked with examples from the week and looked for the first small step in each. "
      + "Feedback was given in turn.",
    "After a round of check-ins the group discussed what makes a plan hold on a bad day. "
      + "The facilitator summed up on the board.",
    "A short talk led into an exercise in pairs. The pairs reported on what had been harder "
      + "than expected.",
    "The group compared ways of leaving a situation early and rehearsed two of them.",
    "Members read the handout in turn and applied it to one situation of their own.",
  ]

  static let topics = [
    "Getting through the weekend", "Asking for help", "Early signs", "Saying no, and leaving",
    "Sleep and stress", "Talking at home", "Cravings and what helps", "A plan for a bad day",
  ]

  static let methods = [
    "Open process, feedback in turn", "Short talk and discussion", "Worksheet, then pairs",
    "Role play",
  ]

  static let data = [
    "Client reported a steady week with one difficult evening. The evening was gone through hour by "
      + "hour; client found the point at which it could have turned.",
    "Client came on time and began with the conflict at work. By the end client had two sentences to "
      + "say to the supervisor and had said them aloud.",
    "Client described sleep, meals and meetings of the week. Two days without structure stood out, "
      + "and client saw it at once.",
    "Client spoke about the family's doubts and about being tired of proving things. Client also "
      + "counted three changes that somebody had noticed.",
    "Client brought the diary of cravings. Most were over within twenty minutes; one lasted the whole "
      + "evening and ended with a telephone call.",
    "Client talked about money, debts and the relief of having opened the letters. The first payment "
      + "plan was filled in together.",
  ]

  static let assessments = [
    "Motivation is steady, and skills are used outside the sessions.",
    "Client understands the pattern better and acts on it some of the time.",
    "Progress is slow and real; structure on free days remains the weak point.",
    "Client asks for help earlier than before.",
    "Stress at home is the main risk at present and is spoken about openly.",
  ]

  static let plans = [
    "Weekly sessions continue. Client plans both free days in writing.",
    "Client makes the call before Friday and reports on it.",
    "The diary goes on; next time the evenings are looked at again.",
    "Two meetings this week, and one hour for rest that is kept.",
    "Client tries the agreed sentence at work and notes the answer.",
  ]

  static let problems = [
    "Substance use returns under stress and in company.",
    "Evenings and weekends have no structure.",
    "Conflict at home leads to use.",
    "Sleep is poor, and substances were the way to it.",
  ]

  static let goals = [
    "I want my family to be able to count on me.",
    "I want to keep my job and be proud of it.",
    "I want to wake up clear every morning.",
    "I want to enjoy a free day without using.",
    "I want to be done with court.",
  ]

  static let objectives = [
    "Attend all scheduled days for four weeks, or call before an absence.",
    "Write down each craving with its time, its strength and what helped.",
    "Go to two mutual-help meetings a week and bring one thought to group.",
    "Plan each weekend in writing by Thursday.",
    "Keep a fixed hour of sleep on five nights a week.",
    "Practise two refusals a week and report on them.",
  ]
}
