// How a command says what it found; it must not know what that is.

export interface TextOptions {
	/** As canonical JSON instead of text. */
	json: boolean;
	lang: 'vi' | 'en';
}
