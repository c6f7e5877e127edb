// What a YAML parser complains of, in words for people who do not know its grammar.
const words: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'a value that begins with "*" and "&" together',
  BAD_ALIAS: 'a value that begins with "*", which YAML takes for a reference',
  BAD_DIRECTIVE: 'a line that begins with "%"',
  BAD_DQ_ESCAPE: 'a backslash in a double-quoted text that stands for nothing',
  BAD_INDENT: 'a line that is not indented as its neighbours are, or a bracket that is not closed',
  BAD_PROP_ORDER: 'an anchor or a tag in a place where none may stand',
  BAD_SCALAR_START: 'a value that begins with a character which needs quotes around the value',
  BLOCK_AS_IMPLICIT_KEY: 'a colon with a blank behind it inside a text without quotes',
  BLOCK_IN_FLOW: 'a list or map of several lines inside brackets',
  DUPLICATE_KEY: 'a key that stands there twice',
  IMPOSSIBLE: 'a text that YAML cannot read',
  KEY_OVER_1024_CHARS: 'a key of more than 1,024 characters',
  MISSING_CHAR: 'a quote or a bracket that is not closed, or a key without its colon',
  MULTILINE_IMPLICIT_KEY: 'a text that goes on in the first column, where YAML expects a key',
  MULTIPLE_ANCHORS: 'two anchors on one value',
  MULTIPLE_DOCS: 'a line "..." that ends the frontmatter',
  MULTIPLE_TAGS: 'two tags on one value',
  NON_STRING_KEY: 'a key that is not a text',
  NUL: 'a NUL character',
  TAB_AS_INDENT: 'a tab where YAML takes only blanks',
  TAG_RESOLVE_FAILED: 'a value that begins with "!", which YAML takes for a tag',
  TOO_DEEP: 'more brackets inside each other than this program follows',
  TOO_LARGE: 'a frontmatter too large to look into',
  TOO_MANY_ALIASES: 'references that multiply beyond measure',
  UNEXPECTED_TOKEN: 'a character that YAML does not expect here',
};

/** `there is a colon with ... here`; what is no code of the parser is in plain words already. */
export function yamlFault(code: string | undefined): string {
  if (code === undefined) return 'there is something that YAML cannot read';
  if (Object.hasOwn(words, code)) return `there is ${words[code]}`;
  return /^[A-Z_0-9]+$/.test(code) ? `there is something that YAML cannot read (${code})` : code;
}
