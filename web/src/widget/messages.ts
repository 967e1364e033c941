import { ago, plurals } from '../shared/words';

const plural = plurals('en');
const number = new Intl.NumberFormat('en');

/** Everything that the widget says, in English. A translation is another object of this type. */
export const messages = {
  count: (n: number) => `${n === 1 ? 'One' : n === 0 ? 'No' : number.format(n)} ${plural(n, { one: 'response', other: 'responses' })}`,
  loading: 'Loading responses…',
  empty: 'Nobody has responded yet. Yours could be the first.',
  closed: 'Responses are closed.',
  sortBy: 'Order',
  oldest: 'Oldest first',
  newest: 'Newest first',
  showMore: 'Show more',
  showMoreNew: (n: number) => `Show more · ${number.format(n)} new`,
  tryAgain: 'Try again',
  ago: (at: Date, now: Date) => ago('en', at, now),
  exactly: (at: Date) => at.toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }),
  edited: 'edited',
  you: 'You',
  removed: 'This response was removed.',
  omitted: 'There are more replies than can be shown here.',
  withdrawn: 'You withdrew this response.',

  checking: 'Waiting: being checked',
  held: 'Waiting for a moderator',
  rejected: 'Not published',
  rejectedBecause: (reason: string) => `Not published: ${reason}`,
  onlyYou: 'Only you can see it.',
  onlyYourEdit: 'Only you can see this version.',

  reply: 'Reply',
  replyTo: (name: string) => `Reply to ${name}`,
  edit: 'Edit',
  withdraw: 'Withdraw',
  withdrawSure: 'Withdraw it for good?',
  withdrawYes: 'Yes, withdraw',
  withdrawNo: 'Keep it',
  cancel: 'Cancel',

  title: 'Responses',
  formTitle: { new: 'Your response', reply: 'Your reply', edit: 'Edit your response' },
  name: 'Name',
  email: 'E-mail (optional, never shown)',
  website: 'Leave this empty',
  placeholder: { new: 'What do you think?', reply: 'What do you answer?', edit: '' },
  formatting: '*emphasis*, **strong**, `code`, > quote, [link](https://…)',
  send: { new: 'Post response', reply: 'Post reply', edit: 'Save' },
  sending: 'Sending…',
  left: (n: number) => `${number.format(n)} ${plural(n, { one: 'character', other: 'characters' })} left`,
  tooMany: (n: number) => `${number.format(n)} ${plural(n, { one: 'character', other: 'characters' })} too many`,
  missing: { name: 'Please give a name.', text: 'Please write something.', email: 'Please give an e-mail address, or none.' },
  tooLong: (length: number, most: number) => `At most ${number.format(most)} characters, please; it has ${number.format(length)}.`,
  badEmail: 'This does not look like an e-mail address.',
  refused: 'This was not accepted.',

  sent: 'Your response is being checked.',
  saved: 'Your edit is being checked.',
  isWithdrawn: 'Your response is withdrawn.',
  isPublished: 'Your response is published.',
  isHeld: 'Your response waits for a moderator.',
  isRejected: 'Your response was not published.',
  arrived: (n: number, name: string) => (n === 1 ? `New response by ${name}.` : `${number.format(n)} new responses.`),

  best: 'Best first',
  number: (n: number) => number.format(n),
  likes: (n: number) => `${number.format(n)} ${plural(n, { one: 'like', other: 'likes' })}`,
  like: (name: string, n: number) => `Like the response by ${name}, ${number.format(n)} ${plural(n, { one: 'like', other: 'likes' })}`,
  notLiked: 'That was not saved. Please try again.',

  problems: {
    unreachable: 'The server cannot be reached. Your text is kept here; please send it again.',
    'not-confirmed': 'The server could not confirm that it has your text. It is kept here; please send it again. It will not appear twice.',
    'too-many-requests': 'That was a lot at once. Your text is kept here; please wait a little and send it again.',
    'closed-thread': 'Responses have been closed meanwhile. Your text is kept here.',
    'unknown-thread': 'There is no discussion here yet.',
    'too-large': 'This is too much text.',
    outdated: 'This response has changed meanwhile. Please look at it and save again.',
    'token-refused': 'This browser is not known as the author any more.',
  } as Readonly<Record<string, string>>,
  retryAfter: (seconds: number) => `That was a lot at once. Your text is kept here; please send it again in ${number.format(seconds)} ${plural(seconds, { one: 'second', other: 'seconds' })}.`,
  failed: 'Something went wrong on the server. Your text is kept here; please send it again.',
  notLoaded: 'The responses could not be loaded.',
};

export type Messages = typeof messages;
