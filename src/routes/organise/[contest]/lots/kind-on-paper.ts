// What each kind of drawing, and the list it draws from, is called: in the minutes in Vietnamese whoever prints them, on the screen in the reader's language.
import { m } from '#lib/paraglide/messages.js';

const onPaper = { locale: 'vi' } as const;

export const kindOnPaper = {
	order: () => m.console_lots_order({}, onPaper),
	topics: () => m.console_lots_topics({}, onPaper),
	situations: () => m.console_lots_situations({}, onPaper)
};

export const listOnPaper = {
	order: (count: number) => m.console_lots_of_order({ count }, onPaper),
	topics: (count: number) => m.console_lots_of_topics({ count }, onPaper),
	situations: (count: number) => m.console_lots_of_situations({ count }, onPaper)
};

export const listOnScreen = {
	order: (count: number) => m.console_lots_of_order({ count }),
	topics: (count: number) => m.console_lots_of_topics({ count }),
	situations: (count: number) => m.console_lots_of_situations({ count })
};
