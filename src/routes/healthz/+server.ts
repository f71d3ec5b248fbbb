// Alive: the process answers. Says nothing about the database.
import { text } from '@sveltejs/kit';

export const GET = () => text('ok');
