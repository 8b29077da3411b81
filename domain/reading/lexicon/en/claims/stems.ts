/** How words begin, by what they decide; with accents as the rule that asks sees them. */
export const stemsEn = {
  last: '',
  /** Taken BACK. */
  retaken: 'retak retook recaptur regain reclaim liberat',
  /** What an authority does with a licence. */
  ofLicence: 'revok suspend withdr',
  /** "CEASED to": of a habit. */
  ceasing: 'ceas stop',
  /** No company does these to its own operation. */
  ownStop: 'revok force care invo decl',
  /** Of people, abduction; of places, no. */
  snatching: 'seiz captur snatch',
  intercepting: 'intercept',
  carrying: 'carr',
  /** Verbs that say abduction only with "away" and the like. */
  leading: 'tak took carr led lead march bundl whisk drag',
  carting: 'spirit cart',
  burning: 'burn set torch',
  /** Plain looting and burning. */
  looting: 'loot pillag ransack plunder torch raze',
  /** Out of a place, by force. */
  drivenOut: 'driv drove push forc flush chas dislodg expel oust',
  occupied: 'occup reoccup',
  /** "CLEARED of rebels". */
  clearing: 'clear free',
  /** Verbs that name what is left. */
  leaving: 'left leave abandon vacat quit',
  /** They say too little by themselves. */
  hitting: 'target hit stri stru',
  /** Nouns that tell of an act, not of a count. */
  killingNouns: 'kill murder exec behead massacre slay',
  /** Of whatever else one dies, of these one is killed. */
  murdering:
    'gunned hacked massacr behead execut murder slaughter assassin lynch beaten stoned mortally summarily',
  were: '',
  /** "PRIS en otage". */
  taken: '',
  /** "RETROUVÉ sans vie". */
  found: '',
  /** "PERDU la vie". */
  losing: '',
};
