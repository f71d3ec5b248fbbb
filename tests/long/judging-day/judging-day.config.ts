// How the day of judging runs: the same browser and house as the browser tests, with the patience a whole day takes.
import { defineConfig } from '@playwright/test';
import browserTests from '../../../playwright.config.ts';

export default defineConfig({
	...browserTests,
	testDir: '.',
	testMatch: 'whole-day.day.ts',
	globalSetup: '../../server/postgres.setup.ts',
	outputDir: '../../../test-results/judging-day',
	workers: 1,
	timeout: 1_500_000,
	expect: { timeout: 20_000 },
	use: { ...browserTests.use, actionTimeout: 20_000 }
});
