export const topicsEn = {
  /** What a company stops or takes up again. */
  operation: `
    operation operations mining production work works working activity activities extraction processing
    camp shaft shafts plant mine wells mines quarry smelter drilling exploration output site`,
  /** What makes it a mine's operation, somewhere near. */
  mine: `
    mine mines mining miner miners quarry ruby rubies gemstone pit pits ore concentrate smelter tin gold
    alluvial shaft shafts colliery concession coltan cobalt copper cassiterite tantalum diamond diamonds lithium graphite uranium oil oilfield wells
    field cooperative cooperatives`,
  staff: `
    staff employee employees worker workers personnel people crew crews engineers technicians contractors
    expatriates team teams miners site mine`,
  route: `
    road roads route routes highway border borders post posts crossing crossings bridge axis traffic
    checkpoint frontier corridor`,
  /** What is looted or burnt. */
  property: `
    house houses home homes hut huts shop shops store stores warehouse warehouses market markets church
    school schools hospital clinic pharmacy pharmacies village villages vehicle vehicles truck trucks
    motorcycle motorcycles cattle livestock food goods property depot depots office offices embassy shelters
    prison jail goats station stations post posts centre center gold bullion ingots minerals cows crops belongings
    machines machinery equipment stalls kiosk kiosks supplies medicine medicines stocks bus buses car cars
    buildings drugs mattresses granaries harvest`,
  /** Who or what is attacked when armed men fight armed men. */
  military: `
    position positions base bases camp barracks garrison checkpoint patrol outpost soldiers troops army
    military police soldier policeman policemen officers rebels militants insurgents militiamen fighters
    convoy post drone airport unit infantry recruits recruit battalion brigade regiment garrisons patrols outposts checkpoints`,
  /** Who is attacked when civilians are. */
  civilian: `
    priest priests nun nuns pastor imam teacher teachers nurse nurses doctor doctors journalist journalists
    trader chief chiefs driver drivers engineer engineers worker workers humanitarian humanitarians
    volunteer volunteers youth youths boy boys girl girls woman child student students pupils herder herders
    farmer fisherman fishermen merchant merchants councillor lawyer activist activists employee employees
    guard guards national nationals expatriate expatriates staff civilians civilian villagers village
    villages residents people displaced church market school hospital passengers farmers miners women
    children worshippers travellers traders bus buses truck trucks vehicle vehicles motorists mourners
    wedding funeral camp site clinic monastery parish hamlet house houses home homes prison`,
  /** Accidents, nature and disease: what they kill, close and stop is no conflict event. */
  accident: `
    landslide landslides landslip mudslide mudslides collapse collapsed collapses collapsing cave caved
    accident accidents accidental accidentally crash crashed capsized capsize flood floods flooding flooded
    sank drowned drowning earthquake eruption volcano volcanic lightning wildfire cholera ebola measles
    epidemic mpox outbreak stampede crush electrocuted suffocated asphyxiated asphyxiation heatwave
    avalanche crocodile hippopotamus elephant poisoning fog derailed derailment boiler overturned storm
    rains rain rockfall subsidence shipwreck malaria famine methane firedamp`,
  /** An explosion of these is no attack. */
  bursting: 'tanker cylinder cylinders fireworks transformer pipeline furnace kiln blasting',
  /** A road is shut for these without a conflict. */
  peacefulClosure: `
    holiday holidays maintenance repair repairs works weather fog renovation upgrade exam exams election
    elections marathon`,
  /** What stands at a place and is taken in its stead: "the palace in Khartoum". */
  installation: `
    palace airport airstrip airbase base bases camp camps barracks garrison headquarters post posts position
    positions hill hills heights bridge prison station parliament ministry district districts neighbourhood
    neighbourhoods neighborhood neighborhoods suburb suburbs quarter part parts half border checkpoint
    refinery dam port town towns village villages mine mines`,
  /** Labour disputes and business: what they stop is no conflict event. */
  labour: `
    wage wages pay salary salaries strike strikes union unions unpaid bonus overhaul quota quotas price
    prices royalties licence license permit tax taxes`,
  /** Who helps and decides for itself where to go. */
  aid: 'aid agencies ngo ngos humanitarian',
  sport: `
    football footballer footballers match matches goal goals penalty coach semi semifinal semifinals
    quarterfinal league striker midfielder defender equaliser equalizer referee championship tournament cup
    scored kickoff basketball rugby handball athletics olympic olympics fans supporters derby goalkeeper
    stadium goalless medal team teams season win final player players fixture game games hosts halftime`,
  /** Prices, shares and metals: a report of these has few fights but many of their words. */
  market: `
    price prices market markets traders brokers broker analyst analysts funds shares shareholders rally rallied futures
    tonne tonnes stocks index quarter dividend investors bulls bears shorts exchange barrel ounce demand supply earnings`,
  /** Words of real fighting: a report that has more of sport than of these is about a match. */
  armed: `
    rebels rebel soldiers army troops militia militants insurgents gunmen gunfire shelling killed wounded
    displaced military fighters armed massacre`,
  /** What people are killed with, and in what. */
  means: `
    attack attacks attacked clash clashes fighting shelling shot shots gunfire bullets bullet raid ambush
    machete machetes bomb bombs massacre massacred executed armed stabbed knives gunmen rebels assailants
    attackers militia militiamen jihadists bandits hacked slaughtered beheaded drone`,
  protest: `
    protest protests protesters demonstrators demonstration demonstrations march marchers rally sit
    demonstrated protested marched`,
};
