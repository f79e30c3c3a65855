/** For every spec: a picture of each window when a test fails, and nothing left running at the end. */
import type { Context } from 'mocha';
import { allWindows, disposeUsers } from './user';

export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    for (const [index, window] of allWindows().entries()) {
      console.log(`      ${await window.screenshot(`failed ${this.currentTest.fullTitle()} ${index + 1}`)}`);
    }
  },
  async afterAll(): Promise<void> {
    await disposeUsers();
  },
};
