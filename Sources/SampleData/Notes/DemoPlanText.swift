// Data table: the treatment plans of the demo, all of them invented.

/// For each client a line of the code, then problems (with the ASAM dimension), goals in the
/// client's own words, and objectives.
enum DemoPlanText {
  static let all = day + "\n" + evening

  private static let day = """
    @ C01
    problem 5 Drinking returned twice after earlier treatment; evenings and family visits are hard.
    goal I want to sit through a family dinner and remember all of it.
    objective Name three warning signs and one answer to each, in writing, by the end of March.
    objective Attend two mutual-help meetings a week and bring one thing heard there to group.
    problem 6 The household still keeps alcohol and has no agreement about it.
    goal I want a house where I don't have to be on guard.
    objective Agree on a written house rule about alcohol with the sibling in family group.
    @ C02
    problem 3 Anxiety most days, with cannabis used to fall asleep and to face work.
    goal I want to sleep without smoking first.
    objective Keep a sleep diary on six of seven nights and go to bed at the same hour.
    objective Use slow breathing once a day and rate tension before and after.
    goal I want to stop cancelling on people because I'm scared.
    objective Keep one planned meeting a week that anxiety would have cancelled.
    @ C03
    problem 2 Opioid use disorder, stable on buprenorphine since residential care.
    goal I want my medicine to be one boring part of my day.
    objective Take buprenorphine as prescribed on all days and bring questions to the prescriber.
    objective Carry naloxone and show one person at home how it is used.
    problem 6 Housing after the sober house ends in May is open.
    goal I want my own key again.
    objective File two housing applications and keep the appointment with the case manager.
    @ C04
    problem 3 Drinking alone after the late shift; shame keeps it hidden.
    goal I want to be the one my kids call, not the one they worry about.
    objective Tell one trusted person each week how the week really went.
    objective Write down the thought that comes before a craving, four times a week.
    problem 6 Mornings collide: school, childcare and group begin at the same hour.
    goal I want mornings that work.
    objective Find a second person for the school run by the end of March.
    @ C05
    problem 4 Stimulant use in the company of old friends; leaves when talk comes close.
    goal I want my daughter back home with me.
    objective Stay to the end of every group for two weeks, asking for a pause where needed.
    objective Delete or block five numbers of people who sell or use.
    goal I want to trust myself with a free evening.
    objective Plan each free evening in writing the day before, three evenings a week.
    @ C06
    problem 4 Cocaine use disorder; came through the court and is undecided about stopping.
    goal I want the court off my back and my job kept.
    objective Attend all scheduled days for two weeks or call before the session.
    objective List what cocaine gives and what it costs, and discuss it in an individual session.
    problem 5 Paydays end in use.
    goal I want to still have money on Monday.
    objective Have wages paid to an account with a second signature by mid March.
    @ C07
    problem 2 Opioid use disorder, on monthly buprenorphine injections.
    goal I want a year without waking up sick.
    objective Keep the monthly injection visit and report side effects in group.
    objective Show two ways to ride out a craving without leaving the room.
    problem 6 Probation asks for proof of attendance, and work hours are unsettled.
    goal I want one full-time job and nobody checking on me.
    objective Apply for three positions and bring the answers to session.
    @ C08
    problem 5 Evenings alone were drinking time for years; acamprosate helps with craving.
    goal I want quiet evenings that don't scare me.
    objective Fill four evenings a week with something planned by Sunday.
    objective Call a sober friend before, not after, an evening turns bad.
    problem 3 Guilt about the years of drinking.
    goal I want to look my husband in the eye.
    objective Prepare one honest talk with the spouse for the family group.
    @ C09
    problem 1 Drinking with liver findings; surgery is planned for March.
    goal I want to come out of the hospital in better shape than I went in.
    objective Tell the surgical team about the alcohol history and about pain medicine.
    objective Have a phone plan for the days after surgery, with two people on it.
    problem 5 Pain and long empty days were the road back to drinking.
    goal I want to be around for my grandchildren.
    objective Practise two ways to bear pain that need no glass, each day before surgery.
    @ C10
    problem 2 Opioid use disorder, first weeks on extended naltrexone.
    goal I want to feel normal by summer.
    objective Keep the naltrexone visit of 27 March and write down side effects.
    objective Attend medication group each week and ask one question there.
    problem 4 Two earlier starts ended in the second week.
    goal I want to finish something for once.
    objective Call the program within the hour when a day is at risk.
    @ C11
    problem 1 Sedatives taken in higher doses than prescribed; a taper with the prescriber began.
    goal I want to sleep without pills and without fear.
    objective Follow the taper as written and report each change of dose.
    objective Keep a fixed hour of waking and no screens in bed for two weeks.
    problem 3 Panic in closed rooms.
    goal I want to stay in a room when my heart races.
    objective Use grounding in the room first, and step out for no more than five minutes.
    @ C12
    problem 5 Drinking at sports evenings; the court ordered treatment.
    goal I want my license and my Saturdays back.
    objective Blow 0.00 at each check and say so beforehand when it would not be.
    objective Leave two drinking events within ten minutes, or stay away, and tell the group.
    problem 4 Says treatment is for the judge; wants to please everyone.
    goal I want to do something because I decided it.
    objective Write a page on what drinking cost this year and read it in session.
    """

  private static let evening = """
    @ C13
    problem 5 Drove after drinking twice in a year; drinks when alone on the road.
    goal I want never to be a danger on the road again.
    objective Hand the car key to the spouse on evenings out and write down each one.
    objective Attend one mutual-help meeting in each town of the sales route.
    goal I want people at home to believe me when I call.
    objective Call home at nine each evening on the road for four weeks.
    @ C14
    problem 5 Cocaine on weekends with colleagues, followed by low days.
    goal I want weekends I don't have to recover from.
    objective Say no to three invitations and tell the group how it was said.
    objective Plan Friday from six to midnight in writing, each week.
    problem 3 Low mood after use, with trouble getting to work.
    goal I want my mood to be mine.
    objective Rate mood each evening and compare it with the week before.
    @ C15
    problem 4 Daily cannabis; school is at risk and work hours change weekly.
    goal I want to finish my certificate this year.
    objective Hand in all class work of March, and bring the list to session.
    objective Get a fixed evening off from the employer for group.
    problem 5 Smokes with the people at home.
    goal I want to come home and stay clear-headed.
    objective Spend the first hour at home outside the living room, five days a week.
    @ C16
    problem 5 Alcohol use disorder in early remission; leaving the structure of the program.
    goal I want to stand on my own feet without losing the people here.
    objective Write a relapse-prevention plan for the first month after the program.
    objective Have a home group and a sponsor met in person before 22 March.
    goal I want a plan for the bad days, not only for the good ones.
    objective Rehearse the emergency card with two people named on it.
    @ C17
    problem 4 Stimulants for study and parties; comes late and unslept.
    goal I want to pass my exams without pills.
    objective Arrive on time at all groups for two weeks.
    objective Sleep seven hours on five nights a week, kept in a diary.
    problem 6 All friends use.
    goal I want friends who ask how I am.
    objective Join one campus activity without alcohol or pills by April.
    @ C18
    problem 5 Alcohol use disorder; returned to drinking last weekend and came back.
    goal I want to tell the truth sooner.
    objective Tell the counselor within a day when alcohol was used or nearly used.
    objective Attend the next six service days, calling before any absence.
    problem 6 Conflict with the employer about treatment.
    goal I want to keep what is private to myself.
    objective Decide in session who may know what about treatment, in writing.
    @ C19
    problem 1 Long drinking history with nerve damage in the feet.
    goal I want to walk to the harbor and back without pain.
    objective Keep the neurology visit and take thiamine each day.
    objective Walk twenty minutes on five days a week.
    problem 6 Lives alone; days have little in them.
    goal I want to be expected somewhere.
    objective Help at the food pantry one morning a week through April.
    @ C20
    problem 5 Opioid use disorder in early remission, steady on buprenorphine.
    goal I want to keep a year and then stop counting.
    objective Attend aftercare weekly and bring one high-risk moment with its answer.
    objective Keep all prescriber visits and carry naloxone.
    goal I want to work with my hands again.
    objective Finish the upholstery course by June.
    @ C21
    problem 5 Alcohol use disorder in early remission; gives much, rests little.
    goal I want to help others without losing myself.
    objective Limit mentoring to two evenings a week and keep one evening free.
    objective Bring one own difficulty to each women's group.
    problem 3 Grief around the anniversary in April.
    goal I want to get through April sober and not alone.
    objective Plan the anniversary day hour by hour with two people.
    @ C22
    problem 4 Cannabis use disorder in early remission; meetings are missed when life is good.
    goal I want to be done with court for good.
    objective Attend aftercare weekly until the hearing, calling ahead of any absence.
    goal I want to keep my head clear for the apprenticeship.
    objective Name two signs that old habits return and check them each Sunday.
    objective Keep negative tests through May.
    @ C23
    problem 5 Alcohol use disorder in early remission; discharge is planned for 27 March.
    goal I want to leave here with a plan that fits my real week.
    objective Complete the written plan for weekends and work travel before discharge.
    objective Meet the outpatient counselor once before the last day here.
    goal I want to notice trouble before my sister does.
    objective Check own warning signs each Sunday and tell one person the result.
    @ C24
    problem 5 Opioid use disorder with repeated return to use during treatment.
    goal I want to stop before it kills me.
    objective Carry naloxone, never use alone, and call before rather than after.
    objective Begin medicine with the prescriber and keep three visits in a row.
    problem 6 No safe place to live.
    goal I want one door I can close.
    objective Accept the bed in residential care when it comes free.
    """
}
