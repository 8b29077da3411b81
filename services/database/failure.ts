import pg from 'pg';

/** Classes of SQLSTATE that speak of the server or of other transactions, never of a row. */
const classesOfNoRow = [
  '08', // connection
  '25', // state of the transaction, such as read-only
  '28', // authentication
  '3D', // no such database
  '40', // serialization, deadlock
  '53', // out of disk, memory or connections
  '55', // locks, a server that is not ready
  '57', // shutdown, cancelled
  '58', // the system below
];

/** A table, a column or a right that is missing: the schema is not the one of this code. */
const schemaStates = ['42P01', '42703', '42501'];

const networkCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];

/** What the driver says of a connection that is gone or cannot be had; it gives no code. */
const driverWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|Query read timeout|Called end on pool)/;

/**
 * True where an error says nothing about the rows that were worked on: the database is away or full, two
 * transactions met, the process stops. The same work is to be tried again as it is.
 */
export function concernsNoRow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError') return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') {
    if (networkCodes.includes(code) || syscall === 'connect') return true;
    if (/^[0-9A-Z]{5}$/.test(code) && 'severity' in error) {
      return classesOfNoRow.includes(code.slice(0, 2)) || schemaStates.includes(code);
    }
  }
  return driverWords.test(error.message) || (error.cause !== undefined && concernsNoRow(error.cause));
}

/** True where the database refuses data: 22 data exception, 23 integrity violation, 54 program limit exceeded. */
export function isAboutData(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? '');
}
