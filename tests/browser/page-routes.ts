// The pages of the product as the file system knows them; it must not know who may open which.
import { readdirSync } from 'node:fs';
import { posix, sep } from 'node:path';

const folder = 'src/routes';

/** Every folder with a page, as SvelteKit names its route: `/organise/[contest]/people`. */
export function pageRoutes(): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.split(sep).join('/'))
		.filter((file) => posix.basename(file) === '+page.svelte')
		.map((file) => posix.join('/', posix.dirname(file)))
		.sort();
}

/** The address of a route; a parameter without a value is an error of the test. */
export function addressOf(route: string, values: Record<string, string>): string {
	return route.replace(/\[(\w+)\]/g, (_, name: string) => {
		const value = values[name];
		if (value === undefined) throw new Error(`${route} needs a ${name}`);
		return value;
	});
}
