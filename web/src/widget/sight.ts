/** A tab that is out of sight for this long gives its connections back, milliseconds. */
const LONG = 30_000;

/** Tells when the tab has been out of sight for long, and when it is back after that; gives what ends the telling. */
export function onSight(away: () => void, back: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const leave = (): void => {
    gone = true;
    away();
  };
  const onChange = (): void => {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(leave, LONG);
    } else if (gone) {
      gone = false;
      back();
    }
  };
  document.addEventListener('visibilitychange', onChange);
  if (document.hidden) onChange();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onChange);
  };
}
