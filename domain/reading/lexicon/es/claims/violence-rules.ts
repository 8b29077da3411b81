export const violenceRulesEs = {
  bodies: 'cuerpos cadáveres',
  wounds: 'maniatados atados machete machetes bala balas disparos decapitados degollados baleados',
  fire: '',
  combatGear: '',
  combat: 'combate',
  fled: 'huyendo huir huyeron huyó',
  fleeing: 'por huyendo huir huyeron huyó',
  beforeFighting: 'los las el la de del fuertes',
  blamed: 'atribuido atribuida atribuidos atribuidas imputado imputada presunto presunta presuntos',
  shots: 'balas bala balazos disparos tiros',
  means:
    'ataque ataques atacó combates enfrentamientos disparos disparo tiros bala balas balazos balacera emboscada machete bomba granada masacre incursión ejecutados ejecutado sicarios sicario explosivos explosivo pistoleros encapuchados fuego acribillado acribillados atentado dron',
  anyDeath:
    'murió murieron muere mueren muerto muertos fallecieron falleció fallecen fallece perecieron pereció perdió perdieron dejó dejaron deja dejan cobró causó provocó muerta muertas ocasionó',
  blazes: 'incendio',
  beforeFire: '',
  dyingVerbs: 'murió murieron muere mueren falleció fallecieron perdió perdieron',
  blows: 'ataque ataques masacre incursión asalto',
  bands:
    'banda bandas pandilla hombres grupo grupos comando columna quienes desconocidos sujetos individuos presuntos ellos',
  animals: 'vaca vacas ganado perro perros animal animales caballo caballos reses jaguar',
  scuffles: 'refriega refriegas forcejeo forcejeos',
};
