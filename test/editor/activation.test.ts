import { assert } from 'chai';
import { extensions } from 'vscode';
import { extensionId, host } from './support/host';

describe(`activation in the ${host} extension host`, () => {
  it('activates', async () => {
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.isTrue(extension.isActive);
  });

  it('runs in the host that this run is about', () => {
    assert.equal(typeof process === 'object' && 'versions' in process && 'node' in process.versions, host === 'node');
    assert.equal('importScripts' in globalThis, host === 'web');
  });
});
