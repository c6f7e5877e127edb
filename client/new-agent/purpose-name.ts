// Derives a name for an agent from its purpose in the user's words.
import { validName } from './agent-name';

/** Words that add nothing to a name. */
const filler =
  /^(?:an?|the|my|our|i|we|want|need|agents?|that|which|who|to|for|should|will|can|helps?|and|please|it)$/;

/** Words after which a sentence continues with details. */
const end =
  /^(?:for|in|of|on|with|without|before|after|when|whenever|while|so|because|from|by|into|against|using|as|or|use)$/;

/** Nouns for what an agent does, by the beginning of the verb. */
const nouns: readonly (readonly [verb: RegExp, noun: string])[] = [
  [/^review(s|ing)?$/, 'reviewer'],
  [/^(writ(e|es|ing))$/, 'writer'],
  [/^test(s|ing)?$/, 'tester'],
  [/^check(s|ing)?$/, 'checker'],
  [/^debug(s|ging)?$/, 'debugger'],
  [/^plan(s|ning)?$/, 'planner'],
  [/^fix(es|ing)?$/, 'fixer'],
  [/^find(s|ing)?$/, 'finder'],
  [/^translat(e|es|ing)$/, 'translator'],
  [/^migrat(e|es|ing)$/, 'migrator'],
  [/^refactor(s|ing)?$/, 'refactorer'],
  [/^audit(s|ing)?$/, 'auditor'],
  [/^optimi[sz](e|es|ing)$/, 'optimizer'],
  [/^analy[sz](e|es|ing)$/, 'analyzer'],
  [/^(summari[sz](e|es|ing))$/, 'summarizer'],
  [/^releas(e|es|ing)$/, 'releaser'],
  [/^updat(e|es|ing)$/, 'updater'],
  [/^explain(s|ing)?$/, 'explainer'],
  [/^research(es|ing)?$/, 'researcher'],
  [/^document(s|ing)?$/, 'documenter'],
];

const mostWords = 3;

/** `sql-migrations-reviewer` for `Reviews SQL migrations for locks.`; empty if the purpose has no words for a name. */
export function nameForPurpose(purpose: string): string {
  const [sentence = ''] = purpose.trim().split(/[.!?\n]/);
  const words = sentence
    .split(/[\s,;:]+/)
    .map(validName)
    .filter((word) => word !== '');
  const start = words.findIndex((word) => !filler.test(word));
  if (start < 0) return '';
  const rest = words.slice(start);
  const length = rest.findIndex((word, n) => n > 0 && end.test(word));
  const distinctive = rest
    .slice(0, length < 0 ? undefined : length)
    .filter((word) => !filler.test(word));
  const [first = ''] = distinctive;
  const noun = nouns.find(([verb]) => verb.test(first))?.[1];
  const named =
    noun === undefined
      ? distinctive.slice(0, mostWords)
      : [...distinctive.slice(1, mostWords), noun];
  return validName(named.join('-'));
}
