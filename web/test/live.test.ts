import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from '../src/widget/live';

class FakeSource extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = FakeSource.OPEN;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  sends(type: string, id: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId: id }));
  }

  refused(): void {
    this.close();
    this.onerror?.();
  }
}

const urls = (): string[] => FakeSource.all.map(({ url }) => url);
const last = (): FakeSource => FakeSource.all.at(-1) ?? expect.fail('no stream');
let hidden = false;
let live: Live;
const listener = { onEvent: vi.fn(), onReset: vi.fn() };

function hide(now: boolean): void {
  hidden = now;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  FakeSource.all = [];
  listener.onEvent.mockReset();
  listener.onReset.mockReset();
  live = new Live((after) => `/stream?after=${after}`, 't-1', listener);
});

afterEach(() => {
  live.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('Live', () => {
  it('goes on from the last event when a server refuses', () => {
    last().sends('published', 't-5', { id: 'a' });
    last().refused();
    vi.advanceTimersByTime(1_000);
    expect(urls()).toEqual(['/stream?after=t-1', '/stream?after=t-5']);
    expect(listener.onEvent).toHaveBeenCalledWith('published', { id: 'a' }, 't-5');
  });

  it('waits longer the longer a server refuses', () => {
    for (let n = 0; n < 5; n++) { last().refused(); vi.advanceTimersByTime(30_000); }
    last().refused();
    vi.advanceTimersByTime(14_000);
    expect(urls()).toHaveLength(6);
  });

  it('gives its connection back when the tab is out of sight for long, and resumes', () => {
    last().sends('revised', 't-7', { id: 'a' });
    hide(true);
    vi.advanceTimersByTime(29_000);
    expect(last().readyState).toBe(FakeSource.OPEN);
    vi.advanceTimersByTime(2_000);
    expect(last().readyState).toBe(FakeSource.CLOSED);
    hide(false);
    expect(urls()).toEqual(['/stream?after=t-1', '/stream?after=t-7']);
  });

  it('stays connected over a short look elsewhere', () => {
    hide(true);
    vi.advanceTimersByTime(5_000);
    hide(false);
    vi.advanceTimersByTime(60_000);
    expect(urls()).toHaveLength(1);
    expect(last().readyState).toBe(FakeSource.OPEN);
  });

  it('ends at a reset, for the thread is read again', () => {
    last().sends('reset', '', {});
    expect(listener.onReset).toHaveBeenCalledOnce();
    expect(last().readyState).toBe(FakeSource.CLOSED);
  });
});
