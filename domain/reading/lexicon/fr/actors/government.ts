export const governmentFr = {
  of: 'de',
  backed: '',
  capitals: `
    bangui ndjamena khartoum ababa mogadishu mogadiscio asmara djibouti cairo caire tripoli tunis algiers
    alger rabat nouakchott dakar bamako niamey ouagadougou abuja accra kaboul islamabad delhi dhaka
    naypyidaw naypyitaw manille jakarta beijing pekin hanoi tashkent tehran teheran baghdad bagdad damascus
    damas riyad beyrouth ankara moscow moscou kyiv varsovie londres bruxelles madrid rome washington ottawa
    canberra tokyo seoul pyongyang bogota caracas lima quito brasilia santiago mexico`,
  ground: 'aéroport quartier quartiers marché hôpital prison université',
  reaching:
    'capitale secoue frappe frappé frappent bombarde bombardé vise visé visite rejoint gagné secouent secoué bombardent visent rejoignent',
  powers: `
    drones côté camp gouvernement autorités régime armée alliés soutien pouvoir ordres soldats troupes`,
};
