import robotsModule from 'robots-parser';

type Robots = {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
};

/** The package is CommonJS and exports the function itself; its types say otherwise. */
const robotsParser = robotsModule as unknown as (url: string, content: string) => Robots;

/** What robots.txt of an origin says to us (RFC 9309). */
export type RobotRules = {
  allows(url: URL): boolean;
  /** The pause that it asks for between two requests, in ms; 0 where it names none. */
  crawlDelayMs: number;
};

/** The name by which robots.txt addresses us. */
const robotName = 'Orewatch';

/** RFC 9309 (2.5) wants at least 500 KiB to be read. */
export const maxRobotsBytes = 512_000;

/** A longer pause is a way of saying no: what is read from such a host would be old before it is read. */
export const maxCrawlDelayMs = 300_000;

/**
 * Rules with wildcards are matched in time that grows with the product of their length and that of the path. This many
 * characters of them are plenty for any real file.
 */
const maxWildcardChars = 32_768;

export function readRobots(origin: string, content: string): RobotRules {
  const robots = robotsParser(`${origin}/robots.txt`, withoutFlood(content));
  const delaySeconds = robots.getCrawlDelay(robotName);
  return {
    allows: (url) => robots.isAllowed(url.href, robotName) !== false,
    crawlDelayMs: delaySeconds !== undefined && delaySeconds > 0 ? delaySeconds * 1000 : 0,
  };
}

/** Shortens what goes beyond the budget of wildcards so that less is allowed, never more. */
function withoutFlood(content: string): string {
  let left = maxWildcardChars;
  const lines: string[] = [];
  for (const line of content.slice(0, maxRobotsBytes).split(/\r\n|\r|\n/)) {
    const wildcard = /^\s*user-agent/i.test(line) ? -1 : line.indexOf('*');
    if (wildcard !== -1) left -= line.length;
    if (wildcard === -1 || left >= 0) lines.push(line);
    else if (/^\s*disallow/i.test(line)) lines.push(line.slice(0, wildcard));
  }
  return lines.join('\n');
}
