import { expect, it } from 'vitest';
import type { Rule, Settings } from '../src/console/screening/api';
import { draftOf, freshRule, lines, moved, same } from '../src/console/screening/draft';

const rule = (id: string): Rule => ({ id, name: id, expression: 'true', action: 'hold', mode: 'off' });
const settings: Settings = {
  version: 3, by: { kind: 'moderator' }, why: 'so', restores: null, at: '', thresholds: { hold: 0.5, reject: 0.9, toxic: 0.5 },
  targets: { rejectPrecision: 0.99, honestHeld: 0.03, toxicHeld: 0.02 }, holds: { everything: false, untilApproved: 0, links: 3, images: null },
  lists: { blockedWords: ['a'], suspectWords: [], blockedDomains: [], trustedDomains: [] }, rules: [rule('one')], model: null,
};

it('takes of a version what can be written, and knows when something else is wanted', () => {
  const draft = draftOf(settings);
  expect(Object.keys(draft).sort()).toEqual(['holds', 'lists', 'rules', 'targets']);
  expect(same(draft, { ...draft, targets: { toxicHeld: 0.02, honestHeld: 0.03, rejectPrecision: 0.99 } })).toBe(true);
  expect(same(draft, { ...draft, holds: { ...draft.holds, everything: true } })).toBe(false);
  expect(same(draft, { ...draft, rules: [rule('one'), rule('two')] })).toBe(false);
});

it('reads a list line by line, once each', () => {
  expect(lines(' spam \n\nspam\r\nfree money\n')).toEqual(['spam', 'free money']);
});

it('gives a new rule an id of its own, in shadow', () => {
  expect(freshRule([rule('rule-2')], 'New')).toEqual({ id: 'rule-3', name: 'New', expression: '', action: 'hold', mode: 'shadow' });
});

it('moves a rule no further than the ends', () => {
  const rules = [rule('one'), rule('two'), rule('three')];
  expect(moved(rules, 0, 1).map(({ id }) => id)).toEqual(['two', 'one', 'three']);
  expect(moved(rules, 0, -1)).toBe(rules);
  expect(moved(rules, 2, 1)).toBe(rules);
});
