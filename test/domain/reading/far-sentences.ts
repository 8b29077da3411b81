import type { Language } from '../../../domain/reading/text/text.ts';

/** Sentences about countries without mining sites that are watched; names in them are also those of places near some. */
const english = `
Four people were killed in Israeli shelling of southern Lebanon on Saturday.
An Israeli drone struck a car in Nabatieh on Friday, killing two.
Israeli jets hit a depot near Baalbek, Lebanon's state news agency said on Sunday.
Gunmen killed a guard at a Canadian embassy in Port-au-Prince on Saturday.
A Rwandan student was stabbed to death in Lyon, in France, on Friday.
Two Congolese brothers were shot dead in Brussels, Belgium, on Saturday.
A Burmese cook was beaten to death by a mob in Bangkok on Saturday.
Police in Kerala, India, said attackers killed four people in Beni Nagar on Sunday.
Gunmen attacked a bus in Mombasa, Kenya, on Saturday, killing six.
Bandits killed nine villagers in Baringo, in Kenya, on Friday.
Rioters burned shops in Durban, South Africa, on Saturday.
A car bomb killed twelve people in Mogadishu on Saturday.
Al-Shabab fighters overran a base near Kismayo in southern Somalia on Friday.
Houthi fighters shelled Taiz in Yemen on Saturday, killing three.
A suicide bomber killed eight people in Baghdad's Sadr City on Saturday.
Islamic State gunmen ambushed an army patrol near Kirkuk, Iraq, on Sunday.
Turkish drones struck a village near Dohuk in northern Iraq on Saturday.
Clashes broke out in Aleppo, Syria, on Saturday between two factions.
An air strike hit Idlib in Syria on Sunday, killing five civilians.
Gunmen opened fire in a bar in Guayaquil, Ecuador, on Saturday, killing eight.
A prison riot in Esmeraldas, in Ecuador, left seventeen dead on Thursday.
Hitmen killed the mayor of Uruapan in Michoacán, Mexico, on Saturday.
Gunmen attacked a ranch in Culiacán, Mexico, on Friday, killing four.
Militiamen killed two police officers in Rio de Janeiro, Brazil, on Saturday.
Illegal miners attacked a Yanomami village in Roraima, Brazil, on Sunday.
Protesters clashed with police in Jakarta, Indonesia, on Saturday.
Separatists killed two soldiers in Intan Jaya, in Indonesia's Papua, on Saturday.
Tribal fighting killed 26 people in Enga, Papua New Guinea, on Sunday.
In Papua New Guinea's Bulolo area gunmen killed three miners on Saturday.
Insurgents shot dead three teachers in Narathiwat, Thailand, on Saturday.
Cambodian troops shelled a village in Sisaket, Thailand, on Friday.
Maoists ambushed a patrol in Sukma, in India's Chhattisgarh, on Saturday.
Militants attacked a camp in Pahalgam, in Indian Kashmir, on Tuesday, killing 26.
A mob burned houses in Dhaka, Bangladesh, on Saturday.
Rohingya gunmen killed a camp leader in Cox's Bazar, Bangladesh, on Saturday.
A bomb killed four people in Colombo, in Sri Lanka, on Saturday.
Gunmen killed two people in Kumanovo, in North Macedonia, on Saturday.
A bomb went off in Athens, in Greece, on Saturday; a Colombian was hurt.
Two people were shot dead in Marseille, in France, on Saturday in a war of drug gangs.
Knifeman attacks passers-by in Solingen, Germany, killing three on Friday.
Rioters attacked a hotel in Rotherham, England, on Sunday.
A gunman killed five people in Columbia, in the United States, on Saturday.
A gunman killed ten people in Buffalo, in the United States, on Saturday.
Robbers killed a jeweller in Lima, Ohio, on Saturday.
Gunmen killed two in Peru, Indiana, in the United States on Saturday.
A shooting in Memphis, in the United States, left three dead on Friday.
Attackers set fire to a church in Santiago, in Chile's south, on Saturday, and Mapuche groups denied it.
Police shot dead two protesters in Dakar, Senegal, on Saturday.
Casamance rebels attacked a village near Bignona in Senegal on Friday.
Rioters looted shops in Conakry, Guinea, on Saturday.
Soldiers fired on protesters in Conakry, Guinean police sources said on Sunday.
Farmers and herders fought near Tamale in Ghana on Saturday; four died.
Gunmen killed nine people in Walewale, Ghana, on Saturday.
Gunmen attacked an army post near Kpendjal in Togo on Sunday.
Jihadists killed eight soldiers near Kafolo in Ivory Coast on Saturday.
Police shot dead three people in Luanda, Angola, on Saturday.
Rebels attacked Kilwa in Tanzania on Saturday, killing two policemen.
Gunmen attacked a market in Mtwara, Tanzania, on Saturday.
Police in Lusaka, Zambia, shot dead two protesters on Saturday.
A mob killed two men in Lilongwe, Malawi, on Saturday.
Gunmen killed four people in Harare, Zimbabwe, on Saturday.
Raiders killed eleven people in Moyale, Kenya, on Saturday.
Cattle raiders killed four people in Lodwar, in Kenya's Turkana, on Friday.
Libyan militias fought in Tripoli on Saturday; six people were killed.
Shelling hit Misrata in Libya on Saturday.
Algerian soldiers killed three militants near Tamanrasset in Algeria on Friday.
A bomb killed two policemen in Tunis, Tunisia, on Saturday.
Egyptian troops killed four gunmen near Arish in Egypt on Saturday.
Azerbaijani forces shelled a village near Goris, Armenia, on Saturday.
Georgian police beat protesters in Tbilisi on Saturday.
Gunmen shot dead a priest in Derbent, in Dagestan, Russia, on Sunday.
An explosion killed two people in Kazan, Russia, on Saturday.
Kyrgyz and Tajik border guards exchanged fire near Batken in Kyrgyzstan on Friday.
Iranian guards killed two porters near Baneh in Iran on Saturday.
Gunmen attacked a police post in Iranshahr, Iran, on Saturday.
Saudi border guards shelled Saada in Yemen on Sunday.
Shakhtar Donetsk were ambushed in Munich on Saturday and Bayern killed the game off early.
Atlético Nacional fans fought with police in Montevideo, Uruguay, on Saturday.
Two students of the University of Goma were attacked in Nairobi, Kenya, on Saturday.
A professor of Kharkiv University was shot dead in Vienna, Austria, on Friday.
Vandals attacked a restaurant known for chicken Kiev in Prague, Czechia, on Saturday.
A Peking duck restaurant in Toronto, Canada, was firebombed on Saturday.
Robbers shot a guard outside the Bamako nightclub in Madrid, Spain, on Saturday.
Gunmen killed a man in the Havana Club bar in Kingston, Jamaica, on Saturday.
Gunmen killed five people in Chaguanas, in Trinidad, on Saturday.
Gang members shot dead seven people in Kenscoff, Haiti, on Saturday.
Gunmen killed three people in San Pedro Sula, Honduras, on Saturday.
Police in Tegucigalpa said gunmen killed nine people in Olancho, Honduras, on Saturday.`;

const french = `
Quatre personnes ont été tuées samedi dans un bombardement israélien au Liban.
Des avions israéliens ont frappé samedi un dépôt près de Baalbek, au Liban.
Un étudiant congolais a été tué à coups de couteau vendredi à Lille, en France.
Des hommes armés ont tué samedi trois orpailleurs à Kilwa, en Tanzanie.
Des affrontements ont fait neuf morts samedi à Tripoli, en Libye.
Des rebelles ont attaqué samedi un village près de Bignona, au Sénégal.
La police a tué deux manifestants samedi à Conakry, en Guinée.
Des bandits ont tué six éleveurs samedi à Natitingou, au Bénin.
Des hommes armés ont attaqué dimanche un poste près de Sokodé, au Togo.
Une bombe a tué douze personnes samedi à Mogadiscio, en Somalie.
Des gangs ont tué quarante personnes dimanche à Pont-Sondé, en Haïti.
Des émeutiers ont pillé des magasins samedi à Nouméa, en Nouvelle-Calédonie.
Des hommes armés ont tué quatre personnes samedi à Marseille, en France.
Un attentat a fait cinq morts samedi à Kirkouk, en Irak.
Des tirs ont fait deux morts samedi au restaurant Le Bukavu à Bruxelles, en Belgique.`;

function linesOf(text: string, language: Language): { language: Language; text: string }[] {
  return text
    .trim()
    .split('\n')
    .map((line) => ({ language, text: line }));
}

export const farSentences = [...linesOf(english, 'en'), ...linesOf(french, 'fr')];
