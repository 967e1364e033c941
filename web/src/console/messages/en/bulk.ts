import type { Batch } from '../../api';
import type { Say } from '../say';

/** Many comments at once. */
export const bulk = (say: Say) => ({
  bulk: 'Many at once',
  allFound: (n: number) => `All ${say.number(n)} found:`,
  selected: (n: number) => `${say.number(n)} selected:`,
  select: (name: string) => `Select the comment by ${name}`,
  selectNone: 'Select none',
  approveAll: 'Approve all',
  rejectAll: 'Reject all…',
  approveSo: (n: number) => `Approve ${say.number(n)} ${say.plural(n, { one: 'comment', other: 'comments' })}?`,
  rejectSo: (n: number) => `Reject ${say.number(n)} ${say.plural(n, { one: 'comment', other: 'comments' })}? Choose why:`,
  andMore: (n: number) => `and ${say.number(n)} more`,
  batchStands: (undoes: boolean, { total, applied, refused, failed }: Batch) =>
    [
      `${say.number(applied)} of ${say.number(total)} ${undoes ? 'taken back' : 'decided'}`,
      refused > 0 ? `${say.number(refused)} left as they are, since they changed meanwhile or stood so already` : '',
      failed > 0 ? `${say.number(failed)} not confirmed` : '',
    ].filter(Boolean).join(', '),
  stop: 'Stop',
  undoBatch: 'Undo all of it',
  cancel: 'Cancel',
});

export type Bulk = ReturnType<typeof bulk>;
