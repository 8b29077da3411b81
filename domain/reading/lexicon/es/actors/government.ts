export const governmentEs = {
  of: 'de',
  backed: '',
  capitals: 'asuncion montevideo habana managua tegucigalpa panama',
  ground: 'aeropuerto barrio barrios mercado hospital cárcel universidad calles',
  reaching: 'capital sacude sacudió golpea golpeó bombardea bombardeó alcanza llegó',
  powers: 'lado gobierno autoridades régimen ejército aliados apoyo órdenes soldados tropas',
};
