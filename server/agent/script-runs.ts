// Scripts that a body states to be run directly, by a path: `./scripts/count.sh`, and not `bash scripts/count.sh`.
import type { Span } from '../text/span';
import { codeLines, inlineCode, proseLines } from './prose';

export interface ScriptRun {
  /** Without what it is relative to: `scripts/count.sh`. */
  readonly path: string;
  /** The name of the variable for the folder that it is relative to; undefined for the folder in which the command runs. */
  readonly variable: string | undefined;
  /** As written: `./scripts/count.sh`. */
  readonly span: Span;
}

/** Those in blocks of shell commands, and in code spans with arguments or in a sentence that asks to run them. */
export function scriptRuns(text: string, body: Span): readonly ScriptRun[] {
  if (!/[.}]\//.test(text.slice(body.start, body.end))) return [];
  const runs: ScriptRun[] = [];
  for (const { line, language } of codeLines(text, body))
    if (shells.test(language)) runs.push(...scriptAt(text, line));
  for (const line of proseLines(text, body)) {
    for (const { start, end } of inlineCode(text, line)) {
      const code = { start: start + 1, end: end - 1 };
      const [found] = scriptAt(text, code);
      if (!found) continue;
      const hasArguments = /^["']?\s+\S/.test(text.slice(found.span.end, code.end));
      if (hasArguments || isOrder.test(text.slice(line.start, start))) runs.push(found);
    }
  }
  return runs.sort((a, b) => a.span.start - b.span.start);
}

/** The languages of blocks that hold commands. */
const shells = /^(?:|bash|sh|shell|zsh|console)$/i;

/** What precedes a command that is to be run. */
const isOrder = /\b(?:run|runs|execute|executes|call|invoke)(?: the \w+)?:?\s*$/i;

/** The script with which a command begins; at most one. */
export function scriptAt(text: string, { start, end }: Span): readonly ScriptRun[] {
  const found = form.exec(text.slice(start, end));
  if (!found) return [];
  const { before = '', written = '', variable, path = '' } = found.groups ?? {};
  if (path.split('/').includes('..')) return [];
  const from = start + before.length;
  return [{ path, variable, span: { start: from, end: from + written.length } }];
}

const form =
  /^(?<before>\s*(?:\$ )?["']?)(?<written>(?:\.|\$\{(?<variable>\w+)\})\/(?<path>\w[\w.-]*(?:\/[\w.-]+)*))(?=["'\s;&|]|$)/;
