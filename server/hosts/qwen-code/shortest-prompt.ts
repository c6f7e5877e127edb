/** Qwen Code loads no agent with a shorter prompt: trimmed, in UTF-16 units. */
export const shortestPrompt = 10;
