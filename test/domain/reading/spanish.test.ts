import { describe, expect, it } from 'vitest';
import { read, told } from './support.ts';

// The press of Latin America. The texts are dated Thursday, 20 March 2025.

describe('a report in Spanish', () => {
  it.each([
    ['Cuatro soldados fueron asesinados el martes en Tibú por el ELN.', 'Armed clash, Tibú, 2025-03-18'],
    ['Murieron tres mineros el sábado en un ataque armado en Remedios.', 'Attack, Remedios, 2025-03-15'],
    ['Asesinan a balazos a dos hermanos en Tibú', 'Attack, Tibú, 2025-03-20'],
    ['Atacan a bala a campesinos en Tibú', 'Attack, Tibú, 2025-03-20'],
    ['Dos muertos en ataque a bus en Tibú', 'Attack, Tibú, 2025-03-20'],
    [
      'Luego de que sicarios asesinaran el martes a dos jóvenes en Caucasia, rige un toque de queda.',
      'Attack, Caucasia, 2025-03-18',
    ],
    ['Se registraron combates entre el Ejército y el ELN en Tibú el lunes.', 'Armed clash, Tibú, 2025-03-17'],
    [
      'Miembros del ELN se tomaron La Gabarra el miércoles.',
      'Non-state actor overtakes territory, La Gabarra, 2025-03-19',
    ],
    [
      'Disidencias de las FARC atacaron con drones la base militar de Argelia el 16 de marzo.',
      'Air/drone strike, Argelia, 2025-03-16',
    ],
    [
      'En Tibú fueron hostigadas el lunes con fusil las estaciones de Policía.',
      'Armed clash, Tibú, 2025-03-17',
    ],
    [
      'Hombres armados secuestraron a seis trabajadores de la mina en Pataz el 14 de marzo.',
      'Abduction/forced disappearance, Pataz, 2025-03-14',
    ],
    [
      'Comuneros bloquearon la vía Panamericana en Popayán este lunes.',
      'Road or border closed, Popayán, 2025-03-17',
    ],
    [
      'La empresa suspendió el lunes sus operaciones en la mina de Buriticá.',
      'Operation suspended, Buriticá, 2025-03-17',
    ],
    [
      'La empresa reanudó el lunes las operaciones en la mina de Buriticá.',
      'Operation restarted, Buriticá, 2025-03-17',
    ],
    [
      'Quemaron tres retroexcavadoras en El Bagre anoche.',
      'Looting/property destruction, El Bagre, 2025-03-20',
    ],
  ])('tells: %s', (text, event) => {
    expect(told('es', text)).toEqual([event]);
  });

  it.each([
    'El Ejército negó que se hayan registrado combates en Tibú el martes.',
    'No hubo combates en Tibú el martes, dijo el Ejército.',
    'El alcalde advirtió que el ELN podría atacar Tibú.',
    'El ELN niega haber secuestrado a los cuatro soldados en Tibú.',
    'Si el Gobierno no cumple, bloquearán la vía en Caucasia el lunes.',
    'Hace un año fueron asesinados tres mineros en Remedios.',
    'Tibú conmemora el aniversario de la masacre.',
    'El Gobierno y el ELN reanudarán los diálogos el lunes en Caracas.',
    'La guerrilla del ELN liberó el lunes a dos policías secuestrados en Tibú.',
    'Un juez condenó a dos sicarios por el asesinato de un líder en Caucasia.',
    'La voladura de la roca en la mina de Buriticá es parte de un simulacro.',
  ])('tells of no event: %s', (text) => {
    expect(told('es', text)).toEqual([]);
  });

  it('names the actors by their Spanish names', () => {
    const text = 'El ELN se enfrentó el lunes en Tibú con disidentes de las FARC, informó la Policía.';
    expect(read('es', text)[0]?.actors).toEqual(['ELN', 'FARC-EMC']);
  });

  it('takes the village and the municipality around it for one place', () => {
    const text =
      'Dos hombres murieron el viernes en un ataque en La Angalia, corregimiento de Tibú, informó la alcaldía.';
    expect(told('es', text)).toEqual(['Attack, La Angalia, 2025-03-14']);
  });
});
