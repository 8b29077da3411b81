export const modalityEn = {
  joints: 'and but or while',
  moreAfter: '',
  protectionAgainst: 'protection protect measures defence guard alert warning',
  protectionContre: '',
  inTheEnd: 'the at',
  endTo: 'to',
  calls: '',
  supposing: 'would could might will should',
  verbsAfterNoun: 'was were has have had that which who killed left broke',
  deniedThings: 'claim claims which report reports it allegation allegations information',
  deniedObjects: 'it this that the',
  beforeAndAfter: 'before after',
};
