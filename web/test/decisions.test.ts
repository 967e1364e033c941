import { describe, expect, it, vi } from 'vitest';
import type { Item, QueueApi } from '../src/console/api';
import { Decisions, type Desk } from '../src/console/decisions';
import { Queue } from '../src/console/queue';
import { Startled } from '../src/console/startled';
import { Toasts } from '../src/console/toasts';
import { Problem } from '../src/shared/problem';
import { decided, item } from './items';

type Command = (...args: readonly unknown[]) => Promise<Item | null>;

function deskWith(decide: Command, undo: Command = decide, elsewhere: Item | null = null): { desk: Desk & { held: number }; decisions: Decisions } {
  const queue = new Queue({ tab: 'held', sort: 'oldest', search: '', single: false });
  queue.addPage({ count: 3, items: [item('a', 1), item('b', 2), item('c', 3)], next: null, cursor: '' });
  const desk = {
    queue, held: 3, notices: new Map<string, string>(), toasts: new Toasts(() => undefined), changed: () => undefined, focus: () => undefined, startled: new Startled(),
    leave: <T>(_: string, act: () => T): T => act(), countHeld(by: number) { this.held += by; },
  };
  const api = { decide, undo, item: () => Promise.resolve(elsewhere) } as unknown as QueueApi;
  return { desk, decisions: new Decisions(api, desk, () => Promise.resolve()) };
}
const ids = ({ queue }: Desk): string => queue.items.map(({ id }) => id).join(' ');
const settled = async (decisions: Decisions): Promise<void> => { await vi.waitFor(() => { expect(decisions.isBusy('b')).toBe(false); }); };
const approved = item('b', 2, { version: 2, status: 'approved', decision: decided('me', 'approved') });

describe('a decision', () => {
  it('is shown before the server has answered', async () => {
    let answer: (item: Item) => void = () => undefined;
    const { desk, decisions } = deskWith(() => new Promise((resolve) => { answer = resolve; }));
    decisions.decide('b', 'approve', null);
    expect([ids(desk), desk.held, desk.toasts.shown[0]?.undo]).toEqual(['a c', 2, 'b']);
    answer(approved);
    await settled(decisions);
    expect([ids(desk), desk.held]).toEqual(['a c', 2]);
  });

  it('waits for the one before on the same comment', async () => {
    const undone = item('b', 2, { version: 3 });
    const sent: string[] = [];
    const answer = (what: string, after: Item) => () => { sent.push(what); return Promise.resolve(after); };
    const { desk, decisions } = deskWith(answer('decide', approved), answer('undo', undone));
    decisions.decide('b', 'approve', null);
    await settled(decisions);
    void decisions.undo('b');
    await vi.waitFor(() => { expect(ids(desk)).toBe('a b c'); });
    decisions.decide('b', 'reject', 'spam');
    await vi.waitFor(() => { expect(sent).toEqual(['decide', 'undo', 'decide']); });
  });

  it('can be undone when another list is open, too', async () => {
    const undone = item('z', 9, { version: 3 });
    const { desk, decisions } = deskWith(() => Promise.resolve(undone), undefined, item('z', 9, { version: 2, status: 'approved', decision: decided('me', 'approved') }));
    await decisions.undo('z');
    await vi.waitFor(() => { expect(ids(desk)).toBe('a b c z'); });
  });

  it('is taken back with the reason when the server refuses', async () => {
    const { desk, decisions } = deskWith(() => Promise.reject(new Problem(500, {})));
    decisions.decide('b', 'reject', 'spam');
    await settled(decisions);
    expect([ids(desk), desk.held]).toEqual(['a b c', 3]);
    expect(desk.toasts.shown.map(({ kind, text }) => [kind, text.startsWith('Not saved')])).toEqual([['failed', true]]);
  });

  it('is sent again under the same command when no answer came', async () => {
    const decide = vi.fn<Command>().mockRejectedValueOnce(Problem.unreachable()).mockRejectedValueOnce(new Problem(503, {})).mockResolvedValue(approved);
    const { desk, decisions } = deskWith(decide);
    decisions.decide('b', 'approve', null);
    await settled(decisions);
    expect(new Set(decide.mock.calls.map((args) => args[3])).size).toBe(1);
    expect([decide.mock.calls.length, ids(desk)]).toEqual([3, 'a c']);
  });

  it('gives way to what another decided: who, what, and the comment as it stands', async () => {
    const rejected = item('b', 2, { version: 2, status: 'rejected', decision: decided('bob', 'rejected') });
    const conflict = { type: '/problems/already-decided', happened: { outcome: 'rejected', by: 'bob', at: '2026-01-01T00:00:00Z' }, item: rejected };
    const { desk, decisions } = deskWith(() => Promise.reject(new Problem(409, conflict)));
    decisions.decide('b', 'approve', null);
    await settled(decisions);
    expect([ids(desk), desk.queue.items[1]?.status]).toEqual(['a b c', 'rejected']);
    expect(desk.notices.get('b')).toMatch(/^Rejected by bob/);
    expect(desk.toasts.shown).toEqual([]);
  });
});

describe('undo', () => {
  it('waits for the decision, names its number, and brings the comment back', async () => {
    const undo = vi.fn<Command>().mockResolvedValue(item('b', 2, { version: 3 }));
    const { desk, decisions } = deskWith(() => Promise.resolve(approved), undo);
    decisions.decide('b', 'approve', null);
    decisions.undoLast();
    await vi.waitFor(() => { expect(undo).toHaveBeenCalled(); });
    await settled(decisions);
    expect(undo.mock.calls[0]?.slice(0, 2)).toEqual([approved, 2]);
    expect([ids(desk), desk.queue.items[1]?.version]).toEqual(['a b c', 3]);
  });

  it('says so when there is nothing to undo', () => {
    const { desk, decisions } = deskWith(() => Promise.resolve(null));
    decisions.undoLast();
    expect(desk.toasts.shown[0]?.text).toBe('There is nothing to undo.');
  });

  it('waits until a decision is confirmed', async () => {
    const undo = vi.fn<Command>();
    const { desk, decisions } = deskWith(() => Promise.resolve(null), undo);
    decisions.decide('b', 'approve', null);
    await decisions.undo('b');
    expect([undo.mock.calls.length, desk.toasts.shown.at(-1)?.kind]).toEqual([0, 'failed']);
  });
});
