/** How words and numbers are told apart from what is written together with them. */
export const tokensEn = {
  /** Before an apostrophe these are words by themselves: "L'armée". */
  elided: '',
  /** Behind an apostrophe: "the army'S". */
  possessives: 's',
  /** Words with an apostrophe in them. */
  withApostrophe: '',
  /** Behind the digits of an ordinal: "19TH". */
  ordinals: 'st nd rd th',
  /** Written together with a number they are words of their own: "5KM". */
  units: 'km m kg g t ha cm mm min am pm mw gmt',
  /** Between the hours and minutes of a time: "14H30". */
  hours: '',
};
