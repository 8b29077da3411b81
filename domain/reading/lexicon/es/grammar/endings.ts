export const endingsEs = {
  plurals: 's',
  adverbs: '...mente',
  nouns: '',
  pasts: '...aron ..ieron ...eron',
  futures: '...rá ...rán',
  participles: 'ado ada ados adas ido ida idos idas erto erta ertos ertas isto echo',
  peoples: '',
  adjectives: `
    ano ana anos anas ense enses ino inos ina inas eno enos ena enas uano uanos ivo ivos armado armados armadas
    ilegales informales artesanales indigena indigenas civiles sociales menores`,
};
