// The version of this program, as backups and the log name it.
import manifest from '../../../package.json' with { type: 'json' };

export const appVersion: string = manifest.version;
