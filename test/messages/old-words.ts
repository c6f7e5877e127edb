// Words and phrases that must not occur in what developers and users read, each with what to write instead.
import type { Kind } from './code-pieces';

export interface OldWord {
  readonly pattern: RegExp;
  readonly write: string;
  /** Where it is forbidden; everywhere if absent. */
  readonly kinds?: readonly Kind[];
}

const texts: readonly Kind[] = ['comment', 'string', 'title', 'prose'];
const names: readonly Kind[] = ['identifier'];
/** A rule may be quoted from the words of a host, so verbs of speech are only checked where we write ourselves. */
const ours: readonly Kind[] = ['comment', 'title', 'prose', 'identifier'];

export const oldWords: readonly OldWord[] = [
  { pattern: /\bwithout a word\b/, write: 'silently', kinds: texts },
  { pattern: /\bmend(s|ed|ing)?\b/, write: 'fix' },
  { pattern: /\ba blank(?! line)\b|\bblanks\b/, write: 'a space', kinds: texts },
  { pattern: /\b(a sign|signs(?! (in|up)\b))\b/, write: 'character', kinds: texts },
  { pattern: /\bsmall letters?\b/, write: 'lowercase', kinds: texts },
  { pattern: /\b(stands|stood)\b(?! (for|in for|out)\b)/, write: 'is, is located, appears' },
  { pattern: /\blies\b/, write: 'is, is located' },
  { pattern: /\bbeside\b/, write: 'next to, with, in the same folder' },
  {
    pattern: /\b(tells?|told|telling)\b(?! (apart|whether)\b)/,
    write: 'report, show, state',
    kinds: ours,
  },
  { pattern: /\b(says|said|saying)\b/, write: 'report, show, state', kinds: ours },
  { pattern: /\banew\b/, write: 'again' },
  { pattern: /\bas (it|they) stands?\b/, write: 'unchanged, literally', kinds: texts },
  { pattern: /\b(nobody|somebody|whoever)\b/, write: 'no agent, a user, the caller' },
  { pattern: /\b(makes?|made|making) of (a|an|it|the) (file|text)\b/, write: 'does with, treats' },
  { pattern: /\bknows? no\b/, write: 'has no ... named', kinds: texts },
  { pattern: /\bis there for\b/, write: 'is a ... tool, is for', kinds: texts },
  { pattern: /\botherwise than\b|\bcalled otherwise\b/, write: 'differs from', kinds: texts },
  { pattern: /\bblam(e|es|ed|ing)\b/, write: 'cause' },
  { pattern: /\bpress(es)? on\b/, write: 'click, select', kinds: texts },
  { pattern: /\bnothing to do\./, write: 'No action needed.', kinds: texts },
  {
    pattern: /\bcalls? come back\b|\bcomes? back to itself\b/,
    write: 'form a cycle',
    kinds: texts,
  },
  { pattern: /\b(heed|heeds|heeded)\b/, write: 'apply, respect' },
  { pattern: /\b(hears|heard)\b/, write: 'receive' },
  {
    pattern: /\b(kin|glance|glances|astray|bearers?(?! token)|errand|puzzled)\b/,
    write: 'the plain term',
  },
  { pattern: /\bdeeds?\b/, write: 'capability, purpose' },
  { pattern: /\bpowers\b/, write: 'capabilities', kinds: names },
  { pattern: /\bremembered\b/, write: 'memoized, cached', kinds: names },
  { pattern: /\bbrought\b/, write: 'provided, defined', kinds: ours },
  { pattern: /\b(weigh|weighs|weighing)\b/, write: 'compute, evaluate' },
  { pattern: /\b(becomes?|became) of\b/, write: 'the outcome, the result', kinds: texts },
  { pattern: /\bfates?\b/, write: 'outcome' },
  {
    pattern: /\b(lest|whence|thereof|wherein|naught|whilst|amongst|thrice)\b/,
    write: 'plain English',
  },
  { pattern: /\boutlives?\b/, write: 'survives, remains valid', kinds: texts },
  { pattern: /\bpass(es|ed)? over\b/, write: 'skip, ignore', kinds: texts },
  { pattern: /\bgone stale\b/, write: 'outdated', kinds: texts },
  { pattern: /\band those only\b/, write: 'only', kinds: texts },
  {
    pattern: /\b(colou?r|behaviou?r|neighbou?r|favou?r|honou?r)(?<=our)(s|ed|ing|able|ite)?\b/,
    write: 'the American spelling',
  },
  {
    pattern: /\b(catalogue|judgement|licence|misspelt)s?\b/,
    write: 'the American spelling',
  },
];
