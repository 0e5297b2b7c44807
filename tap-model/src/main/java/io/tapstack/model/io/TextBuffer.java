package io.tapstack.model.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Characters on their way out: all of them in memory, or a block at a time if there is a writer behind.
 *
 * <p>The writers look at the characters where they lie, so the array is open to them.
 */
final class TextBuffer {

    private static final int BLOCK = 1 << 16;
    private static final int DEEPEST = 64;
    private static final char[] LINE = new char[1 + DEEPEST];

    static {
        Arrays.fill(LINE, ' ');
        LINE[0] = '\n';
    }

    private final @Nullable Writer target;
    private char[] chars;
    private int length;
    private int lineStart;

    TextBuffer(@Nullable Writer target, int capacity) {
        this.target = target;
        this.chars = new char[Math.max(capacity, 256)];
    }

    /** The characters; valid until the next one is appended. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** How many characters the current line has. */
    int column() {
        return length - lineStart;
    }

    /** Takes back what was appended last; never beyond the line that was current then. */
    void truncate(int newLength) {
        length = newLength;
    }

    TextBuffer append(char c) {
        if (length == chars.length) {
            grow(1);
        }
        chars[length++] = c;
        return this;
    }

    TextBuffer append(char first, char second) {
        if (chars.length - length < 2) {
            grow(2);
        }
        chars[length] = first;
        chars[length + 1] = second;
        length += 2;
        return this;
    }

    TextBuffer append(String text) {
        int count = text.length();
        if (chars.length - length < count) {
            grow(count);
        }
        text.getChars(0, count, chars, length);
        length += count;
        return this;
    }

    TextBuffer append(String text, int start, int end) {
        int count = end - start;
        if (chars.length - length < count) {
            grow(count);
        }
        text.getChars(start, end, chars, length);
        length += count;
        return this;
    }

    /** Appends a text between double quotes, without a look at what is in it. */
    TextBuffer quote(String text) {
        int count = text.length();
        if (chars.length - length < count + 2) {
            grow(count + 2);
        }
        int start = length;
        chars[start] = '"';
        text.getChars(0, count, chars, start + 1);
        chars[start + 1 + count] = '"';
        length = start + count + 2;
        return this;
    }

    TextBuffer spaces(int count) {
        if (chars.length - length < count) {
            grow(count);
        }
        if (count <= DEEPEST) {
            System.arraycopy(LINE, 1, chars, length, count);
        } else {
            Arrays.fill(chars, length, length + count, ' ');
        }
        length += count;
        return this;
    }

    /** A new line that begins with spaces. */
    void newline(int spaces) {
        if (spaces > DEEPEST || chars.length - length <= spaces) {
            newline();
            spaces(spaces);
            return;
        }
        System.arraycopy(LINE, 0, chars, length, 1 + spaces);
        lineStart = length + 1;
        length += 1 + spaces;
    }

    void newline() {
        append('\n');
        lineStart = length;
    }

    /** Puts a character before and behind everything from a position on. */
    void enclose(int start, char mark) {
        if (chars.length - length < 2) {
            grow(2);
        }
        System.arraycopy(chars, start, chars, start + 1, length - start);
        chars[start] = mark;
        chars[length + 1] = mark;
        length += 2;
    }

    /** Hands a full block to the writer behind, if there is one. To be called at the start of a line only. */
    void drainIfFull() {
        if (target != null && length >= BLOCK) {
            drain();
        }
    }

    /** Hands everything to the writer behind. */
    void drain() {
        if (target == null) {
            return;
        }
        try {
            target.write(chars, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length = 0;
        lineStart = 0;
    }

    private void grow(int count) {
        long needed = (long) length + count;
        long capacity = Math.min(Math.max(needed, chars.length * 2L), Integer.MAX_VALUE - 8L);
        if (needed > capacity) {
            throw new OutOfMemoryError("the template has more characters than a string can hold");
        }
        chars = Arrays.copyOf(chars, (int) capacity);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
