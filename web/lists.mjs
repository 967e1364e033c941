// Writes the word and domain lists of other people's packages to where the services read them on the class path, each
// beside its licence. The lists stand in no repository file: package-lock.json names their versions.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** ISO 639-1; the file's name says which language its words are of. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru'];

const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

export const writeLists = (packages, out) => {
  mkdirSync(out, { recursive: true });
  const write = (name, lines) => { writeFileSync(join(out, name), `${lines.join('\n')}\n`); };
  const licence = (from) => {
    const file = readdirSync(join(packages, from)).find((name) => /^licen[cs]e/i.test(name));
    copyFileSync(join(packages, from, file), join(out, `${from}.LICENSE`));
    const { name, version, license, homepage = '' } = json(packages, from, 'package.json');
    write(`${from}.txt`, [`${name} ${version}, ${license}. ${homepage}`]);
  };
  for (const language of LANGUAGES) write(`words-${language}.txt`, json(packages, 'naughty-words', `${language}.json`));
  licence('naughty-words');
  write('disposable-domains.txt', json(packages, 'disposable-email-domains-js', 'dist/dict/disposable_email_blocklist.json'));
  licence('disposable-email-domains-js');
};
