export const modalityEs = {
  untrue: 'falso falsa mentira falsas falsos infundada infundadas',
  unreal: `
    niega niegan negó negaron negado niegue desmiente desmienten desmintió desmintieron desmentido desmentida rechaza
    temor temores teme temen temía temían temiendo riesgo riesgos amenaza amenazas amenazan amenazó amenazaron amenazado
    amenazados amenazando promete prometió prometieron planea planear preparar planean planeaba planeaban plan planes proyecta prevé prevén
    previsto prevista previstos pretende pretenden pretendía pretendían quiere quieren quería querían busca buscan buscaba
    buscaban prepara preparan preparaba preparaban preparativos espera esperan esperaba pide piden pidió pidieron pedido
    exige exigen exigió exigieron exigiendo reclama reclaman reclamó insta instó instaron llamado llamados llama llamó posible
    posibles posibilidad eventual eventuales probable probables si salvo evitar evita evitó evitaron evite impedir impide
    impidió impidieron prevenir rumor rumores falso falsa falsas falsos infundado infundada hipótesis escenario intento
    intentos intentó intentaron intentaba intentaban intenta trató trataron trataba trataban trata tratan rehúsa rehusó
    listo listos dispuesto dispuestos inminente disuadir preocupación casi supuesto advierte advierten advirtió
    advirtieron advertencia advertencias potencial potenciales ofrece ofreció propone propuso propuesta intención
    libera liberan liberó liberaron rescata rescatan rescató rescataron intenciones busque busquen ojalá recomienda recomendó sugiere debería deberían`,
  unrealForNouns: `
    sin ningún ninguna ni no jamás más podría podrían podrá puede pueden debe deben va van fin cesar cese ceses ausencia
    contra todo toda todos cualquier frente proteger protección alerta precaución víctimas frecuentes
    recurrentes repetidos repetidas diarios diarias años décadas sobrevivientes investigar investiga investigación
    responsable responsables prohíbe prohibido nuevos tregua evitarse futuras futuros zona zonas alto condena condenó`,
  reactions: `
    condena condenan condenó condenaron lamenta lamentan lamentó lamentaron repudia repudian repudió repudiaron deplora
    deploran reacciona reaccionan reaccionó reacción reacciones respuesta visita visitan visitó llora lloran`,
  accusations: `
    acusa acusan acusó acusaron acusado acusada acusados acusando acusación acusaciones sospecha sospechan sospechó atribuye
    atribuyen atribuyó atribuyeron imputa imputan imputó señalado señalados`,
  boundaries: `
    pero mientras después cuando donde quien quienes cual cuales pese aunque tras luego porque pues antes desde durante
    entretanto embargo sino cuyo cuya`,
  reporting: `
    dijo dijeron dice dicen declaró declara declararon informó informa informan informaron reportó reporta reportan reportaron
    anunció anuncia anunciaron afirmó afirma afirman afirmaron aseguró asegura aseguran aseguraron confirmó confirma confirman
    confirmaron agregó agrega añadió añade explicó explica explicaron precisó precisa según comunicado indicó indica indicaron
    señaló señala señalaron relató relata relataron contó cuenta contaron narró publicó publicaron reveló revela revelaron
    sostuvo sostiene denunció denuncia denunciaron denuncian lamentó lamenta reconoció reconoce reconocieron manifestó
    manifestaron expresó detalló detallaron escribió supo conoció comunicó comunicaron balance reporte reportes habló
    calcula estima estiman advirtió insistió insiste consultado consultada versión versiones acuerdo difundió`,
  asking: `pidió pidieron exigió exigieron prometió rechazó rechazaron negó negaron condenó condenaron acusó acusaron`,
  habits: `
    frecuentemente regularmente habitualmente constantemente generalmente siempre cada cotidianamente tradicionalmente
    suele suelen solía solían antaño antiguamente`,
  elsewhere: `
    juicio juez jueza jueces magistrado magistrados tribunal veredicto fallo sentencia condenado condenada condenados condenó
    absuelto imputado fiscal jurado simulacro simulacros simulación simulaba ejercicio ejercicios maniobras
    ensayo película novela documental ficción ficticio ficticia aniversario conmemoración conmemora conmemoran
    conmemoró conmemoraron conmemorar homenaje memoria museo historiador historiadores simulado simulada corte`,
  fewer: 'menos más',
  than: 'de que',
  joints: 'y pero mientras',
  openers: 'después cuando mientras tras luego',
  relatives: 'que quien quienes cual donde cuyo',
  supposing: 'podría podrían puede pueden sería serían debería será serán habría',
  verbsAfterNoun: 'que ha han dejó dejaron fue fueron',
  denials:
    'niega niegan negó negaron desmiente desmienten desmintió desmintieron desmentido desmentida rechazó rechaza rechazan rechazaron',
  deniedThings: 'que información informaciones afirmación versión versiones señalamiento señalamientos',
  deniedObjects: 'lo la los las eso esta ese',
  beforeAndAfter: 'antes después tras',
};
