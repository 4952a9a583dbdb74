import fc from 'fast-check';

/** Values that somewhere somebody did not expect. Texts of keys are among them: ids may be of any kind. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  'x',
  'constructor',
  '__proto__',
  'toString',
  'ana',
  'north/1',
  'mayor',
  '2017-04-18T19:00:00-04:00',
  '2017-02-30T00:00:00Z',
  '9'.repeat(400),
  'ä'.repeat(201),
  '\u0000',
  '\ud800',
  '\u202e',
  '<script>',
  -1,
  -0,
  0.5,
  1,
  1_000_000_001,
  2 ** 53,
  1e308,
  [],
  {},
  [[]],
  [null, 1, 'x'],
  { length: 5 },
  { toJSON: 1 },
  JSON.parse('{"__proto__":{"role":"admin"}}'),
  nested(2_000),
];

/** What JSON can say and no value of JavaScript can: put into the text in place of a marker. */
const TOKENS = [
  '1e400',
  '-1e400',
  '-0',
  '1E+2',
  '0.1e1',
  '"\\ud83d"',
  '"\\u0000"',
  '{"a":1,"a":2}',
];
const MARK = '@token@';

const KEYS = ['__proto__', 'constructor', 'prototype', 'x', '', 'votes', 'contest', 'id', 'seq'];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

interface Change {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'rename' | 'repeat' | 'token';
  readonly odd: number;
  readonly key: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1_000),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'rename', 'repeat', 'token'),
  odd: fc.nat(ODD.length - 1),
  key: fc.nat(KEYS.length - 1),
});

/** A body that is nearly right: one of `bodies` with a few changes at any depth, as text. */
export function nearly(bodies: readonly unknown[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(bodies.length - 1), fc.array(change, { maxLength: 3 }), spoiling)
    .map(([which, changes, spoil]) => {
      const value = changes.reduce<unknown>(changed, structuredClone(bodies[which]));
      const token = TOKENS[changes[0]?.odd ?? 0] ?? 'nul';
      return spoil((JSON.stringify(value) ?? '').replaceAll(`"${MARK}"`, token));
    });
}

/** Mostly nothing; now and then a text that is cut, doubled or has something strange in it. */
const spoiling: fc.Arbitrary<(text: string) => string> = fc
  .tuple(fc.nat(19), fc.nat(), fc.constantFrom('}', ']', '"', ',', '\\', '\u0000', '\ufeff', '/*'))
  .map(([how, place, strange]) => (text) => {
    const at = place % (text.length + 1);
    switch (how) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(0, at) + strange + text.slice(at);
      case 2:
        return text + text;
      default:
        return text;
    }
  });

/** Any text or JSON at all. */
export const anyBody: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .constantFrom(['[', ']'] as const, ['{"a":', '}'] as const, ['[[', ''] as const)
    .map(([open, close]) => `${open.repeat(1_000)}1${close.repeat(1_000)}`),
);

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Changes one place of a JSON value, in place where that is possible. */
function changed(value: unknown, { at, how, odd, key }: Change): unknown {
  const places = placesIn(value);
  const place = places[at % (places.length + 1)];
  const strange = how === 'token' ? MARK : structuredClone(ODD[odd]);
  if (place === undefined) return how === 'replace' && at % 7 === 0 ? strange : value;
  const { parent, key: name } = place;
  if (how === 'replace' || how === 'token') define(parent, name, strange);
  else if (Array.isArray(parent)) changeList(parent, Number(name), how, strange);
  else changeFields(parent, name, how, KEYS[key] ?? 'x', strange);
  return value;
}

function changeList(list: unknown[], at: number, how: Change['how'], strange: unknown): void {
  if (how === 'remove') list.splice(at, 1);
  else list.push(how === 'repeat' ? list[at] : strange);
}

function changeFields(
  parent: Record<string, unknown>,
  name: string,
  how: Change['how'],
  key: string,
  strange: unknown,
): void {
  if (how === 'repeat') define(parent, `${name}x`, parent[name]);
  if (how === 'add') define(parent, key, strange);
  if (how === 'rename') define(parent, key, parent[name]);
  if (how === 'rename' || how === 'remove') delete parent[name];
}

/** As JSON.parse does it: a key `__proto__` is a key like any other. */
function define(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function placesIn(value: unknown, found: Place[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null || found.length > 500) return found;
  // `as`: an object or a list, whose members are looked up by their keys alone.
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    found.push({ parent, key });
    placesIn(parent[key], found);
  }
  return found;
}
