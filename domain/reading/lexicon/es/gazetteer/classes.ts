import type { PlaceClass } from '../../../../gazetteer/place.ts';

export const classesEs: Record<PlaceClass, string> = {
  country: 'pais republica',
  admin1: 'departamento departamentos estado estados provincia provincias',
  admin2: 'municipio municipios distrito distritos canton cantones territorio',
  region: 'region regiones subregion',
  locality: `
    vereda veredas corregimiento corregimientos pueblo pueblos ciudad ciudades localidad
    localidades caserio caserios aldea poblado poblacion parroquia barrio sector comunidad puerto
    campamento resguardo comuna`,
  seat: 'casco cabecera',
  site: 'mina minas socavon yacimiento bocamina cantera',
  feature: `
    cerro cerros rio rios serrania montana volcan lago laguna isla puente valle meseta selva parque paramo canon`,
};
