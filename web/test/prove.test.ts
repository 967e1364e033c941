import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { prove } from '../src/widget/prove';

it('finds the number that was asked for, and says it as it is sent', async () => {
  const salt = 'ab12?expires=1800000000&thread=film&';
  const challenge = createHash('sha256').update(`${salt}4711`).digest('hex');
  const asked = { algorithm: 'SHA-256', challenge, maxnumber: 10_000, salt, signature: 's' };
  const answer = JSON.parse(atob(await prove(asked))) as object;
  expect(answer).toMatchObject({ algorithm: 'SHA-256', challenge, number: 4711, salt, signature: 's' });
});

it('gives up where there is no such number', async () => {
  const asked = { algorithm: 'SHA-256', challenge: '00', maxnumber: 100, salt: 'ab', signature: 's' };
  await expect(prove(asked)).rejects.toThrow('no answer');
});
