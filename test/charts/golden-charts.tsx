import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { figuresOf } from '../../client/charts/figures.ts';
import { StageProvider, useNewStage } from '../../client/charts/use-stage.tsx';
import { HatchPattern } from '../../client/design/hatch.tsx';
import { ByMethod } from '../../client/watch/by-method.tsx';
import { CountPicture } from '../../client/watch/count-picture.tsx';
import { LineChart } from '../../client/watch/line-chart.tsx';
import { PartyBlocs } from '../../client/watch/party-blocs.tsx';
import { PathToLine } from '../../client/watch/path-to-line.tsx';
import { StillOut } from '../../client/watch/still-out.tsx';
import { WhereOut } from '../../client/watch/where-out.tsx';
import { lineOf } from '../../shared/election/rule.ts';
import type { Moment } from './georgia-moments.ts';

/** A chart as it is looked at: the component, and the room it gets on a phone or a laptop. */
interface Chart {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly draw: (moment: Moment) => ReactElement;
}

const PHONE = 358;
const LAPTOP = 1152;

export const CHARTS: readonly Chart[] = [
  ...both('bars', [520, 620], (moment) => <LineChart {...pictureOf(moment)} />),
  ...both('count', [300, 380], (moment, width) => (
    <CountPicture {...pictureOf(moment)} points={moment.points} width={width} />
  )),
  one('path', 300, 560, (moment) => <PathToLine {...pictureOf(moment)} tally={moment.tally} />),
  one('still-out', 300, 330, (moment) => <StillOut {...pictureOf(moment)} tally={moment.tally} />),
  ...both('where-out', [760, 330], (moment) => (
    <WhereOut {...pictureOf(moment)} tally={moment.tally} />
  )),
  ...both('by-method', [380, 330], (moment) => (
    <ByMethod {...pictureOf(moment)} tally={moment.tally} />
  )),
  ...both('blocs', [230, 200], (moment) => <PartyBlocs {...pictureOf(moment)} />),
];

const NOTHING = renderToStaticMarkup(<HatchPattern />);

/** A chart at a moment as one SVG document, in English; '' where the chart has nothing to say. */
export function svgOf({ width, height, draw }: Chart, moment: Moment): string {
  const markup = renderToStaticMarkup(<OnStage moment={moment}>{draw(moment)}</OnStage>);
  if (markup === NOTHING) return '';
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" class="golden">${markup}</div></foreignObject></svg>`;
  // A line for each element, inside the tags: so it reads as it draws.
  return `${document.replaceAll('><', '\n><')}\n`;
}

function both(
  name: string,
  [phone, laptop]: readonly [number, number],
  draw: (moment: Moment, width: number) => ReactElement,
): readonly Chart[] {
  return [
    one(`${name}-phone`, PHONE, phone, (moment) => draw(moment, PHONE)),
    one(`${name}-laptop`, LAPTOP, laptop, (moment) => draw(moment, LAPTOP)),
  ];
}

function one(name: string, width: number, height: number, draw: Chart['draw']): Chart {
  return { name, width, height, draw };
}

function pictureOf({ definition, standing }: Moment) {
  return { definition, standing, language: 'en' } as const;
}

function OnStage({ moment, children }: { moment: Moment; children: ReactNode }) {
  const figures = figuresOf(moment.standing);
  const stage = useNewStage(figures, lineOf(moment.definition.contest.rule));
  return (
    <StageProvider stage={stage} figures={figures} corrected={new Set()}>
      <HatchPattern />
      {children}
    </StageProvider>
  );
}
