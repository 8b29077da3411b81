import { createApp } from '../../services/api/app.ts';
import { type RunningServer, startServer } from '../../services/api/server.ts';
import type { TestPipeline } from './pipeline.ts';

/** Serves the API of a pipeline on a free port, to whoever has the key "key". */
export function serve({ context }: TestPipeline): Promise<RunningServer> {
  const app = createApp({ context, config: { adminKey: 'key' } });
  return startServer(app, { host: '127.0.0.1', port: 0 });
}
