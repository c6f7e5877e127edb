// The prompt as VS Code renders Markdown.
import * as vscode from 'vscode';
import { escaped } from './markup';

export class PromptRenderer {
  #text = '';
  #rendered: Promise<string> | undefined;

  /** HTML of a prompt; the last one is kept, for most edits are in the frontmatter. */
  render(text: string): Promise<string> {
    if (!this.#rendered || text !== this.#text) {
      this.#text = text;
      this.#rendered = rendered(text);
    }
    return this.#rendered;
  }
}

async function rendered(text: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', text);
  } catch {
    // VS Code's own Markdown extension is switched off.
    return `<pre>${escaped(text)}</pre>`;
  }
}
