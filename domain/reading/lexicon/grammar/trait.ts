/** How a language builds what its words alone do not tell. */
export type Traits = {
  /**
   * How its verbs are read: `english` by helping words ("did not take", "was taken by"), `romance` by "to have" and "to
   * be" with a participle that agrees ("ont pris", "ont été prises").
   */
  verbs: 'english' | 'romance';
  /** "LAST week" or "la semaine DERNIÈRE": where the word stands that says which unit of time is meant; "la PASADA semana" or "la semana PASADA". */
  unitShifts: 'before' | 'behind' | 'either';
  /** "Congolese soldiers": adjectives stand before what they describe. */
  adjectivesFirst: boolean;
  /** "Murieron CUATRO SOLDADOS": a subject may stand right behind its verb, or nowhere. */
  subjectsBehind: boolean;
  /** "on Monday in March": names of days and months have a capital. */
  capitalDays: boolean;
  /** "March 14": a day may stand behind its month. */
  dayBehindMonth: boolean;
};
