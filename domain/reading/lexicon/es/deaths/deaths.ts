import type { DeathWords } from '../../deaths/death-words.ts';

/** Participles in all four forms: 'asesinad' gives 'asesinado', 'asesinada', 'asesinados', 'asesinadas'. */
function agreeing(stems: string): string {
  return stems
    .split(' ')
    .map((stem) => `${stem}o ${stem}a ${stem}os ${stem}as`)
    .join(' ');
}

/** Verbs in -ar by their stem, where those that they speak of stand behind: 'mat' gives 'mato', 'mataron', 'matando'. */
function taking(stems: string): string {
  return stems
    .split(' ')
    .map((stem) => `${stem}o ${stem}aron ${stem}a ${stem}an ${stem}ando ${stem}ar`)
    .join(' ');
}

export const deathsEs: DeathWords = {
  killed: {
    participle: agreeing('asesinad matad abatid masacrad ejecutad decapitad acribillad ultimad fusilad'),
    object: `${taking('asesin mat masacr ejecut decapit acribill ultim')} abatio abatieron abate abaten`,
    subject: `murio murieron muere mueren perecio perecieron ${agreeing('fallecid')} fallecio fallecieron fallecen`,
    noun: 'muerto muertos muerta muertas cuerpo cuerpos cadaver cadaveres muerte muertes asesinato asesinatos homicidio vida vidas',
    zero: 'victima victimas bajas',
  },
  injured: {
    participle: agreeing('herid lesionad'),
    object: 'hirio hirieron hiriendo',
    noun: 'lesiones',
  },
  displaced: {
    participle: agreeing('desplazad'),
    subject: 'huyo huyeron huyen',
  },
  abducted: {
    participle: agreeing('secuestrad retenid plagiad raptad'),
    object: taking('secuestr rapt'),
    noun: 'rehenes rehen secuestro',
  },
  arrested: {
    participle: agreeing('detenid capturad arrestad apresad'),
    object: `${taking('captur arrest')} detuvo detuvieron`,
    noun: 'captura capturas detenciones',
  },
};
