import { describe, expect, it } from 'vitest';
import type { Batch, Wish } from '../src/console/api';
import { Bulk } from '../src/console/bulk';
import { viewOf } from '../src/console/view';
import { Problem } from '../src/shared/problem';

const batch = (applied: number, state: Batch['state'] = 'running'): Batch => ({ id: 'b', state, total: 3, applied, refused: 0, failed: 0 });
const wish: Wish = { view: viewOf('held', { search: 'spam' }), ids: null, until: '2026-01-01T00:00:00Z' };

function bulkWith(states: Batch[]): { bulk: Bulk; calls: string[] } {
  const calls: string[] = [];
  const next = (call: string) => (): Promise<Batch> => {
    calls.push(call);
    const state = states.shift();
    return state ? Promise.resolve(state) : Promise.reject(new Problem(404, { title: 'Not found' }));
  };
  const api = { beginBatch: next('begin'), batch: next('look'), stopBatch: next('stop'), undoBatch: next('undo') };
  return { bulk: new Bulk(api, () => undefined, () => { calls.push('ended'); }, () => Promise.resolve()), calls };
}

describe('many decisions', () => {
  it('begin once they are confirmed, and are watched until they are done', async () => {
    const { bulk, calls } = bulkWith([batch(0), batch(2), batch(3, 'done')]);
    bulk.ask({ wish, verdict: 'reject', count: 3 });
    expect(calls).toEqual([]);
    await bulk.confirm('spam');
    expect([calls, bulk.batch?.applied, bulk.asked]).toEqual([['begin', 'look', 'look', 'ended'], 3, null]);
  });

  it('are taken back as a whole', async () => {
    const { bulk, calls } = bulkWith([batch(3, 'done')]);
    await bulk.undo('b');
    expect([calls, bulk.undoes]).toEqual([['undo', 'ended'], true]);
  });

  it('say what went wrong', async () => {
    const { bulk } = bulkWith([]);
    bulk.ask({ wish, verdict: 'approve', count: 3 });
    await bulk.confirm(null);
    expect(bulk.failure).toBe('Not found');
  });
});
