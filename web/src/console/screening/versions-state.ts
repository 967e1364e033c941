import type { TemplateResult } from 'lit';
import type { Change, ScreeningApi, Version } from './api';
import { versionsView } from './versions';

const PAGE = 30;

type Attempt = (work: () => Promise<void>) => void;

/** The versions that were read so far, and the one that is compared. */
export class Versions {
  private versions: readonly Version[] | null = null;
  private hasMore = false;
  private compared: number | null = null;
  private changes: readonly Change[] = [];

  constructor(
    private readonly api: () => ScreeningApi,
    private readonly changed: () => void,
  ) {}

  /** Reads them anew when they are looked at next. */
  forget(): void {
    this.versions = null;
    this.compared = null;
  }

  view(current: number, editable: boolean, attempt: Attempt, restore: (version: number) => void): TemplateResult {
    if (this.versions === null) {
      this.versions = [];
      attempt(() => this.more());
    }
    return versionsView({
      versions: this.versions,
      current,
      compared: this.compared,
      changes: this.changes,
      more: this.hasMore ? () => { attempt(() => this.more()); } : null,
      editable,
      compare: (version) => { attempt(() => this.compare(version, current)); },
      restore,
    });
  }

  private async more(): Promise<void> {
    const before = this.versions?.at(-1)?.version ?? null;
    const page = await this.api().versions(before);
    this.versions = [...(this.versions ?? []), ...page];
    this.hasMore = page.length === PAGE;
    this.changed();
  }

  private async compare(version: number, current: number): Promise<void> {
    this.changes = await this.api().diff(version, current);
    this.compared = version;
    this.changed();
  }
}
