import type { SemanticTokens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { bodiesIn, tokensOf } from '../../features/body/bodies';
import { type Known, semanticTokens } from '../../features/semantic-tokens';
import { tokenModifiers, tokenTypes } from '../capabilities';
import { unitsBetween } from '../documents/encoded-document';
import type { Settled } from '../documents/settler';
import { SemanticTokensBuilder } from '../library';

const typeOf = {
  key: 'property',
  tool: 'function',
  placeholder: 'macro',
  command: 'function',
  file: 'property',
} as const;

/**
 * Returns semantic tokens for the names that the first program recognizes, encoded as in the protocol.
 * @param withKeys Whether known keys get tokens. An editor whose grammar colors them would change their color.
 */
export function encodedTokens(
  document: TextDocument,
  { view, toNow }: Pick<Settled, 'view' | 'toNow'>,
  { withKeys }: { readonly withKeys: boolean },
): SemanticTokens {
  const verdict = view.first();
  const builder = new SemanticTokensBuilder();
  if (!verdict) return builder.build();
  const { agent, dialect, fields } = verdict;
  const keyState = (key: string): Known => {
    // A file that the program cannot read has no fields there, but its keys are still those that the program knows.
    const declared = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
    const field = agent ? fields.find((one) => one.key === key)?.field : declared;
    return field ? (field.deprecated ? 'deprecated' : 'known') : 'unknown';
  };
  const tools = verdict.tools.map(({ span, outcome, renamed }) => ({
    span,
    state:
      outcome === 'lost' || outcome === 'no-effect'
        ? ('unknown' as const)
        : renamed
          ? ('deprecated' as const)
          : ('known' as const),
  }));
  const [own] = bodiesIn([verdict]);
  const body = own ? tokensOf(view, own) : [];
  for (const { span, kind, state } of semanticTokens(view.outline, { keyState, tools, body })) {
    if (kind === 'key' && state === 'known' && !withKeys) continue;
    const [start, end] = [toNow(span.start), toNow(span.end)];
    // The token is being edited.
    if (start === null || end === null || end - start !== span.end - span.start) continue;
    const { line, character } = document.positionAt(start);
    const modifiers = state === 'known' ? 0 : 1 << tokenModifiers.indexOf(state);
    builder.push(
      line,
      character,
      unitsBetween(document, start, end),
      tokenTypes.indexOf(typeOf[kind]),
      modifiers,
    );
  }
  return builder.build();
}
