// Gemini CLI answers by its own code for settings, hooks and servers.
import { askInProcess } from './in-process';

export const askGeminiCli = askInProcess({
  script: 'gemini-cli.mjs',
  parts: '@google/gemini-cli/bundle',
  environment: { GEMINI_CLI_TRUST_WORKSPACE: 'true', GEMINI_API_KEY: 'none' },
});
