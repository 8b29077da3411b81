export const personsEs = {
  firstNames: `
    adriana agustin alberto alejandra alejandro alfonso alfredo alvaro ana andrea andres angel angela anibal antonio armando
    arturo beatriz camila camilo carlos carmen carolina catalina cesar clara claudia cristian cristina cristobal
    daniela diana diego eduardo elena elkin enrique ernesto esteban fabian fabio felipe fernanda fernando francisco gabriela
    gerardo german gilberto gloria gonzalo gustavo hector hernan humberto ivan jairo javier jesus jhon jorge jose juan juana
    juliana julio laura leonardo leonor lorena lucia luis luisa luz manuel marcela marcos margarita maria mariana marina mario
    marta mauricio mercedes miguel monica nicolas octavio orlando pablo patricia pedro rafael ramiro ramon raul ricardo
    roberto rodrigo rosa ruben salvador santiago sandra sergio sofia teresa veronica vicente victoria wilson yolanda`,
  titles: `
    presidente presidenta general coronel mayor teniente subteniente capitan comandante sargento almirante ministro ministra
    viceministro gobernador gobernadora alcalde alcaldesa senador senadora diputado profesor doctor doctora obispo padre
    monsenor papa fiscal juez embajador analista lider lideresa periodista don dona senor senora alias cabecilla`,
  kin: 'hijo hija hermano hermana padre esposo esposa viuda',
  speech: `
    dijo dice afirmo aseguro explico agrego anuncio preciso senalo indico denuncio confirmo declaro informo sostuvo
    pidio rechazo escribio lamento advirtio`,
  auxiliaries: 'ha',
  indefinite: 'un una',
  occupations: `
    comerciante negociante empresario empresaria vendedor vendedora cantante musico actor actriz maestro maestra
    profesor profesora estudiante alumno alumna medico medica enfermero enfermera ingeniero ingeniera abogado abogada
    periodista fotografo fotografa activista campesino campesina agricultor ganadero minero conductor taxista mecanico
    soldado policia oficial guardia pastor sacerdote politico politica futbolista atleta cocinero pescador contador`,
  followers: `
    aeropuerto universidad hospital carcel estadio via carretera puente puerto mina minas provincia departamento ciudad
    pueblo distrito salud central centro norte sur este oeste y a`,
};
