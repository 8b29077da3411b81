import { describe, expect, it } from 'vitest';
import { told } from './support.ts';

// What did not happen, or not now. The texts are dated Thursday, 20 March 2025.

const english = {
  'a negation': [
    'The rebels did not enter Goma on Tuesday, residents said.',
    'M23 fighters have not taken Walikale, the governor said on Wednesday.',
    'There was no fighting in Mubi on Wednesday.',
    'No clashes were reported around Sake on Monday.',
    'The insurgents failed to capture Beni on Tuesday.',
    'Goma never fell, the mayor of the town said on Wednesday.',
    'Neither the army nor the rebels attacked Pinga this week, witnesses said.',
  ],
  'a denial': [
    'Rwanda denied on Tuesday that its soldiers had entered Bukavu.',
    'The army dismissed reports that M23 had captured Walikale on Wednesday.',
    'M23 rejected claims that its fighters killed civilians in Kishishe this week.',
    'Rumours that rebels had entered Butembo on Monday are false, the mayor said.',
  ],
  'a plan or a threat': [
    'M23 threatened on Monday to take Uvira.',
    'The rebels plan to attack Kisangani next month.',
    'The army vowed to recapture Goma.',
    'The group has promised to withdraw from Walikale.',
    'Alphamin said it would resume operations at the Bisie mine once it is safe.',
    'The company may suspend operations at the Bisie mine.',
    'Fighters are preparing to storm Butembo, a security source said on Tuesday.',
  ],
  'a call or a wish': [
    'The Security Council called on M23 to withdraw from Goma.',
    'The bishop urged the militias to stop attacking villages near Bunia.',
    'The president demanded that the rebels leave Bukavu.',
    'Civil society asked the army to retake Masisi.',
  ],
  'a warning or a fear': [
    'Residents of Butembo fear an attack by the rebels.',
    'The advance raises fears of fighting in Uvira.',
    'The UN warned of a risk of clashes in Bunia.',
    'Analysts say clashes could break out in Kisangani.',
  ],
  'a supposition or a question': [
    'If the rebels take Uvira, the road to Burundi will be cut.',
    'Will M23 attack Kisangani?',
    'An attack on Kindu would change the war.',
  ],
  'old background': [
    'M23 seized Goma in 2012 and left after ten days.',
    'The ADF killed hundreds of people around Beni in 2014.',
    'In August 2010 rebels raped several hundred women near Walikale.',
    'Militiamen attacked the camp at Bule three years ago.',
    'The group has waged an offensive in North Kivu for years.',
  ],
  'a habit or a general statement': [
    'CODECO regularly attacks villages around Djugu.',
    'The ADF often ambush vehicles on the road near Eringeti.',
    'M23 is one of dozens of armed groups in the east of the country.',
    'Attacks on villages are frequent around Beni.',
  ],
  'a court, an exercise or a commemoration': [
    'A court in Bunia convicted two militiamen of killing villagers at Djugu.',
    'Soldiers attacked a mock village near Goma during an exercise on Tuesday.',
    'Kasika remembered on Tuesday the massacre of its people by rebels.',
    'A film about the killing of villagers at Beni was shown in Goma on Tuesday.',
  ],
  'an accident, nature or disease': [
    'A landslide killed 30 diggers at a mine near Rubaya on Tuesday.',
    'At least 20 miners died when a pit collapsed at Rubaya on Monday.',
    'Floods cut the road between Uvira and Baraka on Tuesday.',
    'Cholera killed 12 people in Goma this week.',
    'A fuel truck exploded in an accident near Bukavu on Monday, killing eight.',
    'A boat capsized on Lake Kivu near Minova on Monday; 78 people drowned.',
  ],
  'work, business and politics': [
    'Workers at the Bisie mine went on strike over pay on Tuesday and stopped production.',
    'The price of tin fell sharply on Tuesday after the news from Walikale.',
    'The European Union imposed sanctions on commanders of M23 on Monday.',
    'Presidents of Congo and Rwanda held talks in Doha on Tuesday.',
    'The candidate launched an attack on his rival in Kisangani on Tuesday.',
    'Police arrested three suspected rebels in Goma on Tuesday.',
    'The army killed off hopes of a quick deal on Tuesday.',
  ],
  sport: [
    'The football match in Goma was a clash of two strong teams; the striker attacked and scored two goals on Tuesday.',
    'Leopards captured the cup in Kinshasa on Tuesday after a fierce battle in the final; the coach praised his defenders.',
  ],
};

const french = {
  'a negation': [
    'Les rebelles ne sont pas entrés à Goma mardi, selon des habitants.',
    "Le M23 n'a pas pris Walikale, a assuré le gouverneur mercredi.",
    "Aucun affrontement n'a été signalé à Mubi mercredi.",
    "Il n'y a pas eu de combats à Sake lundi.",
    "La ville de Beni n'est pas tombée.",
  ],
  'a denial': [
    'Le Rwanda a démenti mardi que ses soldats soient entrés à Bukavu.',
    "L'armée nie avoir perdu Walikale mercredi.",
    'Le M23 rejette les accusations selon lesquelles ses combattants ont tué des civils à Kishishe cette semaine.',
  ],
  'a plan or a threat': [
    'Le M23 menace de prendre Uvira.',
    "Les rebelles prévoient d'attaquer Kisangani le mois prochain.",
    "L'armée a promis de reprendre Goma.",
    "Le mouvement a annoncé qu'il se retirerait de Walikale.",
    'La société pourrait suspendre ses activités à la mine de Bisie.',
  ],
  'a call or a wish': [
    'Le Conseil de sécurité a exigé lundi que le M23 quitte Goma.',
    "L'évêque appelle les milices à cesser d'attaquer les villages près de Bunia.",
    "La société civile demande à l'armée de reprendre Masisi.",
  ],
  'a warning or a fear': [
    'Les habitants de Butembo craignent une attaque des rebelles.',
    "L'ONU redoute des affrontements à Bunia.",
    'Des combats pourraient éclater à Kisangani, selon un analyste.',
  ],
  'a supposition or a question': [
    'Si les rebelles prennent Uvira, la route du Burundi sera coupée.',
    'Le M23 va-t-il attaquer Kisangani ?',
  ],
  'old background': [
    'Le M23 avait pris Goma en novembre 2012.',
    'Les ADF ont tué des centaines de civils autour de Beni en 2014.',
    'Il y a trois ans, des miliciens avaient attaqué le camp de Bule.',
  ],
  'a habit': [
    'La Codeco attaque régulièrement les villages autour de Djugu.',
    "Le M23 est l'un des nombreux groupes armés actifs dans l'est du pays.",
  ],
  'a court, an exercise or a commemoration': [
    'Le tribunal militaire de Bunia a condamné deux miliciens pour avoir tué des villageois à Djugu.',
    "Une marche en hommage aux victimes du massacre de Beni n'a pas eu lieu mardi.",
  ],
  'an accident, nature or disease': [
    'Un éboulement a tué trente creuseurs dans une mine près de Rubaya mardi.',
    'Le choléra a fait douze morts à Goma cette semaine.',
    'La route entre Uvira et Baraka a été coupée mardi par des inondations.',
  ],
  'work, business and politics': [
    'Les travailleurs de la mine de Bisie ont cessé le travail mardi : ils sont en grève pour leurs salaires.',
    "L'Union européenne a sanctionné lundi des chefs du M23.",
    'Les présidents congolais et rwandais se sont rencontrés mardi à Doha.',
    'La police a arrêté trois rebelles présumés à Goma mardi.',
  ],
};

describe.each([
  ['en', english],
  ['fr', french],
] as const)('no event is read (%s)', (language, texts) => {
  for (const [what, sentences] of Object.entries(texts)) {
    it.each(sentences)(`from ${what}: %s`, (sentence) => {
      expect(told(language, sentence)).toEqual([]);
    });
  }
});
