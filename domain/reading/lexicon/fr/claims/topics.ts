export const topicsFr = {
  operation: `
    opération opérations exploitation production travail travaux activité activités extraction usine mine
    mines carrière forage`,
  mine: `
    mine mines cobalt graphite aurifère aurifères minière minier miniers minières carrière creuseurs
    orpaillage or étain cuivre cassitérite tantale diamant minerai concentré exploitant
    coopérative coopératives pétrole pétrolier pétrolière pétroliers pétrolières`,
  staff: `
    personnel employé employés travailleurs travailleur agents équipes équipe expatriés ouvriers
    collaborateurs salariés`,
  route: `
    routes axe axes frontière frontières poste frontalier frontaliers frontalière pont tronçon trafic
    circulation postes rn2 rn4 rn1 rn5 nationale corridor`,
  property: `
    prison prisons centre lingots minerais maison maisons case cases habitation habitations boutique boutiques magasin
    magasins entrepôt entrepôts dépôt dépôts marché église école écoles hôpital pharmacie pharmacies village
    villages véhicule véhicules camion camions moto motos bétail vaches chèvres vivres biens médicaments
    bureaux commissariat commissariats poste postes mairie bus taxis ambassade ambassades structures
    sanitaires engins matériel abris champs récoltes stocks commerces bâtiments kiosques tonnes structure matelas`,
  military: `
    base camp caserne garnison patrouille poste soldats militaires armée policiers militaire policier
    rebelles miliciens combattants insurgés djihadistes terroristes assaillants convoi détachement unité recrues bataillon brigade régiment camps bases casernes garnisons patrouilles détachements commissariat`,
  civilian: `
    prêtre prêtres pasteur imam enseignant enseignants infirmier infirmière médecin médecins journaliste
    journalistes commerçant commerçante chef chefs chauffeur chauffeurs ingénieur ingénieurs humanitaires
    humanitaire agents employé employés bénévoles jeunes jeune femme enfant élève élèves étudiant étudiants
    éleveur pêcheur pêcheurs motard motards cultivateur agriculteur mineurs creuseur notable défenseur
    expatriés ressortissants travailleurs civils civil villageois village villages habitants déplacés église
    marché école hôpital passagers agriculteurs creuseurs femmes enfants fidèles voyageurs commerçants bus
    camion véhicule personnes paysans cultivateurs maison maisons domicile paroisse centre orpailleurs
    éleveurs prison`,
  accident: `
    crash enseveli ensevelie ensevelis ensevelies bousculade électrocuté électrocutés asphyxiés asphyxie crocodile hippopotame intoxication
    brouillard météo éboulement éboulements effondrement effondrements effondré effondrée effondrés
    glissement inondation inondations inondé accident accidents accidentel accidentelle naufrage chaviré
    chavirement noyés noyade séisme éruption volcan foudre choléra rougeole épidémie déraillement pluies
    pluie intempéries tempête renversé tremblement coulée affaissement paludisme grisou méthane`,
  bursting: 'citerne bonbonne bonbonnes bouteille transformateur pétards carburant',
  peacefulClosure: 'férié fériés travaux réhabilitation météo élections scrutin entretien',
  installation: `
    palais aéroport aérodrome piste base bases camp camps caserne garnison état quartier quartiers siège
    poste postes position positions colline collines hauteurs pont prison parlement ministère gouvernorat
    barrage raffinerie port rtnc localité localités village villages agglomération agglomérations mine mines
    carré partie moitié`,
  labour: `
    grève grèves salaire salaires syndicat syndicats syndical impayés primes maintenance quotas prix
    redevances permis taxe taxes grévistes`,
  aid: 'humanitaires ong',
  sport: `
    footballeur footballeurs buts penalty entraîneur sélectionneur demi finale finales championnat tournoi
    coupe buteur arbitre ligue basket rugby handball gardien supporters stade victoire équipe équipes saison
    marqué milieu attaquant joueurs joueur linafoot léopards leopards tp mazembe vclub can classement
    médaille hôtes prolongations`,
  market: `
    cours prix marché marchés courtiers courtier analyste analystes actions actionnaires bourse hausse baisse tonne tonnes
    indice trimestre dividende investisseurs baril once demande offre bénéfices chiffre affaires`,
  armed: `
    rebelles soldats armée troupes milice miliciens djihadistes assaillants tués blessés déplacés militaires
    combattants armés tirs affrontements`,
  means: `
    attaque attaques attaqué affrontements combats tirs balles balle embuscade machette machettes bombe obus
    massacre massacrés incursion fusillade exécuté exécutés assaillants couteau blanche rebelles miliciens
    djihadistes bandits tuerie drone frappe lynché`,
  protest: `
    sit manifestation manifestations manifestants manifestant marche marcheurs cortège cortèges
    rassemblement manifesté manifestaient marchaient protestataires`,
};
