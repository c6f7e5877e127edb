// What the answers of all files come to.
import { hoverSize, isShort, repeated } from '../../support/short-hover';
import { isOurs } from '../suite/desk';
import type { Answers, Both } from './answers';
import { type Pair, pairsIn } from './said-twice';

export interface Tally {
  files: Record<string, number>;
  positions: number;
  labels: { ours: number; theirs: number };
  /** `tools: at .github/agents/x.agent.md:3:7`. */
  doubled: string[];
  /** Labels that the editor's own support and other extensions offer twice between them. */
  theirOwn: number;
  findings: { ours: number; theirs: number };
  pairs: Pair[];
  hovers: { asked: number; ours: number; builtin: number };
  longest: { markdown: string; lines: number; characters: number };
  mostLines: number;
  long: string[];
  repeated: string[];
}

export const emptyTally = (): Tally => ({
  files: {},
  positions: 0,
  labels: { ours: 0, theirs: 0 },
  doubled: [],
  theirOwn: 0,
  findings: { ours: 0, theirs: 0 },
  pairs: [],
  hovers: { asked: 0, ours: 0, builtin: 0 },
  longest: { markdown: '', lines: 0, characters: 0 },
  mostLines: 0,
  long: [],
  repeated: [],
});

export const reportedTwice = ({ pairs }: Tally): readonly Pair[] =>
  pairs.filter(({ why }) => why === null);

export function count(tally: Tally, answers: Answers): void {
  const { file, languageId, offers, hovers, findings } = answers;
  const folder = `${file.slice(0, file.lastIndexOf('/'))} (${languageId})`;
  tally.files[folder] = (tally.files[folder] ?? 0) + 1;
  for (const offer of offers) countOffer(tally, file, offer);
  tally.findings.ours += findings.filter(isOurs).length;
  tally.findings.theirs += findings.filter((one) => !isOurs(one)).length;
  tally.pairs.push(...pairsIn(answers));
  for (const hover of hovers) countHover(tally, file, hover);
}

const placeOf = (file: string, { spot: { line, character } }: Both): string =>
  `${file}:${line + 1}:${character + 1}`;

function countOffer(tally: Tally, file: string, offer: Both): void {
  tally.positions++;
  tally.labels.ours += offer.ours.length;
  tally.labels.theirs += offer.theirs.length;
  tally.theirOwn += offer.theirs.length - new Set(offer.theirs).size;
  for (const label of doubledLabels(offer))
    tally.doubled.push(`${label} at ${placeOf(file, offer)}: ${offer.line.trim()}`);
}

/** With or without quotes a label is the same to a reader. One that the editor itself offers twice is none of ours. */
export function doubledLabels({ ours, theirs }: Pick<Both, 'ours' | 'theirs'>): readonly string[] {
  const plain = (label: string): string => label.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const seen = new Set(theirs.map(plain));
  return ours.map(plain).filter((label) => {
    const isThere = seen.has(label);
    seen.add(label);
    return isThere;
  });
}

function countHover(tally: Tally, file: string, hover: Both): void {
  tally.hovers.asked++;
  if (hover.ours.length === 0) return;
  tally.hovers.ours++;
  if (hover.theirs.length > 0) tally.hovers.builtin++;
  const markdown = hover.ours.join('\n\n');
  const size = hoverSize(markdown);
  if (size.characters > tally.longest.characters) tally.longest = { markdown, ...size };
  tally.mostLines = Math.max(tally.mostLines, size.lines);
  const where = `${placeOf(file, hover)}: ${hover.line.trim().slice(0, 60)}`;
  if (!isShort(markdown)) tally.long.push(`${where} (${size.lines} lines)`);
  for (const sentence of repeated(markdown, hover.theirs.join('\n')))
    tally.repeated.push(`"${sentence}" at ${where}`);
}
