export const sentencesEn = {
  /** Words whose full stop does not end a sentence, whatever follows. Lower case, without the stop. */
  abbreviations: `
    gen col lt lieut maj capt cpt cap cmdr brig sgt adm comdt mr mrs ms dr prof rev hon sen rep gov st mt ft
    vs cf approx tel fig ibid e.g i.e n.b op ph sec messrs supt insp atty amb`,
  /** The same, but only with a capital: "M. Kabila", "Me Katende", not "30 m. Then". */
  capitalAbbreviations: 'pres ing hon fr sr',
  /** No sentence ends here when a number follows: "No. 5", "art. 3", "Feb. 14". */
  abbreviationsBeforeNumbers: `
    no nos p pp vol res jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    sat sun`,
  /** Words that begin a sentence and hardly ever go on with a name: after "U.S." or "a.m." they tell the two apart. */
  starters: `
    the a an he she it they we i you this that these those there in on at but and for from by after before
    as when while if its his her their our two three some many most no not both since according however`,
  /** A sentence may begin with these and an apostrophe, as written: "L'armée". */
  elidedStarters: '',
  /** Capitals that are no town: "FARDC - ", "M23 - ". */
  noTowns: `
    FARDC MONUSCO DRC RDF ADF CODECO WAZALENDO UN USA EU AFC FDLR CENI OCHA UNHCR ICC SADC EAC URGENT
    EXCLUSIVE VIDEO FLASH BREAKING UPDATE LIVE`,
};
