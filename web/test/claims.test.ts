import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '../src/console/api';
import { Claims } from '../src/console/claims';

const MINE: Claim = { name: 'me', mine: true, until: '2026-01-01T00:01:00Z' };

describe('a claim', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  function claims(): { calls: string[]; told: string[]; claims: Claims } {
    const calls: string[] = [];
    const told: string[] = [];
    const api = {
      claim: (id: string) => { calls.push(`claim ${id}`); return Promise.resolve(MINE); },
      release: (id: string) => { calls.push(`release ${id}`); return Promise.resolve(); },
    };
    return { calls, told, claims: new Claims(api, ({ id }) => { told.push(id); }) };
  }

  it('is made of a comment that stays in hand, and of none that is passed by', async () => {
    const { calls, told, claims: mine } = claims();
    mine.look('a');
    mine.look('b');
    await vi.advanceTimersByTimeAsync(500);
    expect([calls, told]).toEqual([['claim b'], ['b']]);
  });

  it('is renewed while it is, and let go of with the next', async () => {
    const { calls, claims: mine } = claims();
    mine.look('a');
    await vi.advanceTimersByTimeAsync(31_000);
    mine.look('b');
    await vi.advanceTimersByTimeAsync(500);
    mine.look(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual(['claim a', 'claim a', 'release a', 'claim b', 'release b']);
  });
});
