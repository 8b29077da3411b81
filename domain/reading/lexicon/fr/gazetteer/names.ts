export const namesFr = {
  ordinary: `
    ailleurs ainsi alors ancien annee ans apres armee attaque au aucun aujourd'hui aussi autant autour autre autres aux
    avant avec avoir beaucoup bien bon bonne camp car ce ceci cela celle celui centre ces cet cette chaque chef chez
    cinq comme comment commune contre cote dans de debut deja demain depuis des deux devant dieu dix dont droit du
    eau eglise elle elles en encore enfin ensuite entre est et etat etre eux face fait femme fille fils fin fois
    force forces fort front grand grande groupe guerre gouvernement haut heure hier homme hors huit ici il ils
    jamais je jeudi jeune jour jusque la le les leur leurs lors lorsque lui lundi madame mai maintenant mais maison
    mal mardi mars matin meme mercredi mere mes midi mieux milieu mille militaire militaires mine mines mission moi
    moins mois mon monde monsieur mort ne neuf ni noir nombre non nord nos notre nous nouveau nouvelle nuit on or ou
    ouest oui par parc pars parmi part pas pays pendant pere personne peu peuple plan plus plusieurs point police
    pont port pour pourtant pres presque president puis quand quatre que quel quelque quelques qui quoi radio
    rebelles reste rien route rue sa sans se selon semaine sept ses si six soir soldats son sont sous sud sur ta
    tant te tel temps terre toi ton toujours tous tout toute toutes tres trois tu un une vendredi vers vie village
    ville villes vingt vivre voici voila voir vos votre vous vrai samedi dimanche janvier fevrier avril juin juillet
    aout septembre octobre novembre decembre paques`,
  businesses: `
    investissement investissements commerce negoce compagnie societe sarl sa sprl sas groupe banque transport
    transports logistique distribution assurances services industries`,
  houses: `
    societe entreprise compagnie firme banque bar cafe hotel restaurant boutique magasin bistrot boulangerie rue avenue
    boulevard`,
  company: 'ressources sa sarl sas groupe societe',
};
