'use client';

/** For what fails before the console's frame stands, reading the session above all. */
export { default } from './(console)/error';
