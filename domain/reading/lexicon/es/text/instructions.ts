export const instructionsEs = {
  determiners: '',
  orders: `
    ignora ignore ignoren olvida olvide imagina imagine supón suponga escribe escriba anota anote añade añada agrega
    agregue responde responda repite repita registra registre clasifica clasifique considera considere inventa invente
    menciona mencione guarda guarde genera genere`,
  orNouns: '',
};
