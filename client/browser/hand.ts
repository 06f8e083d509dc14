import type { Locator } from 'playwright-core';

/** One finger on a phone, and what it had to do. */
export class Hand {
  taps = 0;
  inputs = 0;

  async tap(where: Locator): Promise<void> {
    this.taps += 1;
    await where.click();
  }

  async fill(field: Locator, text: string): Promise<void> {
    this.inputs += 1;
    await field.fill(text);
  }

  async choose(field: Locator, label: string): Promise<void> {
    this.inputs += 1;
    await field.selectOption({ label });
  }
}
