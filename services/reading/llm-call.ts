import { setTimeout as pause } from 'node:timers/promises';
import { retryAfterMs } from '../fetching/retry-after.ts';

export type ModelServer = {
  /** Base address of an OpenAI-compatible server, such as http://localhost:11434/v1. */
  url: string;
  model: string | null;
  key: string | null;
  /** For both attempts together. */
  timeLimitMs?: number;
  retryPauseMs?: number;
};

const usualTimeLimitMs = 60_000;
const usualRetryPauseMs = 1000;
/** Twenty events take a few kilobytes. */
const maxAnswerBytes = 262_144;

/** What the server counted for the completion; null where it does not say. */
export type Completion = { text: string; promptTokens: number | null; completionTokens: number | null };

/**
 * Asks a model for one completion. An overloaded or failing server is asked once more. Throws an
 * Error whose message says what went wrong in our words: it never holds what the server said, which may hold the key.
 */
export async function complete(server: ModelServer, request: Record<string, unknown>): Promise<Completion> {
  const signal = AbortSignal.timeout(server.timeLimitMs ?? usualTimeLimitMs);
  try {
    const first = await ask(server, request, signal);
    if (first.ok) return first.completion;
    if (first.waitMs === null) throw new ModelError(`it answered ${first.status}`);
    await pause(first.waitMs, undefined, { signal });
    const second = await ask(server, request, signal);
    if (second.ok) return second.completion;
    throw new ModelError(`it answered ${first.status} and then ${second.status}`);
  } catch (error) {
    if (signal.aborted) throw new ModelError('it took too long');
    if (error instanceof ModelError) throw error;
    const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
    throw new ModelError(`it cannot be reached (${typeof code === 'string' ? code : 'no connection'})`);
  }
}

export class ModelError extends Error {
  override name = 'ModelError';
}

type Answer = { ok: true; completion: Completion } | { ok: false; status: number; waitMs: number | null };

async function ask(
  { url, model, key, retryPauseMs }: ModelServer,
  request: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Answer> {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/chat/completions`;
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
    },
    body: JSON.stringify({ ...(model ? { model } : {}), ...request }),
    // A key is for the server that was named, not for one that it points to.
    redirect: 'error',
    signal,
  });
  const { status } = response;
  if (!response.ok) {
    await response.body?.cancel();
    const isPassing = status === 429 || status >= 500;
    const asked = retryAfterMs(response.headers.get('retry-after') ?? undefined, new Date());
    return { ok: false, status, waitMs: isPassing ? (asked ?? retryPauseMs ?? usualRetryPauseMs) : null };
  }
  return { ok: true, completion: completionOf(await readBody(response)) };
}

async function readBody(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > maxAnswerBytes) throw new ModelError(`its answer is larger than ${maxAnswerBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The first choice of a chat completion. */
function completionOf(body: string): Completion {
  let answer: {
    choices?: { message?: { content?: unknown } }[];
    usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
  } | null;
  try {
    answer = JSON.parse(body);
  } catch {
    throw new ModelError('its answer is not JSON');
  }
  const content = answer?.choices?.[0]?.message?.content;
  if (typeof content !== 'string') throw new ModelError('its answer is not a chat completion');
  const { prompt_tokens, completion_tokens } = answer?.usage ?? {};
  return {
    text: content,
    promptTokens: countOf(prompt_tokens),
    completionTokens: countOf(completion_tokens),
  };
}

function countOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}
