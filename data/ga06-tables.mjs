// What the scripts that write Georgia's two nights of 2017 share.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';

export const STATE = 'Georgia Secretary of State';

/** Advance in person is one way of voting, however many columns a county keeps it in. */
export const METHODS = {
  'Election Day': 'election-day',
  'Advance in Person': 'early',
  'Advance in Person 1': 'early',
  'Advance in Person 2': 'early',
  'Advance in Person 3': 'early',
  'Absentee by Mail': 'absentee-mail',
  Provisional: 'provisional',
};

export const PARTIES = { DEM: 'D', REP: 'R', IND: 'I' };

export function readTable(folder, name) {
  return csvParse(readFileSync(join(folder, name), 'utf8'));
}

export function unitIdOf({ county, precinct }) {
  const slug = (text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  return `${slug(county)}/${slug(precinct)}`;
}

export function choiceIdOf({ candidate }) {
  return candidate.split(' ').at(-1).toLowerCase();
}

/** Fulton's are codes (RW12), Cobb's are names already, DeKalb's are names in capitals. */
export function nameOf(precinct) {
  const name = precinct.trim();
  return /[0-9]|[a-z]/.test(name) ? name : titleCase(name);
}

export function titleCase(text) {
  return text.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Nested tables of summed votes, keyed as `keysOf` says. */
export function sumBy(rows, keysOf) {
  const tree = {};
  for (const row of rows) {
    const keys = keysOf(row);
    const leaf = keys.pop();
    const node = keys.reduce((at, key) => (at[key] ??= {}), tree);
    node[leaf] = (node[leaf] ?? 0) + Number(row.votes);
  }
  return tree;
}

export function sum(row) {
  return Object.values(row).reduce((all, number) => all + number, 0);
}

/** A definition in which the long lists stand one thing a line. */
export function electionText(head, { units, baselines, ...contest }) {
  const text = JSON.stringify({ ...head, contests: [contest] }, null, 2);
  const tail = [
    `      "units": [\n${lines(units.map((unit) => JSON.stringify(unit)))}\n      ],`,
    `      "baselines": [\n        ${baselines.map(baselineText).join(',\n        ')}\n      ]`,
  ].join('\n');
  return `${text.replace(/\n {4}\}\n {2}\]\n\}$/, `,\n${tail}\n    }\n  ]\n}\n`)}`;
}

/** Votes for the Democrats and for the Republicans, by unit and method. */
export function baselineOf(id, name, unitIds, votes) {
  const units = Object.fromEntries(unitIds.map((unit) => [unit, baselineUnit(votes[unit])]));
  return { id, name, parties: ['D', 'R'], units };
}

function baselineUnit(byMethod) {
  const rows = Object.entries(byMethod).map(([method, { D = 0, R = 0 }]) => [method, [D, R]]);
  const total = [0, 1].map((at) => rows.reduce((all, [, row]) => all + row[at], 0));
  return Object.fromEntries([['total', total], ...rows]);
}

function baselineText({ units: byUnit, ...head }) {
  const rows = Object.entries(byUnit).map(([id, row]) => `"${id}": ${JSON.stringify(row)}`);
  return `${JSON.stringify(head).slice(0, -1)}, "units": {\n${lines(rows)}\n        } }`;
}

function lines(texts) {
  return texts.map((text) => `          ${text}`).join(',\n');
}

/** An order drawn by lot, the same every time. */
export function lot({ unit, method }) {
  return createHash('sha256').update(`${method} ${unit}`).digest('hex');
}

export function withoutZeros(row, choices) {
  return Object.fromEntries(choices.flatMap(({ id }) => (row[id] > 0 ? [[id, row[id]]] : [])));
}

/** `24:10`: ten past midnight; `24:00.5`: half a minute past. */
export function minuteOf(clock) {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * @param date of the night
 * @param seconds since the midnight before it, Eastern Daylight Time
 */
export function timeOf(date, seconds) {
  const ms = Date.parse(`${date}T00:00:00Z`) + Math.round(seconds) * 1000;
  return `${new Date(ms).toISOString().slice(0, 19)}-04:00`;
}
