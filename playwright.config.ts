// How the browser tests run: Debian's Chromium, a house of its own for each worker, no second tries.
import { defineConfig } from '@playwright/test';
import { chromium, chromiumFlags, findProgram } from './tests/machine/programs.ts';

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '**/*.spec.ts',
	globalSetup: './tests/server/postgres.setup.ts',
	// The server, Postgres and Chromium of two workers keep two cores busy.
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 90_000,
	expect: { timeout: 10_000 },
	outputDir: 'test-results/browser',
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		trace: 'off',
		video: 'off',
		screenshot: 'only-on-failure',
		actionTimeout: 10_000,
		navigationTimeout: 20_000,
		launchOptions: { executablePath: findProgram(chromium) ?? '/usr/bin/chromium', args: chromiumFlags }
	}
});
