// Starts the page: draws the app into its element.
// It must never know any screen.
import { render } from 'preact';
import { App } from './app.tsx';
import './installing.ts';
import { openWithoutLine } from './without-line.ts';
import { chooseAsBefore } from './words.ts';

const root = document.getElementById('app');
if (root !== null) void chooseAsBefore().then(() => render(<App />, root));
openWithoutLine();
