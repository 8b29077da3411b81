import { z } from 'zod';
import type { ApiAnswer } from '../../fetching/api-client.ts';
import { jsonIfAny } from '../json-answer.ts';
import { SourceError, type SourceTools } from '../source.ts';

export const userSetting = 'OREWATCH_ACLED_USER';
export const passwordSetting = 'OREWATCH_ACLED_PASSWORD';

/** What speaking with ACLED needs. */
export type AcledTools = Pick<
  SourceTools<{ baseUrl: string }>,
  'api' | 'credentials' | 'memory' | 'now' | 'options'
>;

/** The token of a login and the one that renews it, each with the time in ms at which it is taken for expired. */
type Login = { access: string; accessUntil: number; refresh: string | null; refreshUntil: number };

const token = z
  .string()
  .max(20_000)
  .regex(/^[\x21-\x7e]+$/, 'must be of printable characters');

const loginAnswer = z.object({
  access_token: token,
  refresh_token: token.nullish(),
  /** Seconds. */
  expires_in: z.coerce.number().positive().catch(86_400),
});

const refreshTokenMs = 14 * 86_400_000;
/** What expires while it is on its way is renewed before. */
const spareMs = 60_000;

/** The token with which to ask: the one at hand, a renewed one, or that of a new login. */
export async function accessToken(tools: AcledTools): Promise<string> {
  const login = loginOf(tools);
  const now = tools.now().getTime();
  if (login && now < login.accessUntil) return login.access;
  const renewed = login?.refresh && now < login.refreshUntil ? await renew(tools, login.refresh) : null;
  const fresh = renewed ?? (await logIn(tools));
  tools.memory.set(keyOf(tools), fresh);
  return fresh.access;
}

/** To be called where ACLED refuses the token: it is renewed, or, `wholly`, the login is made anew. */
export function forgetToken(tools: AcledTools, { wholly }: { wholly: boolean }): void {
  const login = loginOf(tools);
  if (wholly || !login) tools.memory.delete(keyOf(tools));
  else tools.memory.set(keyOf(tools), { ...login, accessUntil: 0 });
}

/** What a server says, on one line and short, with nothing in it that is secret. */
function saidBy(tools: AcledTools, text: string): string {
  const login = loginOf(tools);
  const secrets = [tools.credentials[passwordSetting], login?.access, login?.refresh].filter(Boolean);
  const masked = secrets.reduce<string>((masked, secret) => masked.replaceAll(secret!, '…'), text);
  return masked.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** What an answer complains of, as the server words it; null where it says nothing. */
export function complaintOf(tools: AcledTools, body: unknown): string | null {
  const { error_description, message, error, messages } = (body ?? {}) as Record<string, unknown>;
  const inError = (error as { message?: unknown } | null | undefined)?.message;
  const inMessages = Array.isArray(messages) ? messages[0] : null;
  const texts = [error_description, message, inError, error, inMessages];
  const said = texts.find((text): text is string => typeof text === 'string' && text.trim() !== '');
  return said === undefined ? null : saidBy(tools, said);
}

/** Of a login at another address, or of another person, nothing is used. */
const keyOf = ({ options, credentials }: AcledTools) =>
  `login ${options.baseUrl} ${credentials[userSetting]}`;
const loginOf = (tools: AcledTools) => tools.memory.get(keyOf(tools)) as Login | undefined;

/** Null where the token is refused. */
async function renew(tools: AcledTools, refresh: string): Promise<Login | null> {
  const answer = await askToken(tools, { grant_type: 'refresh_token', refresh_token: refresh });
  return answer.status === 200 ? loginFrom(tools, answer, refresh) : null;
}

async function logIn(tools: AcledTools): Promise<Login> {
  const { [userSetting]: username, [passwordSetting]: password } = tools.credentials;
  const grant = { grant_type: 'password', username: username!, password: password! };
  const answer = await askToken(tools, grant);
  const { status } = answer;
  const login = status === 200 ? loginFrom(tools, answer, null) : null;
  if (login) return login;
  const reason = reasonOf(answer);
  const said = reason === null ? '' : `: ${reason}`;
  if (status === 400 || status === 401 || (status === 200 && reason !== null))
    throw new SourceError(
      `it refuses the login (${status})${said}. Check ${userSetting} and ${passwordSetting} by logging in at ${tools.options.baseUrl}`,
      { needsPerson: true },
    );
  if (status === 403)
    throw new SourceError(`it does not let this account log in by a program (403)${said}`, {
      needsPerson: true,
    });
  if (status !== 200) throw new SourceError(`it answered the login with ${status}${said}`);
  throw new SourceError(
    'its answer to the login is cut off, or of another form than before: no access_token',
  );
}

/**
 * The code with which a login was refused (RFC 6749, 5.2). The words beside it are not repeated: they may hold the
 * password in whatever disguise.
 */
function reasonOf(answer: ApiAnswer): string | null {
  const code = (jsonIfAny(answer) as { error?: unknown } | null | undefined)?.error;
  return refusalCodes.find((known) => known === code) ?? null;
}

const refusalCodes = [
  ...['invalid_request', 'invalid_client', 'invalid_grant'],
  ...['unauthorized_client', 'unsupported_grant_type', 'invalid_scope'],
];

const askToken = ({ api, options }: AcledTools, grant: Record<string, string>) =>
  api.ask(`${options.baseUrl}/oauth/token`, { form: { client_id: 'acled', ...grant }, maxBytes: 100_000 });

/** Null where the answer holds no token. */
function loginFrom({ now }: AcledTools, answer: ApiAnswer, refresh: string | null): Login | null {
  const parsed = loginAnswer.safeParse(jsonIfAny(answer));
  if (!parsed.success) return null;
  const at = now().getTime();
  return {
    access: parsed.data.access_token,
    accessUntil: at + parsed.data.expires_in * 1000 - spareMs,
    refresh: parsed.data.refresh_token ?? refresh,
    refreshUntil: at + refreshTokenMs - spareMs,
  };
}
