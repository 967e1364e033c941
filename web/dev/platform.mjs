// The state of a pretended platform, in memory: what a comment is, how it is decided, who is told.
import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const render = (text) => text.split(/\n{2,}/).map((part) => `<p>${escape(part).replaceAll('\n', '<br>')}</p>`).join('');

/** Screens by a few words, so that each outcome can be had on purpose. */
function screen(text) {
  const evidence = [];
  for (const [word, screen_, weight, sentence] of [
    ['http', 'links', 2, 'It has a link.'],
    ['spam', 'words', 9, 'It has a blocked word.'],
    ['buy', 'words', 1.5, 'It has a word that advertisements have.'],
  ]) {
    const start = text.indexOf(word);
    if (start >= 0) evidence.push({ screen: screen_, weight, sentence, spans: [{ start, end: start + word.length }] });
  }
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return { status: sum >= 9 ? 'rejected' : sum > 0 ? 'held' : 'approved', evidence };
}

export class Platform extends EventEmitter {
  comments = new Map();
  keys = new Map();
  log = [];
  open = true;

  constructor(delay = 700) {
    super();
    this.setMaxListeners(0);
    this.delay = delay;
  }

  submit({ text, author, parent = null }, key, at = new Date()) {
    const known = this.keys.get(key);
    if (known) return known;
    const comment = {
      id: randomUUID(), token: randomUUID(), thread: 'demo', parent, author: { name: author.name }, createdAt: at.toISOString(),
      text, revision: 1, version: 0, status: 'checking', shown: null, revisedAt: null, evidence: [], decision: null,
    };
    this.keys.set(key, comment);
    this.comments.set(comment.id, comment);
    this.later(() => { this.screen(comment); });
    return comment;
  }

  edit(comment, text) {
    Object.assign(comment, { text, revision: comment.revision + 1 });
    this.screen(comment);
  }

  withdraw(comment) {
    this.settle(comment, 'withdrawn', null);
  }

  decide(comment, verdict, reason, name) {
    const outcome = { approve: 'approved', reject: 'rejected', escalate: 'held' }[verdict];
    if (verdict === 'escalate') reason = 'escalated';
    this.settle(comment, outcome, { number: (comment.decision?.number ?? 0) + 1, by: { kind: 'moderator', name }, outcome, reason, at: new Date().toISOString() });
  }

  undo(comment) {
    this.settle(comment, 'held', null);
  }

  later(act) {
    if (this.delay === 0) act();
    else setTimeout(act, this.delay);
  }

  screen(comment) {
    const { status, evidence } = screen(comment.text);
    comment.evidence = evidence;
    this.settle(comment, status, { number: 1, by: { kind: 'screening' }, outcome: status, reason: null, at: new Date().toISOString() });
  }

  settle(comment, status, decision) {
    const before = comment.shown;
    Object.assign(comment, { status, decision, version: comment.version + 1 });
    if (status === 'approved') {
      if (before) comment.revisedAt = new Date().toISOString();
      comment.shown = { html: render(comment.text) };
      this.announce(before ? 'revised' : 'published', comment);
    } else if (before && (status === 'withdrawn' || decision?.by.kind !== 'screening')) {
      comment.shown = null;
      this.announce('removed', comment);
    }
    this.emit('moved', comment);
  }

  announce(type, comment) {
    const event = { id: `dev-${this.log.length + 1}`, type, data: { ...this.publicView(comment), thread: comment.thread } };
    this.log.push(event);
    this.emit('event', event);
  }

  like(comment, reader, liked) {
    comment.likers ??= new Set();
    if (liked) comment.likers.add(reader);
    else comment.likers.delete(reader);
    comment.tally = (comment.tally ?? 0) + 1;
    this.later(() => { this.announce(comment.revisedAt ? 'revised' : 'published', comment); });
  }

  publicView({ id, parent, version, author, shown, createdAt, revisedAt, likers, tally }) {
    const status = shown ? 'published' : 'removed';
    return { id, parent, version, status, author: shown && author, html: shown?.html ?? null, createdAt, revisedAt, likes: likers?.size ?? 0, ...(tally ? { tally } : {}) };
  }

  submissionView(comment) {
    const { id, thread, parent, revision, version, text, author, createdAt, status } = comment;
    const state = status === 'approved' ? 'published' : status;
    const reason = status === 'rejected' ? { code: comment.decision.reason ?? 'rules', text: 'It does not keep to the rules of this site.' } : null;
    return { id, thread, parent, state, reason, revision, version, text, html: render(text), author, createdAt };
  }

  itemView(comment) {
    const { id, thread, version, revision, status, author, text, createdAt, shown, evidence, decision } = comment;
    const above = this.comments.get(comment.parent);
    const why = status === 'held' ? `Held: ${evidence.length === 1 ? 'one thing' : `${evidence.length} things`} to look at` : null;
    const others = [...this.comments.values()].filter((one) => one.author.name === author.name);
    const count = (state) => others.filter((one) => one.status === state).length;
    return {
      id, thread, threadTitle: 'A Matter of Life and Death', threadAddress: '/', version, revision, status, text, createdAt,
      lists: ['held', 'approved', 'rejected'].filter((list) => list === status),
      author: { name: author.name, verified: false, by: `reader/${author.name}`, approved: count('approved'), held: count('held'), rejected: count('rejected'), first: others[0].createdAt },
      parent: above ? { id: above.id, author: above.author.name, text: above.text } : null,
      earlier: [], seen: shown ? revision : null, escalated: decision?.reason === 'escalated', probability: null, domains: [], campaign: null, reports: [],
      history: decision ? [decision] : [], claim: null, submittedAt: createdAt, shown: shown !== null, why, evidence, decision,
    };
  }

  page(sort, after, limit) {
    const all = [...this.comments.values()];
    const byAge = (a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
    const branch = (comment) => {
      const replies = all.filter(({ parent }) => parent === comment.id).sort(byAge).map(branch).filter(Boolean);
      return comment.shown || replies.length > 0 ? { ...this.publicView(comment), replies } : null;
    };
    const roots = all.filter(({ parent }) => parent === null).sort((a, b) => {
      const likes = sort === 'best' ? (b.likers?.size ?? 0) - (a.likers?.size ?? 0) : 0;
      return likes || (sort === 'oldest' ? byAge(a, b) : byAge(b, a));
    }).map(branch).filter(Boolean);
    const from = after === null ? 0 : roots.findIndex(({ id }) => id === after) + 1;
    const comments = roots.slice(from, from + limit);
    return {
      settings: { depth: 4, editSeconds: 300, guests: true, sort: 'newest', longest: 5000, mail: true },
      thread: 'demo', open: this.open, count: all.filter(({ shown }) => shown).length, comments,
      next: from + limit < roots.length ? comments.at(-1).id : null, cursor: `dev-${this.log.length}`,
    };
  }
}
