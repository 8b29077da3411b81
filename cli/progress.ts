import type { Io } from './command.ts';

export type Progress = {
  /** Shows where the work stands, at most a few times a second. */
  update(text: string): void;
  /** Ends the line. */
  done(): void;
};

/** One line that is written over on a terminal; elsewhere a line every few seconds. */
export function createProgress(io: Io): Progress {
  const isTerminal = io.stderr.isTTY === true;
  const everyMs = isTerminal ? 100 : 5000;
  let shownAt = Date.now() - (isTerminal ? everyMs : 0);
  let isOpen = false;
  return {
    update(text) {
      const now = Date.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      io.stderr.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
      isOpen = isTerminal;
    },
    done() {
      if (isOpen) io.stderr.write('\r\u001b[2K');
      isOpen = false;
    },
  };
}
