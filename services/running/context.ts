import type { Logger } from '../../config/logger.ts';
import type { ActorRegister } from '../../domain/actor.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import type { Database } from '../database/pool.ts';
import type { Queues } from '../queue/queues.ts';
import type { SecondReader } from '../reading/read-article.ts';

/** What every stage of the pipeline works with. Built once at the start of a process and passed down. */
export type PipelineContext = {
  database: Database;
  queues: Pick<Queues, 'wake'>;
  policy: RiskPolicy;
  actors: ActorRegister;
  log: Logger;
  /** Reads reports a second time; left out where there is none. */
  secondReader?: SecondReader | null;
  /** Whether reports may be read yet: not before the bundled sites are in. Left out where nothing loads them. */
  mayRead?: () => Promise<boolean>;
};
