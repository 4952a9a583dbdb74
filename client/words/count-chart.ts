import type { Language } from './format.ts';

/** Words of the picture of shares over votes counted, which is fetched only once a reader comes near it. */
const en = {
  picture: (name: string, share: string, ofExpected: string | null) =>
    ofExpected === null
      ? `${name} stands at ${share}.`
      : `${name} stands at ${share} with ${ofExpected} of the expected vote counted.`,
  ceiling: 'Ceiling',
  floor: 'Floor',
  over: (name: string, time: string) => `${name} over the line, ${time}`,
  under: (name: string, time: string) => `${name} under the line, ${time}`,
  ofExpected: 'Share of expected vote counted',
  ofPossible: 'Share of the votes there can be, counted',
  ofAll: 'Share of all votes counted',
  soFar: 'Share of what is counted so far',
  ifExpected: (name: string, min: string, max: string) =>
    `Where ${name} ends if turnout matches the estimate: ${min} to ${max}`,
  possible: (name: string, min: string, max: string) =>
    `Where ${name} can still end, whoever votes: ${min} to ${max}`,
  possibleUnknown: 'How far it can still go at most is not known: no upper limit of the votes is.',
  asTable: 'The count as a table',
  time: 'Time',
  counted: 'Votes counted',
  nothing: 'No votes are counted yet.',
  away: 'The course of the count could not be fetched. It is tried again.',
};

type CountChartWords = typeof en;

const es: CountChartWords = {
  picture: (name, share, ofExpected) =>
    ofExpected === null
      ? `${name} está en ${share}.`
      : `${name} está en ${share} con ${ofExpected} del voto esperado contado.`,
  ceiling: 'Techo',
  floor: 'Suelo',
  over: (name, time) => `${name} sobre la línea, ${time}`,
  under: (name, time) => `${name} bajo la línea, ${time}`,
  ofExpected: 'Parte contada del voto esperado',
  ofPossible: 'Parte contada de los votos que puede haber',
  ofAll: 'Parte contada de todos los votos',
  soFar: 'Parte de lo contado hasta ahora',
  ifExpected: (name, min, max) =>
    `Dónde termina ${name} si la participación es la estimada: de ${min} a ${max}`,
  possible: (name, min, max) =>
    `Dónde puede terminar todavía ${name}, vote quien vote: de ${min} a ${max}`,
  possibleUnknown:
    'No se sabe hasta dónde puede llegar como máximo: no hay un límite conocido de los votos.',
  asTable: 'El recuento en una tabla',
  time: 'Hora',
  counted: 'Votos contados',
  nothing: 'Aún no hay votos contados.',
  away: 'No se pudo obtener la marcha del recuento. Se vuelve a intentar.',
};

export function countChartWords(language: Language): CountChartWords {
  return language === 'en' ? en : es;
}
