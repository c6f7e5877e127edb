// Reads anchors, aliases and tags, which precede a value.
import { type Message, t } from '../../../text/message';
import { char, isGap, readChar, type Source, SyntaxFault } from './source';

const isWord = (unit: string): boolean => /^[0-9A-Za-z_-]$/.test(unit);

/** Reads `&name` or `*name` and returns the name. */
export function readAnchor(source: Source): string {
  const isAlias = char(source) === '*';
  const start = source.at;
  readChar(source);
  const from = source.at;
  while (isWord(char(source))) readChar(source);
  const name = source.text.slice(from, source.at);
  const next = char(source);
  if (name === '' || !(isGap(next) || '?:,]}%@`'.includes(next))) {
    throw new SyntaxFault(isAlias ? invalidAlias() : invalidAnchor(), start);
  }
  return name;
}

const invalidAlias = (): Message =>
  t(
    'a value that begins with "*" refers to an anchor, whose name contains only letters, digits, "-" and "_"',
  );
const invalidAnchor = (): Message =>
  t(
    'a value that begins with "&" sets an anchor, whose name contains only letters, digits, "-" and "_"',
  );

const core = 'tag:yaml.org,2002:';

/** Reads a tag and returns it as libyaml resolves it: `!!str` becomes the full name, `!own` remains unchanged. */
export function readTag(source: Source): string {
  const start = source.at;
  const tag = char(source, 1) === '<' ? readVerbatim(source) : readShort(source);
  if (!isGap(char(source)) && !(char(source) === ',')) {
    throw new SyntaxFault('a space must follow a tag', source.at);
  }
  if (tag === null)
    throw new SyntaxFault('a value that begins with "!" has a tag, and this tag is unknown', start);
  return tag;
}

function readVerbatim(source: Source): string {
  const start = source.at;
  readChar(source);
  readChar(source);
  const uri = readUri(source, ',[]');
  if (uri === '' || char(source) !== '>')
    throw new SyntaxFault('a tag that begins with "!<" must end with ">"', start);
  readChar(source);
  return uri;
}

/** Reads `!`, `!own`, `!!core` or `!handle!own`. Returns null for a handle that no directive defines. */
function readShort(source: Source): string | null {
  readChar(source);
  const from = source.at;
  while (isWord(char(source))) readChar(source);
  const word = source.text.slice(from, source.at);
  if (char(source) !== '!') return `!${word}${readUri(source, '')}`;
  readChar(source);
  const rest = readUri(source, '');
  if (rest === '')
    throw new SyntaxFault(
      'a value that begins with "!" has a tag, and this tag has no name',
      from - 1,
    );
  return word === '' ? core + rest : null;
}

function readUri(source: Source, more: string): string {
  const from = source.at;
  while (
    isWord(char(source)) ||
    (char(source) !== '' && `;/?:@&=+$.!~*'()%${more}`.includes(char(source)))
  ) {
    readChar(source);
  }
  return source.text.slice(from, source.at);
}
