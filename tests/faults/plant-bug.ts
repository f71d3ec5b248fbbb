// Loaded before a server (`--import`) that is meant to be wrong: changes the built code as it is read, so that the product carries no switch for bugs.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { plantedBugs, type PlantedBug } from './planted-bugs.ts';

const bug = plantedBugs[process.env.PLANTED_BUG as PlantedBug];

registerHooks({
	load(url, context, next) {
		const loaded = next(url, context);
		if (!url.includes('/build/server/') || !loaded.source) return loaded;
		let source = String(loaded.source);
		for (const [at, [found, instead]] of bug.entries()) {
			if (!source.includes(found)) continue;
			source = source.replace(found, instead);
			appendFileSync(process.env.PLANTED_MARKS ?? '', `${at}\n`);
		}
		return { ...loaded, source };
	}
});
