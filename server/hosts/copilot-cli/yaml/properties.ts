// Anchors, aliases and tags: what may stand before a value.
import { char, forward, isGap, Refusal, type Source } from './source';

const isWord = (unit: string): boolean => /^[0-9A-Za-z_-]$/.test(unit);

/** Reads `&name` or `*name`. */
export function readAnchor(source: Source): string {
  const what = char(source) === '*' ? '"*" refers to an anchor' : '"&" sets an anchor';
  const start = source.at;
  forward(source);
  const from = source.at;
  while (isWord(char(source))) forward(source);
  const name = source.text.slice(from, source.at);
  const next = char(source);
  if (name === '' || !(isGap(next) || '?:,]}%@`'.includes(next))) {
    throw new Refusal(`${what}, and its name is of letters, digits, "-" and "_"`, start);
  }
  return name;
}

const core = 'tag:yaml.org,2002:';

/** Reads a tag, and gives it as libyaml resolves it: `!!str` is a full name, `!own` stays. */
export function readTag(source: Source): string {
  const start = source.at;
  const tag = char(source, 1) === '<' ? readVerbatim(source) : readShort(source);
  if (!isGap(char(source)) && !(char(source) === ',')) {
    throw new Refusal('a blank must stand behind a tag', source.at);
  }
  if (tag === null) throw new Refusal('"!" begins a tag, and this one is not known', start);
  return tag;
}

function readVerbatim(source: Source): string {
  const start = source.at;
  forward(source);
  forward(source);
  const uri = readUri(source, ',[]');
  if (uri === '' || char(source) !== '>')
    throw new Refusal('"!<" begins a tag that ends with ">"', start);
  forward(source);
  return uri;
}

/** `!`, `!own`, `!!core` or `!handle!own`; null for a handle that no directive names. */
function readShort(source: Source): string | null {
  forward(source);
  const from = source.at;
  while (isWord(char(source))) forward(source);
  const word = source.text.slice(from, source.at);
  if (char(source) !== '!') return `!${word}${readUri(source, '')}`;
  forward(source);
  const rest = readUri(source, '');
  if (rest === '') throw new Refusal('"!" begins a tag, and this one has no name', from - 1);
  return word === '' ? core + rest : null;
}

function readUri(source: Source, more: string): string {
  const from = source.at;
  while (
    isWord(char(source)) ||
    (char(source) !== '' && `;/?:@&=+$.!~*'()%${more}`.includes(char(source)))
  ) {
    forward(source);
  }
  return source.text.slice(from, source.at);
}
