import { wordSets } from '../join-words.ts';

/** Names that no language writes in another way, without accents. */
export const properNames = wordSets({
  /** Heads of state and leaders whose names stand alone in the news, and are villages as well. */
  leaders: `
    tshisekedi kagame kabila katumbi museveni ruto ndayishimiye nangaa makenga bisimwa ntaganda kanyuka fayulu bemba
    muyaya suminwa mobutu lumumba nkunda kamerhe mbusa sheka guidon mukwege kenyatta nkurunziza habyarimana samia
    hassan traore tinubu hemedti hemeti burhan kiir machar touadera goita tiani deby maduro petro macron guterres
    keita lacroix`,
  /** What stands before the name of a militia: "Mai-Mai Yakutumba", "Raia Mutomboki". */
  militias: 'mai maimai mayi raia raiya nyatura apcls codeco ndc upc fdlr bakata',
  /** First words of longer names, as written: "EL Fasher", "SAN Vicente". */
  beginnings: 'El Al La Las Los San Le Bou Um Ad Da',
  /** Names of small places that mostly stand for something else: agencies, organisations, forms of address. */
  noPlaces: `
    mach bor lima maco afp reuters ap bbc rfi onu un eu ue usa us uk au ap acp apa who oms msf unicef ocha hcr mama
    papa bana baba mwami mzee`,
});
