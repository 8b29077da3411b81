export const placesEs = {
  areas: '',
  ontoPlaces: 'contra sobre a de',
  inAreas: 'en',
  to: '',
  accordingBeforeTo: '',
  weakRelatives: '',
  and: 'y e',
  between: 'entre',
  beforeNamedPlace: '',
  beforeBareName: 'vereda corregimiento mina proyecto sector barrio',
  loyalTo: 'leal leales afín afines',
  armedGroups: 'grupo grupos milicia milicias movimiento cartel cártel',
  backedOrBased: '',
  cameFrom: '',
  have: 'ha han',
  aOnt: '',
  statements: 'según comunicado balance',
  accordingTo: 'según',
  speaking:
    'acusa niega desmiente rechaza afirma sostiene habla dice asegura dijo afirmó aseguró negó rechazó sostuvo confirmó anunció pidió',
  pronouns: 'allí ahí allá',
  definite: 'la el este esta ese esa dicho dicha los las',
  relatives: 'que quien',
  of: 'de del',
  beforeQuarter: 'de del la el los las y',
  isSituated: 'está ubicado ubicada situado situada queda',
  afterNamedPlace: '',
  spoke:
    'dijo declaró anunció afirmó informó confirmó aseguró explicó leído leída consultado consultada consultados contactado contactada entrevistado',
  toldWhom: 'a los periodistas una rueda conferencia de prensa el la',
  departs: 'partió partieron salió salieron huyó huyeron',
  bound: 'para',
  speakers: `
    vocero vocera portavoz hospital gobernador alcalde alcaldesa alcaldía habitante corresponsal médico periodista base
    embajada ministerio ministro cumbre presidente representante obispo sacerdote párroco personero gobernación secretaría
    secretario fiscalía residente`,
  motions: `
    hacia huyó huyeron huir desplazados desplazadas ruta rumbo dirección desde km kilómetros conduce comunica`,
  sayers: 'fuente fuentes consultado consultados dijo teléfono contactado',
  objectEnds: `
    después tras durante por con para desde cuando que antes sin según pese mientras donde al en contra hasta`,
  joints: `
    y e o la el los las de del localidad localidades municipios vereda veredas corregimientos pueblo así como
    también sectores zona zonas rural rurales`,
  ground: `
    ciudad ciudades localidad localidades pueblo pueblos municipio municipios vereda corregimiento caserío territorio
    posición posiciones base bases campamento campamentos mina minas cerro cerros aeropuerto pista puente puesto estación
    subestación cuartel allí sitio sitios zona bocamina socavón cabecera casco barrio barrios bastión control`,
  towns: 'ciudad localidad pueblo municipio vereda corregimiento mina lugar zona allí',
  prepositions: 'después antes en al cerca hacia desde entre sobre bajo de del tras',
  namers: `
    altura zona vereda corregimiento pueblo ciudad localidad capital municipio caserío sector barrio aeropuerto mina minas base
    campamento puerto cárcel cuartel puesto resguardo comunidad distrito cerro`,
  quarters: 'barrio barrios comuna comunas sector plaza avenida mercado colonia fraccionamiento urbanización',
  settlements: 'vereda corregimiento localidad ciudad pueblo municipio caserío mina',
  locatives: 'en',
  linking: 'de del',
  classes: `
    vereda corregimiento municipio distrito localidad pueblo ciudad caserío barrio sector mina base cuartel campamento
    hospital iglesia puerto aeropuerto cercanías inmediaciones afueras alrededores estación subestación comunidad cerro
    peaje resguardo policía`,
  noPlaces: `
    congreso senado navidad áfrica europa asia iglesia dios universidad presidencia república norte sur oriente occidente
    internet twitter facebook telegram whatsapp naciones unidas estado ministerio nación unión río lago cerro
    general defensoría fiscalía gobernación alcaldía policía ejército armada fuerza pública enero febrero marzo abril mayo
    junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo este
    esta estos estas español gobierno`,
};
