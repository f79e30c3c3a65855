import assert from 'node:assert/strict';
import { User } from './driver/user';

describe('the installed VSIX', () => {
  it('activates by itself and complains about nothing', async () => {
    const user = await User.create();
    const window = await user.open();
    assert.match(await window.activationOf('Interview Study'), /^Activation: \d+ms$/);
    assert.deepEqual(await window.notifications('error'), []);
    await user.dispose();
  });
});
