/** Who says so, by the general word that is shown for it: alternatives of regular expressions. */
export const speakersEn = {
  'security sources': ['security sources?'],
  'local sources': ['local sources?'],
  'civil society': ['civil society'],
  witnesses: ['witnesses', 'eyewitnesses'],
  residents: ['residents'],
  'the army': ['the army said', 'army spokes(?:man|person|woman)', 'an officer', 'military sources?'],
  'the rebels': ['rebel spokes(?:man|person)', 'the rebels said', 'M23 (?:spokesman|said)'],
  'the United Nations': ['United Nations', 'UN (?:sources?|mission)', 'MONUSCO', 'OCHA'],
  'the company': ['the company said', 'said the company'],
  officials: ['officials', 'authorities', 'administrator', 'governor', 'mayor'],
  'humanitarian sources': ['humanitarian (?:sources?|workers)', 'aid workers'],
  'medical sources': ['(?:hospital|medical) sources?'],
};
