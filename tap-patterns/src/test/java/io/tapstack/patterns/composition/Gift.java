package io.tapstack.patterns.composition;

/** What a function of a random stack may be given. */
enum Gift {
    READ_TABLE,
    WRITE_TABLE,
    QUERY_TABLE,
    PUT_STREAM,
    SEND_QUEUE,
    READ_OBJECTS,
    WRITE_OBJECTS,
    LIST_OBJECTS,
    READ_SECRET,
    CONNECT_DATABASE,
    PUBLISH_TOPIC,
    USE_KEY
}
