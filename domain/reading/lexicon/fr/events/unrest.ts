import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, regular } from './rows.ts';

export const unrestFr = agreeing([
  ...regular('protest', 'manifest'),
  ...verbs('protest', 'descendre descend/descendent descendu~ descendit/descendirent descendant', {
    rest: 'dans * rue/rues',
    withEtre: true,
  }),
  ...regular('protest', 'march défil', {
    rest: 'pour/contre/pacifiquement/dans * exiger/dénoncer/protester/demander/réclamer; pacifiquement; contre',
  }),
  ...regular('protest', 'organis observ', { rest: '* marche/manifestation/sit' }),
  nouns(
    'protest',
    'manifestation/manifestations; marche pacifique/citoyenne/blanche; marche de protestation/colère; marche; sit in; mouvement de protestation',
  ),
  ...regular('disperse', 'dispers', {
    rest: '* manifestants/foule/manifestation/marche/marcheurs/rassemblement/protestataires; ',
  }),
  {
    frame: 'disperse',
    forms: {
      either:
        'usage de * gaz; tiré * gaz lacrymogène/lacrymogènes; tiré * sur * manifestants/foule/marcheurs; tiré à balles réelles sur * manifestants/foule',
    },
  },
  nouns(
    'riot',
    'émeute/émeutes; manifestation/manifestations violente/violentes; jets de pierres; heurts entre * manifestants/jeunes/police/policiers',
  ),
  ...regular('riot', 'érig brûl', { rest: '* barricades/pneus; des * pneus' }),
  {
    frame: 'riot',
    forms: {
      past: 'pneus * brûlés; barricadé; barricades * érigées; jeté * pierres; caillassé; caillassée; lapidé * véhicule',
    },
  },
  ...regular('lynch', 'lynch lapid'),
  nouns('lynch', 'justice populaire; lynchage de/d/du'),
  {
    frame: 'lynch',
    forms: { past: 'foule/population * lynché/tué/brûlé/battu; battu à mort; brûlé vif; brûlés vifs' },
  },
  {
    frame: 'protest',
    forms: {
      past: 'battu le pavé; sont sortis manifester; marché dans; marché pour; marché contre; marché pacifiquement; organisé une marche; organisé un sit; sont rassemblés; rassemblés devant; défilé dans les rues; défilé pour; défilé contre; barré la route pour; paralysé',
      noun: 'manif; manifs; marche de; rassemblement; rassemblements; journée ville morte; cortège; protestation',
    },
  },
  {
    frame: 'disperse',
    forms: {
      either:
        'dispersé~ * par; tiré en l air; tiré * balles réelles; tirs de sommation; chargé * manifestants/foule; réprimé~; ouvert le feu sur * manifestants/foule/fidèles/marcheurs; tiré sur * manifestants/foule/fidèles/marcheurs/adeptes; tiré * manifestants',
      noun: 'répression de; répression sanglante; dispersion de; dispersion',
    },
  },
  {
    frame: 'riot',
    forms: {
      past: 'brûlé des pneus; brûlé * pneus; érigé * barricades; dressé * barricades; lancé * pierres; jeté des pierres; jets de pierres; forcé * grilles; forcé * portes; saccagé * siège/bureaux/base/commissariat; incendié * commissariat/bureau/siège; arraché * armes à; lapidé',
      noun: 'troubles; échauffourées; casses; scènes d émeute; violents heurts; heurts; manifestation * dégénéré',
    },
  },
  {
    frame: 'lynch',
    forms: {
      past: 'lynché~ par; brûlé~ vif/vifs par; battu~ à mort; tabassé à mort; lapidé à mort',
      noun: 'vindicte populaire; justice expéditive; lynchage',
    },
  },
  ...verbs(
    'protest',
    `descendre descend/descendent descendu/descendue/descendus/descendues descendit/descendirent descendant`,
    { rest: '* rue; * rues', withEtre: true },
  ),
  {
    frame: 'protest',
    forms: {
      past: 'marché * pour dénoncer/exiger/protester/demander/réclamer/dire; marché * contre; marché pour; marché jusqu; protesté; bruyamment protesté; organisé * marche/sit/manifestation; tenu * sit; tenu un sit; observé * ville morte; décrété * ville morte; campé devant; bloqué * entrée/accès; ont exprimé leur colère; fait entendre leur voix; battu le macadam; déposé * mémorandum; investi * rue/rues',
      noun: 'ville morte; villes mortes; journée ville morte; journées ville morte; marche de colère; manifestation pacifique; marche citoyenne; grogne; mouvement de colère; mobilisation',
    },
  },
  {
    frame: 'disperse',
    forms: {
      either:
        'étouffé~ par; réprimé~; empêché~ par * police/policiers/forces/militaires; violemment réprimé~; brutalement réprimé~; dispersé~; dispersé~ à coups; tirs * dispersé; tiré * foule/manifestants/marcheurs; ouvert le feu * foule/manifestants/marcheurs/fidèles; manifestant/manifestants * tué~ * balle/balles/police/policiers/militaires',
      noun: 'répression * manifestation/marche/manifestants/fidèles; répression d une manifestation; répression des manifestations; tirs * manifestants; gaz lacrymogène; gaz lacrymogènes; tirs de balles réelles',
    },
  },
  {
    frame: 'riot',
    forms: {
      past: 'brûlé * pneus; incendié * pneus; érigé des barricades; dressé des barricades; jeté * projectiles; lancé des pierres; jeté des pierres; affronté * policiers/police/forces; attaqué * commissariat/bureau/base/siège; mis * feu * pneus; mis à sac * bureaux/siège/commissariat; cassé * vitres; pris d assaut * bureau/mairie/commissariat; affrontements * manifestants * policiers/police',
      noun: 'scènes de violence; affrontements entre manifestants; échauffourées entre * manifestants/jeunes/policiers; pneus brûlés; barricades érigées; violences urbaines; mouvement d humeur; soulèvement',
    },
  },
  {
    frame: 'lynch',
    forms: {
      past: 'lynché~; tué~ par * foule/population; brûlé~ * par * foule/population; battu~ à mort par; lapidé~ par; lynché * par * foule/population',
      noun: 'cas de lynchage; lynchage',
    },
  },
]);
