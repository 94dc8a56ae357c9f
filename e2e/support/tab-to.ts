import { expect, type Locator } from '@playwright/test';

const mostPresses = 80;

/** Goes on by Tab, as a person without a mouse does, until it has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isReached = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < mostPresses && !(await isReached()); pressed++)
    await target.page().keyboard.press('Tab');
  await expect(target).toBeFocused();
}
