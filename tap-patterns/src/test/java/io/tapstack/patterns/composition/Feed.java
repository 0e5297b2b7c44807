package io.tapstack.patterns.composition;

/** What may feed a function of a random stack with events. */
enum Feed {
    QUEUE,
    STREAM,
    BUCKET,
    SCHEDULE
}
