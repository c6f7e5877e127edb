import assert from 'node:assert/strict';
import { newNonce, webviewHtml } from '../../client/webview/document';

const shell = webviewHtml({
  title: 'Persona',
  id: 'persona',
  cspSource: 'https://source',
  nonce: 'N0',
  style: 's.css',
  script: 's.js',
});
const policy = /content="([^"]*)"/.exec(shell)?.[1]?.replaceAll('&#39;', "'") ?? '';

describe('the page around the preview', () => {
  it('allows only its own style and script', () => {
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      'style-src https://source',
      'img-src https://source data:',
      'font-src https://source',
      "script-src 'nonce-N0'",
      "form-action 'none'",
      "base-uri 'none'",
    ]);
  });

  it('contains only the script with the nonce', () => {
    assert.deepEqual(shell.match(/<script[^>]*>/g), ['<script nonce="N0" src="s.js">']);
  });

  it('has a new nonce each time', () => {
    assert.match(newNonce(), /^[0-9a-f]{32}$/);
    assert.notEqual(newNonce(), newNonce());
  });
});
