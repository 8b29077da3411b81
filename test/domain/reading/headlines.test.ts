import { describe, expect, it } from 'vitest';
import { told } from './support.ts';

// Headlines as the press writes them, each by itself. They are dated Thursday, 20 March 2025.

describe('a headline that tells nothing new of an event', () => {
  it.each([
    ['en', 'Bishops condemn raid on Komanda'],
    ['en', 'Minister visits survivors of Komanda massacre'],
    ['fr', "L'Union africaine condamne l'attaque de Komanda"],
    ['es', 'La Iglesia repudia la masacre de Tibú'],
  ] as const)('says what somebody thinks or does about it: %s, %s', (language, headline) => {
    expect(told(language, headline)).toEqual([]);
  });

  it.each([
    ['en', 'Komanda raid: governor calls for calm'],
    ['fr', 'Attaque de Komanda : le gouverneur appelle au calme'],
  ] as const)('names it before a colon: %s, %s', (language, headline) => {
    expect(told(language, headline)).toEqual([]);
  });

  it.each([
    ['en', 'How the raid on Komanda unfolded'],
    ['en', 'Komanda raid: what we know'],
    ['fr', "Ce que l'on sait de l'attaque de Komanda"],
    ['es', 'Dos años de la masacre de Tibú: las familias esperan'],
  ] as const)('looks back or explains: %s, %s', (language, headline) => {
    expect(told(language, headline)).toEqual([]);
  });

  it.each([
    ['en', 'Man arrested over murder of trader in Komanda'],
    ['fr', 'Un suspect interpellé pour le meurtre d’un commerçant à Komanda'],
    ['es', 'Detenido en Tibú un hombre por el homicidio de un comerciante'],
  ] as const)('is of an arrest: %s, %s', (language, headline) => {
    expect(told(language, headline)).toEqual([]);
  });

  it.each([
    ['en', 'Nurse abducted in Komanda freed'],
    ['fr', 'Une infirmière enlevée à Komanda libérée'],
  ] as const)('is of the end of an abduction: %s, %s', (language, headline) => {
    expect(told(language, headline)).toEqual([]);
  });

  it('is of a place that people leave in fear', () => {
    expect(told('en', 'Families leave Komanda as fighting nears')).toEqual([]);
  });
});

describe('a headline with a toll', () => {
  it.each([
    ['en', 'Pope condemns raid that killed six in Komanda', ['Attack, Komanda, 2025-03-20']],
    ['fr', 'Attaque de Komanda : six morts', ['Attack, Komanda, 2025-03-20']],
  ] as const)('tells of the event: %s, %s', (language, headline, events) => {
    expect(told(language, headline)).toEqual([...events]);
  });
});
