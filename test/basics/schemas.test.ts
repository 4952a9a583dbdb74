import { expect, it } from 'vitest';
import { countSchema, numberSchema, textSchema } from '../../shared/basics/schemas.ts';

const isText = (text: string) => textSchema('a reason').safeParse(text).success;

it('takes text that can be written down, in any script and over several lines', () => {
  for (const text of ['Fulton', 'a\tb\r\nc', 'Añasco', '投票', '👩🏽‍🚀', 'e\u0301'])
    expect(isText(text), text).toBe(true);
});

it('refuses text that would change on its way to a reader', () => {
  for (const text of ['\u0000', 'a\u0007b', '\u001b[31m', '\u007f', '\ud83d', 'a\udc00b', '\u0085'])
    expect(isText(text), JSON.stringify(text)).toBe(false);
});

it('takes nothing for nothing, whatever its sign', () => {
  expect(countSchema().parse(JSON.parse('-0'))).toBe(0);
  expect(numberSchema(-1, 1).parse(JSON.parse('-0'))).toBe(0);
});

it('refuses a number beyond all numbers', () => {
  for (const text of ['1e400', '-1e400', '1e21', '0.5', '9007199254740993'])
    expect(countSchema().safeParse(JSON.parse(text)).success, text).toBe(false);
});
