import type { BacktestResult } from './run-backtest.ts';

const size = { left: 64, top: 56, plot: 360, width: 460, height: 476 };

/** What was said against what happened, as an SVG picture: on the diagonal, a score means what it says. */
export function reliabilityDiagram({ model, test, radiusKm, horizonDays }: BacktestResult): string {
  const x = (share: number) => round(size.left + share * size.plot);
  const y = (share: number) => round(size.top + (1 - share) * size.plot);
  const bins = model.reliability.filter((bin) => bin.predicted !== null && bin.observed !== null);
  const largest = Math.max(...bins.map((bin) => bin.count));
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const said = bins.map(
    ({ predicted, observed, count }) =>
      `where it said ${percent(predicted!)}, ${percent(observed!)} happened (${count.toLocaleString('en')} times)`,
  );
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="title description" font-family="system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif">`,
    `  <title id="title">Reliability of the score, ${test.fromYear} to ${test.untilYear}</title>`,
    `  <desc id="description">${said.join('; ')}.</desc>`,
    '  <style>',
    '    .page { fill: #ffffff } .frame { fill: none; stroke: #8a97a6 } .grid { stroke: #e3e8ed }',
    '    .ideal { stroke: #8a97a6; stroke-dasharray: 5 4 } .course { fill: none; stroke: #2f6296; stroke-width: 2 }',
    '    .point { fill: #2f6296; fill-opacity: .85 } text { font-size: 12px; fill: #1c2733 } .title { font-size: 15px; font-weight: 700 }',
    '    @media (prefers-color-scheme: dark) {',
    '      .page { fill: #14181d } .grid { stroke: #2a323b } .course { stroke: #6f9fd0 } .point { fill: #6f9fd0 } text { fill: #e3e8ed }',
    '    }',
    '  </style>',
    `  <rect class="page" width="${size.width}" height="${size.height}" rx="8"/>`,
    `  <text class="title" x="${size.left}" y="26">Said and happened, ${test.fromYear} to ${test.untilYear}</text>`,
    `  <text x="${size.left}" y="44">${test.samples.toLocaleString('en')} forecasts; the larger a point, the more of them</text>`,
  ];
  for (const tick of ticks) {
    lines.push(
      `  <path class="grid" d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}"/>`,
      `  <text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${percent(tick)}</text>`,
      `  <text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${percent(tick)}</text>`,
    );
  }
  lines.push(
    `  <rect class="frame" x="${x(0)}" y="${y(1)}" width="${size.plot}" height="${size.plot}"/>`,
    `  <path class="ideal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>`,
    `  <polyline class="course" points="${bins.map((bin) => `${x(bin.predicted!)},${y(bin.observed!)}`).join(' ')}"/>`,
    ...bins.map(
      ({ predicted, observed, count }) =>
        `  <circle class="point" cx="${x(predicted!)}" cy="${y(observed!)}" r="${round(3 + 6 * Math.sqrt(count / largest))}"><title>said ${percent(predicted!)}, happened ${percent(observed!)}, ${count.toLocaleString('en')} forecasts</title></circle>`,
    ),
    `  <text x="${x(0.5)}" y="${y(0) + 42}" text-anchor="middle">score: chance of a deadly event within ${radiusKm} km in ${horizonDays} days</text>`,
    `  <text transform="translate(18 ${y(0.5)}) rotate(-90)" text-anchor="middle">how often it happened</text>`,
    `  <text x="${x(1) - 8}" y="${y(0) - 10}" text-anchor="end">below the dashed line: too high a score</text>`,
    '</svg>',
  );
  return `${lines.join('\n')}\n`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
