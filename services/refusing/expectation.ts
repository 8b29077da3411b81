import type { z } from 'zod';

/**
 * Words for what a schema expected where the schema itself has none. Without them the library's own would be shown,
 * which speak of types.
 */
export function expectationOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = `must be ${Object.hasOwn(nameOfType, issue.expected) ? nameOfType[issue.expected] : issue.expected}`;
      return issue.input === undefined ? `is missing: it ${expected}` : expected;
    }
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must ${bound(issue.origin, 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${bound(issue.origin, 'at most', issue.maximum)}`;
    case 'invalid_format':
      return `must be ${Object.hasOwn(nameOfFormat, issue.format) ? nameOfFormat[issue.format] : `written as ${issue.format}`}`;
    default:
      return undefined;
  }
}

const nameOfType: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named fields',
  record: 'an object with named fields',
};

const nameOfFormat: Record<string, string> = {
  datetime: 'an instant such as 2025-03-20T09:00:00Z',
  date: 'a day such as 2025-03-20',
  url: 'an http(s) address',
  email: 'a mail address',
};

function bound(origin: string, limit: string, value: number | bigint): string {
  if (origin === 'string') return `have ${limit} ${value} characters`;
  if (origin === 'array' || origin === 'set') return `have ${limit} ${value} entries`;
  return `be ${limit} ${value}`;
}
