import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from '../src/widget/live';

/** The tabs of a browser, one after the other in the queue of a lock, as the Web Locks API has it. */
class FakeLocks {
  private readonly queue: (() => Promise<void>)[] = [];

  request(_name: string, { signal }: { signal: AbortSignal }, held: () => Promise<void>): Promise<void> {
    return new Promise((done, refused) => {
      const turn = async (): Promise<void> => {
        if (!signal.aborted) await held();
        this.queue.shift();
        done();
        void this.queue[0]?.();
      };
      signal.addEventListener('abort', () => {
        const at = this.queue.indexOf(turn);
        if (at > 0) this.queue.splice(at, 1);
        refused(new Error('aborted'));
      });
      if (this.queue.push(turn) === 1) void turn();
    });
  }
}

class FakeChannel {
  static all: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    FakeChannel.all.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.all) if (other !== this && other.name === this.name) other.onmessage?.({ data: structuredClone(data) });
  }

  close(): void {
    FakeChannel.all = FakeChannel.all.filter((other) => other !== this);
  }
}

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  sends(type: string, id: string): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify({ id }), lastEventId: id }));
  }
}

const open = (): FakeSource[] => FakeSource.all.filter(({ readyState }) => readyState === 1);
const tabs: Live[] = [];

function tab(after: string): { live: Live; heard: string[]; resets: () => number } {
  const heard: string[] = [];
  const onReset = vi.fn();
  const live = new Live((from) => `/stream?after=${from}`, after, { onEvent: (_type, _comment, id) => heard.push(id), onReset });
  tabs.push(live);
  return { live, heard, resets: () => onReset.mock.calls.length };
}

const settled = (): Promise<void> => new Promise((done) => { setTimeout(done, 0); });

beforeEach(() => {
  FakeSource.all = [];
  FakeChannel.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
});

afterEach(() => {
  tabs.splice(0).forEach((live) => { live.close(); });
  Reflect.deleteProperty(navigator, 'locks');
  vi.unstubAllGlobals();
});

describe('the tabs of a browser', () => {
  it('share one stream, and each hears all of it', () => {
    const [one, two] = [tab('t-1'), tab('t-1')];
    expect(open()).toHaveLength(1);
    open()[0]?.sends('published', 't-2');
    open()[0]?.sends('revised', 't-3');
    expect([one.heard, two.heard]).toEqual([['t-2', 't-3'], ['t-2', 't-3']]);
  });

  it('go on from where each is when the one that leads is closed', async () => {
    const [one, two] = [tab('t-1'), tab('t-1')];
    open()[0]?.sends('published', 't-5');
    one.live.close();
    await settled();
    expect(open().map(({ url }) => url)).toEqual(['/stream?after=t-5']);
    open()[0]?.sends('published', 't-6');
    expect(two.heard).toEqual(['t-5', 't-6']);
  });

  it('go back for one that has read less', () => {
    tab('t-9');
    tab('t-4');
    expect(open().map(({ url }) => url)).toEqual(['/stream?after=t-4']);
  });

  it('go back for one that has read less when another comes to lead', async () => {
    const first = tab('t-2');
    open()[0]?.sends('published', 't-8');
    const channel = FakeChannel.all[0];
    tab('t-8');
    const last = tab('t-7');
    expect(channel).toBeDefined();
    first.live.close();
    await settled();
    expect(open().map(({ url }) => url)).toEqual(['/stream?after=t-7']);
    open()[0]?.sends('published', 't-8');
    expect(last.heard).toEqual(['t-8']);
  });

  it('read anew together when the stream cannot go on', async () => {
    const [one, two] = [tab('t-1'), tab('t-1')];
    open()[0]?.sends('reset', '');
    await settled();
    expect([one.resets(), two.resets()]).toEqual([1, 1]);
    expect(open()).toHaveLength(0);
  });
});
