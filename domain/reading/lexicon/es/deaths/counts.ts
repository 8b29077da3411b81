export const countsEs = {
  nobody: 'nadie',
  no: '',
  one: '',
  withoutAny: 'sin',
  zero: 'cero',
  without: '',
  life: '',
  nobodyBeforeNe: '',
  ne: '',
  not: 'no',
  making: '',
  beforeDays: 'el',
  nameEnds:
    'en a al sobre de del por con y o e u ha han es son fue fueron era eran que quien cuando tras durante cerca alrededor desde este esta estos estas ayer hoy la el los las un una su sus para entre pero sin bajo se no lo le mas como',
  owners: 'los las sus estos estas esos esas',
  any: '',
  beforeNobody: '',
  none: 'ningun ninguna ninguno',
  ofNone: '',
  aged: '',
  ageJoints: ', y',
  agesEnd: 'años',
  hyphenUnits: '',
  hours: '',
  beforeYears: 'en desde de del finales principios ano',
  of: 'de',
  more: 'nuevos nuevas otros otras mas',
  ofThe: 'los las sus estos estas',
  ageUnits: '',
  ofThem: 'de',
  them: 'ellos ellas',
  including: 'incluido incluida incluidos incluidas incluyendo',
  amongThem: 'ellos ellas cuales',
  among: 'entre',
  people: `
    persona civil civiles militar militares soldado uniformado policia guerrillero disidente combatiente miliciano
    paramilitar paramilitares sicario hombre mujer mujeres nino nina menor menores adolescente joven jovenes hermano hermana
    hijo hija padre madre esposo esposa familia pariente vecino habitante campesino indigena minero obrero trabajador
    trabajadores empleado vigilante guardia guardian guardianes escolta agente oficial oficiales suboficial suboficiales
    sargento teniente subteniente capitan coronel mayor general cabo patrullero lider lideres lideresa dirigente dirigentes
    alcalde concejal concejales gobernador periodista profesor profesores maestro docente medico enfermero sacerdote pastor
    comerciante conductor conductores chofer choferes motociclista pasajero turista estudiante alumno ganadero pescador
    pescadores productor productores agricultor agricultores comunero manifestante delincuente criminal criminales pandillero
    bandido atacante agresor agresores encapuchado cabecilla integrante miembro rehen rehenes preso recluso interno
    desplazado refugiado migrante ciudadano extranjero ingeniero geologo tecnico contratista funcionario firmante
    excombatiente ocupante tripulante victima otro otra anciano adulto bebe infante marino muchacho sujeto individuo
    implicado presunto`,
  things: `
    casa vivienda edificio pueblo municipio vereda ciudad localidad escuela hospital iglesia tienda local locales vehiculo
    camion camiones bus buses moto motocicleta carro camioneta maquina maquinaria retroexcavadora draga volqueta lancha avion
    avionetas helicoptero dron drones fusil fusiles arma bomba granada mina explosivo artefacto cilindro torre kilometro metro
    km m ha kg hectarea tonelada kilo gramo litro galon galones onza hora minuto dia jornada semana mes meses ano vez veces peso
    dolar dolares sol soles bolivar bolivares millon ataque enfrentamiento combate caso pais paises grupo frente articulo batallon brigada via ruta
    carretera puente frontera tiro disparo bala punto hogar hogares cabeza res reses ganado vaca
    animal animales arbol gol goles departamento estado distrito hecho homicidio operativo allanamiento ambulancia`,
  namers: `
    ruta rn resolucion articulo no n° numero ley decreto bloque seccion punto km unidad brigada frente grupo covid calle
    carrera batallon comuna h $ € £ usd pagina`,
};
