// Asks a window of VS Code, by a script that reads questions from one file and writes its answers into another.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeFolder } from './remove-folder';

/**
 * @param script below `test/editor`
 * @returns one for each question that the window came to before it ended.
 */
export function answersInWindow<Answer>(
  script: string,
  questions: readonly unknown[],
): readonly (Answer | undefined)[] {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-window-'));
  try {
    const [from, out] = [path.join(root, 'questions.json'), path.join(root, 'answers.json')];
    writeFileSync(from, JSON.stringify(questions));
    spawnSync(process.execPath, [path.resolve('test/editor', script), from, out], {
      stdio: 'ignore',
    });
    if (!existsSync(out)) throw new Error(`VS Code answered nothing to ${script}`);
    return JSON.parse(readFileSync(out, 'utf8')) as readonly Answer[];
  } finally {
    removeFolder(root);
  }
}
