// Made paths of files, and the many ways in which clients write their URIs.
import fc from 'fast-check';

/** Characters that clients escape differently, next to ordinary ones. */
const characters = [
  ...'abzAZ09-._~',
  ...' !$&\'()*+,;=:@%#?[]{}|^`"<>',
  ...'éñüßжあ漢',
  'e\u0301',
  '😀',
  '👩‍💻',
];

/** Not a folder that looks like a drive. */
const segment = fc
  .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(''))
  .filter((text) => !/^\.{1,2}$|^[a-z]:$/i.test(text));

const drive = fc.constantFrom('', '', '/c:', '/z:');

/** A path as in a URI, such as `/home/josé/a+b` or `/c:/w`. */
export const madePaths: fc.Arbitrary<string> = fc
  .tuple(drive, fc.array(segment, { minLength: 1, maxLength: 4 }))
  .map(([letter, segments]) => `${letter}/${segments.join('/')}`);

/** How one client writes a character: as it is where that is possible, or escaped with digits in either case. */
type Style = 'plain' | 'upper' | 'lower';

const alwaysEscaped = /[%#?]/;

function escaped(character: string, style: Style): string {
  if (style === 'plain' && !alwaysEscaped.test(character)) return character;
  const bytes = [...new TextEncoder().encode(character)].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return bytes.map((byte) => `%${style === 'lower' ? byte : byte.toUpperCase()}`).join('');
}

/** The URI with the given style for each character in turn. The letter of a drive may be uppercase. */
export function spelledUri(path: string, styles: readonly Style[], isUpperDrive: boolean): string {
  const whole = path.replace(/^\/[a-z](?=:\/)/, (letter) =>
    isUpperDrive ? letter.toUpperCase() : letter,
  );
  const spelled = [...whole].map((character, index) =>
    character === '/' ? '/' : escaped(character, styles[index % styles.length] ?? 'plain'),
  );
  return `file://${spelled.join('')}`;
}

/** Functions that spell the URI of any path. */
export const spellings: fc.Arbitrary<(path: string) => string> = fc
  .tuple(
    fc.array(fc.constantFrom<Style>('plain', 'upper', 'lower'), { minLength: 1, maxLength: 7 }),
    fc.boolean(),
  )
  .map(
    ([styles, isUpperDrive]) =>
      (path: string) =>
        spelledUri(path, styles, isUpperDrive),
  );
