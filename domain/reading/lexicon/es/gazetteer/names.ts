export const namesEs = {
  ordinary: `
    ademas ahora al algo alla alli ante antes ano anos aqui asi ataque aun aunque ayer bajo bien buen buena cada casa
    casi central centro cerca cerro cinco ciudad colonia como con contra cosa cuando cuatro de dentro desde despues dia
    dias dice diez dios donde dos durante el ella ellas ellos en entonces entre era ese eso esta estado este estos
    fin fiscal frente fue fuerza fuerzas gente gobierno gran grande grupo guerra hace hacia hasta hay hermanos hijo hombre
    hombres hora hoy iglesia jefe jueves la las libertad lo los luego lugar lunes luz madre madrugada mal manana mar martes mas
    mayor me media menos mes mi mientras miercoles militar mina minas mis misma mismo mucho muerte mujer mundo muy nada nadie
    ni ninguno no noche nos nueva nuevo nunca o ocho oro otra otro padre pais para parte paso paz pero poco policia por
    porque presidente primera primero progreso puente pueblo puerto que quien rey rio salud se segun seis senor ser si
    sido siempre siete sin sobre sol solo son soldado su sur sus tal tambien tan tarde te tiempo toda todo todos tras
    tres tu tus un una unas uno unos va valle ver vez vida viernes villa y ya sabado domingo enero febrero marzo
    abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre norte
    oriente occidente`,
  businesses: `
    inversiones comercial comercio compania sociedad sa sas ltda srl grupo banco transportes logistica seguros minera
    recursos`,
  houses: `
    empresa compania sociedad firma banco bar cafe hotel restaurante tienda almacen panaderia calle avenida`,
  company: 'minera mineras compania empresa sociedad sa sas spa proyecto grupo recursos minerales oro',
};
