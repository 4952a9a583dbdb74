import type { Socket } from 'socket.io';
import { assertNever } from '../../shared/basics/assert.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import type { SpokenStanding } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import type { ClientToServer, ServerToClient } from '../../shared/wire/messages.ts';
import type { Frame } from './frame.ts';
import type { Published } from './published.ts';

/** What a client asked for on connecting: tallies and their changes, or whole standings. */
export type Encoding = 'tally' | 'standing';

/** One socket, or a room of them. */
export type Outlet = Pick<Socket<ClientToServer, ServerToClient>, 'emit'>;

/** The one place where frames become what is sent. */
export function encodeFrame(frame: Frame, encoding: Encoding, epoch: string, to: Outlet): void {
  switch (frame.kind) {
    case 'snapshot': {
      const { contest, seq, definition } = frame.published;
      const place = { contest, position: { epoch, seq }, definitionVersion: definition.version };
      to.emit('snapshot', { ...place, ...wholeOf(frame.published, encoding) });
      return;
    }
    case 'update': {
      const { contest, seq, definition } = frame.published;
      const { since } = frame;
      const place = { contest, epoch, since, seq, definitionVersion: definition.version };
      const news =
        encoding === 'tally' ? { tally: frame.change } : wholeOf(frame.published, encoding);
      to.emit('update', { ...place, ...news });
      return;
    }
    case 'current':
      to.emit('current', { contest: frame.contest });
      return;
    default:
      assertNever(frame);
  }
}

function wholeOf(published: Published, encoding: Encoding) {
  if (encoding === 'tally') return { tally: published.tally };
  return { standing: standingOfPublished(published) };
}

const standings = new WeakMap<Published, SpokenStanding>();

/** Computed once for all who read standings, and only while someone does. */
function standingOfPublished(published: Published): SpokenStanding {
  const known = standings.get(published);
  if (known !== undefined) return known;
  const { definition, tally, seq, at, nightAt } = published;
  const standing = spokenStanding(standingOf(definition, tally, { seq, at, nightAt }), 'en');
  standings.set(published, standing);
  return standing;
}
