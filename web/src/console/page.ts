import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Session } from './session';

/** What a page asks of the shell: other parameters of its address, or another page's. */
export interface Wanted {
  /** Null for the page itself. */
  readonly page: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * A page of the console beside the queue. It is made when it is opened and lives until another is, in the light DOM under the
 * console's style sheet. What it shows stands in the address, so that it can be kept and shared.
 */
export abstract class ConsolePage extends LitElement {
  @property({ attribute: false }) session!: Session;
  /** Its part of the address; changed by `go` and by the browser's back and forward. */
  @property({ attribute: false }) query = new URLSearchParams();

  protected override createRenderRoot(): this {
    return this;
  }

  /** A dialog that a page renders is open for as long as it is rendered. */
  protected override updated(): void {
    for (const dialog of this.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();
  }

  /** Whether it may be left; a page with something unsaved asks first. */
  mayLeave(): boolean {
    return true;
  }

  /** Shows something else of this page, or another page. Empty parameters are left out of the address. */
  protected go(parameters: Readonly<Record<string, string>>, page: string | null = null): void {
    this.dispatchEvent(new CustomEvent<Wanted>('go', { detail: { page, parameters }, bubbles: true }));
  }
}
