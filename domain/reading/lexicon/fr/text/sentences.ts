export const sentencesFr = {
  abbreviations: `
    gén gal col lt lieut maj capt cpt cap cdt cmdt sgt adj mr dr dre prof pr hon sen mm mme mlle mmes mgr st
    ste vs cf approx env tél tel av bd fig art ibid p.ex n.b op ph chap`,
  capitalAbbreviations: 'm me p pdt prés gr ing hon ass',
  abbreviationsBeforeNumbers: 'no n° nº art p pp vol par résol sept oct nov janv févr fév avr juil déc',
  starters: `
    le la les l un une des il elle ils elles nous vous ce cet cette ces dans en au aux à mais et pour par
    après avant selon depuis lors son sa ses leur leurs plusieurs deux trois d c qu`,
  elidedStarters: 'L D C J N S A À',
  noTowns: `
    FARDC MONUSCO RDC ONU UE AFC FDLR CENI OCHA OIM HCR CPI SADC EAC URGENT EXCLUSIF VIDEO FLASH DIRECT`,
};
