import { parentPort } from 'node:worker_threads';
import { threadTasks } from './thread-tasks.ts';

type Task = (...args: unknown[]) => Promise<unknown>;

parentPort!.on('message', async ({ task, args }: { task: keyof typeof threadTasks; args: unknown[] }) => {
  try {
    parentPort!.postMessage({ result: await (threadTasks[task] as Task)(...args) });
  } catch (error) {
    // An error that is cloned loses its class and its code.
    const { name, message, stack, code } = error as NodeJS.ErrnoException;
    parentPort!.postMessage({ error: { name, message, stack, code } });
  }
});
