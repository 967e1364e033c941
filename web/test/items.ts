import type { Decision, Item, Tab } from '../src/console/api';

/** A held comment, the first in a list of age; it stands on the list of its status unless that is said. */
export function item(id: string, minute: number, more: Partial<Item> = {}): Item {
  const status = more.status ?? 'held';
  return {
    id, thread: 'heat', threadTitle: 'A film', threadAddress: null, parent: null, version: 1, revision: 1, status, lists: [status as Tab],
    author: { name: id, verified: false, by: null, keys: [], standing: 'ordinary', labels: [], notes: 0, approved: 0, held: 1, rejected: 0, first: null }, text: id, earlier: [], seen: null,
    submittedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), shown: false, escalated: false, why: 'Held: 3 links', probability: null,
    evidence: [], domains: [], campaign: null, reports: [], decision: null, history: [], claim: null, appeal: null, ...more,
  };
}

export function decided(by: string, outcome: 'approved' | 'rejected', number = 2): Decision {
  return { number, by: { kind: 'moderator', name: by }, outcome, at: '2026-01-01T00:00:00Z' };
}
