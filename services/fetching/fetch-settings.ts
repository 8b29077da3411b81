import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config/env.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { FetchSettings } from './polite-client.ts';

/** How this Orewatch fetches from the web: under its own name and with the address under which people reach it. */
export function fetchSettingsOf({
  fetchAllow,
  publicUrl,
}: Pick<Config, 'fetchAllow' | 'publicUrl'>): FetchSettings {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return { userAgent: `Orewatch/${version} (+${publicUrl})`, allow: fetchAllow };
}
