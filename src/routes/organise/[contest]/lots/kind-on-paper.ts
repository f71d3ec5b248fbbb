// What each kind of drawing is called in the minutes, which are in Vietnamese whoever prints them.
import { m } from '#lib/paraglide/messages.js';

export const kindOnPaper = {
	order: () => m.console_lots_order({}, { locale: 'vi' }),
	topics: () => m.console_lots_topics({}, { locale: 'vi' }),
	situations: () => m.console_lots_situations({}, { locale: 'vi' })
};
