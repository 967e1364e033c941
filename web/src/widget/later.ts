import { learn } from './messages';
import later from './messages/en.later.json';

learn(later);
