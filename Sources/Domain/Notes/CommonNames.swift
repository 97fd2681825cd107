// Data table.

/// Names that are words as well: a note may say "will" and "hope" without meaning anybody.
enum CommonNames {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether it stands in a name's place and is nobody's name: a title, kin, a particle.
  static func isNobody(_ word: String) -> Bool { nobody.contains(word) }

  private static let nobody: Set<String> = Set(
    """
    and aunt aunty brother cousin dad daddy daughter de del der di doctor dr father friend \
    grandfather grandma grandmother grandpa granny home house husband ii iii jr la le mama miss mom \
    mommy mother mr mrs ms mum neighbor nephew niece nurse of officer parent partner pastor probation \
    sister son spouse sponsor sr the uncle und van von wife zu
    """.split(separator: " ").map(String.init)
  )

  private static let words: Set<String> = Set(
    """
    amber angel april art august autumn baker banks bass bay beau bell bill bird bishop black bliss \
    blue boone booth brand bright brook brooks brown bud buck bush butler carpenter case cash chance \
    chase christian church clay cliff cole cook coral cotton crane crystal dale dawn day dean destiny \
    drew drum duke earl east ebony eve faith fern field fields finch fisher flood flowers ford forest \
    foster fox frank frost gene ginger glen golden good grace grant gray green grey guy hall hand hardy \
    harmony hazel heath heaven henna hill holly honor hope house hunt hunter ivory ivy jack jade jay \
    jean jewel job jordan journey joy judge june justice king lake lamb lane law lee liberty light \
    lily little long love major march marina mark marsh mason may mercy miles miller moon moore morning \
    moss noble north oak olive page paige park parker parks patience pearl penny peace pepper piper \
    poppy potter powers precious price prince prudence queen rain ray reed rich ridge ring river rivers \
    rob robin rock rod rose rowan ruby rush rusty sage sailor sandy savage scarlet serenity sharp \
    shepherd short silver sky skip small snow sonny south spring star stone storm story strong sue \
    summer sunny swan taylor terry tiger tin trinity trip true turner valentine violet walker ward \
    a am an as at be by do go he ho in is it me my no on or see so then to too up us we \
    warren waters weaver webb wells west white wild will willow winter wise wolf wood woods wren young
    """.split(separator: " ").map(String.init)
  )
}
