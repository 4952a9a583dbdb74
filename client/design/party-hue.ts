import type { Choice, Party } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';

/** What paints a party or a choice: a class of primitives.css, which knows the theme, or a colour of the definition's own. */
export type Hue =
  | { readonly className: string; readonly color: null }
  | { readonly className: null; readonly color: string };

export const OTHERS: Hue = { className: 'hue-o', color: null };

/** An id alone says little (L is Labour elsewhere): the name must begin as the party's does. */
const KNOWN = [
  { ids: ['d', 'dem'], name: /^democrat/i, className: 'hue-d' },
  { ids: ['r', 'rep', 'gop'], name: /^republican/i, className: 'hue-r' },
  { ids: ['l', 'lib', 'lbt'], name: /^libertarian/i, className: 'hue-l' },
  { ids: ['g', 'grn', 'gre'], name: /^green/i, className: 'hue-g' },
  { ids: ['i', 'ind'], name: /^(independent|unaffiliated|no party)/i, className: 'hue-i' },
] as const;

const NONPARTISAN_HUES = 5;

/** A choice's hue for the whole night: its party's, else one of the nonpartisan set by its place on the ballot. */
export function hueOfChoice(definition: Definition, choice: Choice): Hue {
  const party = partyOf(definition, choice);
  if (party !== null) return hueOfParty(party);
  if (choice.writeIn) return OTHERS;
  const partyless = definition.contest.choices.filter(({ party }) => party === null);
  const place = partyless.findIndex(({ id }) => id === choice.id) % NONPARTISAN_HUES;
  return { className: `hue-${place + 1}`, color: null };
}

export function partyOf(definition: Definition, choice: Choice): Party | null {
  return definition.election.parties.find(({ id }) => id === choice.party) ?? null;
}

export function hueOfParty(party: Party): Hue {
  const known = KNOWN.find(
    ({ ids, name }) => ids.some((id) => id === party.id.toLowerCase()) && name.test(party.name),
  );
  if (known !== undefined) return { className: known.className, color: null };
  return party.color === null ? OTHERS : { className: null, color: party.color };
}

/** One to three letters that stand for a party beside its colour. */
export function letterOf(party: Party): string {
  return (party.id.length <= 3 ? party.id : party.name.slice(0, 1)).toUpperCase();
}

/** Ink or paper, whichever can be read on a colour `#rrggbb` (WCAG's relative luminance). */
export function readableOn(color: string): '#14161a' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.19 ? '#14161a' : '#ffffff';
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
