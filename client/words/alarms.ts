import type { Language } from './format.ts';

/** What a desk is warned of. */
const en = {
  title: 'Look at this',
  withdrawn: (time: string, reason: string) =>
    `${time}: what had been certain is no longer proved.${reason === '' ? '' : ` ${reason}`}`,
  overBound: (groups: number) =>
    `More is counted than registered, or than the poll book says, in ${groups} ${groups === 1 ? 'place' : 'places'}: nothing is proved until that is put right.`,
  overExpected: (groups: number) =>
    `The count has passed the expected vote in ${groups} ${groups === 1 ? 'place' : 'places'}: the estimate rises with it.`,
};

const es: typeof en = {
  title: 'Conviene mirar esto',
  withdrawn: (time, reason) =>
    `${time}: lo que era seguro ya no está probado.${reason === '' ? '' : ` ${reason}`}`,
  overBound: (groups) =>
    `Hay más votos contados que inscritos, o que en el libro de votantes, en ${groups} ${groups === 1 ? 'lugar' : 'lugares'}: nada queda probado hasta que se corrija.`,
  overExpected: (groups) =>
    `El recuento ha superado el voto esperado en ${groups} ${groups === 1 ? 'lugar' : 'lugares'}: la estimación sube con él.`,
};

export function alarmWords(language: Language): typeof en {
  return language === 'en' ? en : es;
}
