// Remembers on this device whether its reader wants a light or a dark ground; it must not know who reads.

export type Theme = 'light' | 'dark';

const place = 'hoithi_theme';

/** Null when nothing was chosen, or when the browser keeps nothing (private windows). */
export function rememberedTheme(): Theme | null {
	try {
		const kept = localStorage.getItem(place);
		return kept === 'dark' || kept === 'light' ? kept : null;
	} catch {
		return null;
	}
}

/** A browser that refuses to keep it only forgets the choice at the next visit. */
export function keepTheme(theme: Theme): void {
	try {
		localStorage.setItem(place, theme);
	} catch {
		return;
	}
}
