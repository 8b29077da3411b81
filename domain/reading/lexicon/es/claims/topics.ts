export const topicsEs = {
  operation: `
    operación operaciones producción actividad actividades labores trabajos faena faenas extracción mina minas planta
    exploración explotación perforación proyecto minería`,
  mine: `
    mina minas minera mineras minero mineros minería oro plata cobre carbón litio estaño coltán esmeraldas yacimiento concesión
    socavón bocamina mineral minerales tajo concentrado`,
  staff: 'personal empleado empleados trabajador trabajadores equipo equipos contratistas ingenieros obreros',
  route: `
    vía vías carretera carreteras ruta rutas paso corredor frontera fronteras puente tránsito acceso accesos troncal
    autopista panamericana tramo camino caminos peaje`,
  property: `
    cárcel casa casas vivienda viviendas tienda tiendas local locales negocio negocios comercio comercios escuela hospital iglesia
    vehículo vehículos camión camiones bus buses moto motos carro carros camioneta camionetas ambulancia ambulancias peaje
    maquinaria maquinarias máquina máquinas retroexcavadora retroexcavadoras volqueta volquetas tractomula tractomulas
    tractocamión tractocamiones campamento campamentos oficina oficinas sede alcaldía comisaría estación subestación oro
    ganado equipos equipo bienes cosechas bodega bodegas instalaciones helicóptero torres`,
  military: `
    base campamento cuartel estación estaciones subestación comisaría patrulla puesto soldado soldados militar militares ejército
    policía policías uniformado uniformados guerrillero guerrilleros disidentes combatientes convoy batallón patrullero
    subteniente sargento suboficial agentes tropas sicarios integrante integrantes insurgentes`,
  civilian: `
    sacerdote pastor profesor profesora docente maestro enfermera médico periodista comerciante líder lideresa líderes
    dirigente conductor conductores ingeniero ingenieros geólogo geólogos trabajador trabajadores empleado empleados jóvenes
    joven mujer mujeres niño niña niños estudiante estudiantes ganadero productor agricultor agricultores pescador
    campesino campesinos campesina indígena indígenas minero mineros vigilante vigilantes guardias concejal alcalde candidato
    civil civiles habitante habitantes personas persona familia familias pueblo vereda iglesia mercado escuela hospital
    pasajeros turistas casa casas vivienda viviendas bus buses camión vehículo vehículos defensor defensora comunero comuneros
    mototaxista taxista guardia firmante excombatiente hombre hombres hermanos hermano pareja padre hijo hijos obrero
    obreros vecinos finca cárcel`,
  accident: `
    sepultado sepultados derrumbe derrumbes deslizamiento deslizamientos deslave alud avalancha huaico desplome colapso colapsó accidente
    accidentes accidental accidentalmente naufragio volcamiento volcó inundación inundaciones sismo terremoto
    erupción volcán rayo cólera dengue epidemia lluvias lluvia temporal tormenta ahogados ahogado asfixia intoxicación
    electrocutado estampida metano grisú derrumbó sequía`,
  bursting: 'tanque caldera transformador pólvora pirotecnia polvorín grisú metano combustible',
  peacefulClosure:
    'feriado mantenimiento obras reparación clima elecciones maratón carnaval desfile lluvias derrumbe',
  installation: `
    palacio aeropuerto aeródromo pista base bases campamento campamentos cuartel comisaría estación subestación batallón
    puesto cerro puente cárcel congreso ministerio gobernación alcaldía refinería puerto barrio barrios vereda veredas
    pueblo ciudad mina minas peaje corregimiento sector planta`,
  labour: `
    huelga huelgas huelguistas salario salarios sindicato sindicatos sindical sueldos regalías impuesto impuestos canon permiso permisos
    utilidades`,
  aid: 'ong humanitarias',
  sport: `
    futbolista futbolistas gol goles penal entrenador técnico semifinal final finales campeonato torneo copa goleador
    árbitro liga baloncesto balonmano portero arquero hinchas hinchada estadio victoria delantero mediocampista
    jugadores jugador clasificación medalla ciclista ciclismo etapa selección partido club boxeo`,
  market: `
    precio precios mercado mercados analistas acciones accionistas bolsa alza tonelada toneladas índice trimestre dividendo
    inversionistas barril onza demanda oferta utilidades ganancias`,
  armed: `
    guerrilla guerrilleros soldados ejército tropas disidencias sicarios armados muertos heridos asesinados militares
    combatientes disparos balas enfrentamientos combates ataque policía`,
  means: `
    ataque ataques atacó atacaron combates enfrentamientos disparos disparo tiros bala balas balazos balacera emboscada
    machete bomba granada explosivo explosivos masacre incursión ejecutado ejecutados sicarios sicario arma armas fuego
    cuchillo guerrilleros encapuchados pistoleros armados hombres dron acribillado acribillados baleado`,
  protest: `
    plantón manifestación manifestaciones manifestantes manifestante marcha marchas protesta protestas movilización
    concentración marcharon protestaron paro`,
};
