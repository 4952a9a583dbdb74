import { chartsEs } from './charts-es.ts';
import type { Words } from './en.ts';

/** Every word of the interface in Spanish. */
export const es: Words = {
  ...chartsEs,
  skipToResults: 'Ir a los resultados',
  frontTitle: 'Resultados de la noche electoral',
  frontNone: 'Todavía no hay ninguna contienda en este servidor.',
  notFound: 'Esa página no existe.',
  toFront: 'Todas las contiendas',
  otherLanguage: 'English',
  pause: 'Pausar',
  resume: 'Reanudar',
  paused: 'En pausa',
  waiting: (updates) =>
    updates === 1
      ? 'En pausa. Espera 1 actualización.'
      : `En pausa. Esperan ${updates} actualizaciones.`,

  pastLabel: 'La noche hasta ahora',
  asItWasAt: (time) => `Así estaba ${moment('a', time)}`,
  changeBefore: 'Cambio anterior',
  changeAfter: 'Cambio siguiente',
  backToNow: 'Volver al presente',
  nightMoments: 'La noche, momento a momento',
  nightPoint: (time, name, share, votes) => `${time}: ${name}, ${share} de ${votes} votos`,
  showMoment: 'Ver este momento',

  pollsOpen: 'Urnas abiertas',
  tooEarly: 'Demasiado pronto',
  counting: 'En recuento',
  countPaused: 'Recuento detenido',
  notUpdating: 'Sin actualizar',
  cannotBeOvertaken: 'No puede ser alcanzado',
  runoff: (day) => (day === null ? 'Segunda vuelta' : `Segunda vuelta, ${day}`),
  tied: 'Empate',
  uncontested: 'Sin votación',
  won: (name) => `Ganó ${name}`,
  callUnderReview: 'Anuncio en revisión',
  recountPossible: 'Posible recuento',
  certified: (day) => `Certificado, ${day}`,
  correction: 'Corrección',
  calledAdvance: (names, count) => (count === 1 ? `Pasa ${names}` : `Pasan ${names}`),
  passed: 'Aprobación segura',
  failed: 'Rechazo seguro',

  notUpdatingFor: (minutes) => `Sin actualizar desde hace ${minutes} min`,
  notUpdatingSince: (time) => `Sin actualizar ${moment('desde', time)}`,
  reconnecting: 'Intentando reconectar. Las cifras de abajo son las últimas que llegaron.',
  noNewVotesSince: (time) => `Sin votos nuevos ${moment('desde', time)}`,
  expectedCounted: (part) => `${part} del voto esperado contado`,
  expectedShort: (part) => `${part} del voto esperado`,
  votesCounted: (votes) => `${votes} votos contados`,
  asOf: (time) => moment('Hasta', time),
  noVotesYet: 'Aún no hay votos contados',
  pollsCloseAt: (time) => `Las urnas cierran ${moment('a', time)}`,

  ruleMajority: 'Gana quien obtenga más de la mitad de los votos.',
  ruleShareMore: (share) => `Gana quien obtenga más del ${share} de los votos.`,
  ruleShareLeast: (share) => `Gana quien obtenga al menos el ${share} de los votos.`,
  rulePassMore: (share) => `Se aprueba con más del ${share} de los votos.`,
  rulePassLeast: (share) => `Se aprueba con al menos el ${share} de los votos.`,
  rulePlurality: (seats) =>
    seats === 1
      ? 'Gana quien tenga más votos.'
      : `Obtienen un escaño quienes tengan más votos: ${seats} escaños.`,
  ruleTopN: (places) => `Pasan los ${number(places)} primeros, con cualquier porcentaje.`,
  elseRunoff: (places, day) =>
    `Si nadie llega, los ${number(places)} primeros van a una segunda vuelta${day === null ? '' : ` el ${day}`}.`,
  onRequest: 'El segundo debe pedir la segunda vuelta.',

  flagMore: (share) => `Con más del ${share} se gana`,
  flagLeast: (share) => `Con el ${share} se gana`,
  flagPassMore: (share) => `Con más del ${share} se aprueba`,
  flagPassLeast: (share) => `Con el ${share} se aprueba`,
  sharesOfVotes: 'Porcentaje de los votos contados',
  others: (count) => `Otros ${count}`,
  showFewer: 'Ver menos',
  rangeIfExpected: (min, max) => `entre ${min} y ${max} si la participación es la estimada`,
  rangeCan: (min, max) => `aún puede terminar entre ${min} y ${max}`,
  exactlyHalf: 'exactamente la mitad',

  votesInHand: 'Votos en mano',
  ofExpected: (votes) => `de ${votes} esperados, una estimación`,
  ofAtMost: (votes) => `de ${votes} como máximo`,
  ofCounted: (votes) => `de ${votes} contados`,
  everyoneElse: 'Los demás',
  stillExpected: (votes) => `unos ${votes} por contar`,
  stillPossible: (votes) => `como máximo ${votes} por llegar`,
  allVotes: (votes) => `los ${votes} votos`,
  closingNote: (name) =>
    `Lo decide quien cruce antes la línea, si la participación es la estimada: gana ${name}, o los demás fuerzan una segunda vuelta.`,
  closingNoteHard: (name) =>
    `Lo decide quien cruce antes la línea: gana ${name}, o los demás fuerzan una segunda vuelta.`,
  closingNotePasses: 'Lo decide quien cruce antes la línea.',

  pathTo: (share) => `Camino al ${share}`,
  needsOf: (votes, name) =>
    `de los ${votes} votos por contar, según la estimación, es lo que ${name} necesita para ganar ya.`,
  needsOfHard: (votes, name) =>
    `de los ${votes} votos que aún pueden llegar es lo que ${name} necesita para ganar ya.`,
  needsEnough: (name) => `${name} ya tiene suficientes, si la participación es la estimada.`,
  needsEnoughHard: (name) => `${name} ya tiene suficientes, llegue lo que llegue.`,
  needsCannot: (name) =>
    `Si la participación es la estimada, a ${name} no le bastan ni todos los votos por contar.`,
  needsCannotHard: (name) => `${name} ya no puede llegar a la línea, llegue lo que llegue.`,
  shortOfTheLine: 'Le faltan para la línea',
  overTheLine: 'Sobre la línea por',
  votes: (votes) => `${votes} votos`,
  vote: '1 voto',
  neededAndCounted: (needed, counted) => `${needed} necesarios, ${counted} contados`,

  stillOut: 'Por contar',
  precinctsReporting: 'Recintos informados',
  precinctsOf: (complete, all) => `${complete} de ${all} recintos`,
  precinctsPartly: (partial) => `${partial} en parte`,
  votesStillOut: 'Votos por contar',
  votesOutExpected: (votes) => `unos ${votes} votos, según la estimación`,
  votesOutBound: (votes) => `como máximo ${votes} votos`,
  votesOutCounty: (votes) => `unos ${votes} votos por contar`,
  votesOutNone: 'ninguno',
  boundBy: {
    registration: 'todas las personas inscritas',
    turnout: 'los libros de votación',
    mixed: 'libros de votación e inscripción',
    complete: 'todos los recintos completos',
    roll: 'el padrón entero',
    late: 'los votos tardíos',
  },
  noBound: 'No se conoce un máximo, así que nada puede darse por seguro:',
  boundMissing: {
    'registration-unknown': 'no se conoce la inscripción en todas partes',
    'registration-not-a-bound': 'la inscripción no incluye a todas las personas que pueden votar',
    'more-counted-than-bound': 'en alguna parte se contó más de lo inscrito',
    'late-unbounded': 'no se sabe cuántas papeletas tardías pueden llegar',
  },

  calls: 'Anuncios',
  noCalls: 'Nadie ha anunciado un resultado.',
  callWinner: (names) => `Ganó: ${names}`,
  callRunoff: (names) => `Segunda vuelta: ${names}`,
  callRunoffPlain: 'Segunda vuelta',
  callAdvance: (names) => `Pasan: ${names}`,
  callTooEarly: 'Demasiado pronto para anunciar',
  callTooClose: 'Demasiado reñido para anunciar',
  calledBy: (source) => `anunciado por ${source}`,
  underReviewShort: (count) => `${count} en revisión`,
  underReview: 'En revisión',
  callReinstated: 'El anuncio vuelve a valer',
  callRetracted: 'Anuncio retirado',
  reinstated: (time, reason) => `Vuelve a valer ${moment('desde', time)}: ${reason}`,
  reviewedSince: (time, reason) => `En revisión ${moment('desde', time)}: ${reason}`,
  contradicted: 'El recuento contradice este anuncio',
  retractedSince: 'Retirado',
  retracted: (time, reason) => `Retirado ${moment('a', time)}: ${reason}`,

  updates: 'Novedades',
  noUpdates: 'Nada todavía.',
  since: (time) => moment('Desde', time),
  fromTo: (from, to) => `${from} a ${to}`,
  showOlder: (older) => `Ver anteriores (${older})`,
  pollsClosed: 'Cierre de las urnas.',
  noticeEnded: (notice) => `Ya no está vigente: ${notice}`,
  amended: 'Enmienda',
  definitionLoaded: 'Se volvió a cargar la definición',
  amendedParts: {
    late: 'Votos tardíos',
    units: 'Inscripción, participación o voto esperado',
    choices: 'Candidaturas',
    pollsClose: 'Cierre de las urnas',
    certified: 'Certificación',
    next: 'Siguiente vuelta',
  },
  correctedMark: 'corregido',
  corrected: (name, to) => `${name} ${to}, no `,
  change: (name, from, to) => `${name} ${to}, no ${from}`,

  noLongerCertain: 'Lo que era seguro ya no está probado',
  noLonger: {
    'win-certain': (names) =>
      names === '' ? 'La victoria ya no es segura' : `La victoria ya no es segura para ${names}`,
    'runoff-certain': (names) =>
      names === ''
        ? 'La segunda vuelta ya no es segura'
        : `La segunda vuelta ya no es segura: ${names}`,
    'advance-certain': (names) =>
      names === '' ? 'Quién pasa ya no es seguro' : `El pase ya no es seguro: ${names}`,
    'pass-certain': (_) => 'La aprobación ya no es segura',
    'fail-certain': (_) => 'El rechazo ya no es seguro',
    through: (names) => `El pase ya no es seguro: ${names}`,
    placed: (names) => `El puesto en la segunda vuelta ya no es seguro: ${names}`,
    out: (names) => `Ya no es segura la eliminación: ${names}`,
  },
  ownReasons: {
    'more votes were counted': 'Se contaron más votos',
    'the definition was loaded again': 'Se volvió a cargar la definición',
  },

  nextRound: 'Siguiente vuelta',
  roundBefore: 'Vuelta anterior',
  round: (name, day) => `${name}, ${day}`,

  byParty: 'Por partido',
  byPartyNote:
    'Todas las candidaturas de un partido juntas. Un partido no puede ganar, solo una candidatura.',
  candidates: (count) => `${count} ${count === 1 ? 'candidatura' : 'candidaturas'}`,
  allCandidates: (count) => (count === 1 ? 'La candidatura' : `Las ${count} candidaturas`),
  allAnswers: 'Todas las respuestas',
  candidate: 'Candidatura',
  answer: 'Respuesta',
  votesColumn: 'Votos',
  shareColumn: 'Porcentaje',
  total: 'Total',
  incumbent: 'en el cargo',
  withdrawn: 'se retiró',
  notEligible: 'no puede ganar',
  notCounted: 'sus votos no cuentan',
  status: {
    open: '',
    'win-certain': 'no puede ser alcanzado',
    placed: 'al menos segunda vuelta',
    through: 'pasa',
    out: '',
    tied: 'empate',
  },

  labels: {
    'reconstructed-order':
      'Reconstrucción: los votos son los certificados; el orden en que informaron los recintos se reconstruyó de lo publicado aquella noche.',
    test: 'Datos de prueba: no es un resultado real.',
    replay: 'Repetición de una noche pasada.',
    simulated: 'Simulación: no es un resultado real.',
  },
  labelShort: {
    'reconstructed-order': 'Reconstrucción',
    test: 'Prueba',
    replay: 'Repetición',
    simulated: 'Simulación',
  },
  denominator:
    'Los porcentajes son de los votos válidos de esta contienda. Los votos en blanco y nulos no forman parte.',
  denominatorMany:
    'Cada papeleta tiene varios votos. Los porcentajes son de los votos, no de las papeletas.',
  expectedSource: (who) => `Voto esperado, una estimación: ${who}`,
  source: (who) => `Fuente: ${who}`,
  holds: (count) =>
    count === 1
      ? '1 informe está en revisión y aún no forma parte del recuento.'
      : `${count} informes están en revisión y aún no forman parte del recuento.`,
  lockedShort: 'Publicación detenida',
  locked: 'La publicación de esta contienda está detenida.',

  announceShare: (name, share, side) => `${name} ${share}, ${side}.`,
  announceOver: 'sobre la línea',
  announceUnder: 'bajo la línea',
  announceCrossed: (name, share, side) => `${name} está ahora ${side}, con ${share}.`,
  announceCorrection: 'Se hizo una corrección.',
  announceCall: (text) => `Anuncio: ${text}.`,
  documentTitle: (name, share, counted) =>
    counted === null ? `${name} ${share}` : `${name} ${share}, ${counted} contado`,

  methods: {
    'election-day': 'día de la elección',
    early: 'anticipado',
    'absentee-mail': 'por correo',
    provisional: 'provisional',
    uocava: 'militares y exterior',
    total: 'todos los votos',
  },
};

/** Small numbers as words. */
function number(value: number): string {
  return ['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis'][value] ?? String(value);
}

/** A las 19:00 ET, a la 1:10 ET; desde el 20 de junio a las 19:00 ET. */
function moment(preposition: string, time: string): string {
  const [day, clock] = time.includes(', ') ? time.split(', ') : [null, time];
  const at = `${clock?.startsWith('1:') ? 'la' : 'las'} ${clock}`;
  if (day === null) return `${preposition} ${at}`;
  return preposition === 'a' ? `el ${day} a ${at}` : `${preposition} el ${day} a ${at}`;
}
