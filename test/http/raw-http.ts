import { connect, type Socket } from 'node:net';

/** One answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** A connection on which a test writes whatever it likes, and reads answer by answer. */
export interface RawConnection {
  write(text: string | Buffer): void;
  /** The next answer; null where the server ends the connection instead. */
  answer(): Promise<RawAnswer | null>;
  /** Once the server has ended the connection. */
  readonly ended: Promise<void>;
  close(): void;
}

/** @param url of the server, such as `http://127.0.0.1:5050` */
export function openRaw(url: string): RawConnection {
  const socket: Socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  let isOver = false;
  const asking: ((answer: RawAnswer | null) => void)[] = [];
  const ended = new Promise<void>((resolve) => {
    const over = () => {
      isOver = true;
      tell();
      resolve();
    };
    socket.on('end', over).on('error', over).on('close', over);
  });
  socket.on('data', (data) => {
    text += data.toString('latin1');
    tell();
  });

  function tell(): void {
    while (asking.length > 0) {
      const taken = takeAnswer(text);
      if (taken === null && !isOver) return;
      text = taken?.rest ?? '';
      asking.shift()?.(taken?.answer ?? null);
    }
  }

  return {
    write: (data) => void socket.write(data, 'latin1'),
    answer: () =>
      new Promise((resolve) => {
        asking.push(resolve);
        tell();
      }),
    ended,
    close: () => void socket.destroy(),
  };
}

/** The first whole answer of a text, by its Content-Length; none for 1xx, 204 and 304. */
function takeAnswer(text: string): { answer: RawAnswer; rest: string } | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end);
  const status = Number(head.slice(9, 12));
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const until = end + 4 + (status < 200 || status === 304 ? 0 : length);
  if (text.length < until) return null;
  return { answer: { status, head, body: text.slice(end + 4, until) }, rest: text.slice(until) };
}
