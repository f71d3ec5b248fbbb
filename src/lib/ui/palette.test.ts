// Holds that every colour read on another can be read (WCAG 2.2, 1.4.3 and 1.4.11), computed from `app.css` itself.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palette, pairs } from './palette.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const css = read('src/app.css');

function tokensOf(selector: string): Record<string, string> {
	const start = css.indexOf(`\n${selector} {`);
	const block = css.slice(start, css.indexOf('\n}', start));
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
	);
}

/** WCAG relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

const light = tokensOf(':root');
const themes = { light, dark: { ...light, ...tokensOf("[data-theme='dark']") } };

describe.each(Object.entries(themes))('%s', (_, tokens) => {
	it.each(pairs.map((pair) => [pair.text, pair.on, pair.large ? 3 : 4.5] as const))(
		'%s on %s is at least %d : 1',
		(text, on, least) => {
			expect(tokens[text], text).toBeDefined();
			expect(tokens[on], on).toBeDefined();
			expect(contrast(tokens[text]!, tokens[on]!)).toBeGreaterThanOrEqual(least);
		}
	);
});

it('knows the formula: black on white is 21 : 1', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

it('the colours outside the stylesheet are those of the stylesheet', () => {
	expect(palette.lacquer).toBe(light['red-fill']);
	expect(palette.paper).toBe(light.paper);
	expect(palette.hallGold).toBe(themes.dark.gold);
	expect(palette.hallGround).toBe(themes.dark.paper);
	const manifest = JSON.parse(read('static/manifest.webmanifest')) as Record<string, unknown>;
	expect(manifest.theme_color).toBe(palette.lacquer);
	expect(manifest.background_color).toBe(palette.paper);
	expect(read('src/app.html').toLowerCase()).toContain(`content="${palette.lacquer}"`);
});
