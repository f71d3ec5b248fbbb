// The language in which the hall is spoken to, from the connected projectors; it must not know what they show.
import type { Known } from './socket-types.ts';

/** That of most of them, Vietnamese where as many speak English; null without any. */
export function hallLanguage(connections: Partial<Pick<Known, 'audience' | 'language'>>[]): 'vi' | 'en' | null {
	const screens = connections.filter(({ audience }) => audience === 'screen');
	if (screens.length === 0) return null;
	const english = screens.filter(({ language }) => language === 'en').length;
	return english * 2 > screens.length ? 'en' : 'vi';
}
