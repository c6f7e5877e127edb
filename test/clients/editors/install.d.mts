export function programsOf(editor: 'neovim' | 'helix' | 'emacs'): readonly string[];
export function ensureEditors(): void;
export function markdownModeFolder(): string | null;
