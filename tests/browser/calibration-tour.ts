// The part of the tour in which the panel marks a sample on trial: the judge's sheet, and what the head judge sees once it is closed.
import { setSample, submitSamples } from './sample-steps.ts';
import type { Moment } from './tour.ts';

export const calibrationMoments: Moment[] = [
	{
		name: 'a sample waits to be marked',
		reach: async ({ house, contest }) => void (await setSample(house.app, contest, 'Bài mẫu 2')),
		stops: [{ as: 'judge', route: '/judge/[contest]/calibration' }]
	},
	{
		name: 'a trial is closed',
		reach: async ({ house, contest }) =>
			submitSamples(house.app, contest, await setSample(house.app, contest, 'Bài mẫu 1')),
		stops: [{ as: 'head', route: '/organise/[contest]/calibration', dark: true }]
	}
];
