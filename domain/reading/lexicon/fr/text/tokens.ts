export const tokensFr = {
  elided: 'l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu entr aujourd',
  possessives: '',
  withApostrophe: "aujourd'hui",
  ordinals: 'er re ere e eme nde',
  units: 'km m kg g t h ha cm mm min mn mw gmt',
  hours: 'h',
};
