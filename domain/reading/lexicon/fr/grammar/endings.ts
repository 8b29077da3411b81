export const endingsFr = {
  plurals: 's x',
  adverbs: '...ment',
  nouns: '',
  pasts: '',
  futures: '...era .eront ...ira .iront ...dra .dront ...tra .tront',
  participles: 'é és ée ées is ise it u us ert',
  peoples: '',
  adjectives: `
    ais aise aises ien iens ienne iennes ain ains aine aines ois oise oises bleu bleus locaux armes nigerian
    nigerians`,
};
