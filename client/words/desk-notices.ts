import type { Language } from './format.ts';

/** Words of the desk about notices to readers and about locking a contest. */
const en = {
  title: 'Notices to readers',
  none: 'No notice is up.',
  post: 'Post a notice',
  english: 'In English',
  spanish: 'In Spanish',
  noSpanish: 'Readers in Spanish will see the English text.',
  since: 'Holds since (blank: now)',
  sinceNote: (zone: string) => `Time in ${zone}`,
  postIt: 'Post it on every screen',
  up: (time: string) => `Up since ${time}`,
  fact: (time: string) => `Votes have come in since, at ${time}. Is it still true?`,
  end: 'Take it down',

  lock: 'Hold all publishing',
  lockTitle: 'Hold all publishing',
  lockNote: 'Whatever comes in is held until the contest is unlocked. Readers are told so.',
  lockReason: 'Why it is locked',
  lockIt: 'Lock the contest',
  locked: 'Locked',
  lockedNote: 'Whatever comes in is held until it is unlocked.',
  unlock: 'Unlock',
  unlockTitle: 'Unlock the contest',
  unlockNote: 'What comes in from now on is published again. What is held stays held.',
  unlockReason: 'Why it is unlocked',
  unlockIt: 'Unlock the contest',
};

const es: typeof en = {
  title: 'Avisos a los lectores',
  none: 'No hay ningún aviso puesto.',
  post: 'Poner un aviso',
  english: 'En inglés',
  spanish: 'En español',
  noSpanish: 'Los lectores en español verán el texto inglés.',
  since: 'Vale desde (en blanco: ahora)',
  sinceNote: (zone) => `Hora de ${zone}`,
  postIt: 'Ponerlo en todas las pantallas',
  up: (time) => `Puesto desde las ${time}`,
  fact: (time) => `Han entrado votos después, a las ${time}. ¿Sigue siendo cierto?`,
  end: 'Quitarlo',

  lock: 'Retener todo',
  lockTitle: 'Retener todo lo que llegue',
  lockNote: 'Todo lo que llega queda retenido hasta que se desbloquee. Se dice a los lectores.',
  lockReason: 'Por qué se bloquea',
  lockIt: 'Bloquear la contienda',
  locked: 'Bloqueada',
  lockedNote: 'Todo lo que llega queda retenido hasta que se desbloquee.',
  unlock: 'Desbloquear',
  unlockTitle: 'Desbloquear la contienda',
  unlockNote: 'Lo que llegue desde ahora se vuelve a publicar. Lo retenido sigue retenido.',
  unlockReason: 'Por qué se desbloquea',
  unlockIt: 'Desbloquear la contienda',
};

export function noticeWords(language: Language): typeof en {
  return language === 'en' ? en : es;
}
