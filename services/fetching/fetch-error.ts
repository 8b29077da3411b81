/**
 * What was asked for could not be had. The message is one that a person may read beside the feed. `retry` is false
 * where the answer will be the same until somebody changes something.
 */
export class FetchError extends Error {
  override name = 'FetchError';
  readonly retry: boolean;
  /** The server's HTTP status, where it gave one. */
  readonly status: number | null;
  /** How long the server wants to be left alone, in ms. */
  readonly waitMs: number | null;
  constructor(
    message: string,
    {
      retry,
      status = null,
      waitMs = null,
      cause,
    }: { retry: boolean; status?: number | null; waitMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause });
    this.retry = retry;
    this.status = status;
    this.waitMs = waitMs;
  }
}
