package io.tapstack.model.io;

import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;

/** What {@link TemplateLayout} tells of a template, in the order in which it is written. */
interface TemplateSink {

    /** The document begins. */
    void begin();

    /** A member whose value is text. */
    void member(String name, String text);

    /** A member with any value. */
    void member(String name, Value<?> value);

    /** A member that is an object. */
    void member(String name, PropertyBag members);

    /** A member that is an object begins; what follows is in it. */
    void open(String name);

    /** The object opened last ends. */
    void close();

    /** A new paragraph: where people leave a line empty. */
    void paragraph();

    /** What is said above the next member, where comments exist. */
    void heading(String text);

    /** The document ends. */
    void end();
}
