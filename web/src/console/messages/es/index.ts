import type { Texts } from '../en';
import type { Say } from '../say';
import { accounts } from './accounts';
import { audit } from './audit';
import { author } from './author';
import { bulk } from './bulk';
import { card } from './card';
import { decision } from './decision';
import { desk } from './desk';
import { gate } from './gate';
import { keys } from './keys';
import { screening } from './screening';
import { security } from './security';
import { shell } from './shell';
import { statistics } from './statistics';
import { tokens } from './tokens';

/** Everything that the console says, in Spanish. */
export const es = (say: Say): Texts => ({
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
  audit: audit(say),
  tokens: tokens(),
  security: security(say),
  ...keys(),
});
