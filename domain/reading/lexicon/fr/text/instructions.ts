export const instructionsFr = {
  determiners: '',
  orders: `
    ignorez oubliez imaginez supposez dites écrivez signalez notez rapportez ajoutez répondez répétez
    enregistrez classez inscrivez veuillez considérez produisez créez faites indiquez mentionnez retenez`,
  orNouns: '',
};
