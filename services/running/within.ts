/**
 * Waits for something to close, and no longer than this: what hangs on a server that is away or silent is left behind.
 * That loses nothing, since the database knows what is unfinished.
 */
export async function within(ms: number, closing: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  // What fails after its time is over concerns nobody any more.
  closing.catch(() => {});
  try {
    await Promise.race([closing, late]);
  } finally {
    clearTimeout(timer);
  }
}
