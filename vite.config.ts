// Builds the screens into dist/web; `npm run build` calls it after the compiler.
// It must never know the service.
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  plugins: [preact()],
  build: { outDir: '../../dist/web', emptyOutDir: true },
});
