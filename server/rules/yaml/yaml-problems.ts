// Turns the codes of the YAML parser into sentences for people who do not know its grammar.
import { colonInPlainValue } from '../../hosts/judge/libyaml/token';
import { type Message, type Sentence, t } from '../../text/message';

const problems: Readonly<Record<string, Message>> = {
  ALIAS_PROPS: t('A value begins with both "*" and "&", which is not valid YAML.'),
  BAD_ALIAS: t('Unquoted value begins with "*", which YAML reads as an alias.'),
  BAD_DIRECTIVE: t('A line begins with "%", which YAML reads as a directive.'),
  BAD_DQ_ESCAPE: t('Double-quoted string contains an invalid escape sequence.'),
  BAD_INDENT: t('The indentation is inconsistent, or a bracket is not closed.'),
  BAD_PROP_ORDER: t('A YAML anchor or tag is misplaced.'),
  BAD_SCALAR_START: t('Unquoted value begins with a character that YAML reserves.'),
  BLOCK_AS_IMPLICIT_KEY: t('Unquoted value contains ": ", which is not valid YAML.'),
  BLOCK_IN_FLOW: t('A multi-line list or map is inside brackets, which is not valid YAML.'),
  DUPLICATE_KEY: t('A key is defined twice.'),
  IMPOSSIBLE: t('The frontmatter is not valid YAML.'),
  KEY_OVER_1024_CHARS: t('A key has more than 1,024 characters.'),
  MISSING_CHAR: t('A quote or bracket is not closed, or a key has no colon.'),
  MULTILINE_IMPLICIT_KEY: t('Text continues in the first column, where YAML expects a key.'),
  MULTIPLE_ANCHORS: t('A value has two YAML anchors.'),
  MULTIPLE_DOCS: t('A line "..." ends the YAML document.'),
  MULTIPLE_TAGS: t('A value has two YAML tags.'),
  NON_STRING_KEY: t('A key is not a string.'),
  NUL: t('The frontmatter contains a NUL character.'),
  TAB_AS_INDENT: t('A line is indented with a tab, which is not valid YAML.'),
  TAG_RESOLVE_FAILED: t('Unquoted value begins with "!", which YAML reads as a tag.'),
  TOO_DEEP: t('The brackets are nested too deeply to be checked.'),
  TOO_LARGE: t('The frontmatter is too large to be checked.'),
  TOO_MANY_ALIASES: t('The aliases expand to too many values.'),
  TOO_MANY_ITEMS: t('The frontmatter has too many lines and list items to be checked.'),
  UNEXPECTED_TOKEN: t('The YAML contains an unexpected character.'),
};

/** Quotes are part of the value in a program that reads lines. */
const withoutColon = (isYaml: boolean): Message =>
  isYaml ? t('Quote the value.') : t('Replace ": " with " - ".');

const actions: Readonly<Record<string, (isYaml: boolean) => Message>> = {
  BAD_ALIAS: () => t('Quote the value.'),
  BAD_SCALAR_START: () => t('Quote the value.'),
  BLOCK_AS_IMPLICIT_KEY: withoutColon,
  DUPLICATE_KEY: () => t('Remove one of them.'),
  MISSING_CHAR: () => t('Close it, or add the colon.'),
  MULTILINE_IMPLICIT_KEY: () => t('Indent the text.'),
  TAB_AS_INDENT: () => t('Indent with spaces.'),
  TAG_RESOLVE_FAILED: () => t('Quote the value.'),
};

/**
 * What to do, as a whole sentence; undefined where the problem does not decide it.
 * @param isYaml whether every program that reads the file parses YAML
 */
export function yamlAction(code: Sentence | undefined, isYaml: boolean): Message | undefined {
  if (typeof code === 'object' && code.template === colonInPlainValue().template)
    return withoutColon(isYaml);
  return typeof code === 'string' && Object.hasOwn(actions, code)
    ? actions[code]?.(isYaml)
    : undefined;
}

/**
 * The problem as a whole sentence with its full stop.
 * @param code of the YAML parser, or the words of a host's own parser, which are part of the sentence
 */
export function yamlProblem(code: Sentence | undefined): Message {
  const known =
    typeof code === 'string' && Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (known) return known;
  if (code === undefined) return t('The frontmatter is not valid YAML.');
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code)
    ? t('The frontmatter is not valid YAML ({code}).', { code })
    : t('Invalid YAML: {reason}.', {
        reason: t(typeof code === 'string' ? code.replace(/\.$/, '') : code),
      });
}
