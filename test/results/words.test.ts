import { describe, expect, it } from 'vitest';
import { en } from '../../shared/results/words/en.ts';
import { es } from '../../shared/results/words/es.ts';

const PRONOUNS = {
  en: /\b(he|she|they|them|his|hers?|their|theirs|him|it|its|we|us|our|you|your|i|me|my|nobody|somebody|someone|everybody|everyone)\b/i,
  es: /\b(él|ella|ellos|ellas|usted|ustedes|nosotros|nuestr[oa]s?|suy[oa]s?|nadie|alguien)\b/i,
};

/** Words that paint a movement, and adverbs nobody counted. "Only", "early" and "exactly" state facts. */
const PAINT =
  /\b(surg|soar|plung|collaps|crash|jump|leap|tumbl|dramatic|stunning|huge|massive|narrow|clear lead|victory|expected to|likely|(?!only|early|exactly)[a-z]+ly\b)/i;

const PAINT_ES = /\b(desplom|dispar|arras|dramátic|enorme|masiv|(?!exactamente)[a-zá-ú]+mente\b)/i;

function placeholders(template: string): readonly string[] {
  return [...template.matchAll(/\{[^}]*\}/g)].map(([found]) => found).sort();
}

describe('the sentences', () => {
  it.each(Object.entries(en))('%s has no pronoun and paints nothing', (_, template) => {
    expect(template).not.toMatch(PRONOUNS.en);
    expect(template).not.toMatch(PAINT);
  });

  it.each(Object.entries(es))('%s has none in Spanish', (_, template) => {
    expect(template).not.toMatch(PRONOUNS.es);
    expect(template).not.toMatch(PAINT_ES);
  });

  it('take the same arguments in both languages', () => {
    const taken = (words: Readonly<Record<string, string>>) =>
      Object.entries(words).map(([key, template]) => [key, placeholders(template)]);
    expect(taken(es)).toEqual(taken({ ...en }));
  });

  it('say "won" and "winner" only of what is called or certified', () => {
    const saying = Object.entries(en).filter(([, template]) =>
      /\b(won|winners?)\b/i.test(template),
    );
    expect(saying.length).toBeGreaterThan(0);
    for (const [key] of saying) expect(key).toMatch(/^(called|change\.call|final)\./);
  });

  it('say "certain" and "cannot" only of what arithmetic proves, or of what is no longer so', () => {
    const saying = Object.entries(en).filter(([, template]) =>
      /\b(certain|cannot|no longer clear)\b/i.test(template),
    );
    for (const [key] of saying)
      expect(key).toMatch(/^(proved|win|advance|runoff|open|change\.withdrawn)/);
  });

  it('call an expected vote an estimate', () => {
    expect(en['left.estimate']).toContain('estimated');
    for (const template of Object.values(en)) expect(template).not.toMatch(/expected/i);
  });
});
