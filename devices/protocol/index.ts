// The door of the protocol room: what both ends and makers of loudspeakers import.
// It must never know anything but its own room.
export * from './check.ts';
export * from './envelope.ts';
export * from './frame.ts';
export * from './messages.ts';
export * from './parse.ts';
export * from './topics.ts';
