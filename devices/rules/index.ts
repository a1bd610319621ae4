// The door of the rules room: what service and loudspeaker must decide alike (issue #2, 5).
// It must never know anything but its own room.
export * from './arbiter.ts';
export * from './arbiter-model.ts';
export * from './hours.ts';
export * from './hush.ts';
export * from './volume.ts';
