/**
 * The browser's storage for this site, as JSON. Where it is switched off, full or forbidden (a sandboxed frame), values
 * last as long as the page does: a widget must work there, too.
 */
export class Storage {
  private readonly fallback = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  read(name: string): unknown {
    try {
      const text = this.fallback.get(name) ?? localStorage.getItem(this.prefix + name);
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      localStorage.setItem(this.prefix + name, text);
      this.fallback.delete(name);
    } catch {
      this.fallback.set(name, text);
    }
  }

  remove(name: string): void {
    this.fallback.delete(name);
    try {
      localStorage.removeItem(this.prefix + name);
    } catch {
      // Nothing is stored where storage is forbidden.
    }
  }
}
