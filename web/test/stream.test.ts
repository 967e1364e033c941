import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventStream } from '../src/shared/stream';

let connections: Headers[];
let answers: (() => Response)[];
let stream: EventStream | null = null;

const encoder = new TextEncoder();

/** A stream that sends some text, and then ends or stays silent. */
const sends = (text: string, ends: boolean) => (): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(encoder.encode(text));
        if (ends) controller.close();
      },
    }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  connections = [];
  vi.stubGlobal('fetch', (_: string, { headers }: RequestInit) => {
    connections.push(new Headers(headers));
    return Promise.resolve((answers.shift() ?? sends(': hello\n\n', false))());
  });
});

afterEach(() => {
  stream?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('EventStream', () => {
  it('connects again from the last id, and tells of both', async () => {
    answers = [sends('id: 7\nevent: item\ndata: a\n\n', true), sends('id: 8\nevent: item\ndata: b\n\n', false)];
    const told: string[] = [];
    stream = new EventStream({ url: () => '/s', onEvent: ({ data }) => told.push(data), onState: (up) => told.push(up ? 'up' : 'down') });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(told).toEqual(['up', 'a', 'down', 'up', 'b']);
    expect(connections.map((headers) => headers.get('Last-Event-ID'))).toEqual([null, '7']);
  });

  it('takes a silence of three heartbeats for a dead line', async () => {
    answers = [];
    stream = new EventStream({ url: () => '/s', onEvent: () => undefined });
    await vi.advanceTimersByTimeAsync(44_000);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(connections).toHaveLength(2);
  });

  it('tries again after a refusal only where that is wanted', async () => {
    for (const [again, expected] of [[false, 1], [true, 2]] as const) {
      connections = [];
      answers = [() => new Response('{}', { status: 403 })];
      stream = new EventStream({ url: () => '/s', onEvent: () => undefined, onRefused: ({ status }) => again && status === 403 });
      await vi.advanceTimersByTimeAsync(1_100);
      expect(connections).toHaveLength(expected);
      stream.close();
    }
  });

  it('is silent and does not come back once closed', async () => {
    answers = [sends('data: a\n\n', true)];
    const told: string[] = [];
    stream = new EventStream({ url: () => '/s', onEvent: ({ data }) => told.push(data) });
    stream.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([told, connections.length]).toEqual([[], 1]);
  });
});
