// Says that a style sheet may be imported: it is bundled with the screen that needs it.
// It must never know which sheets there are.
declare module '*.css';
