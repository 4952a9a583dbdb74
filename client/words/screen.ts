import type { Language } from './format.ts';

/** Two lines, one under the other. */
type Lines = readonly [string, string];

/** Words that only a screen in a room needs: few, and short enough for ten metres. */
const en = {
  toWin: (name: string) => `To win outright, ${name} needs`,
  toClear: (name: string) => `To clear the line, ${name} needs`,
  ofOutEstimate: (votes: string): Lines => [`of about ${votes}`, 'votes still out'],
  ofOutAtMost: (votes: string): Lines => [`of at most ${votes}`, 'votes still out'],
  points: (points: string) => `${points} points`,
  needed: (needed: string, counted: string) => `${needed} needed, ${counted} counted`,
  shortSoFar: 'So far short of the line by',
  overSoFar: 'So far over the line by',
  precinctsNotIn: (out: string, all: string, county: string) =>
    `${out} of ${all} ${county} precincts not in`,
  countiesComplete: (counties: string) => `${counties} complete`,
  against: (names: readonly string[]) => names.join(' against '),
  runoffCertain: 'A runoff is certain',
  cannotBeOvertaken: (name: string) => `${name} cannot be overtaken`,
  calledBy: (sources: string) => `Called by ${sources}`,
  theRest: 'Others',
  noVotes: 'No votes counted yet',
  ofExpected: (votes: string) => `Of about ${votes} votes, an estimate`,
  ofAtMost: (votes: string) => `Of ${votes} votes at most`,
  aboutStillToCount: (votes: string) => `about ${votes} still to count`,
  stillToCome: (votes: string) => `at most ${votes} still to come`,
  precincts: (complete: string, all: string) => `${complete} of ${all} precincts`,
  locked: 'Publishing on hold',
  underReview: (reports: number) =>
    reports === 1 ? '1 report under review' : `${reports} reports under review`,
};

type ScreenWords = typeof en;

const es: ScreenWords = {
  toWin: (name) => `Para ganar, ${name} necesita`,
  toClear: (name) => `Para superar la línea, ${name} necesita`,
  ofOutEstimate: (votes) => [`de unos ${votes}`, 'votos pendientes'],
  ofOutAtMost: (votes) => [`de ${votes} votos`, 'pendientes como máximo'],
  points: (points) => `${points} puntos`,
  needed: (needed, counted) => `Hacen falta ${needed}, contados ${counted}`,
  shortSoFar: 'Por ahora, bajo la línea por',
  overSoFar: 'Por ahora, sobre la línea por',
  precinctsNotIn: (out, all, county) => `Faltan ${out} de ${all} recintos de ${county}`,
  countiesComplete: (counties) => `${counties}: completo`,
  against: (names) => names.join(' contra '),
  runoffCertain: 'La segunda vuelta es segura',
  cannotBeOvertaken: (name) => `${name} ya no puede ser superado`,
  calledBy: (sources) => `Anunciado por ${sources}`,
  theRest: 'Otros',
  noVotes: 'Aún no hay votos contados',
  ofExpected: (votes) => `De unos ${votes} votos, una estimación`,
  ofAtMost: (votes) => `De ${votes} votos como máximo`,
  aboutStillToCount: (votes) => `unos ${votes} por contar`,
  stillToCome: (votes) => `como máximo ${votes} pendientes`,
  precincts: (complete, all) => `${complete} de ${all} recintos`,
  locked: 'Publicación detenida',
  underReview: (reports) =>
    reports === 1 ? '1 informe en revisión' : `${reports} informes en revisión`,
};

export function screenWords(language: Language): ScreenWords {
  return language === 'en' ? en : es;
}
