import { state } from 'lit/decorators.js';
import { Problem } from '../shared/problem';
import { messages } from './messages';
import { ConsolePage } from './page';

/** A page that changes things, one at a time; what goes wrong is told. */
export abstract class ActingPage extends ConsolePage {
  @state() protected failure = '';
  /** What was done, for those who do not see it. */
  @state() protected said = '';
  @state() protected busy = false;
  /** What is told of problems, by their slugs. */
  protected abstract get problems(): Readonly<Record<string, string>>;

  protected async attempt(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    this.said = '';
    try {
      await what();
    } catch (thrown) {
      const { status, slug, document } = Problem.of(thrown);
      this.failure = status === 0 ? messages.unreachable : (this.problems[slug] ?? document.detail ?? document.title ?? messages.failed);
    } finally {
      this.busy = false;
    }
  }
}
