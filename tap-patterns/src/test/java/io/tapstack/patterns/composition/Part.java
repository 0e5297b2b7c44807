package io.tapstack.patterns.composition;

/** What a random stack may have beside its functions; what it needs for that is added. */
enum Part {
    TABLE,
    STREAM,
    QUEUE,
    BUCKET,
    SECRET,
    DATABASE,
    TOPIC,
    API,
    TRAIL,
    MONITOR,
    ALARMS,
    THREATS,
    PROTECTION
}
