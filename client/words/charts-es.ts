import type { ChartWords } from './charts-en.ts';

export const chartsEs: ChartWords = {
  countMoved: 'Cómo ha ido el recuento',
  countMovedPlain: 'Cada paso es una tanda de informes.',
  countMovedNote: (name) =>
    `Cada paso es una tanda de informes. La banda va desde donde terminaría ${name} sin ninguno de los votos pendientes según la estimación hasta donde terminaría ${name} con todos.`,
  countMovedNoteHard: (name) =>
    `Cada paso es una tanda de informes. La banda son todos los porcentajes finales que ${name} puede alcanzar todavía.`,
  countMovedNoteDone: (name) =>
    `Cada paso es una tanda de informes. La banda son todos los porcentajes finales que ${name} podía alcanzar en cada momento, con los votos que llegaron.`,

  needsShare: (share) => `hace falta el ${share}`,
  countedSoFar: 'Contado hasta ahora',
  placeAndMethod: (place, method) => `${place}, ${method}`,
  needsOfAtMost: (name, share, votes) =>
    `Seguro es solo lo que vale vote quien vote: pueden llegar como máximo ${votes} votos, y de todos ellos ${name} necesita el ${share}.`,

  whereOut: 'Dónde faltan votos',
  whereOutNote: (name, share) =>
    `Según la estimación. Un punto es el porcentaje de ${name} en lo contado allí hasta ahora; la línea es el ${share} que ${name} necesita de lo que falta.`,
  whereOutNoteNoLine: 'Según la estimación.',
  nothingThere: 'Allí aún no hay nada contado.',
  dotsOver: (name) => `Un punto lleno llega a lo que ${name} necesita, uno vacío no.`,

  byMethod: 'Cómo se votó',
  byMethodNote: (name) => `El porcentaje de ${name} en cada tipo de voto, ante la misma línea.`,
  nothingCounted: 'ninguno aún',
  completeIn: (complete, units) => `completo en ${complete} de ${units}`,
};
