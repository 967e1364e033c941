import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Times of the past ("3 minutes ago") are shown anew this often, milliseconds. */
const MINUTE = 60_000;

/** The time, shown anew while somebody looks. */
export class Clock implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get now(): Date {
    return new Date();
  }

  hostConnected(): void {
    this.timer = setInterval(() => { if (!document.hidden) this.host.requestUpdate(); }, MINUTE);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
