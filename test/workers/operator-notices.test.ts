import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellOperator } from '../../services/notifier/tell-operator.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());

const operator = { email: 'operator@example.org', mailFrom: 'Orewatch <alerts@orewatch.example>' };

it('the operator gets a mail of what a person has to do, once, whatever the words in it', async () => {
  const notices = [
    { key: 'source ucdp-ged waits for you', text: 'It answered <b>401</b>\r\nBcc: x@example.org & more' },
    { key: 'source gdelt fails', text: 'No answer.' },
  ];
  for (const _ of [1, 2]) await tellOperator(pipeline.context, operator, 'source ', notices, new Date());
  await pipeline.idle();
  const [mail, ...more] = await pipeline.mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ subject: 'Orewatch: source ucdp-ged waits for you, and 1 more' });
  expect(mail!.to).toMatchObject({ text: 'operator@example.org' });
  expect(mail!.bcc).toBeUndefined();
  expect(mail!.text).toContain('No answer.');
  expect(mail!.html).toContain('&lt;b&gt;401&lt;/b&gt;');
});
