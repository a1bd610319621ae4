// Every number that bounds the loudspeaker, each with its reason (HOUSE law 4).
// It must never know anything: only numbers.

/** 72 hours of plan at three airings an hour, rounded down: more is a fault of the service. */
export const STREAMS_MAX = 200;
/** Beyond all those, for real emergencies alone: whoever fills a speaker's days must not silence an alarm. */
export const ALARM_STREAMS = 20;
export const ALARM_BYTES = 64 * 1024 * 1024;
/** Of what is left free on the disk (STORE_SPARE_BYTES) an alarm may take three quarters. */
export const ALARM_SPARE_BYTES = 4 * 1024 * 1024;
/** Orders remembered against replays, each until it expires. */
export const SEEN_MAX = 10_000;
/** Cancels kept for streams whose manifest has not come yet. */
export const CANCELLED_MAX = 500;
/** A stop takes with it what would begin so soon (plan time): a person thinks of it as "now". */
export const STOP_AHEAD_MS = 600_000;
/** Tenants whose newest stop is kept: a speaker has at most eight at a time. */
export const STOPS_MAX = 64;
/** No beep when an airing is nearer than this (real): the beeps, opening the sink, and a breath. */
export const BEEP_CLEAR_MS = 4_000;
/** Sound kept for the plan: 24 kbit/s × 47 hours; a cheap unit's flash has a gigabyte. */
export const STORE_MAX_BYTES = 512 * 1024 * 1024;
/** Left free on the disk for receipts and for the machine itself. */
export const STORE_SPARE_BYTES = 16 * 1024 * 1024;
/** A month without a link at 160 receipts a day. */
export const OUTBOX_MAX = 5_000;
/** Receipts sent again in one go: a reconnect must not flood a 4G link. */
export const OUTBOX_BATCH = 50;
export const OUTBOX_AGAIN_MS = 30_000;

/** Orders that wait for the clock or the policy, and how long before they are refused. */
export const WAITING_MAX = 64;
export const WAITING_MS = 30_000;
/** Chunks kept meanwhile: an answer of the clock is a round trip away, and they follow at once. */
export const EARLY_MAX_BYTES = 4 * 1024 * 1024;
/** A play order is judged with a clock exchange younger than this, or after the wait without one. */
export const CLOCK_FRESH_MS = 5_000;
export const CLOCK_FRESH_WAIT_MS = 3_000;

/** Repair: first after 2 s of silence, doubling to 30 s, thirty rounds without a new chunk. */
export const REPAIR_FIRST_MS = 2_000;
export const REPAIR_MAX_MS = 30_000;
export const REPAIR_ROUNDS = 30;
export const REPAIR_RANGES = 64;

/** Receipts for messages anybody could have made: five at once, then one a minute. */
export const FORGED_BURST = 5;
export const FORGED_EVERY_MS = 60_000;
/** Refusals already said, so that one order sent often is refused in one receipt. */
export const SAID_MAX = 1_000;

/** Closed streams stay in the arrangement so long: they may have interrupted what still sounds. */
export const CLOSED_KEPT_MS = 3_600_000;
/** After its fate is decided a stream that sounded waits so long (real) for the player's account. */
export const ACCOUNT_WAIT_MS = 10_000;
/** What was heard is written down this often, so that a killed speaker can tell the first part. */
export const PROGRESS_EVERY_MS = 2_000;

/** Real milliseconds of sound handed to the sink ahead of its time. */
export const AHEAD_MS = 200;
/** Two seconds (real) of sound are read before they are due. */
export const READ_AHEAD_MS = 2_000;
/** Started later than this, the missed part is skipped so that neighbours stay together. */
export const SKIP_MS = 250;
/** Clicks are kept from the horn by ramps of this length (Snapcast #796). */
export const RAMP_MS = 10;
/** A sink is opened and the first block read so long (real) before T. */
export const PREPARE_MS = 1_000;
/** Sound is decoded when its time is nearer than this (real): half an hour is the default lead. */
export const DECODE_AHEAD_MS = 1_800_000;
/**
 * Decoded sound kept on disk for all streams of a process: three hours of 24 kHz s16, or one longer
 * sound. Emergencies are not counted: none is refused for want of room while the disk has any.
 */
export const PCM_MAX_BYTES = 512 * 1024 * 1024;

/** Sounds kept after they were heard: the bulletins of a month of daily schedules, at most an eighth of the store. */
export const CONTENTS_MAX = 64;
export const CONTENTS_MAX_BYTES = 64 * 1024 * 1024;
/** With less than this free nothing is kept for later. */
export const CONTENTS_FREE_BYTES = 128 * 1024 * 1024;
