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

/** The first whole answer of a text and what follows it; null while there is none. 1xx and 304 have no body. */
function takeAnswer(text: string): { answer: RawAnswer; rest: string } | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end);
  const status = Number(head.slice(9, 12));
  const isEmpty = status < 200 || status === 304;
  const taken = isEmpty ? { body: '', until: end + 4 } : takeBody(text, head, end + 4);
  if (taken === null || text.length < taken.until) return null;
  return { answer: { status, head, body: taken.body }, rest: text.slice(taken.until) };
}

/** By its length, or in pieces that each have theirs. */
function takeBody(
  text: string,
  head: string,
  from: number,
): { body: string; until: number } | null {
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) {
    const until = from + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    return { body: text.slice(from, until), until };
  }
  let body = '';
  for (let at = from; ; ) {
    const line = text.indexOf('\r\n', at);
    if (line < 0) return null;
    const length = Number.parseInt(text.slice(at, line), 16);
    body += text.slice(line + 2, line + 2 + length);
    at = line + 2 + length + 2;
    if (length === 0) return { body, until: at };
  }
}
