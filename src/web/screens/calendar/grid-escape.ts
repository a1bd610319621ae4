// Escape gives up a drag that is under way: the item stands where it stood, and nobody is asked.
// It must never know what is dragged.

export type Escape = {
  begun(): void;
  over(): void;
  /** while the component puts down what was given up: such a drop is none */
  isGivingUp(): boolean;
  stop(): void;
};

/** The component ends a drag when the pointer is lifted, and knows no other end. */
export function escapeOfDrags(): Escape {
  let isDragging = false;
  let isGivingUp = false;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isDragging) return;
    event.preventDefault();
    isGivingUp = true;
    window.dispatchEvent(new PointerEvent('pointerup', { isPrimary: true }));
    isGivingUp = false;
    isDragging = false;
    // the hand is lifted later, perhaps over the very item: that opens nothing
    window.addEventListener('click', swallow, { capture: true, once: true });
    window.addEventListener('pointerdown', letThrough, { capture: true, once: true });
  };
  window.addEventListener('keydown', onKey);
  return {
    begun: () => {
      isDragging = true;
    },
    over: () => {
      isDragging = false;
    },
    isGivingUp: () => isGivingUp,
    stop: () => {
      window.removeEventListener('keydown', onKey);
      letThrough();
    },
  };
}

const swallow = (event: Event) => event.stopPropagation();
const letThrough = () => window.removeEventListener('click', swallow, { capture: true });
