import type { Decision, Item } from '../src/console/api';

/** A held comment, the first in a list of age. */
export function item(id: string, minute: number, more: Partial<Item> = {}): Item {
  return {
    id, threadTitle: 'A film', threadAddress: null, parent: null, version: 1, revision: 1, status: 'held', author: { name: id }, text: id,
    submittedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), shown: false, why: 'Held: 3 links', evidence: [], reports: [], decision: null, ...more,
  };
}

export function decided(by: string, outcome: 'approved' | 'rejected', number = 2): Decision {
  return { number, by: { kind: 'moderator', name: by }, outcome, at: '2026-01-01T00:00:00Z' };
}
