// `npm run screenshots`: the same browser and house as the browser tests, another purpose.
import { defineConfig } from '@playwright/test';
import browserTests from '../playwright.config.ts';

export default defineConfig({
	...browserTests,
	testDir: 'browser',
	testMatch: '**/*.shots.ts',
	globalSetup: './server/postgres.setup.ts'
});
