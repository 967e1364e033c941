import type { Plugin } from 'vite';

export declare const templates: Plugin;
