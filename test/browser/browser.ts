import { type Browser, chromium, type Page } from 'playwright-core';
import { present } from '../../shared/basics/assert.ts';
import { findChromium } from './chromium.mjs';

/** Real Chromium, headless, that asks nothing of any network but this machine's. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: present(findChromium().path, 'Chromium on this machine'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1440, height: 900 };

/** What a page complained of while it was open: errors, refused styles and scripts, failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
