export const rolesEn = {
  /** Who acts stands behind it. */
  by: 'by',
  /** "l'armée A": an auxiliary, not yet a saying. */
  hasAlone: '',
  reflexives: '',
  be: '',
  beforeInfinitives: '',
  /** A clause that begins so has its subject before it. */
  relatives: 'who which that',
  /** Between a word for people and the name of their group: "fighters OF THE M23". */
  joiners: 'of from the movement group armed rebel linked to members affiliated',
  beforeMakers: 'by from of',
  dying: 'died dies die perished',
  losing: 'lost lose',
  againstAndAccusing: 'against from to accuse accuses accused',
  articles: 'the',
  againstAndAccused: 'against from accused accuse to',
  tellersBefore:
    'spokesman spokesperson spokeswoman officer sources source official according commander told denied',
  accordingTo: 'according',
  tellersAfter: 'officer officers spokesman spokesperson source sources denied denies chief commander',
  have: 'has have',
  perfectInfinitives: '',
  ownDeedLeads: 'to it they',
  perfect: 'have had',
  beforeAndAfter: 'before after',
  sharedSubject: 'being having',
  /** "Russian TROOPS": the word beside the adjective in the name of an army, without accents. */
  troops: 'troops army soldiers forces',
  /** What a foreign army is named by: "Russian ATTACKS". */
  deeds: 'attack attacks raid raids fire bombing bombings bombardment uav uavs gunfire',
  /** What an army is named by in their stead: "Russian DRONES". */
  weapons:
    'drone drones missile missiles strike strikes airstrike airstrikes shelling artillery jet jets warplane warplanes bombs',
  claiming:
    'said says claimed claims announced announces reported declared stated confirmed declares confirms',
};
