import { EventStream } from '../shared/stream';
import { bearer, type Submission, type ThreadApi } from './api';
import { type OwnComment, undecided } from './own';
import { onSight } from './sight';

/**
 * How many are followed by a stream. A browser opens six connections to a server at most (HTTP/1.1), for all tabs
 * together: those beyond this number are asked for from time to time.
 */
const STREAMS = 2;
const ASK_EVERY = 30_000;

/** Follows the reader's comments that wait for a decision, the newest live. */
export class Watch {
  private readonly streams = new Map<string, EventStream>();
  private readonly unsight: () => void;
  private waiting: readonly OwnComment[] = [];
  private asked: readonly OwnComment[] = [];
  private away = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly api: ThreadApi,
    private readonly onChange: (submission: Submission) => void,
    private readonly onGone: (id: string) => void,
  ) {
    const turn = (away: boolean): void => {
      this.away = away;
      this.connect();
    };
    this.unsight = onSight(() => { turn(true); }, () => { turn(false); });
  }

  /** Follows those of these that are undecided, and no others. */
  follow(own: Iterable<OwnComment>): void {
    this.waiting = [...own].filter(undecided).sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
    this.connect();
  }

  close(): void {
    this.unsight();
    this.follow([]);
  }

  private connect(): void {
    const followed = this.away ? [] : this.waiting;
    const live = followed.slice(0, STREAMS);
    for (const [id, stream] of this.streams) {
      if (live.some((one) => one.id === id)) continue;
      stream.close();
      this.streams.delete(id);
    }
    for (const { id, token } of live) {
      if (!this.streams.has(id)) this.streams.set(id, this.stream(id, token));
    }
    this.asked = followed.slice(STREAMS);
    this.askFromTimeToTime();
  }

  private stream(id: string, token: string): EventStream {
    return new EventStream({
      url: () => `${this.api.submissionUrl(id)}/stream`,
      headers: () => bearer(token),
      onEvent: (event) => {
        if (event.type === 'submission') this.onChange(JSON.parse(event.data) as Submission);
      },
      onRefused: ({ status }) => {
        const gone = status === 401 || status === 403 || status === 404;
        if (gone) this.onGone(id);
        return !gone;
      },
    });
  }

  private askFromTimeToTime(): void {
    if (this.asked.length === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    } else {
      this.timer ??= setInterval(() => {
        for (const { id, token } of this.asked) this.api.submission(id, token).then(this.onChange, () => undefined);
      }, ASK_EVERY);
    }
  }
}
