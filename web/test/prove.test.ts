import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { prove } from '../src/widget/prove';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

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

it('waits for no timer in a tab that is not looked at', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const clock = vi.spyOn(performance, 'now');
  let now = 0;
  clock.mockImplementation(() => (now += 5));
  const challenge = createHash('sha256').update('ab500').digest('hex');
  const answer = prove({ algorithm: 'SHA-256', challenge, maxnumber: 1000, salt: 'ab', signature: 's' });
  expect(JSON.parse(atob(await answer))).toMatchObject({ number: 500 });
});
