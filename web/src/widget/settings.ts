import type { Settings } from './api';

/** What holds until the service has said what does. */
export const SETTINGS: Settings = { depth: 4, editSeconds: 300, guests: true, sort: 'newest', longest: 5000 };
