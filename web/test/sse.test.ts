import { describe, expect, it } from 'vitest';
import { EventParser, type StreamEvent } from '../src/shared/sse';

const parsed = (...pieces: string[]): StreamEvent[] => {
  const parser = new EventParser();
  return pieces.flatMap((piece) => parser.push(piece));
};

describe('EventParser', () => {
  it('gives an event once its empty line has come, in whatever pieces', () => {
    const text = 'event: published\r\nid: t-7\r\ndata: {"a":1}\r\n\r\n';
    expect(parsed(...text.split(''))).toEqual([{ type: 'published', id: 't-7', data: '{"a":1}' }]);
  });

  it('does not take a CRLF that is cut in two for two ends of lines', () => {
    expect(parsed('data: one\r', '\ndata: two\r', '\n\r', '\n')).toEqual([{ type: 'message', id: '', data: 'one\ntwo' }]);
  });

  it('joins data lines, strips one space only, and passes over heartbeats', () => {
    expect(parsed(': beat\n\ndata:  x\ndata\ndata:y\n\n')).toEqual([{ type: 'message', id: '', data: ' x\n\ny' }]);
  });

  it('keeps the last id for events without one, and forgets the type', () => {
    expect(parsed('id: 1\nevent: a\ndata: x\n\ndata: y\n\n').map(({ id, type }) => [id, type])).toEqual([['1', 'a'], ['1', 'message']]);
  });

  it('gives nothing for an event without data', () => {
    expect(parsed('event: reset\nid: 9\n\n')).toEqual([]);
  });

  it('refuses an id with a NUL', () => {
    expect(parsed('id: a\0b\ndata: x\n\n')[0]?.id).toBe('');
  });
});
