// The door of the protocol room: what both ends and makers of loudspeakers import.
// It must never know anything but its own room.
export * from './check.ts';
export * from './enrolment.ts';
export * from './envelope.ts';
export * from './frame.ts';
export * from './orders.ts';
export * from './parse.ts';
export * from './receipts.ts';
export * from './reports.ts';
export * from './terms.ts';
export * from './topics.ts';
