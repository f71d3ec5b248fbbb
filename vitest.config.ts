// Which tests run where: rules and architecture need nothing, the others Postgres; `alone` has the machine to itself.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// Each of two cores has one; by itself Vitest would leave one core idle.
		maxWorkers: 2,
		globalSetup: ['tests/machine/words.setup.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'architecture',
					include: ['tests/architecture/**/*.test.ts'],
					environment: 'node',
					isolate: false
				}
			},
			{
				extends: true,
				test: {
					name: 'rules',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					isolate: false,
					testTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'server',
					include: ['tests/server/**/*.test.ts'],
					environment: 'node',
					isolate: false,
					globalSetup: ['tests/server/postgres.setup.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'live',
					include: ['tests/live/**/*.test.ts'],
					environment: 'node',
					globalSetup: ['tests/server/postgres.setup.ts'],
					testTimeout: 240_000,
					hookTimeout: 180_000
				}
			},
			{
				extends: true,
				test: {
					name: 'faults',
					include: ['tests/load/**/*.test.ts', 'tests/faults/**/*.test.ts', 'tests/marking/**/*.test.ts'],
					exclude: ['tests/faults/**/*.{alone,more}.test.ts'],
					environment: 'node',
					globalSetup: ['tests/server/postgres.setup.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'alone',
					include: ['tests/faults/**/*.alone.test.ts'],
					environment: 'node',
					fileParallelism: false,
					globalSetup: ['tests/server/postgres.setup.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'more-faults',
					include: ['tests/faults/**/*.more.test.ts'],
					environment: 'node',
					fileParallelism: false,
					globalSetup: ['tests/server/postgres.setup.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
