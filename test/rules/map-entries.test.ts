import { fixing } from '../support/fixing';
import { vscodeFile } from '../support/viewing';

const at = vscodeFile;

describe('a server without tools', () => {
  it('gets them in the style of the other entries', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      mcp-servers:
        do|cs:
          type: http
          url: https://example.org/mcp # ours
        other:
          command: npx
          args: [other]
          tools: ["*"]
      ---
      You review.
    `,
      { at },
    )
      .offersForReview('Add "tools: ["*"]"')
      .taking('Add "tools: ["*"]"')
      .gives(`
      ---
      description: Reviews changes.
      mcp-servers:
        docs:
          type: http
          url: https://example.org/mcp # ours
          tools: ["*"]
        other:
          command: npx
          args: [other]
          tools: ["*"]
      ---
      You review.
    `);
  });

  it('gets them inside braces and with CRLF line endings', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      mcp-servers:
        do|cs: { type: http, url: "https://example.org" }
      ---
      You review.
    `,
      { at, crlf: true },
    )
      .taking('Add "tools: ["*"]"')
      .gives(`
      ---
      description: Reviews changes.
      mcp-servers:
        docs: { type: http, url: "https://example.org", tools: ["*"] }
      ---
      You review.
    `);
  });
});
