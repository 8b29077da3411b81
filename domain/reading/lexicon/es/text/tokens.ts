export const tokensEs = {
  elided: '',
  possessives: '',
  withApostrophe: '',
  ordinals: 'o er ro ra do da ta',
  units: 'km m kg g t h ha cm mm min am pm mw gmt',
  hours: '',
};
