import type { Texts } from '../en';
import type { Say } from '../say';
import { accounts } from './accounts';
import { author } from './author';
import { bulk } from './bulk';
import { card } from './card';
import { decision } from './decision';
import { desk } from './desk';
import { gate } from './gate';
import { keys } from './keys';
import { screening } from './screening';
import { shell } from './shell';
import { statistics } from './statistics';

/** Everything that the console says, in French. */
export const fr = (say: Say): Texts => ({
  ...shell(),
  ...gate(say),
  ...accounts(),
  ...desk(say),
  ...card(say),
  ...bulk(say),
  ...decision(),
  author: author(say),
  statistics: statistics(say),
  steering: screening(say),
  ...keys(),
});
