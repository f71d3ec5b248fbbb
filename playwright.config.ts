// How the browser tests run: Debian's Chromium, a house of its own for each worker, no second tries.
import { defineConfig } from '@playwright/test';
import { chromium, chromiumFlags, findProgram } from './tests/machine/programs.ts';

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '**/*.spec.ts',
	globalSetup: './tests/server/postgres.setup.ts',
	// Two would leave a tenth of two cores idle.
	workers: 3,
	retries: 0,
	forbidOnly: true,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	outputDir: 'test-results/browser',
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		trace: 'off',
		video: 'off',
		screenshot: 'only-on-failure',
		actionTimeout: 15_000,
		navigationTimeout: 30_000,
		launchOptions: { executablePath: findProgram(chromium) ?? '/usr/bin/chromium', args: chromiumFlags }
	}
});
