export const modalityFr = {
  unreal: `
    nie nient nié niant dément démentent démenti démentie démentis démentant démentit réfute réfutent réfuté rejette
    rejettent rejeté conteste contestent contesté
    peur craint craignent crainte craintes craignant redoute redoutent redouté risque risquent risques menace menacent menaces
    menacé menaçant promis promet promettent promesse projette projettent projet projets envisage envisagent envisagé veut
    veulent voulait voulaient souhaite souhaitent entend entendent prévoit prévoient prévu prévue prévus prévues prépare
    préparent préparait préparaient préparer planifier planifié planifient fomenter fomenté préparatifs espère espèrent appelle appellent appelé appelant appel appels exhorte exhorté exige exigent
    exigé demande demandent demandé demandant réclame réclament réclamé plaide possible possibles éventuel éventuelle éventuels
    éventuelles éventualité probable si sinon éviter évite empêcher empêche empêché prévenir rumeur rumeurs faux fausse
    infondé infondées hypothèse hypothèses scénario tentative tentatives tenté tente tentent tentaient refuse refusé prêt prêts prête
    prêtes imminent imminente dissuader inquiétude inquiétudes failli presque prétendu prétendue attendu attendue
    avertit averti avertissent avertissement potentiel potentielle cherche cherchent cherchaient vise visant devra voudrait intention intentions
    niée niés réfutée réfutés rejetée rejetés rejetées contestée contestés contestées redoutée redoutés menacée menacés menacées envisagée envisagés envisagées appelée appelés appelées exhortent exhortés exigée exigés demandée demandés réclamée réclamés probables évitent évitée empêchent empêchée empêchés fausses infondée infondés tentée tentait refusent refusée voudraient imminents imminentes potentiels potentielles prétendus prétendues attendus attendues visent espérait espéraient devront`,
  unrealForNouns: `
    sans aucun aucune ni pas jamais plus pourrait pourraient devrait devraient peut peuvent doit doivent va vont fin cesser
    cessez arrêter absence contre toute tout cessation face protéger protection alerte précaution victimes
    fréquentes fréquents récurrentes récurrents répétées répétés quotidiennes années décennies rescapés enquête enquêter responsable responsables protestent proteste protester protestant dénoncer dénoncent dénonçant`,
  reactions: `
    condamne condamnent condamné condamnation condamnations déplore déplorent déploré pleure pleurent indigne indignent
    réagit réagissent réagi réaction réactions réponse compatit salue saluent visite visitent enquête`,
  accusations: `
    accuse accusent accusé accusée accusés accusant accusation accusations soupçonne soupçonné soupçonnés impute imputé
    soupçonnent soupçonnée imputée imputés imputent`,
  boundaries: `
    mais tandis alors après lorsque lorsqu quand où qui dont malgré suite puisque puisqu car avant depuis pendant lors
    ensuite puis cependant toutefois pourtant parce`,
  reporting: `
    déclaré déclarait déclare déclarent dit disent indiqué indique indiquent annoncé annonce annoncent rapporté rapporte
    rapportent affirmé affirme affirment assuré assure assurent confirmé confirme confirment ajouté ajoute expliqué explique
    précisé précise selon communiqué appris savoir signalé signale témoigné témoigne raconté raconte racontent publié
    révélé révèle souligné souligne estimé soutient reconnu reconnaît joint jointe contacté contactée interrogé interrogée point
    rendu constaté écrit tweeté insiste martelé lâché commenté alerté alerte dénoncé déploré dressé
    ajoutent expliquent précisent signalent témoignent révèlent soulignent estime estiment soutiennent reconnaissent insistent martèle commente alertent dénonce dénoncent déplore déplorent constate constatent joints joignent interrogés contactés`,
  asking: `demandé demandent demande exigé exige exigent appelé appelle appellent exhorté plaidé plaide promis menacé réclamé réclame réclament rejeté rejette démenti dément accusé accuse accusent condamné condamne condamnent imputé impute attribué attribue`,
  habits: `
    souvent régulièrement fréquemment parfois habituellement constamment généralement chaque quotidiennement traditionnellement naguère jadis autrefois`,
  elsewhere: `
    procès juge juges magistrat tribunal verdict acquitté inculpé inculpés parquet réquisitoire auditorat exercice exercices simulation manœuvres film roman
    documentaire fiction anniversaire commémoration commémore commémorent commémoré commémorer musée historien historiens tournage scénariste simulé simulée simulent simulait stagiaires hommage mémoire fictif fictive gerbe gerbes monument stèle`,
  fewer: 'moins',
  than: 'de d que',
  joints: 'et',
  openers: 'après alors lorsque lorsqu quand tandis',
  relatives: 'qui que qu dont où lequel laquelle',
  supposing: 'pourrait pourraient risque risquent serait seraient devrait sera seront',
  verbsAfterNoun: 'qui a ont',
  denials:
    'dément démenti démentent réfute réfuté nie nient conteste contestent contesté démentie démentis démenties réfutent nié contestée contestées',
  untrue:
    'faux fausse fausses inexact inexacte inexactes infondée infondées fondement mensongère mensongères',
  deniedThings: 'que qu information informations affirmation',
  deniedObjects: 'le la l ces ce cette',
  beforeAndAfter: 'avant après',
};
