export const placesEn = {
  to: 'to',
  /** "ACCORDING to Kigali". */
  accordingBeforeTo: 'according',
  /** Right before a verb no relative clause. */
  weakRelatives: 'that',
  and: 'and',
  /** Before two places. */
  between: 'between',
  /** "THE Rubaya mine". */
  beforeNamedPlace: 'the its their',
  /** "VILLAGE Kibati". */
  beforeBareName: 'village',
  loyalTo: 'close loyal',
  armedGroups: 'group groups militia militias movement movements',
  backedOrBased: 'backed based led born',
  cameFrom: 'came rode',
  have: 'have has had',
  aOnt: '',
  statements: 'according release statement update post point',
  accordingTo: '',
  speaking:
    'said says denied denies accused accuses accuse rejects rejected confirmed announced blamed blames insists calls called',
  /** "X, IN Y territory". */
  inAreas: 'in of',
  pronouns: 'it there',
  definite: 'the this that',
  relatives: 'which that',
  of: 'of',
  beforeQuarter: 'of and',
  isSituated: 'is lies lie located situated',
  afterNamedPlace: 'site camp village mine bridge hospital market complex project deposit town island area',
  /** "SAID in Bunia", "TOLD reporters in Bunia". */
  spoke:
    'said told announced declared stated confirmed speaking tweeted read issued reached contacted interviewed',
  /** Between "told" and "in". */
  toldWhom: 'reporters journalists a news conference press briefing the on',
  /** "LEFT on Saturday FOR Pinga". */
  departs: 'left leave leaves leaving departed headed heading set fled',
  bound: 'for',
  speakers: `
    spokesman spokesperson spokeswoman correspondent reporter doctor surgeon hospital official officials
    governor mayor administrator activist monitors monitor resident teacher office base embassy
    headquartered based bishop priest professor analyst ministry minister summit`,
  motions: `
    toward towards to from fled fleeing displaced route bound heading advancing reach reached linking
    reliant leading kilometres kilometers km miles`,
  sayers: 'source sources told said speaking tweeted phoned telephone phone contacted reached',
  objectEnds: `
    in at on after from near during by with as since when while that who which before following amid despite
    where killing until because although though against for`,
  joints: `
    and or the of town towns village villages city locality localities center area areas both as well nearby
    then later mining hub key strategic border hamlet hamlets`,
  /** What stands for a place without its name: "the town", "several positions". */
  ground: `
    town towns village villages city locality localities territory territories area areas position positions
    base bases camp camps hub mine mines hill hills airport airstrip bridge post barracks outpost outposts
    headquarters capital it there site sites ground settlement settlements stronghold strongholds junction
    governorate heights`,
  towns: 'town city village locality mine site area it there',
  prepositions: `
    after before since in near at on from to towards toward around outside of within under over between`,
  namers: `
    town village city locality centre capital hub commune site airport mine mines base camp
    port post prison fishery island barracks garrison hamlet settlement junction`,
  quarters: `
    commune communes neighbourhood neighbourhoods neighborhood neighborhoods suburb suburbs market avenue
    borough boroughs`,
  settlements: 'village town site camp locality place settlement hamlet mine community',
  locatives: 'in at near outside around',
  /** Between an attack and the place that it was made on. */
  ontoPlaces: 'on upon against from of',
  /** Behind a name: it is that of an area. */
  areas: 'state province district township county territory region area governorate department',
  linking: 'of',
  classes: `
    village town city district locality hamlet settlement camp site mine base position positions post outpost island academy barracks church port
    airport outskirts edge hospital market commune sector municipality suburb villages towns settlements localities districts camps hinterland hinterlands vicinity area area valley forest station plain cooperative`,
  /** Words with a capital that are no places. */
  noPlaces: `
    parliament congress senate christmas easter africa europe asia islam god church ramadan university
    office republic president north south east west northern southern eastern western central internet
    twitter facebook telegram nations united world sahel state ministry national union lake lac river mount
    general human security great catholic january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday christian muslim
    english french swahili the this these that those its his her their school secondary primary company limited bank least most feb arabic persian raid raids attack attacks operation operations coordinated across fresh leave leaves street avenue hotel`,
};
