import { Redis } from 'ioredis';

/** How long a Redis that starts beside us may take to answer. */
const patienceMs = 10_000;

/** Throws an Error that says why the Redis of REDIS_URL cannot be used. */
export async function assertRedisAnswers(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    maxRetriesPerRequest: null,
    retryStrategy: () => 500,
  });
  let cause = 'no answer in time';
  const late = new Promise<never>((_, reject) => {
    redis.on('error', (error: NodeJS.ErrnoException) => {
      cause = error.message || error.code || cause;
      if (isRefusal(cause)) reject(error);
    });
    setTimeout(() => reject(new Error(cause)), patienceMs).unref();
  });
  try {
    redis.connect().catch(() => {});
    await Promise.race([redis.ping(), late]);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(
      isRefusal(message)
        ? `The Redis of REDIS_URL refuses its user or password: ${message}. Check both in REDIS_URL.`
        : `The Redis of REDIS_URL does not answer: ${message}. Check that it runs, and its address and port.`,
    );
  } finally {
    redis.disconnect();
  }
}

function isRefusal(message: string): boolean {
  return /WRONGPASS|NOAUTH|NOPERM|invalid password|without any password/i.test(message);
}
