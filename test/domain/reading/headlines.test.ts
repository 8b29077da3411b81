import { describe, expect, it } from 'vitest';
import { read, told } from './support.ts';

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

describe('who acts in a headline', () => {
  it.each([
    ['en', 'FDLR kill three farmers in Pinga, says M23', ['FDLR']],
    ['fr', 'Les FDLR tuent trois paysans à Pinga, affirme le M23', ['FDLR']],
    ['en', 'Israeli fire kills two in Nabatieh, Lebanon', ['Israeli armed forces']],
    ['en', 'Farmer, who was once held by the FARDC, shot dead by gunmen in Pinga', []],
  ] as const)('is not who tells of it, nor who did something else: %s, %s', (language, headline, actors) => {
    expect(read(language, headline).map((event) => event.actors)).toEqual([[...actors]]);
  });
});

describe('the place of a headline', () => {
  const countedIn = (headline: string, language: 'en' | 'es' = 'en') =>
    read(language, headline).flatMap(({ latitude, longitude }) =>
      latitude === null ? [] : [`${Math.round(latitude)} ${Math.round(longitude!)}`],
    );

  it('is a city where a foreign army strikes', () => {
    expect(countedIn('Russian troops shell Sloviansk, killing two')).toEqual(['49 38']);
  });

  it('is a town that alone is called so, where no country is told', () => {
    expect(countedIn('Asesinan a tres hombres en Jamundí', 'es')).toEqual(['3 -77']);
  });

  it.each([
    ['en', 'Five killed by gunmen in Northern Province'],
    ['en', 'Man shot dead in the Zaragoza neighborhood'],
    ['es', 'Asesinan a un hombre en el barrio Jamundí'],
  ] as const)('is none where it may be anywhere: %s, %s', (language, headline) => {
    expect(countedIn(headline, language)).toEqual([]);
  });

  it('is the one of the country that stands behind it', () => {
    expect(countedIn('Gunmen kill three in Bara, Khyber District, Khyber Pakhtunkhwa')).not.toContain(
      '14 30',
    );
  });

  it('is not taken from another headline beside a bar', () => {
    expect(told('en', 'Militia chief killed | Ministers meet in Komanda')).toEqual([]);
  });
});
