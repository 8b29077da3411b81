/** The settings that hold a password or a key. */
type Secretive = {
  databaseUrl?: string | null;
  redisUrl?: string | null;
  smtpUrl?: string | null;
  llmUrl?: string | null;
  adminKey?: string | null;
  llmKey?: string | null;
  credentials?: Readonly<Record<string, string>>;
};

const hidden = '(hidden)';

/** A shorter word stands in ordinary text too: it is hidden only where it stands alone between quotation marks. */
const wordLength = 6;

/**
 * Hides the passwords and keys of a configuration in a text, in each form in which a library or a server may repeat
 * them: as they are, encoded as in an address, escaped as in JSON, and in base64 as mail servers get them.
 */
export function secretHider(config: Secretive): (text: string) => string {
  const secrets = [config.databaseUrl, config.redisUrl, config.smtpUrl, config.llmUrl].flatMap(
    secretsOfAddress,
  );
  const keys = [config.adminKey, config.llmKey, ...Object.values(config.credentials ?? {})];
  for (const key of keys) if (key) secrets.push(key);
  const forms = new Set(
    secrets.flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      new URLSearchParams({ _: secret }).toString().slice(2),
    ]),
  );
  // The longest first: one may hold another.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) => {
    let shown = text;
    for (const form of ordered)
      shown =
        form.length < wordLength
          ? shown.replaceAll(`"${form}"`, `"${hidden}"`).replaceAll(`:${form}@`, `:${hidden}@`)
          : shown.replaceAll(form, hidden);
    return shown;
  };
}

function secretsOfAddress(address: string | null | undefined): string[] {
  if (!address) return [];
  const { username, password, searchParams } = new URL(address);
  const found = [...searchParams].flatMap(([name, value]) => (isSecretName(name) ? [value] : []));
  if (password) {
    const [user, plain] = [decoded(username), decoded(password)];
    const base64 = [plain, `\0${user}\0${plain}`].map((text) => Buffer.from(text).toString('base64'));
    found.push(password, plain, ...base64);
  }
  return found.filter(Boolean);
}

/** A part of an address as it was meant; one that is not well encoded is meant as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether a parameter of an address holds a secret, by its name. */
export function isSecretName(name: string): boolean {
  return /pass|key|secret|token/i.test(name);
}
