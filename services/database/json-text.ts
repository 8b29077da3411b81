/** JSON that PostgreSQL takes: it cannot store the NUL character, which becomes the replacement character. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('\\u0000', '\\ufffd');
}
