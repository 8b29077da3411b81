import type { ActorWords } from '../../actors/actor-words.ts';

export const actorsEs: ActorWords = [
  [
    'ejército/militares/militar/soldado/soldados/tropas/infantes/marina/armada; fuerzas militares/armadas/especiales; fuerza pública/aérea; infantes de marina; tropas del ejército; guardia nacional; personal militar; patrulla militar; patrulla del ejército; unidades militares; elementos del ejército',
    'army',
  ],
  [
    'policía/policías/policiales/uniformado/uniformados/patrullero/patrulleros/gendarmes/subteniente; agentes de policía; carabineros; fuerzas del orden; policía nacional; agentes',
    'police',
  ],
  [
    'guerrilla/guerrillas/guerrillero/guerrilleros/guerrillera/disidencia/disidencias/disidente/disidentes/rebelde/rebeldes/insurgentes/subversivos/combatientes/terroristas; grupo/grupos guerrillero/guerrilleros/rebelde; terroristas; el grupo; columna guerrillera',
    'rebels',
  ],
  ['paramilitares/paramilitar/autodefensas/milicianos; grupo/grupos paramilitar/paramilitares', 'militia'],
  [
    'sicario/sicarios/pistolero/pistoleros/encapuchado/encapuchados/atacantes/atacante/asaltantes/agresores/secuestradores/bandidos/delincuentes/criminales/pandilleros/matones/gatilleros; hombres/sujetos/individuos/desconocidos/personas armados/armadas/encapuchados/desconocidos; hombres * armados; hombres con armas; hombres en moto/motocicleta; grupo/grupos armado/armados/criminal/criminales; banda/bandas criminal/criminales/delictiva; comando armado; civiles armados; gente armada; presuntos guerrilleros/disidentes/delincuentes; organización/organizaciones criminal/criminales; crimen organizado; mineros ilegales; cartel/cárteles; cártel; banda/bandas; comando',
    'gunmen',
  ],
  ['cascos azules', 'peacekeepers'],
  [
    'manifestantes/manifestante/bloqueadores/huelguistas/comuneros; mineros informales/artesanales; mineros/campesinos/vecinos/pobladores enardecidos/furiosos; marchantes',
    'protesters',
  ],
  ['turba/multitud/muchedumbre', 'crowd'],
  [
    'civil/civiles/habitantes/habitante/pobladores/vecinos/población/campesino/campesinos/mujer/mujeres/niño/niños/niña/niñas/fieles/minero/mineros/comerciante/comerciantes/viajeros/pasajeros/desplazados/familia/familias/obreros/trabajadores/trabajador/docentes/docente/sacerdote/estudiantes/conductores/conductor/ganadero/indígena/indígenas/personas/líder/lideresa/vigilantes/productor/hermanos/pareja/geólogos/ingenieros',
    'civilians',
  ],
];
