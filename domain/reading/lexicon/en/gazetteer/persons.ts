/** What tells names of people from names of places, without accents. */
export const personsEn = {
  /** The name behind one is a person's, and so is the same name elsewhere in the text. */
  firstNames: `
    aaron abdul abel abraham adam agnes ahmed albert austin brian dennis geoffrey godfrey alex alexis ali alice amani andre angel angela anna anthony
    arthur bernard bertrand bob bruno charles charly christian claude daniel david denis edgar elias emma emmanuel
    eric ernest esther eve felix ferdinand florence francis frank fred gabriel george gerard gilbert gloria grace
    guy hassan henry hubert hugo ibrahim ignace innocent isaac ismael jack jackson james jane jason jesus joel john
    johnny jonas jonathan joseph josephine joshua julie julius justin kennedy kenneth kevin lambert leon leonard
    leopold lewis louis louise lucas mandela marc marcel maria mark martha martin mary matthew maurice max michael
    michel mohamed monique moses moussa nathan nelson noel norbert olive oscar pascal patrick paul pauline peter
    philippe prosper rachel raphael raymond rebecca richard robert roger roland romain rose samuel sandra sarah
    simon sophie steve steven sylvie theo theodore thomas tom tony trump valentin victor vincent vital wagner
    william wilson xavier zoe`,
  /** A name right after one of these belongs to a person or an office: "President Félix", "le colonel Beni". */
  titles: `
    president general colonel major captain lieutenant sergeant commander brigadier marshal minister governor mayor
    spokesman spokesperson spokeswoman deputy senator professor doctor bishop archbishop father pastor pope king
    queen chief judge ambassador analyst activist journalist reporter photographer mr mrs ms miss dr sir lord prince
    princess saint st leader militia warlord`,
  /** "SON of Nasir": a person. */
  kin: 'son sons daughter brother father wife widow',
  /** A name right before one of these speaks: it is a person, or a government called by its capital. */
  speech: `
    said says told added adds declared declares stated states explained warned denied confirmed announced insisted
    accused argued claimed noted replied tweeted wrote thinks believes`,
  /** May stand between the name and such a word: "Kabila A déclaré". */
  auxiliaries: '',
  /** ", A trader," behind a name. */
  indefinite: 'a an',
  /** What a person is, behind such a word: "Austin Goma, a TRADER," is no place. */
  occupations: `
    trader businessman businesswoman merchant shopkeeper singer musician actor actress comedian teacher lecturer student
    pupil doctor nurse engineer lawyer journalist reporter photographer activist farmer herder miner driver mechanic
    soldier policeman policewoman officer guard pastor priest politician lawmaker footballer athlete cook tailor
    fisherman hunter carpenter accountant banker`,
  /** A capitalised word after a name that makes no person of it: "Goma FRIDAY", "Bukavu AIRPORT". */
  followers: `
    airport university hospital prison stadium road route axis bridge port mine mines territory province town city
    village district health central centre center monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december north south east west and to`,
};
