import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../src/shared/problem';
import { Draft } from '../src/widget/draft';
import { Storage } from '../src/widget/storage';

const storage = (): Storage => new Storage('t:');
const draft = (place = 'new'): Draft => new Draft(storage(), place);
const keysOf = (calls: readonly (readonly string[])[]): (string | undefined)[] => calls.map(([key]) => key);

beforeEach(() => { localStorage.clear(); });

describe('Draft', () => {
  it('is there after a reload, each place with its own', () => {
    draft().write('half a thought');
    draft('reply:1').write('an answer');
    expect([draft().text, draft('reply:1').text, draft('reply:2').text]).toEqual(['half a thought', 'an answer', '']);
  });

  it('keeps its key over failures and a reload until it is taken, and takes another for the next text', async () => {
    const send = vi.fn<(key: string) => Promise<string>>()
      .mockRejectedValueOnce(Problem.unreachable())
      .mockRejectedValueOnce(new Problem(503, {}))
      .mockResolvedValue('taken');
    const first = draft();
    first.write('one');
    await expect(first.send(send)).rejects.toThrow();
    await expect(first.send(send)).rejects.toThrow();
    const reloaded = draft();
    await reloaded.send(send);
    reloaded.write('two');
    await reloaded.send(send);
    const [a, b, c, d] = keysOf(send.mock.calls);
    expect(a).toMatch(/^[!-~]{1,200}$/);
    expect([b, c]).toEqual([a, a]);
    expect(d).not.toBe(a);
  });

  it('is sent once by a double click', async () => {
    const send = vi.fn<(key: string) => Promise<string>>().mockResolvedValue('taken');
    const one = draft();
    one.write('text');
    expect(await Promise.all([one.send(send), one.send(send)])).toEqual(['taken', null]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is empty once taken, but not what was written meanwhile', async () => {
    const one = draft();
    one.write('sent');
    await one.send(() => { one.write('sent, and more'); return Promise.resolve(1); });
    expect(draft().text).toBe('sent, and more');
    await one.send(() => Promise.resolve(1));
    expect(draft().text).toBe('');
    expect(localStorage).toHaveLength(0);
  });

  it('lasts as long as the page where storage is full', () => {
    const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => { throw new Error('full'); });
    const shared = storage();
    new Draft(shared, 'new').write('text');
    expect(new Draft(shared, 'new').text).toBe('text');
    full.mockRestore();
  });
});
