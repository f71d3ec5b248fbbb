// Backup and restore of one database, as the other doors of the house use them; the work is done in the folder beside.
export { restoreBackup, type Restored } from './backup/restore-backup.ts';
export { writeBackup, type Written } from './backup/write-backup.ts';
export { automaticBackups, backupFolderIn } from './backup/folder.ts';
export { checkBackup } from './backup/read-backup.ts';
