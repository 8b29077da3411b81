import { Worker } from 'node:worker_threads';
import { builtModule } from '../../config/package-root.ts';
import type { ThreadTasks } from './thread-tasks.ts';

type TaskName = keyof ThreadTasks;
type Result<T extends TaskName> = Awaited<ReturnType<ThreadTasks[T]>>;
type Job = {
  task: TaskName;
  args: unknown[];
  resolve(result: unknown): void;
  reject(error: Error): void;
};
type Answer =
  | { result: unknown }
  | { error: { name: string; message: string; stack?: string; code?: string } };

/** How long a task may take, in milliseconds, from the moment on at which its thread takes it up. */
const budgets: Record<TaskName, number> = {
  // A gazetteer of the world takes some seconds.
  loadKnowledge: 120_000,
  readEvents: 20_000,
  reduceHtml: 10_000,
  readFeed: 10_000,
  loadBaseMap: 30_000,
  // A mail waits less: the time is for the base map, where it is not there yet.
  drawPictures: 30_000,
};

/** Who waits for a page must not wait for a long text, and no mail for either. */
const threadOf: Record<TaskName, 'reading' | 'pages' | 'pictures'> = {
  loadKnowledge: 'reading',
  readEvents: 'reading',
  reduceHtml: 'pages',
  readFeed: 'pages',
  loadBaseMap: 'pictures',
  drawPictures: 'pictures',
};

const mostMemoryMb = 2048;

/** A thread that does one task after the other. One that takes too long is ended, and the next has a new thread. */
export class TaskThread {
  private readonly budgetsMs: Record<TaskName, number>;
  private worker: Worker | null = null;
  private readonly waiting: Job[] = [];
  private current: { job: Job; timer: NodeJS.Timeout } | null = null;

  constructor(budgetsMs: Record<TaskName, number>) {
    this.budgetsMs = budgetsMs;
  }

  run(job: Job): void {
    this.waiting.push(job);
    this.next();
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private next(): void {
    const job = this.current ? undefined : this.waiting.shift();
    if (!job) return;
    this.worker ??= this.start();
    this.worker.ref();
    const budgetMs = this.budgetsMs[job.task];
    const timer = setTimeout(() => this.lose(this.worker!, new TooLongError(job.task, budgetMs)), budgetMs);
    this.current = { job, timer };
    this.worker.postMessage({ task: job.task, args: job.args });
  }

  private start(): Worker {
    const worker = new Worker(builtModule('services/threads/task-thread'), {
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    });
    worker.on('message', (answer: Answer) => {
      if (worker !== this.worker) return;
      this.end((job) =>
        'error' in answer
          ? job.reject(Object.assign(new Error(answer.error.message), answer.error))
          : job.resolve(answer.result),
      );
    });
    worker.on('error', (error) => this.lose(worker, error as Error));
    worker.on('exit', () => this.lose(worker, new Error('the thread that did it was ended')));
    return worker;
  }

  private lose(worker: Worker, error: Error): void {
    if (worker !== this.worker) return;
    this.worker = null;
    void worker.terminate();
    this.end((job) => job.reject(error));
  }

  private end(settle: (job: Job) => void): void {
    const ended = this.current;
    this.current = null;
    // An idle thread keeps no process alive.
    this.worker?.unref();
    if (ended) {
      clearTimeout(ended.timer);
      settle(ended.job);
    }
    this.next();
  }
}

/** A task took longer than any text that a person writes, or any picture. */
class TooLongError extends Error {
  override name = 'TooLongError';
  constructor(task: TaskName, budgetMs: number) {
    super(`gave up after ${budgetMs / 1000} s (${task})`);
  }
}

const threads = {
  reading: new TaskThread(budgets),
  pages: new TaskThread(budgets),
  pictures: new TaskThread(budgets),
};

/**
 * Does work on texts and pictures in a thread beside the event loop, which serves API and other stages meanwhile. Throws what the
 * task throws, with name, message and code, and a TooLongError where it takes too long.
 */
export function offThread<T extends TaskName>(
  task: T,
  ...args: Parameters<ThreadTasks[T]>
): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    threads[threadOf[task]].run({ task, args, resolve: resolve as (result: unknown) => void, reject });
  });
}

/** Ends the threads; what they do fails. The next task starts them anew. */
export async function closeThreads(): Promise<void> {
  await Promise.all(Object.values(threads).map((thread) => thread.close()));
}
