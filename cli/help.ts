import type { Command } from './command.ts';

const settingsHelp = `Settings come from the environment; "orewatch config" prints those in force:
  PORT, HOST            where the API listens (8080, 127.0.0.1)
  OREWATCH_DATA_DIR     where the embedded stack keeps its data (./.orewatch)
  DATABASE_URL          a PostgreSQL 14 or newer instead of the embedded one
  REDIS_URL             a Redis 6.2 or newer for the queue instead of PostgreSQL
  SMTP_URL, MAIL_FROM   a mail server; without it, mails are files in the outbox
  OREWATCH_OPERATOR_EMAIL  who is told what only a person can mend, such as a stale source
  PUBLIC_URL            the address under which people reach this Orewatch
  OREWATCH_ADMIN_KEY    a key for the API; without it, one is made on the first start
  OREWATCH_GROUPING_SECONDS  how long what follows a mail is gathered for the next one (60)
  OREWATCH_FETCH_ALLOW  host:port and networks that feeds may lie on beside the public web
  OREWATCH_LLM_URL, OREWATCH_LLM_MODEL, OREWATCH_LLM_KEY  a language model as second reader
  OREWATCH_UCDP_TOKEN, OREWATCH_ACLED_USER, OREWATCH_ACLED_PASSWORD, OREWATCH_RELIEFWEB_APPNAME
                        what sources ask for: "orewatch sources" tells how to get them
  LOG_LEVEL             fatal, error, warn, info, debug, trace or silent
A secret may also come from a file: SMTP_URL_FILE=/run/secrets/smtp`;

/** How the commands are used, with examples. */
export function helpText(commands: readonly Command[]): string {
  if (commands.length === 1) {
    const { summary, usage, examples } = commands[0]!;
    return `${summary}\n\nUsage: ${usage}\n\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}\n`;
  }
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n');
  const examples = commands.flatMap((command) => command.examples.slice(0, 1)).map((line) => `  ${line}`);
  return `Orewatch: conflict near the mines you depend on, told in time.

Usage: orewatch COMMAND [OPTIONS]

${list}

Examples:
${examples.join('\n')}

"orewatch help COMMAND" tells more about one of them.

${settingsHelp}
`;
}
