// Asks the command line, whose JSON is a public contract, and returns it as data.
import type { World } from '../cli/io';
import { main } from '../cli/main';

/** Why a question has no answer, in a sentence for the model. */
export class Unanswered extends Error {}

/** @throws Unanswered if the command could not run. */
export function ask(words: readonly string[], world: World): Record<string, unknown> {
  let out = '';
  let err = '';
  const append = (text: string): void => {
    err += text;
  };
  main(words, {
    world,
    io: {
      color: false,
      stdin: () => '',
      out: (text) => {
        out += text;
      },
      err: append,
    },
    lsp: noServer,
  });
  const answer = parsed(out);
  if (!answer) throw new Unanswered(err.replaceAll(/^dossier: /gm, '').trim() || 'No answer.');
  return answer;
}

function noServer(): never {
  throw new Unanswered('A server cannot be started here.');
}

/** Null for anything but an object. */
function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
