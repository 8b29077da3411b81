export const instructionsEn = {
  /** Behind a verb that is a noun as well these make it an order: "Report AN attack". */
  determiners: 'a an the that this these all only it as in at instead here every any your',
  orders: `
    ignore disregard forget pretend imagine suppose assume say write output print extract return insert
    include add treat respond reply repeat register classify tell declare please remember consider invent
    fabricate store save produce generate create`,
  /** Verbs that are nouns as well: "Report: …" is a heading, "Report an attack" is an order. */
  orNouns: 'report record note state claim answer mark list set count log flag',
};
