import { createTransport, type NodemailerError } from 'nodemailer';
import { secretHider } from '../../../config/secrets.ts';
import type { SendOutcome } from '../sender.ts';
import { faultOf, mailOptions } from './mail-options.ts';
import type { MailTimeouts, MailTransport } from './mail-transport.ts';

/**
 * Mail over SMTP. Options in the query of the address (`?socketTimeout=120000`, `?tls.servername=…`) are nodemailer's
 * and win over those here.
 */
export function createSmtpTransport(smtpUrl: string, timeouts: MailTimeouts): MailTransport {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    // The database owns the retries. One is left to the pool, for a kept connection that the server has dropped.
    maxRequeues: 1,
    // Many servers drop a silent client after a minute; leaving first saves that retry.
    idleTimeout: 45_000,
    connectionTimeout: timeouts.connection,
    dnsTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    requireTLS: mustEncrypt(smtpUrl),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const hideSecrets = secretHider({ smtpUrl });
  return {
    async send(mail) {
      const fault = faultOf(mail);
      if (fault) return { outcome: 'refused', reason: fault };
      try {
        await transport.sendMail(mailOptions(mail));
        return { outcome: 'sent' };
      } catch (error) {
        const failure = failureOf(error as NodemailerError);
        return { ...failure, reason: hideSecrets(failure.reason) };
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** A password never crosses a network in the clear: without STARTTLS the mail waits. */
function mustEncrypt(smtpUrl: string): boolean {
  const url = new URL(smtpUrl);
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'smtp:' && url.password !== '' && !isLocal;
}

/** Replies that ask for credentials or complain of the order of commands: they say nothing about the mail. */
const notAboutTheMail: readonly number[] = [503, 530, 534, 535, 538];

/**
 * A refusal is final only where the server refused this recipient (RCPT) or this content (DATA) with a 5xx reply.
 * Everything else is tried again: what is wrong with the network, TLS, the credentials or the sender's address is
 * for the operator to put right, and no alert may be lost meanwhile.
 */
function failureOf(error: NodemailerError): Exclude<SendOutcome, { outcome: 'sent' }> {
  const reply = error.responseCode;
  const isAboutTheMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  const isRefused =
    reply !== undefined &&
    reply >= 500 &&
    !notAboutTheMail.includes(reply) &&
    (error.command === 'RCPT TO' || error.command === 'DATA');
  // Without a reply: too large for what the server announced, or an address that it cannot take.
  const isImpossible = reply === undefined && isAboutTheMail;
  if (isAboutTheMail && (isRefused || isImpossible)) {
    return { outcome: 'refused', reason: `refused for good: ${whatHappened(error)}` };
  }
  return { outcome: 'retry', reason: `${whatHappened(error)} (${adviceFor(error)})` };
}

/** The server's words are text from outside: one line of bounded length. */
function whatHappened(error: NodemailerError): string {
  return error.message.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 500);
}

function adviceFor(error: NodemailerError): string {
  switch (error.code) {
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return 'check the user name and password in SMTP_URL';
    case 'ETLS':
      return 'check the certificate of the mail server, and whether SMTP_URL must begin with smtp:// or smtps://';
    case 'EDNS':
      return 'check the host name in SMTP_URL';
    case 'ECONNECTION':
    case 'ESOCKET':
      return 'check that the mail server of SMTP_URL is running and can be reached from here';
    case 'ETIMEDOUT':
      return 'the mail server of SMTP_URL did not answer in time: check that it is running and can be reached from here';
    default:
      return error.command === 'MAIL FROM'
        ? 'check that the mail server accepts the sender in MAIL_FROM'
        : 'it will be tried again';
  }
}
