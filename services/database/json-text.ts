/**
 * JSON that PostgreSQL takes: it can store neither the NUL character nor half of a character (a surrogate alone); each
 * becomes the replacement character.
 */
export function jsonText(value: unknown): string {
  // JSON writes both as escapes; an escaped backslash before the same letters is none.
  return JSON.stringify(value).replace(/\\(?:\\|u0000|u[dD][89a-fA-F][0-9a-fA-F]{2})/g, (found) =>
    found === '\\\\' ? found : '\\ufffd',
  );
}
